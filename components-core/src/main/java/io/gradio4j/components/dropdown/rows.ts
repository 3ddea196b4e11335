/** The height of each row of a long list. */
export const ROW = 36;
const LONG = 200;
const SPARE = 8;
/** How high a list can be. */
export const HIGHEST = 320;

/** The rows of a list that are drawn: all of a short one, of a long one those in view and a few more. */
export interface Rows {
  readonly from: number;
  readonly to: number;
  /** The height of what is left out above and below, and of each row; null when nothing is left out. */
  readonly space: { readonly above: number; readonly below: number; readonly row: number } | null;
}

export function rowsInView(count: number, scrollTop: number): Rows {
  if (count <= LONG) return { from: 0, to: count, space: null };
  const from = Math.max(0, Math.min(Math.floor(scrollTop / ROW), count) - SPARE);
  const to = Math.min(count, from + Math.ceil(HIGHEST / ROW) + 2 * SPARE);
  return { from, to, space: { above: from * ROW, below: (count - to) * ROW, row: ROW } };
}

/** How far a list has to be scrolled for a row to be in view. */
export function scrollTo(list: HTMLElement, row: number, count: number): number {
  const element = count > LONG ? null : list.children.item(row) as HTMLElement | null;
  const top = element?.offsetTop ?? row * ROW;
  const height = element?.offsetHeight ?? ROW;
  const view = list.clientHeight || HIGHEST;
  if (top < list.scrollTop) return top;
  return top + height > list.scrollTop + view ? top + height - view : list.scrollTop;
}
