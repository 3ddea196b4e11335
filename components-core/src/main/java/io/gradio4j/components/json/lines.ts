export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Container = readonly Json[] | { readonly [key: string]: Json };

/** A line of JSON as it is shown. */
export interface Line {
  readonly number: number;
  readonly depth: number;
  /** What stands before the colon: a key, or an index. */
  readonly key: string | number | null;
  /** A simple value; undefined for a bracket. */
  readonly leaf: string | number | boolean | null | undefined;
  /** The object or list that begins here. */
  readonly opens: Container | null;
  readonly folded: boolean;
  readonly bracket: string;
  readonly comma: boolean;
}

/** The lines of a value; of what `isFolded` only the first one is there, but all are counted. */
export function linesOf(value: Json, showIndices: boolean, isFolded: (container: Container, depth: number) => boolean): Line[] {
  const lines: Line[] = [];
  let number = 0;
  const add = (json: Json, key: string | number | null, depth: number, comma: boolean): void => {
    const line = { depth, key, comma, leaf: undefined, opens: null, folded: false, bracket: '' };
    if (json === null || typeof json !== 'object') {
      lines.push({ ...line, number: ++number, leaf: json });
      return;
    }
    const list = Array.isArray(json);
    const entries = Object.entries(json) as [string, Json][];
    const [open, close] = list ? '[]' : '{}';
    if (entries.length === 0) {
      lines.push({ ...line, number: ++number, bracket: open! + close! });
      return;
    }
    const folded = isFolded(json as Container, depth);
    lines.push({ ...line, number: ++number, opens: json as Container, folded, bracket: open!, comma: folded && comma });
    if (folded) {
      number += height(json) - 1;
      return;
    }
    entries.forEach(([name, item], i) => add(item, list ? (showIndices ? i : null) : name, depth + 1, i < entries.length - 1));
    lines.push({ ...line, number: ++number, key: null, bracket: close! });
  };
  add(value, null, 0, false);
  return lines;
}

/** How many lines a value has when nothing is folded. */
function height(json: Json): number {
  if (json === null || typeof json !== 'object') return 1;
  const items = Object.values(json) as Json[];
  return items.length === 0 ? 1 : items.reduce<number>((sum, item) => sum + height(item), 2);
}

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0);
}
