/** Which cells are selected: rectangles of rows and columns as they are seen. */

export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function around(a: Position, b: Position = a): Range {
  return { top: Math.min(a.row, b.row), left: Math.min(a.column, b.column), bottom: Math.max(a.row, b.row), right: Math.max(a.column, b.column) };
}

export function isOne({ top, left, bottom, right }: Range): boolean {
  return top === bottom && left === right;
}

export function contains(ranges: readonly Range[], row: number, column: number): boolean {
  return ranges.some(range => row >= range.top && row <= range.bottom && column >= range.left && column <= range.right);
}

/** Takes a cell in, or out if it is in. */
export function toggled(ranges: readonly Range[], at: Position): Range[] {
  if (!contains(ranges, at.row, at.column)) return [...ranges, around(at)];
  return ranges.flatMap(range => (contains([range], at.row, at.column) ? without(range, at) : [range]));
}

/** What is left of a rectangle without one of its cells. */
function without({ top, left, bottom, right }: Range, { row, column }: Position): Range[] {
  return [
    { top, left, bottom: row - 1, right },
    { top: row, left, bottom: row, right: column - 1 },
    { top: row, left: column + 1, bottom: row, right },
    { top: row + 1, left, bottom, right },
  ].filter(rest => rest.top <= rest.bottom && rest.left <= rest.right);
}

/** All selected cells, row by row. */
export function rowsIn(ranges: readonly Range[]): { row: number; columns: number[] }[] {
  if (ranges.length === 1) {
    const { top, left, bottom, right } = ranges[0]!;
    const columns = Array.from({ length: right - left + 1 }, (_, i) => left + i);
    return Array.from({ length: bottom - top + 1 }, (_, i) => ({ row: top + i, columns }));
  }
  const rows = new Map<number, Set<number>>();
  for (const { top, left, bottom, right } of ranges) {
    for (let row = top; row <= bottom; row++) {
      const columns = rows.get(row) ?? new Set();
      for (let column = left; column <= right; column++) columns.add(column);
      rows.set(row, columns);
    }
  }
  return [...rows].sort(([a], [b]) => a - b).map(([row, columns]) => ({ row, columns: [...columns].sort((a, b) => a - b) }));
}
