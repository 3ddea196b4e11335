import type { Config } from './types.js';

/** What a server says of an app to the page of another site. */
interface Embedding {
  readonly config: Config;
  /** What the modules of the app import, relative to the app's address. */
  readonly imports: Readonly<Record<string, string>>;
  readonly styles: readonly string[];
}

/** The bare names that this very bundle stands for: lit exists once, whichever app brought it. */
const SHARED = /^(gradio4j|lit|lit\/.*)$/;
const ASSET = /^assets\/[^/]+\//;

/** Where this page has the modules, by name. The first app that brings one decides: each element is defined once. */
const modules = new Map<string, string>();

/** Gets an app of a server ready to be shown in this page. Rejects with a readable message. */
export async function embed(src: string): Promise<{ config: Config; base: string }> {
  const base = new URL(src.replace(/\/?$/, '/'), document.baseURI).href;
  const answer = await fetch(`${base}gradio_api/embed`).catch(() => null);
  if (!answer) throw new Error(`${base} cannot be reached, or does not allow this page to show it`);
  if (!answer.ok) throw new Error(`${base} answers ${answer.status}`);
  const { config, imports, styles } = await answer.json() as Embedding;
  if (modules.size === 0) learn();
  const news = Object.entries(imports).filter(([name]) => !modules.has(name));
  for (const [name, url] of news) modules.set(name, SHARED.test(name) ? import.meta.url : new URL(url, base).href);
  if (news.length > 0) addImports(base);
  await Promise.all(styles.map(style => addStyle(new URL(style, base).href)));
  const { gradio4j } = config;
  const urls = Object.entries(gradio4j.modules).map(([type, url]) => [type, modules.get(`gradio4j/${url.replace(ASSET, '')}`) ?? url]);
  return { config: { ...config, gradio4j: { ...gradio4j, modules: Object.fromEntries(urls) as Record<string, string> } }, base };
}

/** What the script that brought this shell has said already. */
function learn(): void {
  for (const { textContent } of document.querySelectorAll('script[type="importmap"][data-gradio]')) {
    const { scopes } = JSON.parse(textContent ?? '{}') as { scopes: Record<string, Record<string, string>> };
    for (const [name, url] of Object.values(scopes).flatMap(scope => Object.entries(scope))) modules.set(name, url);
  }
}

function addImports(base: string): void {
  const map = document.createElement('script');
  map.type = 'importmap';
  map.nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
  map.textContent = JSON.stringify({ scopes: { [`${base}assets/`]: Object.fromEntries(modules) } });
  document.head.append(map);
}

/** Resolves when the style is there, or can't be had. */
function addStyle(href: string): Promise<void> {
  if ([...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].some(link => link.href === href)) return Promise.resolve();
  return new Promise(resolve => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.onload = link.onerror = () => resolve();
    link.href = href;
    document.head.append(link);
  });
}
