/** The run history: keeps what went into the app and came out in this browser, and the page that shows it. */
import { addTexts, GradioElement, html, LitElement, nothing, style, Translator, type TemplateResult } from 'gradio4j';
import { customElement, state } from 'lit/decorators.js';
import { LOAD, PREFIX, runsKey, type Run } from '../gradio4j/run-memory.js';
import type { Call, Shell } from '../gradio4j/shell.js';
import { DisplayTheme } from '../gradio4j/theme.js';
import type { Config } from '../gradio4j/types.js';
import styles from './list.css';
import texts from './texts.json';

const MOST_RUNS = 100;
const MOST_APPS = 8;

addTexts(texts);

/** Remembers a call when it has ended; a password is not written down. */
export async function keep({ config }: Shell, { dependency, inputs, ended }: Call): Promise<void> {
  const { kind, outputs, started, duration } = await ended;
  if (kind !== 'success' && kind !== 'error') return;
  const secret = (id: number | undefined): boolean => config.components.find(component => component.id === id)?.props['type'] === 'password';
  const run: Run = {
    page: config.current_page ?? '', id: crypto.getRandomValues(new Uint32Array(2)).join('-'), fn_index: dependency.id, endpoint: `/${dependency.api_name}`,
    inputs: inputs.map((value, i) => secret(dependency.inputs[i]) ? null : value), outputs, status: kind === 'success' ? 'completed' : 'failed', started, duration,
  };
  write(runsKey(config), [run, ...read(runsKey(config))].slice(0, MOST_RUNS));
  forgetOldApps();
}

function read(key: string): Run[] {
  try {
    const runs: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(runs) ? runs as Run[] : [];
  } catch {
    return [];
  }
}

/** Where the browser has no more room, the oldest runs go. */
function write(key: string, runs: readonly Run[]): void {
  for (let some = runs; ; some = some.slice(0, Math.floor(some.length / 2))) {
    try {
      if (some.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(some));
      return;
    } catch {
      if (some.length === 0) return;
    }
  }
}

function forgetOldApps(): void {
  const keys = Object.keys(localStorage).filter(key => key.startsWith(PREFIX)).sort((a, b) => (read(b)[0]?.started ?? 0) - (read(a)[0]?.started ?? 0));
  for (const key of keys.slice(MOST_APPS)) localStorage.removeItem(key);
}

/** `<gradio-runs>`: all of the page of runs. */
@customElement('gradio-runs')
export class Runs extends LitElement {
  @state() private runs: Run[] = [];

  private readonly config = JSON.parse(document.getElementById('gradio-config')?.textContent ?? '{}') as Config;
  private readonly translator = new Translator(this.config.i18n_translations);
  private readonly examples = new Map<string, typeof GradioElement>();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    style('runs', styles);
    new DisplayTheme(this.getAttribute('theme_mode'));
    document.body.classList.add('gr-ready');
    void this.start();
  }

  private async start(): Promise<void> {
    await this.translator.load();
    document.title = this.text('runs.title');
    this.runs = read(runsKey(this.config));
    const types = new Set(this.runs.flatMap(({ fn_index }) => {
      const dependency = this.dependency(fn_index);
      return [...dependency?.inputs ?? [], ...dependency?.outputs ?? []].map(id => this.component(id)?.type ?? '');
    }));
    await Promise.all([...types].map(async type => {
      const url = this.config.gradio4j.modules[type];
      if (url === undefined) return;
      await import(new URL(url, document.baseURI).href).catch((error: unknown) => console.warn(error));
      const found = customElements.get(`gr-${type}`);
      if (found) this.examples.set(type, found as unknown as typeof GradioElement);
    }));
    this.requestUpdate();
  }

  private text(key: string): string {
    return this.translator.text(key);
  }

  private dependency(id: number) {
    return this.config.dependencies.find(dependency => dependency.id === id);
  }

  private component(id: number) {
    return this.config.components.find(component => component.id === id);
  }

  protected override render(): TemplateResult {
    const { root } = this.config;
    const endpoints = [...new Set(this.runs.map(run => run.endpoint))];
    return html`<div class="gradio-container"><main class="history-page" data-testid="run-history">
      <div class="head"><h1>${this.text('runs.title')} (${this.runs.length})</h1><span class="buttons">
        ${this.runs.length > 0 ? html`<button type="button" @click=${() => this.keepOnly([], 'runs.sure_all')}>${this.text('runs.clear')}</button>` : nothing}</span></div>
      <p><a href="${root}/">${this.text('error.back')}</a></p>
      ${endpoints.length === 0 ? html`<p>${this.text('runs.empty')}</p>` : endpoints.map(endpoint => html`<section aria-label=${endpoint}><h2>${endpoint}</h2><br>
        ${this.runs.filter(run => run.endpoint === endpoint).map(run => this.run(run))}</section>`)}
    </main></div>`;
  }

  private run(run: Run): TemplateResult {
    const dependency = this.dependency(run.fn_index);
    const time = new Date(run.started);
    return html`<article class="run">
      <p class="when"><span class=${run.status}>${this.text(`runs.${run.status}`)}</span> · ${(run.duration / 1000).toFixed(2)} s · <time datetime=${time.toISOString()}>${time.toLocaleString(this.translator.language)}</time></p>
      <dl>${this.values(dependency?.inputs ?? [], run.inputs, 'runs.input')}${this.values(dependency?.outputs ?? [], run.outputs, 'runs.output')}</dl>
      <div class="buttons"><button type="button" @click=${() => this.load(run)}>${this.text('runs.load')}</button>
        <button type="button" @click=${() => this.keepOnly(this.runs.filter(other => other !== run), 'runs.sure')}>${this.text('runs.delete')}</button></div>
    </article>`;
  }

  private values(ids: readonly number[], values: readonly unknown[], otherwise: string): TemplateResult[] {
    return ids.flatMap((id, i) => {
      const component = this.component(id);
      if (!component || component.type === 'state' || values[i] === undefined || values[i] === null) return [];
      const { label } = this.translator.props(component.props);
      const props = { ...component.props, type: 'gallery', selected: false };
      const example = this.examples.get(component.type) ?? GradioElement;
      return [html`<dt>${typeof label === 'string' && label !== '' ? label : this.text(otherwise)}</dt><dd>${example.example(values[i], props)}</dd>`];
    });
  }

  private keepOnly(runs: Run[], question: string): void {
    if (!confirm(this.text(question))) return;
    this.runs = runs;
    write(runsKey(this.config), runs);
  }

  private load(run: Run): void {
    sessionStorage.setItem(LOAD, JSON.stringify({ app: runsKey(this.config), run }));
    location.href = `${this.config.root}/${run.page}`;
  }
}
