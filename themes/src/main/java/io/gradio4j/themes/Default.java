package io.gradio4j.themes;

import io.gradio4j.Font;
import io.gradio4j.Hue;
import io.gradio4j.Theme;
import io.gradio4j.spi.ThemeProvider;

/** What an app wears when it names no theme: orange accents, blue links, zinc greys. */
public final class Default implements ThemeProvider {

    @Override
    public Theme theme() {
        return Theme.named("default")
                .primaryHue(Hue.ORANGE)
                .font(Font.system("Source Sans Pro"))
                .set("input_background_fill", "white", "*neutral_800")
                .set("error_background_fill", "#fef2f2", "*neutral_900")
                .set("error_border_color", "#b91c1c", "#ef4444")
                .set("error_icon_color", "#b91c1c", "#ef4444")
                .set("input_shadow_focus",
                        "0 0 0 *shadow_spread *secondary_50, *shadow_inset",
                        "0 0 0 *shadow_spread *neutral_700, *shadow_inset")
                .set("button_border_width", "0px")
                .set("input_border_width", "1px")
                .set("stat_background_fill",
                        "linear-gradient(to right, *primary_400, *primary_200)",
                        "linear-gradient(to right, *primary_400, *primary_600)")
                .set("checkbox_label_background_fill", "*background_fill_primary", "*neutral_800")
                .set("checkbox_label_background_fill_hover", "*background_fill_secondary", "*checkbox_label_background_fill")
                .set("button_primary_background_fill", "*primary_700", "*primary_700")
                .set("button_primary_background_fill_hover", "*primary_800", "*primary_800")
                .set("button_primary_text_color", "white", "white")
                .set("button_secondary_background_fill", "*neutral_200", "*neutral_600")
                .set("button_secondary_background_fill_hover", "*neutral_300", "*neutral_700")
                .set("button_secondary_text_color", "black", "white")
                .set("button_cancel_background_fill", "#dc2626", "#b91c1c")
                .set("button_cancel_background_fill_hover", "#b91c1c", "#991b1b")
                .set("button_cancel_text_color", "white", "white")
                .set("button_cancel_text_color_hover", "white", "white")
                .set("border_color_accent_subdued", "*primary_200");
    }
}
