import { limits, rows, type Cell, type Datatype, type Limits, type PlotValue } from './rows.js';

/** The properties that say how a table is drawn. */
export interface PlotProps {
  readonly x: string | null;
  readonly y: string | null;
  readonly color: string | null;
  readonly title: string | null;
  readonly x_title: string | null;
  readonly y_title: string | null;
  readonly color_title: string | null;
  readonly x_bin: string | number | null;
  readonly y_aggregate: string | null;
  readonly color_map: Readonly<Record<string, string>> | null;
  readonly colors_in_legend: readonly string[] | null;
  readonly x_lim: Limits;
  readonly y_lim: Limits;
  readonly x_label_angle: number | null;
  readonly y_label_angle: number | null;
  readonly x_axis_format: string | null;
  readonly y_axis_format: string | null;
  readonly x_axis_labels_visible: boolean | string | null;
  readonly sort: string | readonly string[] | null;
  readonly tooltip: string | readonly string[] | null;
  readonly _selectable: boolean;
}

/** Colours and letters of the page's theme. */
export interface Look {
  readonly accent: string;
  readonly text: string;
  readonly grid: string;
  readonly font: string;
  readonly small: number;
  readonly medium: number;
  /** Shades for numbers, the light ones first. */
  readonly shades: readonly string[];
}

export type Spec = Readonly<Record<string, unknown>>;

/** The first ones of Vega's own colours, for series that a colour map leaves out. */
const COLORS = ['#4c78a8', '#f58518', '#e45756', '#72b7b2', '#54a24b', '#eeca3b', '#b279a2', '#ff9da6', '#9d755d', '#bab0ac'];
const TIME = '%Y-%m-%d %H:%M:%S';
const SUMMED = ['sum', 'count'];
/** How wide the text of a time is, and the longest name of a series and what is beside it, in pixels. */
const TIME_LABEL = 80;
const LEGEND_LABEL = 160;
const LEGEND_GAP = 28;
const INVISIBLE = { labels: false, ticks: false };

/** Whether there is something to draw: rows, in columns that the axes name. Tells the app's author of columns that are not there. */
export function isDrawable({ columns, data }: PlotValue, { x, y, color }: Pick<PlotProps, 'x' | 'y' | 'color'>): boolean {
  const missing = columns.length === 0 ? [] : [x, y, color].filter(name => name !== null && !columns.includes(name));
  if (missing.length > 0) console.warn(`gradio4j: a chart's table has no column ${missing.map(name => `"${name}"`).join(', ')}; it has ${columns.join(', ')}`);
  return data.length > 0 && x !== null && y !== null && columns.includes(x) && columns.includes(y);
}

export interface Legend {
  readonly count: number;
  /** Of the widest entry, in pixels. */
  readonly width: number;
}

/** The names in a legend; none for shades of one colour. */
export function legendOf({ columns, data, datatypes }: PlotValue, { color, colors_in_legend }: Pick<PlotProps, 'color' | 'colors_in_legend'>, { small }: Pick<Look, 'small'>): Legend {
  const at = color === null || datatypes[color] === 'quantitative' ? -1 : columns.indexOf(color);
  const names = at < 0 ? [] : colors_in_legend ?? unique(data.map(row => row[at] ?? null)).map(String);
  const longest = names.reduce((most, name) => Math.max(most, name.length), 0);
  return { count: names.length, width: Math.ceil(Math.min(LEGEND_LABEL, longest * small * 0.55) + LEGEND_GAP) };
}

/** The chart in Vega-Lite's words; null while its axes name no columns of the table. */
export function specOf(value: PlotValue, props: PlotProps, look: Look): Spec | null {
  const { x, y } = props;
  if (x === null || y === null || !value.columns.includes(x) || !value.columns.includes(y)) return null;
  return { ...new Chart(value, { ...props, x, y }, look).spec(), config: configOf(look) };
}

class Chart {
  private readonly type: Datatype;
  private readonly aggregate: string | null;
  private readonly more: readonly string[];
  private readonly data;
  private readonly color: string | null;
  /** Whether bars of several series stand side by side: what cannot be added up does not stand on each other. */
  private readonly side: boolean;

