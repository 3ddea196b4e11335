/** What a person sees of a table: which rows, and in which order. The table itself stays as it is. */
import { isNumeric, textOf, type Cell, type Datatype, type Frame } from './data.js';

export interface Sort {
  readonly column: number;
  readonly descending: boolean;
}

/** Signs, and ends of the keys of texts. */
export const TEXT_OPERATORS = ['contains', 'contains_not', 'starts_with', 'ends_with', 'is', 'is_not', 'is_empty', 'is_not_empty'] as const;
export const NUMBER_OPERATORS = ['=', '≠', '>', '<', '≥', '≤', 'is_empty', 'is_not_empty'] as const;

export interface Filter {
  readonly column: number;
  readonly type: 'string' | 'number';
  readonly operator: string;
  readonly value: string;
}

export interface View {
  readonly sorts: readonly Sort[];
  readonly filters: readonly Filter[];
  readonly query: string;
}

export const PLAIN: View = { sorts: [], filters: [], query: '' };
/** As many columns as anybody can follow. */
const MOST_SORTS = 3;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The numbers of the rows that are seen, in order. */
export function rowsOf({ data, metadata }: Frame, { sorts, filters, query }: View, types: readonly Datatype[]): number[] {
  const wanted = query.toLowerCase();
  const rows: number[] = [];
  data.forEach((row, i) => {
    // a person searches for what stands there, which the app may have put in place of the value
    const shown = metadata?.display_value?.[i];
    const has = (cell: Cell): boolean => textOf(cell).toLowerCase().includes(wanted);
    if (wanted !== '' && !row.some(has) && !shown?.some(has)) return;
    if (filters.every(filter => passes(row[filter.column], filter))) rows.push(i);
  });
  if (sorts.length === 0) return rows;
  const orders = sorts.map(({ column, descending }) => order(data.map(row => row[column]), types[column] ?? 'str', descending));
  return rows.sort((a, b) => {
    for (const compare of orders) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    return a - b;
  });
}

/** Empty cells come last, whatever the direction. */
function order(cells: readonly Cell[], type: Datatype, descending: boolean): (a: number, b: number) => number {
  const sign = descending ? -1 : 1;
  const numeric = type === 'number' || cells.every(cell => cell === null || cell === '' || typeof cell === 'number');
  if (numeric) {
    const keys = Float64Array.from(cells, cell => (isNumeric(cell) ? Number(cell) : NaN));
    return (a, b) => {
      const x = keys[a]!;
      const y = keys[b]!;
      return Number.isNaN(x) || Number.isNaN(y) ? Number(Number.isNaN(x)) - Number(Number.isNaN(y)) : (x - y) * sign;
    };
  }
  const keys = cells.map(textOf);
  return (a, b) => {
    const x = keys[a]!;
    const y = keys[b]!;
    return x === '' || y === '' ? Number(x === '') - Number(y === '') : collator.compare(x, y) * sign;
  };
}

export function passes(cell: Cell, { type, operator, value }: Filter): boolean {
  const text = textOf(cell).toLowerCase();
  if (operator === 'is_empty') return text === '';
  if (operator === 'is_not_empty') return text !== '';
  if (type === 'number') {
    const left = isNumeric(cell) ? Number(cell) : NaN;
    const right = Number(value);
    switch (operator) {
      case '=': return left === right;
      case '≠': return left !== right;
      case '>': return left > right;
      case '<': return left < right;
      case '≥': return left >= right;
      default: return left <= right;
    }
  }
  const wanted = value.toLowerCase();
  switch (operator) {
    case 'contains': return text.includes(wanted);
    case 'contains_not': return !text.includes(wanted);
    case 'starts_with': return text.startsWith(wanted);
    case 'ends_with': return text.endsWith(wanted);
    case 'is': return text === wanted;
    default: return text !== wanted;
  }
}

/** Sorts by one more column; the direction that is in force is taken back. */
export function sorted(view: View, column: number, descending: boolean): View {
  const before = view.sorts.find(sort => sort.column === column);
  const others = view.sorts.filter(sort => sort !== before);
  if (before?.descending === descending) return { ...view, sorts: others };
  const sort = { column, descending };
  if (before) return { ...view, sorts: view.sorts.map(old => (old === before ? sort : old)) };
  return { ...view, sorts: [...others, sort].slice(-MOST_SORTS) };
}
