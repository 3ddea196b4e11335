import { App } from './app.js';
import { embed } from './embed.js';
import { Translator } from './translate.js';
import type { Config } from './types.js';

/**
 * `<gradio-app>`: where an app appears. In its own page it reads the config that stands there; with `src` it shows an app of any server that
 * allows it.
 *
 * Attributes: `src` the app's address; `eager`: load it before it scrolls into view; `initial_height` until it is there (300px); `embed="false"`: as in
 * its own page, with its last line; `container="false"`: no frame; `info="false"`: no line that says what this is; `autoscroll="false"`: nothing scrolls
 * by itself; `control_page_title="true"`: the page gets the app's title; `theme_mode` `light`, `dark` or `system`, which may be changed, as `src` may.
 * Events: `render` when the app is drawn, `domchange` when something is put into this element or taken away.
 */
class GradioApp extends HTMLElement {
  static readonly observedAttributes = ['src', 'theme_mode'];

  /** Counts what was asked for, so that a slow answer does not replace a newer one. */
  private turn = 0;
  private app: App | null = null;
  private watch: IntersectionObserver | null = null;
  private readonly changes = new MutationObserver(() => this.tell('domchange'));

  connectedCallback(): void {
    this.changes.observe(this, { childList: true });
    if (this.app) return;
    if (!this.hasAttribute('src')) return void this.own();
    if (this.getAttribute('eager') !== null && this.getAttribute('eager') !== 'false') return void this.foreign();
    this.style.minHeight ||= this.getAttribute('initial_height') ?? '300px';
    this.watch = new IntersectionObserver(entries => { if (entries.some(entry => entry.isIntersecting)) void this.foreign(); }, { rootMargin: '200px' });
    this.watch.observe(this);
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (name === 'theme_mode') this.app?.wear(now);
    else if (before !== null && this.app) void this.foreign();
  }

  disconnectedCallback(): void {
    queueMicrotask(() => { if (!this.isConnected) this.end(); });
  }

  private tell(event: string): void {
    this.dispatchEvent(new CustomEvent(event, { bubbles: true, composed: true }));
  }

  private end(): void {
    this.turn += 1;
    this.watch?.disconnect();
    if (!this.hasAttribute('src')) return;
    this.app?.close();
    this.app = null;
  }

  private async own(): Promise<void> {
    const text = document.getElementById('gradio-config')?.textContent;
    if (!text) return console.error('gradio4j: the page has no element with the id "gradio-config"');
    await this.show(JSON.parse(text) as Config, document.baseURI, false);
  }

  private async foreign(): Promise<void> {
    this.end();
    const turn = ++this.turn;
    this.replaceChildren();
    this.append(Object.assign(document.createElement('div'), { className: 'gr-embed-note', textContent: new Translator(null).text('common.loading') }));
    try {
      const { config, base } = await embed(this.getAttribute('src') ?? '');
      if (turn !== this.turn) return;
      this.replaceChildren();
      await this.show(config, base, this.getAttribute('embed') !== 'false');
    } catch (error) {
      console.error(error);
      if (turn === this.turn) this.firstElementChild!.textContent = (error as Error).message;
    }
  }

  private async show(config: Config, base: string, embedded: boolean): Promise<void> {
    const { turn } = this;
    const translator = new Translator(config.i18n_translations);
    await translator.load();
    if (turn !== this.turn || this.app) return;
    this.app = new App({ element: this, base, embedded }, config, translator);
    this.tell('render');
    this.style.minHeight = '';
  }
}

customElements.define('gradio-app', GradioApp);
