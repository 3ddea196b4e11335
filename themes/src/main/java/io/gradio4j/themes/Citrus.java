package io.gradio4j.themes;

import io.gradio4j.Font;
import io.gradio4j.Hue;
import io.gradio4j.Size;
import io.gradio4j.Theme;
import io.gradio4j.spi.ThemeProvider;

/** Yellow and lively: buttons stand on a coloured edge and move when pressed. */
public final class Citrus implements ThemeProvider {

    @Override
    public Theme theme() {
        return Theme.named("citrus")
                .primaryHue(Hue.AMBER)
                .secondaryHue(Hue.AMBER)
                .neutralHue(Hue.STONE)
                .spacingSize(Size.LG)
                .font(Font.system("Ubuntu"))
                .fontMono(Font.system("Roboto Mono"))
                .set("block_title_text_color", "*neutral_600")
                .set("link_text_color", "*secondary_700")
                .set("slider_color", "*primary_400", "*primary_500")
                .set("background_fill_primary", "*neutral_50")
                .set("button_primary_background_fill", "*primary_500", "*primary_600")
                .set("button_primary_text_color", "*button_secondary_text_color", "*button_secondary_text_color")
                .set("button_secondary_background_fill", "*primary_400", "*primary_500")
                .set("button_primary_background_fill_hover", "*button_primary_background_fill", "*button_primary_background_fill")
                .set("button_secondary_background_fill_hover",
                        "*button_secondary_background_fill",
                        "*button_secondary_background_fill")
                .set("button_primary_shadow_hover", "0px 5px 0px 0px *primary_400", "0px 5px 0px 0px *primary_700")
                .set("button_primary_shadow", "0px 3px 0px 0px *primary_400", "0px 3px 0px 0px *primary_700")
                .set("button_primary_shadow_active", "0px 2px 0px 0px *primary_400", "0px 2px 0px 0px *primary_700")
                .set("button_secondary_shadow_hover", "0px 5px 0px 0px *primary_300", "0px 5px 0px 0px *primary_600")
                .set("button_secondary_shadow", "0px 3px 0px 0px *primary_300", "0px 3px 0px 0px *primary_600")
                .set("button_secondary_shadow_active", "0px 2px 0px 0px *primary_300", "0px 2px 0px 0px *primary_600")
                .set("input_shadow", "0px -1px 0px 0px *neutral_300", "0px -1px 0px 0px *neutral_700")
                .set("input_shadow_focus", "0px -1px 0px 0px *primary_300", "0px -1px 0px 0px *primary_600")
                .set("input_background_fill", "*neutral_50", "*neutral_900")
                .set("input_background_fill_focus", "*primary_50", "none")
                .set("block_shadow", "0px 3px 0px 0px *neutral_300", "0px 3px 0px 0px *neutral_700")
                .set("checkbox_label_background_fill", "*neutral_200", "*neutral_700")
                .set("checkbox_label_background_fill_hover", "*checkbox_label_background_fill", "*checkbox_label_background_fill")
                .set("checkbox_label_background_fill_selected", "*primary_400", "*primary_500")
                .set("checkbox_label_border_color_selected", "*primary_300", "*primary_600")
                .set("checkbox_label_border_width", "2px", "2px")
                .set("button_secondary_text_color_dark", "*neutral_900")
                .set("checkbox_label_text_color_selected_dark", "*button_primary_text_color")
                .set("checkbox_background_color_selected_dark", "*primary_600")
                .set("checkbox_background_color_dark", "*neutral_400")
                .set("button_cancel_background_fill", "#dc2626", "#b91c1c")
                .set("button_cancel_background_fill_hover", "#b91c1c", "#991b1b")
                .set("button_cancel_text_color", "white", "white")
                .set("button_cancel_text_color_hover", "white", "white")
                .set("button_cancel_shadow", "0px 3px 0px 0px rgb(248 113 113)", "0px 3px 0px 0px rgb(220 38 38)")
                .set("button_cancel_shadow_hover", "0px 5px 0px 0px rgb(248 113 113)", "0px 5px 0px 0px rgb(220 38 38)")
                .set("button_cancel_shadow_active", "0px 2px 0px 0px rgb(248 113 113)", "0px 2px 0px 0px rgb(220 38 38)")
                .set("button_transform_hover", "translateY(-2px)")
                .set("button_transform_active", "translateY(1px)")
                .set("button_transition", "all 0.1s")
                .set("button_border_width", "0px")
                .set("panel_border_width", "1px")
                .set("block_border_width", "1px")
                .set("block_border_color", "*neutral_300")
                .set("block_background_fill", "*neutral_100")
                .set("input_border_width", "1px")
                .set("block_label_shadow", "none")
                .set("checkbox_shadow", "none");
    }
}
