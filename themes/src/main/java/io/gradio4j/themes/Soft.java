package io.gradio4j.themes;

import io.gradio4j.Font;
import io.gradio4j.Hue;
import io.gradio4j.Theme;
import io.gradio4j.spi.ThemeProvider;

/** Calm and rounded: indigo on grey, soft shadows, coloured labels. */
public final class Soft implements ThemeProvider {

    @Override
    public Theme theme() {
        return Theme.named("soft")
                .primaryHue(Hue.INDIGO)
                .secondaryHue(Hue.INDIGO)
                .neutralHue(Hue.GRAY)
                .font(Font.system("Montserrat"))
                .set("link_text_color_dark", "*secondary_400")
                .set("background_fill_primary", "*neutral_50")
                .set("slider_color", "*primary_500", "*primary_600")
                .set("shadow_drop", "0 1px 4px 0 rgb(0 0 0 / 0.1)")
                .set("shadow_drop_lg", "0 2px 5px 0 rgb(0 0 0 / 0.1)")
                .set("block_background_fill", "white")
                .set("block_label_padding", "*spacing_sm *spacing_md")
                .set("block_label_background_fill", "*primary_100", "*primary_600")
                .set("block_label_radius", "*radius_md")
                .set("block_label_text_size", "*text_md")
                .set("block_label_text_weight", "600")
                .set("block_label_text_color", "*primary_600", "white")
                .set("block_title_radius", "*block_label_radius")
                .set("block_title_padding", "*block_label_padding")
                .set("block_title_background_fill", "*block_label_background_fill")
                .set("block_title_text_weight", "600")
                .set("block_title_text_color", "*primary_600", "white")
                .set("block_label_margin", "*spacing_md")
                .set("input_background_fill", "white")
                .set("input_border_color", "*neutral_50")
                .set("input_shadow", "*shadow_drop")
                .set("input_shadow_focus", "*shadow_drop_lg")
                .set("checkbox_shadow", "none")
                .set("shadow_spread", "6px")
                .set("button_primary_shadow", "*shadow_drop_lg")
                .set("button_primary_shadow_hover", "*shadow_drop_lg")
                .set("button_primary_shadow_active", "*shadow_inset")
                .set("button_secondary_shadow", "*shadow_drop_lg")
                .set("button_secondary_shadow_hover", "*shadow_drop_lg")
                .set("button_secondary_shadow_active", "*shadow_inset")
                .set("checkbox_label_shadow", "*shadow_drop_lg")
                .set("button_primary_background_fill", "*primary_600", "*primary_600")
                .set("button_primary_background_fill_hover", "*primary_700", "*primary_700")
                .set("button_primary_text_color", "white")
                .set("button_secondary_background_fill", "white")
                .set("button_secondary_background_fill_hover", "*neutral_100", "*primary_600")
                .set("button_secondary_text_color", "*neutral_800")
                .set("button_cancel_background_fill", "*button_secondary_background_fill")
                .set("button_cancel_background_fill_hover",
                        "*button_secondary_background_fill_hover",
                        "*button_secondary_background_fill_hover")
                .set("button_cancel_text_color", "*button_secondary_text_color")
                .set("checkbox_label_background_fill_selected", "*primary_600", "*primary_600")
                .set("checkbox_border_width", "1px")
                .set("checkbox_border_color", "*neutral_100", "*neutral_600")
                .set("checkbox_background_color_selected", "*primary_600", "*primary_700")
                .set("checkbox_border_color_focus", "*primary_500", "*primary_600")
                .set("checkbox_border_color_selected", "*primary_600", "*primary_700")
                .set("checkbox_label_text_color_selected", "white")
                .set("block_border_width", "0px")
                .set("panel_border_width", "1px");
    }
}
