import { GradioElement, html, icons, nothing, onDarkness, property, svg, style, type PropertyValues, type TemplateResult } from 'gradio4j';
import styles from './nativeplot.css';
import type { Keys } from './keys.js';
import { extent, type Limits, type PlotValue } from './rows.js';
import { configOf, isDrawable, legendOf, specOf, type Legend, type Look, type PlotProps } from './spec.js';
import type { View } from './vega.js';

const ICON = html`<svg viewBox="0 0 24 24" width="100%" height="100%" fill="none" stroke="currentColor" stroke-width="1.500" stroke-linecap="round">${svg`<path d="M3 3v18h18M8 17v-5m5 5V7m5 10v-8"/>`}</svg>`;
/** How long the pointer has to rest before a selection is told, and how long it takes until the next one is, in milliseconds. */
const SETTLED = 250;
const APART = 1000;
const HEIGHT = 300;
/** What a row of the legend takes, and the axis beside it, in pixels; two rows are part of the height. */
const LEGEND_ROW = 16;
const AXIS = 60;
const ROWS = 2;

export { configOf };

/** What draws charts of Vega and Vega-Lite; loaded when the first one is to be shown. */
export const loadVega = (): Promise<typeof import('./vega.js')> => import('./vega.js');

/** The theme's colours and letters as they are at an element. */
export function lookOf(place: Element): Look {
  const own = getComputedStyle(place);
  const value = (name: string): string => own.getPropertyValue(name).trim();
  return {
    accent: value('--color-accent'), text: value('--body-text-color'), grid: value('--border-color-primary'), font: own.fontFamily,
    small: parseFloat(value('--text-sm')) || 12, medium: parseFloat(value('--text-md')) || 14,
    shades: [100, 200, 300, 400, 500, 600, 700, 800, 900].map(shade => value(`--primary-${shade}`)),
  };
}

/**
 * A chart of a table: bars, lines or points.
 *
 * By keyboard, its marks are gone through and selected; each is said to who cannot see it.
 *
 * Events: `select` with the part of the x axis that was dragged over, `double_click`.
 */
export class GrNativePlot extends GradioElement<PlotValue> {
  @property({ attribute: false }) x: string | null = null;
  @property({ attribute: false }) y: string | null = null;
  @property({ attribute: false }) color: string | null = null;
  @property({ attribute: false }) x_title: string | null = null;
  @property({ attribute: false }) y_title: string | null = null;
  @property({ attribute: false }) color_title: string | null = null;
  @property({ attribute: false }) x_bin: string | number | null = null;
  @property({ attribute: false }) y_aggregate: string | null = null;
  @property({ attribute: false }) color_map: Readonly<Record<string, string>> | null = null;
  @property({ attribute: false }) colors_in_legend: readonly string[] | null = null;
  @property({ attribute: false }) x_lim: Limits = null;
  @property({ attribute: false }) y_lim: Limits = null;
  @property({ attribute: false }) x_label_angle: number | null = 0;
  @property({ attribute: false }) y_label_angle: number | null = 0;
  @property({ attribute: false }) x_axis_format: string | null = null;
  @property({ attribute: false }) y_axis_format: string | null = null;
  @property({ attribute: false }) x_axis_labels_visible: boolean | string | null = true;
  @property({ attribute: false }) caption: string | null = null;
  @property({ attribute: false }) sort: string | readonly string[] | null = null;
  @property({ attribute: false }) tooltip: string | readonly string[] | null = 'axis';
  @property({ attribute: false }) height: number | null = null;
  @property({ attribute: false }) _selectable = false;

  /** The value, if there is something to draw. */
  private table: PlotValue | null = null;
  private view: View | null = null;
  private drawing = 0;
  private legend: Legend = { count: 0, width: 1 };
  private shown = { width: 0, height: 0 };
  private selection: ReturnType<typeof setTimeout> | undefined;
  private sent = 0;
  private stopObserving: (() => void) | null = null;
  private keys: Keys | null = null;
  private readonly sizes = new ResizeObserver(() => this.fit());

  static override example(_value: unknown, props: Readonly<Record<string, unknown>>): string {
    return typeof props['title'] === 'string' && props['title'] !== '' ? props['title'] : `${String(props['x'] ?? 'x')} x ${String(props['y'] ?? 'y')}`;
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
    if ((['value', 'x', 'y', 'color'] as const).some(name => changed.has(name))) this.table = this.value && isDrawable(this.value, this) ? this.value : null;
  }

  protected override render(): TemplateResult {
    const buttons = [
      this.table && this.buttons?.includes('export') ? this.iconButton({ icon: icons.download, label: this.t('nativeplot.export'), onClick: () => void this.save() }) : nothing,
      (this.table || this.isFullscreen) && this.buttons?.includes('fullscreen') ? this.fullscreenButton() : nothing,
    ];
    return this.block(html`${this.toolbar(buttons)}${this.label ? this.blockTitle('') : nothing}${this.table
      ? html`<div class=${this._selectable ? 'chart selectable' : 'chart'} tabindex="0" role="application" aria-label=${this.label ?? this.titleText ?? `${this.y} / ${this.x}`}
          aria-description=${this.described(this.table)} @dblclick=${() => this.dispatch('double_click')} @keydown=${this.onKey} @blur=${() => this.keys?.leave()}>
          <div class="picture"></div><div class="ring" hidden></div><div class="sr-only" role="status"></div></div>${this.caption ? html`<p class="caption">${this.caption}</p>` : nothing}`
      : this.empty(ICON, 'large')}`, { padding: true, height: this.height });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const others = ['loading_status', 'label', 'buttons', 'scale', 'min_width', 'elem_classes', 'elem_id'];
    if ([...changed.keys()].some(name => !others.includes(String(name)))) void this.draw();
  }

