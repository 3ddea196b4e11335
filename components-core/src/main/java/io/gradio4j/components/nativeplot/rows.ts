/** A cell: text, number, boolean, or none. */
export type Cell = string | number | boolean | null;

export type Datatype = 'quantitative' | 'nominal' | 'temporal';

/** A table as the server sends it. */
export interface PlotValue {
  readonly columns: readonly string[];
  readonly data: readonly (readonly Cell[])[];
  readonly datatypes: Readonly<Record<string, Datatype>>;
  readonly mark: 'bar' | 'line' | 'point';
}

export type Limits = readonly (number | null)[] | null;

/** What of a table is drawn. */
export interface Selected {
  readonly x: string;
  readonly y: string;
  readonly color: string | null;
  readonly x_bin: string | number | null;
  readonly x_lim: Limits;
  /** Whether the series of a bin stand side by side in it. */
  readonly side: boolean;
  /** Further columns, for the tooltip. */
  readonly more: readonly string[];
}

/** A row under names of its own, since a column's header may be anything: `x`, `x2` (the end of a bin, or of a series' part of it, then `bin` is where that begins), `y`, `color`, and `more0`… */
export type Row = Record<string, Cell>;

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** The smallest and the largest of the numbers among cells; null if there is none. */
export function extent(cells: readonly Cell[]): readonly [number, number] | null {
  let [from, to] = [Infinity, -Infinity];
  for (const cell of cells) {
    if (typeof cell !== 'number') continue;
    from = Math.min(from, cell);
    to = Math.max(to, cell);
  }
  return from <= to ? [from, to] : null;
}

/** The width of a bin in the units of the data: milliseconds for times. */
export function binWidth(bin: string | number | null, type: Datatype | undefined): number | null {
  if (bin === null || bin === undefined || type === 'nominal') return null;
  if (typeof bin === 'number') return bin > 0 ? (type === 'temporal' ? bin * 1000 : bin) : null;
  const [, count, unit] = /^\s*(\d+(?:\.\d+)?)\s*([smhd]?)\s*$/.exec(bin) ?? [];
  if (count === undefined) {
    console.warn(`gradio4j: "${bin}" is no width of a bin; it is a number, or a time such as 10s, 15m, 1h or 2d`);
    return null;
  }
  const width = Number(count) * (type === 'temporal' ? SECONDS[unit || 's']! * 1000 : 1);
  return width > 0 ? width : null;
}

/** Limits in the units of the data: milliseconds for times, which come in seconds. */
export function limits(lim: Limits, type: Datatype | undefined): readonly [number | null, number | null] {
  const scale = type === 'temporal' ? 1000 : 1;
  const [from = null, to = null] = lim ?? [];
  return [from === null ? null : from * scale, to === null ? null : to * scale];
}

/**
 * The rows to be drawn. Those outside of the limits are left out, but for the nearest ones of each series, to which lines lead.
 * `zone` is the offset of local time in milliseconds at a moment: days begin at midnight of the reader.
 */
export function rows(value: PlotValue, selected: Selected, zone: (time: number) => number = time => -new Date(time).getTimezoneOffset() * 60_000): Row[] {
  const at = (column: string | null): number => (column === null ? -1 : value.columns.indexOf(column));
  const [x, y, color] = [at(selected.x), at(selected.y), at(selected.color)];
  const more = selected.more.map(at);
  const type = value.datatypes[selected.x];
  const width = binWidth(selected.x_bin, type);
  const all = value.data.map(cells => {
    const row: Row = { x: cells[x] ?? null, y: cells[y] ?? null };
    if (color >= 0) row['color'] = cells[color] ?? null;
    more.forEach((column, i) => { row[`more${i}`] = cells[column] ?? null; });
    if (width !== null && typeof row['x'] === 'number') {
      const offset = type === 'temporal' ? zone(row['x']) : 0;
      row['x'] = Math.floor((row['x'] + offset) / width) * width - offset;
      row['x2'] = row['x'] + width;
    }
    return row;
  });
  if (type === 'nominal') return all;
  const [from, to] = limits(selected.x_lim, type);
  const shown = from === null && to === null ? all : within(all, from ?? -Infinity, to ?? Infinity);
  return width !== null && selected.side ? shared(shown, width) : shown;
}

/** Each series has its part of the width of a bin. */
function shared(all: readonly Row[], width: number): Row[] {
  const series = [...new Set(all.map(row => row['color']))];
  const part = width / series.length;
  return all.map(row => {
    if (typeof row['x'] !== 'number') return row;
    const from = row['x'] + series.indexOf(row['color']) * part;
    return { ...row, bin: row['x'], x: from, x2: from + part };
  });
}

function within(all: readonly Row[], from: number, to: number): Row[] {
  const below = new Map<Cell | undefined, Row>();
  const above = new Map<Cell | undefined, Row>();
  for (const row of all) {
    const x = row['x'];
    if (typeof x !== 'number') continue;
    const series = row['color'];
    if (x < from && !(x <= (below.get(series)?.['x'] as number))) below.set(series, row);
    if (x > to && !(x >= (above.get(series)?.['x'] as number))) above.set(series, row);
  }
  const nearest = new Set([...below.values(), ...above.values()]);
  return all.filter(row => nearest.has(row) || (typeof row['x'] === 'number' && row['x'] >= from && row['x'] <= to));
}
