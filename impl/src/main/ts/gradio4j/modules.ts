/** Imports component modules on demand; each URL once, also when several types share it. */
export class Modules {
  readonly #urls: Readonly<Record<string, string>>;
  readonly #base: string;
  readonly #text: (key: string, values: Readonly<Record<string, string>>) => string;
  readonly #loads = new Map<string, Promise<void>>();

  constructor(urls: Readonly<Record<string, string>>, base: string, text: (key: string, values: Readonly<Record<string, string>>) => string) {
    this.#urls = urls;
    this.#base = base;
    this.#text = text;
  }

  /** Resolves once `gr-<type>` is defined; rejects with a readable message that names the type. */
  load(type: string): Promise<void> {
    let loading = this.#loads.get(type);
    if (!loading) {
      loading = this.#import(type);
      this.#loads.set(type, loading);
    }
    return loading;
  }

  async #import(type: string): Promise<void> {
    const name = `gr-${type}`;
    if (customElements.get(name)) return;
    const url = this.#urls[type];
    if (url === undefined) throw new Error(this.#text('component.missing', { type }));
    try {
      await import(new URL(url, this.#base).href);
    } catch (error) {
      console.error(`gradio4j: the module of "${type}" failed to load`, error);
      throw new Error(this.#text('component.failed', { type }), { cause: error });
    }
    if (!customElements.get(name)) {
      console.error(`gradio4j: the module ${url} does not define <${name}>`);
      throw new Error(this.#text('component.failed', { type }));
    }
  }
}
