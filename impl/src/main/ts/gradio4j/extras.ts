import type { Config } from './types.js';

/** What an app adds to the page itself: its style sheet and, where the page is its own, its `<head>`. */
export function applyExtras(config: Config, embedded: boolean): void {
  if (config.css) {
    // ours is all in layers: this one, in none, wins
    const sheet = document.createElement('style');
    sheet.textContent = config.css;
    document.head.append(sheet);
  }
  if (config.head && !embedded) void appendHead(config.head);
}

/** The scripts that are in the head, by address or text: when each has been run. */
const scripts = new Map<string, Promise<void>>();

/**
 * Appends the children in order; a `meta` replaces the one with its name or property. Scripts get the page's nonce: the app's author wrote them.
 * What several components bring is there once: a script by its address or text, a link by its address. The scripts' files have been run at the end.
 */
export async function appendHead(markup: string): Promise<void> {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce;
  const loading: Promise<void>[] = [];
  for (const child of [...template.content.children]) {
    if (child.localName === 'meta') {
      const name = child.getAttribute('name') ?? child.getAttribute('property');
      if (name) document.head.querySelector(`meta[name="${CSS.escape(name)}"], meta[property="${CSS.escape(name)}"]`)?.remove();
    }
    if (child.localName !== 'script') {
      const href = child.localName === 'link' ? child.getAttribute('href') : null;
      if (href === null || ![...document.head.querySelectorAll('link')].some(link => link.getAttribute('href') === href)) document.head.append(child);
      continue;
    }
    const name = child.getAttribute('src') ?? child.textContent ?? '';
    const before = scripts.get(name);
    if (before) {
      loading.push(before);
      continue;
    }
    const script = document.createElement('script');
    for (const attribute of child.attributes) script.setAttribute(attribute.name, attribute.value);
    script.textContent = child.textContent;
    script.async = false;
    if (nonce) script.nonce = nonce;
    const loaded = script.hasAttribute('src') ? new Promise<void>(done => {
      script.addEventListener('load', () => done());
      script.addEventListener('error', () => done());
    }) : Promise.resolve();
    scripts.set(name, loaded);
    loading.push(loaded);
    document.head.append(script);
  }
  await Promise.all(loading);
}
