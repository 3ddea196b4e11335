const sheets = new Map<string, CSSStyleSheet>();

/**
 * Gives a component's style sheet to the page, once per name: inside `@layer gradio4j.components`, so that an app's own `css`,
 * being in no layer, always wins. Call it beside the element's definition: `style('rating', styles)`.
 */
export function style(name: string, css: string): void {
  if (sheets.has(name)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer gradio4j.components{${css}}`);
  sheets.set(name, sheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Class names joined by blanks; lists are flattened, falsy parts left out. */
export function cx(...parts: unknown[]): string {
  return parts.flat().filter(part => typeof part === 'string' && part !== '').join(' ');
}

/** A CSS length: a number is in px, a text stands as it is, anything else is no length. */
export function px(value: unknown): string | undefined {
  if (typeof value === 'number') return `${value}px`;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