  constructor(private readonly value: PlotValue, private readonly props: PlotProps & { readonly x: string; readonly y: string }, private readonly look: Look) {
    this.type = value.datatypes[props.x] ?? 'nominal';
    this.color = props.color !== null && value.columns.includes(props.color) ? props.color : null;
    const binned = this.type !== 'nominal' && props.x_bin !== null && props.x_bin !== undefined;
    this.aggregate = binned || (this.type === 'nominal' && value.mark !== 'point') ? props.y_aggregate ?? 'sum' : null;
    this.side = value.mark === 'bar' && this.aggregate !== null && !SUMMED.includes(this.aggregate) && this.color !== null && value.datatypes[this.color] !== 'quantitative';
    // a group of rows has no further columns
    this.more = this.aggregate === null ? this.further() : [];
    this.data = rows(value, { x: props.x, y: props.y, color: this.color, x_bin: props.x_bin, x_lim: props.x_lim, more: this.more, side: this.side });
  }

  private further(): readonly string[] {
    const { tooltip, x, y } = this.props;
    const wanted = tooltip === 'all' ? this.value.columns : Array.isArray(tooltip) ? (tooltip as readonly string[]) : [];
    return wanted.filter(column => column !== x && column !== y && column !== this.color && this.value.columns.includes(column));
  }

  spec(): Spec {
    const { title, x, y } = this.props;
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      description: title || (this.color === null ? `${y} by ${x}` : `${y} by ${x} and ${this.color}`),
      background: null,
      autosize: { type: 'fit', contains: 'padding' },
      data: { values: this.data },
      ...(title ? { title: { text: title } } : {}),
      encoding: this.axes(),
      layer: this.value.mark === 'line' ? this.lines() : [{ mark: this.mark(), encoding: { tooltip: this.tooltip() }, ...this.params([]) }],
    };
  }

  /** A line for each series, and the point next to the pointer, which says to which line that points. */
  private lines(): Spec[] {
    const hovered = { nearest: true, on: 'pointerover', clear: 'pointerout' };
    const params = [{ name: 'hovered', select: { type: 'point', fields: this.color === null ? ['x'] : ['x', 'color'], ...hovered } },
      ...(this.color === null ? [] : [{ name: 'series', select: { type: 'point', fields: ['color'], ...hovered } }])];
    const width = this.color === null ? { value: 2 } : { condition: { param: 'series', empty: false, value: 3 }, value: 2 };
    return [
      { mark: { type: 'line', clip: true }, encoding: { strokeWidth: width }, ...this.params([]) },
      { mark: { type: 'point', filled: true, size: 50, clip: true }, params, encoding: { opacity: { condition: { param: 'hovered', empty: false, value: 1 }, value: 0 }, tooltip: this.tooltip() } },
    ];
  }

  /** A person may select a part of an axis of numbers or times when somebody listens. */
  private params(others: readonly Spec[]): Spec {
    if (!this.props._selectable || this.type === 'nominal') return others.length > 0 ? { params: others } : {};
    return { params: [{ name: 'brush', select: { type: 'interval', encodings: ['x'], mark: { fill: this.look.text, fillOpacity: 0.2, stroke: 'none' } } }, ...others] };
  }

  private mark(): Spec {
    // Points at the ends of an axis are shown whole; where limits are set, those beyond them are not shown.
    if (this.value.mark === 'point') return { type: 'point', clip: [this.props.x_lim, this.props.y_lim].some(limit => limit !== null && limit !== undefined) };
    if (this.type === 'nominal' || this.aggregate !== null) return { type: 'bar', clip: true };
    const count = new Set(this.data.map(row => row['x'])).size;
    return { type: 'bar', clip: true, size: { expr: `max(1, width / ${count + 1} * 0.9)` } };
  }

  private axes(): Spec {
    const { props, value } = this;
    const bars = value.mark === 'bar';
    const [y_from, y_to] = limits(props.y_lim, 'quantitative');
    const hidden = props.x_axis_labels_visible === false || props.x_axis_labels_visible === 'hidden';
    const timely = this.type === 'temporal';
    // as many texts as there is room for: of those of a time that would overlap, every other one is left out, which may be all that name a day
    const x_axis = { labelAngle: props.x_label_angle ?? 0, ...(timely ? { tickCount: { expr: `max(2, width / ${TIME_LABEL})` } } : {}), ...(hidden ? INVISIBLE : {}),
      ...(props.x_axis_format && this.type !== 'nominal' ? formatted(props.x_axis_format, timely) : {}) };
    const y_axis = { labelAngle: props.y_label_angle ?? 0, ...(props.y_axis_format ? { format: props.y_axis_format } : {}) };
    const x = this.type === 'nominal'
      ? { field: 'x', title: props.x_title ?? props.x, type: 'nominal', axis: x_axis, ...(props.sort === null ? {} : { sort: sorting(props.sort) }) }
      : { field: 'x', title: props.x_title ?? props.x, type: this.type, axis: x_axis, scale: { ...(this.type === 'quantitative' ? { zero: false } : {}), nice: false, ...domain(limits(props.x_lim, this.type)) }, ...(this.aggregate !== null && bars ? { bin: 'binned' } : {}) };
    return {
      x,
      ...(this.type !== 'nominal' && this.aggregate !== null && bars ? { x2: { field: 'x2' } } : {}),
      y: { field: 'y', title: props.y_title ?? props.y, type: 'quantitative', axis: y_axis, scale: { zero: bars, ...domain([y_from, y_to]) }, ...(this.aggregate === null ? {} : { aggregate: this.aggregate }), ...(this.side ? { stack: null } : {}) },
      color: this.colors(),
      ...(this.side && this.type === 'nominal' ? { xOffset: { field: 'color' } } : {}),
    };
  }

  private colors(): Spec {
    const { props } = this;
    if (this.color === null) return { value: this.look.accent };
    const shown = props.colors_in_legend;
    const title = props.color_title ?? this.color;
    // what does not fit into a row goes on in the next one
    const columns = { expr: `max(1, floor(width / ${legendOf(this.value, props, this.look).width}))` };
    const legend = shown?.length === 0 ? null : { orient: 'bottom', direction: 'horizontal', ...(shown ? { values: shown } : {}) };
    if (this.value.datatypes[this.color] === 'quantitative') {
      return { field: 'color', title, type: 'quantitative', scale: { range: this.look.shades, interpolate: 'hsl' }, legend };
    }
    const series = unique(this.data.map(row => row['color'] ?? null));
    const range = series.map((name, i) => props.color_map?.[String(name)] ?? COLORS[i % COLORS.length]!);
    return { field: 'color', title, type: 'nominal', scale: { domain: series, range }, legend: legend && { ...legend, columns, labelLimit: LEGEND_LABEL } };
  }

  private tooltip(): unknown {
    const { props, value } = this;
    if (props.tooltip === 'none') return null;
    const of = (field: string, column: string, title: string): Spec => {
      const type = value.datatypes[column] ?? 'nominal';
      return { field, type, title, ...(type === 'temporal' ? { format: TIME } : {}) };
    };
    return [
      of(this.side && this.type !== 'nominal' ? 'bin' : 'x', props.x, props.x_title ?? props.x),
      { ...of('y', props.y, props.y_title ?? props.y), ...(this.aggregate === null ? {} : { aggregate: this.aggregate }) },
      ...(this.color === null ? [] : [of('color', this.color, props.color_title ?? this.color)]),
      ...this.more.map((column, i) => of(`more${i}`, column, column)),
    ];
  }
}