  private get place(): HTMLElement | null {
    return this.querySelector('.picture');
  }

  /** The chart in words: what its axes span, and its keys. */
  private described({ data, columns }: PlotValue): string {
    const spans = [this.x, this.y].flatMap(column => {
      const ends = column === null ? null : extent(data.map(row => row[columns.indexOf(column)] ?? null));
      return ends ? [`${column}: ${this.said(column!, ends[0])} – ${this.said(column!, ends[1])}.`] : [];
    });
    return [...spans, this.t(this.isBrushed ? 'nativeplot.select' : 'nativeplot.keys')].join(' ');
  }

  private said(column: string, value: number): string {
    return this.value?.datatypes[column] === 'temporal' ? new Date(value).toLocaleString() : String(value);
  }

  /** Whether a part of the x axis can be selected. */
  private get isBrushed(): boolean {
    return this._selectable && this.value?.datatypes[this.x ?? ''] !== 'nominal';
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    if (this.keys?.press(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  /** The whole chart anew, in place of what is there once it is ready. */
  private async draw(): Promise<void> {
    const drawing = ++this.drawing;
    const place = this.place;
    const props: PlotProps = { ...this.props(), title: this.titleText };
    if (!this.table || !place) return this.forget();
    const look = lookOf(place);
    const spec = specOf(this.table, props, look);
    if (!spec) return this.forget();
    this.legend = legendOf(this.table, this, look);
    this.sizes.disconnect();
    this.sizes.observe(place);
    const { draw, Keys } = await loadVega();
    if (drawing !== this.drawing) return;
    const size = this.size(place);
    // the chart is drawn when it is seen, see `fit`
    if (size === null) return this.clear();
    const box = document.createElement('div');
    const view = await draw(spec, box, size);
    if (drawing !== this.drawing) return void view.finalize();
    this.view?.finalize();
    this.view = view;
    this.shown = size;
    place.replaceChildren(box);
    const [chart, ring, news] = ['.chart', '.ring', '[role=status]'].map(part => this.querySelector<HTMLElement>(part)!);
    this.keys ??= new Keys(chart!, ring!, text => { news!.textContent = text; }, () => this.isBrushed);
    this.keys.of(view);
    if (this.isBrushed) view.addSignalListener('brush', (_name, range: unknown) => this.brushed(range));
    this.fit();
  }

  /** `title` is a property of every HTML element: the shell keeps the component's own beside the class. */
  private get titleText(): string | null {
    const own: unknown = Reflect.get(this, 'title');
    return typeof own === 'string' && own !== '' ? own : null;
  }

  private props(): Omit<PlotProps, 'title'> {
    const { x, y, color, x_title, y_title, color_title, x_bin, y_aggregate, color_map, colors_in_legend, x_lim, y_lim, x_label_angle, y_label_angle, x_axis_format, y_axis_format,
      x_axis_labels_visible, sort, tooltip, _selectable } = this;
    return { x, y, color, x_title, y_title, color_title, x_bin, y_aggregate, color_map, colors_in_legend, x_lim, y_lim, x_label_angle, y_label_angle, x_axis_format, y_axis_format,
      x_axis_labels_visible, sort, tooltip, _selectable };
  }

  /** Nothing while the component is not displayed. */
  private size(place: HTMLElement): { width: number; height: number } | null {
    const width = place.clientWidth;
    if (width === 0) return null;
    const filling = this.isFullscreen || this.height !== null;
    if (filling && place.clientHeight > 0) return { width, height: place.clientHeight };
    const rows = Math.ceil(this.legend.count / Math.max(1, Math.floor((width - AXIS) / this.legend.width)));
    return { width, height: HEIGHT + Math.max(0, rows - ROWS) * LEGEND_ROW };
  }

  private fit(): void {
    const place = this.place;
    const size = place && this.size(place);
    if (!size) return;
    if (this.view === null) return void this.draw();
    if (size.width === this.shown.width && size.height === this.shown.height) return;
    this.shown = size;
    void this.view.width(size.width).height(size.height).runAsync();
  }

  private forget(): void {
    this.drawing++;
    this.sizes.disconnect();
    this.clear();
    clearTimeout(this.selection);
  }

  private clear(): void {
    this.view?.finalize();
    this.view = null;
    this.keys = null;
  }

  /** A person drags over the axis: what it comes to is told when the pointer rests, and not too often. */
  private brushed(range: unknown): void {
    clearTimeout(this.selection);
    const ends: unknown = typeof range === 'object' && range !== null ? Object.values(range)[0] : undefined;
    if (!Array.isArray(ends) || ends.length !== 2) return;
    const scale = this.value?.datatypes[this.x ?? ''] === 'temporal' ? 1000 : 1;
    const index = ends.map(end => Number(end) / scale);
    this.selection = setTimeout(() => {
      this.sent = Date.now();
      this.dispatch('select', { value: index, index, selected: true });
    }, Math.max(SETTLED, this.sent + APART - Date.now()));
  }

  private async save(): Promise<void> {
    if (!this.view) return;
    const frame = this.querySelector('.block');
    this.view.background(frame ? getComputedStyle(frame).backgroundColor : 'white');
    const link = document.createElement('a');
    link.href = await this.view.toImageURL('png', 2);
    link.download = 'chart.png';
    link.click();
    this.view.background('transparent');
  }
}

style('nativeplot', styles);
customElements.define('gr-nativeplot', GrNativePlot);
