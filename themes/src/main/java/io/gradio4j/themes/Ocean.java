package io.gradio4j.themes;

import io.gradio4j.Hue;
import io.gradio4j.Size;
import io.gradio4j.Theme;
import io.gradio4j.spi.ThemeProvider;

/** Blue-green gradients, very round corners, buttons that grow a little under the pointer. */
public final class Ocean implements ThemeProvider {

    @Override
    public Theme theme() {
        return Theme.named("ocean")
                .primaryHue(Hue.EMERALD)
                .secondaryHue(Hue.SKY)
                .radiusSize(Size.XXL)
                .set("link_text_color", "*secondary_700")
                .set("button_border_width", "0px")
                .set("checkbox_label_border_width", "1px")
                .set("button_transform_hover", "scale(1.02)")
                .set("button_transition", "all 0.1s ease-in-out")
                .set("slider_color", "*primary_400", "*primary_500")
                .set("button_primary_background_fill",
                        "linear-gradient(120deg, *secondary_500 0%, *primary_300 60%, *primary_400 100%)",
                        "linear-gradient(120deg, *secondary_600 0%, *primary_500 60%, *primary_600 100%)")
                .set("button_primary_background_fill_hover",
                        "linear-gradient(120deg, *secondary_400 0%, *primary_300 60%, *primary_300 100%)",
                        "linear-gradient(120deg, *secondary_500 0%, *primary_500 60%, *primary_500 100%)")
                .set("button_primary_text_color", "*button_secondary_text_color", "*button_secondary_text_color")
                .set("button_secondary_background_fill",
                        "linear-gradient(120deg, *neutral_300 0%, *neutral_100 60%, *neutral_200 100%)",
                        "linear-gradient(120deg, *neutral_700 0%, *neutral_600 60%, *neutral_700 100%)")
                .set("button_secondary_background_fill_hover",
                        "linear-gradient(120deg, *neutral_200 0%, *neutral_100 60%, *neutral_100 100%)",
                        "linear-gradient(120deg, *neutral_600 0%, *neutral_600 60%, *neutral_700 100%)")
                .set("checkbox_label_background_fill_selected",
                        "linear-gradient(120deg, *primary_400 0%, *primary_300 60%, *primary_400 100%)",
                        "linear-gradient(120deg, *primary_600 0%, *primary_500 60%, *primary_600 100%)")
                .set("checkbox_label_border_color_selected", "*primary_400", "*primary_600")
                .set("checkbox_background_color_selected", "*primary_400", "*primary_600")
                .set("checkbox_label_text_color_selected", "*button_secondary_text_color", "*button_secondary_text_color")
                .set("block_shadow", "*shadow_drop_lg")
                .set("button_secondary_shadow_hover", "*shadow_drop_lg")
                .set("button_primary_shadow_hover", "0 1px 3px 0 *primary_200, 0 1px 2px -1px *primary_200")
                .set("button_secondary_shadow_dark", "none")
                .set("button_primary_shadow_dark", "none");
    }
}