/** A pattern for times is no `format`: the ends of bins would be read out as numbers in that pattern. */
function formatted(pattern: string, timely: boolean): Spec {
  return timely ? { labelExpr: `timeFormat(datum.value, ${JSON.stringify(pattern)})` } : { format: pattern };
}

function domain([from, to]: readonly [number | null, number | null]): Spec {
  return { ...(from === null ? {} : { domainMin: from }), ...(to === null ? {} : { domainMax: to }) };
}

function sorting(sort: string | readonly string[]): unknown {
  const words: Readonly<Record<string, string>> = { x: 'ascending', '-x': 'descending', y: 'y', '-y': '-y' };
  return typeof sort === 'string' ? words[sort] ?? 'ascending' : sort;
}

function unique(cells: readonly Cell[]): Cell[] {
  return [...new Set(cells)].filter(cell => cell !== null);
}

/** How Vega-Lite is to draw so that a chart looks like the page. */
export function configOf({ accent, text, grid, font, small, medium }: Look): Spec {
  const letters = { labelFont: font, titleFont: font, labelColor: text, titleColor: text, titleFontWeight: 'normal', labelFontWeight: 'normal' };
  return {
    axis: { ...letters, titleFontSize: small, labelFontSize: small, titlePadding: 8, gridColor: grid, tickColor: grid, domainColor: grid, labelOverlap: true, domain: false },
    legend: { ...letters, titleFontSize: small, labelFontSize: Math.max(10, small - 2), offset: 2 },
    title: { color: text, font, fontSize: medium, fontWeight: 'normal', anchor: 'middle' },
    view: { stroke: grid },
    mark: { color: accent },
  };
}
