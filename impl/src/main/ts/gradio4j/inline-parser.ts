export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'em'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

const DELIMITERS = ['**', '__', '*', '_'] as const;

/** Splits inline Markdown into parts, in one pass and without regular expressions that could backtrack. */
export function parseInline(source: string): Inline[] {
  const parts: Inline[] = [];
  let plain = '';
  let at = 0;
  const flush = (): void => {
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    plain = '';
  };
  const push = (part: Inline, next: number): void => {
    flush();
    parts.push(part);
    at = next;
  };
  while (at < source.length) {
    const char = source[at]!;
    if (char === '\n') {
      push({ kind: 'break' }, at + 1);
      continue;
    }
    if (char === '`') {
      const end = source.indexOf('`', at + 1);
      if (end > at + 1) {
        push({ kind: 'code', text: source.slice(at + 1, end) }, end + 1);
        continue;
      }
    }
    if (char === '[') {
      const middle = source.indexOf('](', at + 1);
      const end = middle < 0 ? -1 : source.indexOf(')', middle + 2);
      if (middle > at + 1 && end > middle + 2) {
        const text = source.slice(at + 1, middle);
        const href = source.slice(middle + 2, end).trim();
        push(isSafe(href) ? { kind: 'link', href, children: parseInline(text) } : { kind: 'text', text }, end + 1);
        continue;
      }
    }
    const delimiter = DELIMITERS.find(d => source.startsWith(d, at));
    if (delimiter && !insideWord(source, at, delimiter)) {
      const end = source.indexOf(delimiter, at + delimiter.length);
      const inner = end < 0 ? '' : source.slice(at + delimiter.length, end);
      if (inner !== '' && inner.trim() === inner) {
        push({ kind: delimiter.length === 2 ? 'strong' : 'em', children: parseInline(inner) }, end + delimiter.length);
        continue;
      }
    }
    plain += char;
    at += 1;
  }
  flush();
  return parts;
}

/** snake_case is no emphasis. */
function insideWord(source: string, at: number, delimiter: string): boolean {
  return delimiter.startsWith('_') && at > 0 && /\w/.test(source[at - 1]!);
}

/** http, https, or no scheme at all. */
function isSafe(href: string): boolean {
  const scheme = /^[\s\u0000-\u001f]*([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  return scheme === undefined || scheme === 'http' || scheme === 'https';
}
