package io.gradio4j.themes;

import io.gradio4j.Font;
import io.gradio4j.Hue;
import io.gradio4j.Size;
import io.gradio4j.Theme;
import io.gradio4j.spi.ThemeProvider;

/** A jump-and-run game of the eighties: sky, bricks, coins and a pixel font; by night without the sky. */
public final class Mario implements ThemeProvider {

    /** Own drawings: clouds on the sky, bricks on label bars and secondary buttons, coins on sliders. */
    private static final String ART = """
            body:not(.dark) .gradio-container {
              background:
                radial-gradient(ellipse 44px 22px at 96px 90px, #fff 98%, transparent),
                radial-gradient(ellipse 30px 26px at 84px 76px, #fff 98%, transparent),
                radial-gradient(ellipse 36px 16px at 330px 170px, #fff 98%, transparent),
                #6B8CFF;
              background-size: 512px 256px;
            }
            body:not(.dark) .gradio-container [role='tab'].selected { color: #000; }
            .gradio-container .label-wrap,
            .gradio-container button.secondary {
              background: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='32' height='32'%3E\
            %3Cpath fill='%23C84C0C' d='M0 0h32v32H0z'/%3E\
            %3Cpath stroke='%23A0380C' stroke-width='2' d='M0 1h32M0 17h32M1 0v16M17 16v16'/%3E%3C/svg%3E");
            }
            .gradio-container input[type='range']::-webkit-slider-thumb {
              block-size: 30px;
              inline-size: 30px;
              border: 3px solid #000;
              border-radius: 50%;
              background: linear-gradient(90deg, transparent 42%, #C84C0C 42% 58%, transparent 58%) #FAC000;
            }
            .gradio-container input[type='range']::-moz-range-thumb {
              block-size: 24px;
              inline-size: 24px;
              border: 3px solid #000;
              border-radius: 50%;
              background: linear-gradient(90deg, transparent 42%, #C84C0C 42% 58%, transparent 58%) #FAC000;
            }
            """;

