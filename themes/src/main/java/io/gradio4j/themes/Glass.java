package io.gradio4j.themes;

import io.gradio4j.Font;
import io.gradio4j.Hue;
import io.gradio4j.Size;
import io.gradio4j.Theme;
import io.gradio4j.spi.ThemeProvider;

/** Small and shiny: slate greys, vertical gradients on buttons and inputs. */
public final class Glass implements ThemeProvider {

    @Override
    public Theme theme() {
        return Theme.named("glass")
                .secondaryHue(Hue.SLATE)
                .neutralHue(Hue.SLATE)
                .textSize(Size.SM)
                .spacingSize(Size.SM)
                .radiusSize(Size.SM)
                .font(Font.system("Optima"), Font.system("Candara"), Font.system("Noto Sans"), Font.system("source-sans-pro"),
                        Font.system("sans-serif"))
                .set("link_text_color_dark", "*secondary_400")
                .set("body_background_fill_dark", "*secondary_800")
                .set("background_fill_secondary", "*secondary_100", "*secondary_800")
                .set("block_background_fill", "*secondary_50", "*secondary_800")
                .set("button_primary_background_fill",
                        "linear-gradient(180deg, *primary_100 0%, *primary_200 30%)",
                        "linear-gradient(180deg, *primary_500 0%, *primary_600 30%)")
                .set("button_primary_background_fill_hover",
                        "linear-gradient(180deg, *primary_100 0%, *primary_200 30%)",
                        "linear-gradient(180deg, *primary_500 0%, *primary_600 30%)")
                .set("button_primary_text_color", "*body_text_color")
                .set("button_primary_border_color", "*primary_200")
                .set("button_primary_border_color_hover", "*button_primary_border_color")
                .set("button_secondary_background_fill",
                        "linear-gradient(180deg, *secondary_100 0%, *secondary_200 30%)",
                        "linear-gradient(180deg, *secondary_500 0%, *secondary_600 30%)")
                .set("button_secondary_background_fill_hover",
                        "linear-gradient(180deg, *secondary_100 0%, *secondary_200 30%)",
                        "linear-gradient(180deg, *secondary_500 0%, *secondary_600 30%)")
                .set("checkbox_border_width", "0px", "0px")
                .set("checkbox_label_background_fill", "*button_secondary_background_fill", "*button_secondary_background_fill")
                .set("checkbox_label_background_fill_hover",
                        "*button_secondary_background_fill_hover",
                        "*button_secondary_background_fill_hover")
                .set("checkbox_label_border_width", "1px", "1px")
                .set("checkbox_label_border_color_dark", "*secondary_700")
                .set("checkbox_background_color_dark", "*secondary_400")
                .set("button_border_width", "1px")
                .set("shadow_inset", "rgba(0,0,0,0.05) 0px 1px 2px 0px inset")
                .set("button_primary_shadow_active", "*shadow_inset")
                .set("button_secondary_shadow_active", "*shadow_inset")
                .set("input_background_fill", "linear-gradient(0deg, *secondary_100 0%, white 100%)", "*secondary_600")
                .set("input_border_color_focus_dark", "*secondary_500")
                .set("input_border_width", "1px")
                .set("input_border_color_dark", "*secondary_600")
                .set("block_label_text_color", "*secondary_600")
                .set("block_title_text_color", "*secondary_500")
                .set("block_label_text_weight", "600")
                .set("block_title_text_weight", "600")
                .set("block_label_text_size", "*text_md")
                .set("block_title_text_size", "*text_md")
                .set("block_label_background_fill", "*secondary_200", "*secondary_700")
                .set("block_label_border_color_dark", "*secondary_600")
                .set("block_border_width", "0px", "1px")
                .set("block_border_color_dark", "*secondary_600")
                .set("panel_border_width", "1px")
                .set("border_color_primary_dark", "*secondary_600")
                .set("background_fill_primary_dark", "*neutral_700")
                .set("table_even_background_fill_dark", "*neutral_700")
                .set("table_odd_background_fill_dark", "*neutral_700");
    }
}
