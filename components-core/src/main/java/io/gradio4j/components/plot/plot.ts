import { addTexts, GradioElement, html, keyed, onDarkness, style, svg, type PropertyValues, type TemplateResult } from 'gradio4j';
import { configOf, loadVega, lookOf } from 'gradio4j/nativeplot/nativeplot.js';
import styles from './plot.css';
import { plotlyLocale } from './plotly-locale.js';
import texts from './texts.json';

interface PlotData {
  readonly type: string;
  readonly plot: string;
}

type Json = Readonly<Record<string, unknown>>;

/** What Plotly's basic bundle draws. */
const TRACES = ['scatter', 'bar', 'pie'];

const ICON = html`<svg viewBox="0 0 24 24" width="100%" height="100%" fill="none" stroke="currentColor" stroke-width="1.500" stroke-linecap="round">${svg`<path d="M3 3v18h18M6 15l4-5 4 3 6-8"/>`}</svg>`;

/** Plotly would send the figure with all its data to another site. */
const ELSEWHERE = ['sendChartToCloud'];

/** A figure: a picture, or what Plotly or Vega-Lite draws; those are loaded when the first one is to be shown. */
export class GrPlot extends GradioElement<PlotData> {
  /** Ends what draws the figure that is shown. */
  private end: (() => void) | null = null;
  private drawing = 0;
  /** The figure's description; null where there is none, or a broken one. */
  private json: Json | null = null;
  private stopObserving: (() => void) | null = null;

  static override example(): string {
    return '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopObserving = onDarkness(this, () => void this.draw());
    if (this.hasUpdated) void this.draw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopObserving?.();
    this.forget();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.json = this.value ? parsed(this.value.plot) : null;
  }

  protected override render(): TemplateResult {
    return this.block(html`${this.blockLabel(this.t('label.plot'), ICON)}${this.toolbar()}${this.value ? keyed(this.value.type, this.figure(this.value)) : this.empty(ICON, 'large')}`, { padding: false });
  }

  private figure({ type, plot }: PlotData): TemplateResult {
    const name = this.label ?? this.t('label.plot');
    switch (type) {
      case 'matplotlib': return html`<div class="matplotlib layout" data-testid="matplotlib"><img src=${plot} alt=${this.t('plot.picture', { label: name })}></div>`;
      case 'plotly': {
        const strange = strangeTrace(this.json);
        return strange === null ? html`<div data-testid="plotly" role="group" aria-label=${name}></div>` : this.unknown(`plotly ${strange}`);
      }
      case 'altair': return html`<div class="altair layout" data-testid="altair"><div class="figure"></div></div>`;
      default: return this.unknown(type);
    }
  }

  private unknown(type: string): TemplateResult {
    return html`<div class="unknown" data-testid=${type}>${this.t('plot.unknown', { type })}</div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('value') || changed.has('label') || changed.has('show_label') || changed.has('t')) void this.draw();
  }

  private forget(): void {
    this.drawing++;
    this.end?.();
    this.end = null;
  }

  private async draw(): Promise<void> {
    this.forget();
    const drawing = this.drawing;
    const type = this.value?.type;
    const { json } = this;
    const place = this.querySelector<HTMLElement>(type === 'altair' ? '.figure' : '[data-testid="plotly"]');
    if (!place) return;
    if (!json) return this.toast('error', this.t('plot.broken'));
    const begin = await (type === 'altair' ? this.vega(json) : this.plotly(json));
    if (drawing !== this.drawing) return;
    const end = await begin(place);
    if (drawing === this.drawing) this.end = end;
    else end();
  }

  private async vega(json: Json): Promise<(place: HTMLElement) => Promise<() => void>> {
    const { draw } = await loadVega();
    return async place => {
      const { axis, legend, title, view } = configOf(lookOf(place)) as Record<string, Json>;
      const own = (json['config'] ?? {}) as Record<string, Json>;
      const config = { ...own, axis: { ...axis, domain: true, ...own['axis'] }, legend: { ...legend, ...own['legend'] }, title: { ...title, ...own['title'] }, view: { ...view, ...own['view'] } };
      const single = 'mark' in json || 'layer' in json;
      const fitting = single && json['width'] === undefined && place.clientWidth > 0 ? { width: place.clientWidth, autosize: { type: 'fit-x', contains: 'padding' } } : {};
      const drawn = await draw({ background: null, description: this.label ?? this.t('label.plot'), ...fitting, ...json, config }, place);
      return () => drawn.finalize();
    };
  }

  private async plotly({ data, layout }: Json): Promise<(place: HTMLElement) => Promise<() => void>> {
    const { default: plotly } = await import('plotly.js-basic-dist-min');
    return async place => {
      const given = (layout ?? {}) as Json;
      const margin = (given['margin'] ?? {}) as { readonly t?: number };
      // the badge with the label stands where the title would
      const top = this.show_label !== false && given['title'] ? { margin: { ...margin, t: Math.max(100, margin.t ?? 0) } } : {};
      const { text, grid, font } = lookOf(place);
      const axis = { gridcolor: grid, linecolor: grid, zerolinecolor: grid };
      const template = { layout: { paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)', font: { color: text, family: font }, xaxis: axis, yaxis: axis } };
      const locale = plotlyLocale(place.closest('[lang]')?.getAttribute('lang') || 'en', this.t);
      plotly.register(locale);
      await plotly.react(place, Array.isArray(data) ? data : [], { template, ...given, ...top, autosize: true }, { displaylogo: false, locale: locale.name, modeBarButtonsToRemove: ELSEWHERE });
      const sizes = new ResizeObserver(() => void plotly.Plots.resize(place));
      sizes.observe(place);
      return () => {
        sizes.disconnect();
        plotly.purge(place);
      };
    };
  }
}

/** The first kind of trace that would not be drawn. */
function strangeTrace(json: Json | null): string | null {
  const data = json?.['data'];
  const types = Array.isArray(data) ? data.map(trace => (trace as { readonly type?: unknown } | null)?.type ?? 'scatter') : [];
  const strange = types.find(type => !TRACES.includes(String(type)));
  return strange === undefined ? null : String(strange);
}

function parsed(text: string): Json | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Json) : null;
  } catch {
    return null;
  }
}

addTexts(texts);
style('plot', styles);
customElements.define('gr-plot', GrPlot);