    @Override
    public Theme theme() {
        return Theme.named("mario")
                .primaryHue(Hue.ORANGE)
                .secondaryHue(Hue.GREEN)
                .neutralHue(Hue.STONE)
                .radiusSize(Size.SM)
                .font(Font.system("Press Start 2P"), Font.system("ui-monospace"), Font.system("monospace"))
                .fontMono(Font.system("Press Start 2P"))
                .set("body_background_fill", "#6B8CFF")
                .set("body_text_color", "#000000")
                .set("body_text_color_subdued", "#A0380C")
                .set("body_text_weight", "400")
                .set("background_fill_primary", "#6B8CFF")
                .set("background_fill_secondary", "#E4A672")
                .set("shadow_drop", "none")
                .set("shadow_drop_lg", "none")
                .set("shadow_spread", "0px")
                .set("shadow_inset", "rgba(0,0,0,0.3) 0px 2px 4px 0px inset")
                .set("block_background_fill", "#FAC000")
                .set("block_border_width", "4px")
                .set("block_border_color", "#000000")
                .set("block_shadow", "0px 4px 0px 0px #A0380C")
                .set("block_radius", "4px")
                .set("block_padding", "*spacing_lg")
                .set("block_label_background_fill", "#D05010")
                .set("block_label_text_color", "#000000")
                .set("block_label_text_weight", "400")
                .set("block_label_text_size", "*text_sm")
                .set("block_label_padding", "*spacing_sm *spacing_md")
                .set("block_label_radius", "4px")
                .set("block_label_border_color", "#000000")
                .set("block_label_border_width", "3px")
                .set("block_label_shadow", "0px 3px 0px 0px #9C6838")
                .set("block_title_background_fill", "#D05010")
                .set("block_title_text_color", "#000000", "#000000")
                .set("block_title_text_weight", "400")
                .set("block_title_padding", "*spacing_sm *spacing_md")
                .set("block_title_radius", "4px")
                .set("block_title_border_color", "#000000")
                .set("block_title_border_width", "3px")
                .set("input_background_fill", "#FCE4A8")
                .set("input_border_color", "#000000")
                .set("input_border_width", "3px")
                .set("input_shadow", "none")
                .set("input_shadow_focus", "0 0 0 3px #FAC000")
                .set("input_border_color_focus", "#C84C0C")
                .set("input_background_fill_focus", "#FCFCFC")
                .set("input_radius", "4px")
                .set("input_placeholder_color", "#9C6838")
                .set("button_border_width", "4px")
                .set("button_transform_hover", "translateY(-2px)")
                .set("button_transform_active", "translateY(2px)")
                .set("button_transition", "all 0.08s ease")
                .set("button_primary_background_fill", "#00A800", "*primary_700")
                .set("button_primary_background_fill_hover", "#10C010", "*primary_800")
                .set("button_primary_text_color", "#000000")
                .set("button_primary_border_color", "#000000")
                .set("button_primary_shadow", "0px 4px 0px 0px #005800")
                .set("button_primary_shadow_hover", "0px 6px 0px 0px #005800")
                .set("button_primary_shadow_active", "0px 1px 0px 0px #005800")
                .set("button_secondary_background_fill", "#D05010")
                .set("button_secondary_background_fill_hover", "#D86020")
                .set("button_secondary_text_color", "#000000")
                .set("button_secondary_border_color", "#000000")
                .set("button_secondary_shadow", "0px 4px 0px 0px #9C6838")
                .set("button_secondary_shadow_hover", "0px 6px 0px 0px #9C6838")
                .set("button_secondary_shadow_active", "0px 1px 0px 0px #9C6838")
                .set("button_cancel_background_fill", "#ef4444")
                .set("button_cancel_background_fill_hover", "#f87171")
                .set("button_cancel_text_color", "#000000")
                .set("button_cancel_border_color", "#000000")
                .set("button_cancel_shadow", "0px 4px 0px 0px #7f1d1d")
                .set("button_cancel_shadow_hover", "0px 6px 0px 0px #7f1d1d")
                .set("button_cancel_shadow_active", "0px 1px 0px 0px #7f1d1d")
                .set("checkbox_background_color_selected", "#FAC000")
                .set("checkbox_border_color", "#000000")
                .set("checkbox_border_color_selected", "#000000")
                .set("checkbox_border_width", "3px")
                .set("checkbox_shadow", "none")
                .set("checkbox_label_background_fill", "#FCE4A8")
                .set("checkbox_label_background_fill_hover", "#FCFCFC")
                .set("checkbox_label_background_fill_selected", "#FAC000")
                .set("checkbox_label_text_color", "#000000")
                .set("checkbox_label_text_color_selected", "#000000")
                .set("checkbox_label_border_width", "3px")
                .set("checkbox_label_border_color", "#000000")
                .set("checkbox_label_border_color_selected", "#000000")
                .set("checkbox_label_shadow", "0px 3px 0px 0px #9C6838")
                .set("checkbox_label_shadow_hover", "0px 5px 0px 0px #9C6838")
                .set("checkbox_label_shadow_active", "0px 1px 0px 0px #9C6838")
                .set("slider_color", "#00A800")
                .set("color_accent", "#FAC000")
                .set("color_accent_soft", "#FCE4A8")
                .set("table_even_background_fill", "#FCE4A8")
                .set("table_odd_background_fill", "#E4A672")
                .set("table_border_color", "#000000")
                .set("table_row_focus", "#FAC000")
                .set("panel_border_width", "4px")
                .set("panel_border_color", "#000000")
                .set("panel_background_fill", "#C84C0C")
                .set("loader_color", "#FAC000")
                .set("error_background_fill", "#FCD0D0")
                .set("error_border_color", "#dc2626")
                .set("error_text_color", "#991b1b")
                .set("error_icon_color", "#dc2626")
                .set("link_text_color", "#002C00")
                .set("link_text_color_hover", "#003400")
                .customCss(ART);
    }
}
