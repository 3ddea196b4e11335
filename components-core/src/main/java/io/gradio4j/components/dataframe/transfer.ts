/** What comes into a table from elsewhere: pasted cells, and files that are dropped. */
import { fileFrame, fromCsv } from './csv.js';
import { isTrue, typed, withCells } from './data.js';
import type { GrDataframe } from './dataframe.js';

/** Cells go to where the selection is, as far as there are cells that may be edited. */
export function paste(table: GrDataframe, event: ClipboardEvent): void {
  const { model } = table;
  const at = model.active;
  const lines = fromCsv(event.clipboardData?.getData('text/plain') ?? '');
  if (table.editing || !at || at.row < 0 || !table.interactive || lines.length === 0) return;
  event.preventDefault();
  const cells = lines.flatMap((line, y) => line.map((field, x) => ({ row: at.row + y, column: at.column + x, field })))
    .filter(({ row, column }) => model.has({ row, column }) && table.mayEdit(column))
    .map(({ row, column, field }) => [model.rows[row]!, column, model.types[column] === 'bool' ? isTrue(field) : typed(field, model.types[column]!)] as const);
  if (cells.length > 0) table.give(withCells(model.frame, cells));
  model.select(model.within(at.row + lines.length - 1, at.column + Math.max(...lines.map(line => line.length)) - 1), 'extend');
  table.redraw();
}

/** Whether a file is held over the table, of whose events `dragover` and `dragleave` are given here. */
export function isOver(table: GrDataframe, event: DragEvent): boolean {
  if (!table.interactive || !event.dataTransfer?.types.includes('Files')) return false;
  if (event.type === 'dragover') event.preventDefault();
  return event.type === 'dragover' || (event.relatedTarget instanceof Node && (event.currentTarget as Element).contains(event.relatedTarget));
}

/** A file of values replaces the table. */
export async function drop(table: GrDataframe, event: DragEvent): Promise<void> {
  table.over(false);
  const file = [...event.dataTransfer?.files ?? []].find(({ name }) => /\.(csv|tsv|txt)$/i.test(name));
  if (!table.interactive || !file) return;
  event.preventDefault();
  const frame = fileFrame(await file.text());
  if (frame) table.give(frame);
}
