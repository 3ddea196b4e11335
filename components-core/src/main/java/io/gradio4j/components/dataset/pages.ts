const NEAR = 2;

/** The pages to offer: those near the first, the current and the last one; null for a gap. */
export function pagesAround(current: number, count: number): (number | null)[] {
  const near = (page: number): boolean => [0, current, count - 1].some(anchor => Math.abs(page - anchor) <= NEAR);
  const pages: (number | null)[] = [];
  for (let page = 0; page < count; page++) {
    if (near(page)) pages.push(page);
    else if (pages.at(-1) !== null) pages.push(null);
  }
  return pages;
}
