import { html, icons as shared, svg, type TemplateResult } from 'gradio4j';

const icon = (paths: TemplateResult): TemplateResult =>
  html`<svg viewBox="0 0 24 24" width="100%" height="100%" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`;

const thumb = svg`<path d="M7 21V10l4-7c2 0 3 1.2 2.6 3L13 9h5.5c1.3 0 2.2 1.2 1.9 2.4l-1.8 7.2A3 3 0 0 1 15.7 21zM7 10H3.500v11H7"/>`;

export const icons = {
  ...shared,
  chat: icon(svg`<path d="M4 4h16a1.5 1.5 0 0 1 1.5 1.500v10A1.5 1.5 0 0 1 20 17h-7l-4.5 4v-4H4a1.5 1.5 0 0 1-1.5-1.500v-10A1.5 1.5 0 0 1 4 4zM7 8.500h10M7 12.500h7"/>`),
  like: icon(thumb),
  dislike: icon(svg`<g transform="rotate(180 12 12)">${thumb}</g>`),
  liked: icon(svg`<g fill="currentColor">${thumb}</g>`),
  disliked: icon(svg`<g fill="currentColor" transform="rotate(180 12 12)">${thumb}</g>`),
  flag: icon(svg`<path d="M5 21V4h13l-3 4.5 3 4.500H5"/>`),
  retry: icon(svg`<path d="M20 12a8 8 0 1 1-2.5-5.800M20 3v4.500h-4.5"/>`),
  share: icon(svg`<path d="M12 15V3M8 7l4-4 4 4M6 11H4v10h16V11h-2"/>`),
  bin: icon(svg`<path d="M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15M10 10v7M14 10v7"/>`),
  down: icon(svg`<path d="M12 4v16M5 13l7 7 7-7"/>`),
  arrow: icon(svg`<path d="M9 5l7 7-7 7"/>`),
  file: icon(svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4"/>`),
} as const;
