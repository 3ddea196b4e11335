package io.gradio4j.themes;

import io.gradio4j.Font;
import io.gradio4j.Hue;
import io.gradio4j.Theme;
import io.gradio4j.spi.ThemeProvider;

/** The look of the early Gradio: gradients, thin borders, gentle shadows. */
public final class Origin implements ThemeProvider {

    @Override
    public Theme theme() {
        return Theme.named("origin")
                .primaryHue(Hue.ORANGE)
                .neutralHue(Hue.GRAY)
                .font(Font.system("Source Sans Pro"))
                .set("input_background_fill", "white", "*neutral_800")
                .set("error_background_fill", "#fef2f2", "*neutral_900")
                .set("error_border_color", "#b91c1c", "#ef4444")
                .set("error_icon_color", "#b91c1c", "#ef4444")
                .set("button_transition", "none")
                .set("button_primary_shadow", "*shadow_drop")
                .set("button_primary_shadow_hover", "*shadow_drop_lg")
                .set("button_primary_shadow_active", "*shadow_inset")
                .set("button_secondary_shadow", "*shadow_drop")
                .set("button_secondary_shadow_hover", "*shadow_drop_lg")
                .set("button_secondary_shadow_active", "*shadow_inset")
                .set("input_shadow", "0 0 0 *shadow_spread transparent, *shadow_inset")
                .set("input_shadow_focus",
                        "0 0 0 *shadow_spread *secondary_50, *shadow_inset",
                        "0 0 0 *shadow_spread *neutral_700, *shadow_inset")
                .set("checkbox_label_shadow", "*shadow_drop")
                .set("block_shadow", "*shadow_drop")
                .set("form_gap_width", "1px")
                .set("button_border_width", "1px", "1px")
                .set("input_border_width", "1px")
                .set("stat_background_fill",
                        "linear-gradient(to right, *primary_400, *primary_200)",
                        "linear-gradient(to right, *primary_400, *primary_600)")
                .set("checkbox_label_background_fill",
                        "linear-gradient(to top, *neutral_50, white)",
                        "linear-gradient(to top, *neutral_900, *neutral_800)")
                .set("checkbox_label_background_fill_hover",
                        "linear-gradient(to top, *neutral_100, white)",
                        "linear-gradient(to top, *neutral_900, *neutral_800)")
                .set("button_primary_background_fill",
                        "linear-gradient(to bottom right, *primary_100, *primary_300)",
                        "linear-gradient(to bottom right, *primary_500, *primary_600)")
                .set("button_primary_background_fill_hover",
                        "linear-gradient(to bottom right, *primary_100, *primary_200)",
                        "linear-gradient(to bottom right, *primary_500, *primary_500)")
                .set("button_primary_border_color", "*primary_200", "*primary_500")
                .set("button_primary_border_color_hover", "*button_primary_border_color", "*primary_500")
                .set("button_primary_text_color", "*primary_600", "white")
                .set("button_secondary_background_fill",
                        "linear-gradient(to bottom right, *neutral_100, *neutral_200)",
                        "linear-gradient(to bottom right, *neutral_600, *neutral_700)")
                .set("button_secondary_background_fill_hover",
                        "linear-gradient(to bottom right, *neutral_100, *neutral_100)",
                        "linear-gradient(to bottom right, *neutral_600, *neutral_600)")
                .set("button_secondary_border_color", "*neutral_200", "*neutral_600")
                .set("button_secondary_border_color_hover", "*neutral_200", "*neutral_600")
                .set("button_secondary_text_color", "*neutral_800", "white")
                .set("button_cancel_background_fill",
                        "linear-gradient(to bottom right, #fee2e2, #fecaca)",
                        "linear-gradient(to bottom right, #dc2626, #b91c1c)")
                .set("button_cancel_background_fill_hover",
                        "linear-gradient(to bottom right, #fee2e2, #fee2e2)",
                        "linear-gradient(to bottom right, #dc2626, #dc2626)")
                .set("button_cancel_border_color", "#fecaca", "#dc2626")
                .set("button_cancel_border_color_hover", "#fecaca", "#dc2626")
                .set("button_cancel_text_color", "#dc2626", "white")
                .set("border_color_accent_subdued", "*primary_200")
                .set("button_transform_hover", "none");
    }
}
