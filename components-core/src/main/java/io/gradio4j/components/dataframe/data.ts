/** Tables as data: what stands in cells, and new tables made of old ones. Nothing is changed in place. */

export type Cell = unknown;
export type Row = readonly Cell[];

export interface Look {
  readonly display_value?: readonly (readonly string[])[] | null;
  readonly styling?: readonly (readonly string[])[] | null;
}

/** A table on the wire. */
export interface Frame {
  readonly headers: readonly unknown[];
  readonly data: readonly Row[];
  readonly metadata?: Look | null;
}

export type Datatype = 'str' | 'number' | 'bool' | 'date' | 'markdown' | 'html' | 'image';
/** The property `datatype`: one for all columns, one for each, or found by the values. */
export type Datatypes = Datatype | 'auto' | readonly Datatype[];

export const NONE: Frame = { headers: [], data: [], metadata: null };

/** A value that may be anything as a table. */
export function frame(value: unknown): Frame {
  const given = value as Partial<Frame> | null | undefined;
  return Array.isArray(given?.headers) && Array.isArray(given.data) ? given as Frame : NONE;
}

/** A cell's content as text. */
export function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  const { url, path } = cell as { url?: unknown; path?: unknown };
  return typeof url === 'string' ? url : typeof path === 'string' ? path : JSON.stringify(cell);
}

export function isTrue(cell: Cell): boolean {
  return cell === true || cell === 1 || (typeof cell === 'string' && /^(true|1)$/i.test(cell));
}

export function isNumeric(cell: Cell): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && cell.trim() !== '' && Number.isFinite(Number(cell)));
}

/** One datatype for each column. A list belongs to the configured headers: a value with others is matched by name, and by place where a column was renamed. */
export function datatypesOf({ headers, data }: Frame, given: Datatypes | null, configured: readonly unknown[]): Datatype[] {
  if (given === 'auto') return headers.map((_, i) => guess(data, i));
  if (!Array.isArray(given)) return headers.map(() => (given as Datatype | null) ?? 'str');
  const list = given as readonly Datatype[];
  const names = headers.map(String);
  const known = configured.map(String);
  return names.map((name, i) => {
    const at = known[i] === name ? i : known.indexOf(name);
    const renamed = at < 0 && (known[i] === undefined || !names.includes(known[i]!));
    return list[renamed ? i : at] ?? 'str';
  });
}

function guess(data: readonly Row[], column: number): Datatype {
  for (const row of data.slice(0, 20)) {
    const cell = row[column];
    if (cell === null || cell === undefined || cell === '') continue;
    if (typeof cell === 'number') return 'number';
    if (typeof cell === 'boolean') return 'bool';
    if (typeof cell === 'object') return 'image';
    return /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d|$)/.test(String(cell)) ? 'date' : 'str';
  }
  return 'str';
}

/** What a typed text becomes in a column. */
export function typed(text: string, type: Datatype): Cell {
  return type === 'number' && isNumeric(text) ? Number(text) : text;
}

type Position = readonly [row: number, column: number];

export function withCells({ headers, data }: Frame, cells: Iterable<readonly [...Position, Cell]>): Frame {
  const rows = [...data];
  const copied = new Set<number>();
  for (const [row, column, cell] of cells) {
    if (!copied.has(row)) rows[row] = [...rows[row]!];
    copied.add(row);
    (rows[row] as Cell[])[column] = cell;
  }
  return { headers, data: rows, metadata: null };
}

export function withHeader({ headers, data }: Frame, column: number, header: string): Frame {
  return { headers: headers.map((old, i) => (i === column ? header : old)), data, metadata: null };
}

export function withRow({ headers, data }: Frame, at: number): Frame {
  return { headers, data: [...data.slice(0, at), headers.map(() => ''), ...data.slice(at)], metadata: null };
}

export function withoutRow({ headers, data }: Frame, at: number): Frame {
  return { headers, data: [...data.slice(0, at), ...data.slice(at + 1)], metadata: null };
}

export function withColumn({ headers, data }: Frame, at: number): Frame {
  const insert = (cells: readonly unknown[], cell: Cell): unknown[] => [...cells.slice(0, at), cell, ...cells.slice(at)];
  return { headers: insert(headers, `Header ${headers.length + 1}`), data: data.map(row => insert(row, '')), metadata: null };
}

export function withoutColumn({ headers, data }: Frame, at: number): Frame {
  const remove = (cells: readonly unknown[]): unknown[] => cells.filter((_, i) => i !== at);
  return { headers: remove(headers), data: data.map(remove), metadata: null };
}
