package io.gradio4j.themes;

import io.gradio4j.Font;
import io.gradio4j.Hue;
import io.gradio4j.Size;
import io.gradio4j.Theme;
import io.gradio4j.spi.ThemeProvider;

/** Warm: orange on stone, wide corners, fine shadows. */
public final class Ember implements ThemeProvider {

    @Override
    public Theme theme() {
        return Theme.named("ember")
                .primaryHue(Hue.ORANGE)
                .secondaryHue(Hue.ORANGE)
                .neutralHue(Hue.STONE)
                .radiusSize(Size.LG)
                .font(Font.system("Source Sans 3"))
                .fontMono(Font.system("Source Code Pro"))
                .set("body_background_fill", "*neutral_50", "*neutral_950")
                .set("body_text_color", "*neutral_800", "*neutral_200")
                .set("body_text_color_subdued", "*neutral_500", "*neutral_400")
                .set("background_fill_primary", "white", "*neutral_900")
                .set("background_fill_secondary", "*neutral_100", "*neutral_800")
                .set("shadow_drop", "0 1px 3px 0 rgb(0 0 0 / 0.08)")
                .set("shadow_drop_lg", "0 4px 12px 0 rgb(0 0 0 / 0.1)")
                .set("shadow_spread", "6px")
                .set("block_background_fill", "white", "*neutral_900")
                .set("block_border_width", "0px")
                .set("block_shadow", "*shadow_drop", "0 1px 4px 0 rgb(0 0 0 / 0.3)")
                .set("block_label_background_fill", "*primary_50", "*primary_900")
                .set("block_label_text_color", "*primary_600", "*primary_300")
                .set("block_label_text_weight", "600")
                .set("block_label_text_size", "*text_md")
                .set("block_label_padding", "*spacing_sm *spacing_md")
                .set("block_label_radius", "*radius_md")
                .set("block_title_background_fill", "*primary_50", "*primary_900")
                .set("block_title_text_color", "*primary_600", "*primary_300")
                .set("block_title_text_weight", "600")
                .set("block_title_padding", "*spacing_sm *spacing_md")
                .set("block_title_radius", "*radius_md")
                .set("input_background_fill", "white", "*neutral_800")
                .set("input_border_color", "*neutral_200", "*neutral_600")
                .set("input_border_width", "1px")
                .set("input_shadow", "none")
                .set("input_shadow_focus", "0 0 0 3px *primary_100", "0 0 0 3px *primary_900")
                .set("input_border_color_focus", "*primary_400", "*primary_500")
                .set("button_border_width", "0px")
                .set("button_transition", "all 0.15s ease")
                .set("button_primary_background_fill", "*primary_500", "*primary_600")
                .set("button_primary_background_fill_hover", "*primary_600", "*primary_500")
                .set("button_primary_text_color", "white")
                .set("button_primary_shadow", "0 1px 3px 0 rgb(0 0 0 / 0.1), 0 1px 2px -1px rgb(0 0 0 / 0.1)")
                .set("button_primary_shadow_hover", "0 4px 6px -1px rgb(0 0 0 / 0.1), 0 2px 4px -2px rgb(0 0 0 / 0.1)")
                .set("button_primary_shadow_active", "none")
                .set("button_secondary_background_fill", "white", "*neutral_800")
                .set("button_secondary_background_fill_hover", "*neutral_50", "*neutral_700")
                .set("button_secondary_text_color", "*neutral_700", "*neutral_200")
                .set("button_secondary_border_color", "*neutral_200", "*neutral_600")
                .set("button_secondary_shadow", "*shadow_drop")
                .set("button_secondary_shadow_hover", "*shadow_drop_lg")
                .set("button_cancel_background_fill", "#ef4444", "#dc2626")
                .set("button_cancel_background_fill_hover", "#dc2626", "#b91c1c")
                .set("button_cancel_text_color", "white", "white")
                .set("checkbox_background_color_selected", "*primary_500", "*primary_500")
                .set("checkbox_border_color", "*neutral_300", "*neutral_500")
                .set("checkbox_border_color_selected", "*primary_500", "*primary_500")
                .set("checkbox_shadow", "none")
                .set("checkbox_label_background_fill", "white", "*neutral_800")
                .set("checkbox_label_background_fill_selected", "*primary_500", "*primary_600")
                .set("checkbox_label_text_color_selected", "white")
                .set("checkbox_label_shadow", "*shadow_drop")
                .set("slider_color", "*primary_500", "*primary_400")
                .set("color_accent", "*primary_500")
                .set("color_accent_soft", "*primary_50", "*primary_900")
                .set("table_even_background_fill", "*neutral_50", "*neutral_800")
                .set("table_odd_background_fill", "white", "*neutral_900")
                .set("panel_border_width", "1px")
                .set("panel_border_color", "*neutral_200", "*neutral_700")
                .set("loader_color", "*primary_500", "*primary_400");
    }
}
