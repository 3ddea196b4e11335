import { isNumeric, textOf, type Cell, type Frame } from './data.js';

/** Cells as comma-separated values. A text that a spreadsheet would take for a formula gets an apostrophe in front. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map(row => row.map(field).join(',')).join('\n');
}

function field(cell: Cell): string {
  const text = textOf(cell);
  const safe = /^[=+\-@\t\r\n]/.test(text) && !isNumeric(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines of fields. What `toCsv` put in front of a formula is taken away again. */
export function fromCsv(text: string): string[][] {
  const separator = delimiter(text);
  const lines: string[][] = [];
  let line: string[] = [];
  let field = '';
  let quoted = false;
  const end = (): void => {
    line.push(/^'[=+\-@\t\r\n]/.test(field) ? field.slice(1) : field);
    field = '';
  };
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[++i]!;
      else quoted = false;
    } else if (c === '"' && field === '') {
      quoted = true;
    } else if (c === separator) {
      end();
    } else if (c === '\n') {
      end();
      lines.push(line);
      line = [];
    } else if (c !== '\r') {
      field += c;
    }
  }
  if (field !== '' || line.length > 0) {
    end();
    lines.push(line);
  }
  return lines;
}

/** What separates the fields: the one of tab, semicolon and comma that occurs most in the first line. */
function delimiter(text: string): string {
  const end = text.indexOf('\n');
  const first = end < 0 ? text : text.slice(0, end);
  const count = (c: string): number => first.split(c).length;
  return ['\t', ';', ','].reduce((best, c) => (count(c) > count(best) ? c : best), ',');
}

/** A file of values as a table: headers first. */
export function fileFrame(text: string): Frame | null {
  const [headers, ...rows] = fromCsv(text).filter(line => line.length > 1 || line[0] !== '');
  if (!headers) return null;
  return { headers, data: rows.map(row => headers.map((_, i) => row[i] ?? '')), metadata: null };
}
