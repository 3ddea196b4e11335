import { toCsv } from './csv.js';
import { datatypesOf, frame, NONE, textOf, withCells, type Cell, type Datatype, type Datatypes, type Frame } from './data.js';
import { around, contains, isOne, rowsIn, toggled, type Position, type Range } from './selection.js';
import { PLAIN, rowsOf, type View } from './view.js';

/** The row of a position in the header. */
export const HEADER = -1;

/** A table, what is seen of it, and what is selected in it. Rows are counted as they are seen; `rows` has their numbers in the table. */
export class Model {
  frame: Frame = NONE;
  types: readonly Datatype[] = [];
  rows: readonly number[] = [];
  view: View = PLAIN;
  ranges: readonly Range[] = [];
  active: Position | null = null;
  private anchor: Position = { row: 0, column: 0 };

  /** Takes another value. The rows of a table that a person has just edited keep their places, until they are sorted again. */
  set(value: unknown, datatype: Datatypes | null, headers: readonly unknown[], keepOrder: boolean): void {
    const before = this.frame;
    this.frame = frame(value);
    this.types = datatypesOf(this.frame, datatype, headers);
    const same = before.headers.length === this.frame.headers.length && before.headers.every((header, i) => header === this.frame.headers[i]);
    if (!same) this.view = { ...PLAIN, query: this.view.query };
    if (!keepOrder || before.data.length !== this.frame.data.length) this.look(this.view);
    if (!this.active || !this.has(this.active)) this.clear();
  }

  /** Looks at the table in another way. */
  look(view: View): void {
    this.view = view;
    const plain = view.sorts.length + view.filters.length === 0 && view.query === '';
    this.rows = plain ? this.frame.data.map((_, i) => i) : rowsOf(this.frame, view, this.types);
  }

  get width(): number {
    return this.frame.headers.length;
  }

  has({ row, column }: Position): boolean {
    return row >= HEADER && row < this.rows.length && column >= 0 && column < this.width;
  }

  cell(row: number, column: number): Cell {
    return this.frame.data[this.rows[row]!]?.[column];
  }

  /** The app's own text and style for a cell, where cells are only read. */
  text(row: number, column: number): string | undefined {
    return this.frame.metadata?.display_value?.[this.rows[row]!]?.[column];
  }

  style(row: number, column: number): string {
    return this.frame.metadata?.styling?.[this.rows[row]!]?.[column] ?? '';
  }

  isSelected(row: number, column: number): boolean {
    return contains(this.ranges, row, column);
  }

  /** The only selected cell. */
  get solo(): Position | null {
    const [range, more] = this.ranges;
    return range && !more && isOne(range) ? { row: range.top, column: range.left } : null;
  }

  clear(): void {
    this.ranges = [];
    this.active = null;
  }

  select(at: Position, how: 'one' | 'extend' | 'toggle' = 'one'): void {
    if (!this.has(at)) return;
    this.active = at;
    if (at.row === HEADER) this.ranges = [];
    else if (how === 'extend' && this.ranges.length > 0) this.ranges = [...this.ranges.slice(0, -1), around(this.anchor, at)];
    else this.ranges = how === 'toggle' ? toggled(this.ranges, at) : [around(at)];
    if (how !== 'extend') this.anchor = at;
  }

  selectColumn(column: number): void {
    if (this.rows.length > 0) this.ranges = [{ top: 0, bottom: this.rows.length - 1, left: column, right: column }];
  }

  selectRow(row: number): void {
    this.ranges = [{ top: row, bottom: row, left: 0, right: this.width - 1 }];
  }

  selectAll(): void {
    if (this.rows.length > 0 && this.width > 0) this.ranges = [{ top: 0, bottom: this.rows.length - 1, left: 0, right: this.width - 1 }];
  }

  /** The next cell in reading order, or the one before; null at the end. */
  next({ row, column }: Position, step: 1 | -1): Position | null {
    const index = row * this.width + column + step;
    const at = { row: Math.floor(index / this.width), column: ((index % this.width) + this.width) % this.width };
    return at.row >= 0 && this.has(at) ? at : null;
  }

  /** The nearest position there is. */
  within(row: number, column: number): Position {
    return { row: Math.max(HEADER, Math.min(row, this.rows.length - 1)), column: Math.max(0, Math.min(column, this.width - 1)) };
  }

  /** The selected cells, or else the table as it is seen with its headers, as comma-separated values. */
  csv(): string {
    if (this.ranges.length > 0) return toCsv(rowsIn(this.ranges).map(({ row, columns }) => columns.map(column => this.cell(row, column))));
    return toCsv([this.frame.headers, ...this.rows.map(row => this.frame.data[row]!)]);
  }

  /** The table with the selected cells emptied, as far as they may be. */
  emptied(mayEdit: (column: number) => boolean): Frame | null {
    const cells = rowsIn(this.ranges).flatMap(({ row, columns }) => columns.filter(mayEdit).filter(column => textOf(this.cell(row, column)) !== '')
      .map(column => [this.rows[row]!, column, this.types[column] === 'bool' ? false : ''] as const));
    return cells.length > 0 ? withCells(this.frame, cells) : null;
  }

  /** The table with only the rows that are seen. */
  found(): Frame {
    return { headers: this.frame.headers, data: this.rows.map(row => this.frame.data[row]!), metadata: null };
  }
}
