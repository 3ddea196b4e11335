package io.gradio4j.themes;

import io.gradio4j.Font;
import io.gradio4j.Hue;
import io.gradio4j.Size;
import io.gradio4j.Theme;
import io.gradio4j.spi.ThemeProvider;

/** Black on white like a newspaper: one neutral hue, square corners, thick button borders. */
public final class Monochrome implements ThemeProvider {

    @Override
    public Theme theme() {
        return Theme.named("monochrome")
                .primaryHue(Hue.NEUTRAL)
                .secondaryHue(Hue.NEUTRAL)
                .neutralHue(Hue.NEUTRAL)
                .spacingSize(Size.LG)
                .radiusSize(Size.NONE)
                .font(Font.system("Lora"))
                .set("link_text_color_dark", "*secondary_400")
                .set("slider_color", "*neutral_900", "*neutral_500")
                .set("accordion_text_color", "*body_text_color", "*body_text_color")
                .set("table_text_color", "*body_text_color", "*body_text_color")
                .set("body_text_color", "*neutral_900")
                .set("block_label_text_color", "*body_text_color")
                .set("block_title_text_color", "*body_text_color")
                .set("body_text_color_subdued", "*neutral_700")
                .set("background_fill_primary_dark", "*neutral_900")
                .set("background_fill_secondary_dark", "*neutral_800")
                .set("block_background_fill_dark", "*neutral_800")
                .set("input_background_fill_dark", "*neutral_700")
                .set("button_border_width", "2px")
                .set("button_primary_border_color", "*neutral_900")
                .set("button_primary_background_fill", "*neutral_900", "*neutral_600")
                .set("button_primary_background_fill_hover", "*neutral_700", "*neutral_600")
                .set("button_primary_text_color", "white", "white")
                .set("button_secondary_border_color", "*neutral_900")
                .set("button_secondary_background_fill", "white", "*neutral_700")
                .set("button_secondary_background_fill_hover", "white")
                .set("button_secondary_border_color_hover", "*neutral_400")
                .set("button_secondary_text_color", "*neutral_900")
                .set("button_secondary_text_color_hover", "*neutral_600")
                .set("button_cancel_border_color", "*neutral_900")
                .set("button_cancel_background_fill", "*button_secondary_background_fill")
                .set("button_cancel_background_fill_hover", "*button_secondary_background_fill_hover")
                .set("button_cancel_text_color", "*button_secondary_text_color")
                .set("checkbox_label_border_color", "*checkbox_background_color")
                .set("checkbox_label_border_color_hover", "*button_secondary_border_color_hover")
                .set("checkbox_label_border_color_selected", "*button_primary_border_color")
                .set("checkbox_label_border_width", "*button_border_width")
                .set("checkbox_background_color", "*input_background_fill")
                .set("checkbox_label_background_fill_selected", "*button_primary_background_fill")
                .set("checkbox_label_text_color_selected", "*button_primary_text_color")
                .set("checkbox_label_padding", "*spacing_sm")
                .set("button_large_padding", "*spacing_lg")
                .set("button_small_padding", "*spacing_sm")
                .set("shadow_drop_lg", "0 1px 4px 0 rgb(0 0 0 / 0.1)")
                .set("block_shadow", "none", "*shadow_drop_lg")
                .set("block_title_text_weight", "600")
                .set("block_label_text_weight", "600")
                .set("block_label_text_size", "*text_md");
    }
}
