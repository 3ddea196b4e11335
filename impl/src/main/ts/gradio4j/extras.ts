import type { Config } from './types.js';

/** What an app adds to the page itself: its style sheet and, where the page is its own, its `<head>`. */
export function applyExtras(config: Config, embedded: boolean): void {
  if (config.css) {
    // ours is all in layers: this one, in none, wins
    const sheet = document.createElement('style');
    sheet.textContent = config.css;
    document.head.append(sheet);
  }
  if (config.head && !embedded) appendHead(config.head);
}

/** Appends the children in order; a `meta` replaces the one with its name or property. Scripts get the page's nonce: the app's author wrote them. */
function appendHead(markup: string): void {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce;
  for (const child of [...template.content.children]) {
    if (child.localName === 'meta') {
      const name = child.getAttribute('name') ?? child.getAttribute('property');
      if (name) document.head.querySelector(`meta[name="${CSS.escape(name)}"], meta[property="${CSS.escape(name)}"]`)?.remove();
    }
    if (child.localName !== 'script') {
      document.head.append(child);
      continue;
    }
    const script = document.createElement('script');
    for (const { name, value } of child.attributes) script.setAttribute(name, value);
    script.textContent = child.textContent;
    script.async = false;
    if (nonce) script.nonce = nonce;
    document.head.append(script);
  }
}
