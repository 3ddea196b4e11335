import { svg, type TemplateResult, html } from 'lit';

/** 24-unit outline icons; they take the text colour and fill their box. */
const icon = (paths: TemplateResult): TemplateResult =>
  html`<svg viewBox="0 0 24 24" width="100%" height="100%" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`;

export const icons = {
  close: icon(svg`<path d="M5 5l14 14M19 5L5 19"/>`),
  copy: icon(svg`<path class="icon-copy" d="M9 9h12v12H9zM6 15H3V3h12v3"/>`),
  check: icon(svg`<path class="icon-check" d="M4 12.5l5.5 5.5L20 6.5"/>`),
  download: icon(svg`<path d="M12 3v12m-5-5l5 5 5-5M4 20h16"/>`),
  upload: icon(svg`<path d="M12 16V4M7 9l5-5 5 5M4 20h16"/>`),
  maximize: icon(svg`<path d="M9 3H3v6M15 3h6v6M9 21H3v-6M15 21h6v-6"/>`),
  minimize: icon(svg`<path d="M3 9h6V3M21 9h-6V3M3 15h6v6M21 15h-6v6"/>`),
  undo: icon(svg`<path d="M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4"/>`),
  edit: icon(svg`<path d="M4 20l1-4L16 5l3 3L8 19zM13 8l3 3"/>`),
  gear: icon(svg`<circle cx="12" cy="12" r="3"/><path d="M12 2.8l1.2 3 3.1-1 1 3.1 3 1.1-1.4 3 1.4 3-3 1-1 3.2-3.1-1-1.2 3-1.2-3-3.1 1-1-3.1-3-1.1 1.4-3-1.4-3 3-1 1-3.2 3.1 1z"/>`),
  light: icon(svg`<circle cx="12" cy="12" r="4"/><path d="M12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.4 1.4m11.2 11.2L19 19M5 19l1.4-1.4M17.6 6.4L19 5"/>`),
  dark: icon(svg`<path d="M20 14A8.5 8.5 0 0 1 10 4a8.5 8.5 0 1 0 10 10z"/>`),
  system: icon(svg`<path d="M3 4h18v12H3zM8 20h8m-4-4v4"/>`),
  error: icon(svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v6m0 3.5v.1"/>`),
  warning: icon(svg`<path d="M12 3.5L2.5 20h19zM12 10v4.5m0 2.5v.1"/>`),
  info: icon(svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v6m0-9.6v.1"/>`),
  success: icon(svg`<circle cx="12" cy="12" r="9"/><path d="M8 12.5l3 3 5.5-6.5"/>`),
} as const;
