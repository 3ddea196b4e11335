import { cx, Directive, directive, html, noChange, nothing, say, type PartInfo, type TemplateResult } from 'gradio4j';
import type { LatexDelimiter } from '../markdown/format.js';
import { isTrue, textOf, type Cell, type Datatype } from './data.js';

type Formatter = (text: string) => Node;

let markdown: ((text: string, options: CellOptions) => Node) | null = null;
let cleaned: Formatter | null = null;

export interface CellOptions {
  readonly wrap: boolean;
  /** So many characters are shown; null for all. */
  readonly max_chars: number | null;
  readonly line_breaks: boolean;
  readonly latex_delimiters: readonly LatexDelimiter[];
  /** A cell of Markdown or HTML can be shown now. */
  readonly loaded: () => void;
}

/** What a person sees of a cell. `shown` is the app's own text for it, if there is one. */
export function cellContent(cell: Cell, type: Datatype, shown: string | undefined, options: CellOptions, toggle: ((checked: boolean) => void) | null, label: string): TemplateResult {
  if (type === 'bool' && shown === undefined) {
    const onChange = (event: Event): void => toggle?.((event.target as HTMLInputElement).checked);
    return html`<div class="bool-cell"><input type="checkbox" tabindex="-1" aria-label=${label} .checked=${isTrue(cell)} ?disabled=${toggle === null} @change=${onChange}></div>`;
  }
  if (type === 'image') {
    const url = textOf(cell);
    return url === '' ? html`<span class="text"></span>` : html`<img class="image-cell" src=${url} alt=${label} loading="lazy">`;
  }
  const text = shown ?? textOf(cell);
  if (type === 'markdown') return html`<span class="md prose">${markdown ? formatted(text, markdownOf(options)) : waiting(text, 'markdown', options)}</span>`;
  if (type === 'html') return html`<span class="html-cell">${cleaned ? formatted(text, cleaned) : waiting(text, 'html', options)}</span>`;
  const { max_chars } = options;
  const short = max_chars !== null && text.length > max_chars ? `${text.slice(0, max_chars)}...` : text;
  return html`<span class=${cx('text', options.wrap && 'wrap')}>${short}</span>`;
}

let options_of: CellOptions | null = null;
let with_options: Formatter | null = null;

function markdownOf(options: CellOptions): Formatter {
  if (!with_options || options_of?.latex_delimiters !== options.latex_delimiters || options_of.line_breaks !== options.line_breaks) {
    options_of = options;
    with_options = text => markdown!(text, options);
  }
  return with_options;
}

/** The plain text until the formatter is there. */
function waiting(text: string, type: 'markdown' | 'html', { loaded }: CellOptions): string {
  void import('gradio4j/markdown/markdown.js').then(async module => {
    if (type === 'html') {
      const clean = await module.loadClean();
      cleaned = text => clean(text);
    } else {
      const format = await module.loadFormat();
      markdown = (text, { latex_delimiters, line_breaks }) => format(text, { latex_delimiters, line_breaks, sanitize_html: true, header_links: false });
    }
    loaded();
  });
  return text;
}

/** Nodes of a text, made again only when text or format are other ones: rows come and go while a person scrolls. */
class Formatted extends Directive {
  private text: string | undefined;
  private format: Formatter | undefined;

  constructor(part: PartInfo) {
    super(part);
  }

  render(text: string, format: Formatter): unknown {
    if (text === this.text && format === this.format) return noChange;
    this.text = text;
    this.format = format;
    return text === '' ? nothing : format(text);
  }
}

const formatted = directive(Formatted);

const MOST = 3;

/** A table in a table of examples: its upper left corner. */
export function corner(value: unknown): TemplateResult | string {
  const rows = (Array.isArray(value) ? value : (value as { data?: unknown } | null)?.data) as unknown;
  if (!Array.isArray(rows) || rows.length === 0 || (rows.length === 1 && (rows[0] as unknown[])?.length === 0)) return say('dataframe.empty');
  const table = rows.map(row => (Array.isArray(row) ? row as unknown[] : [row]));
  const cut = (cells: unknown[]): unknown[] => (cells.length > MOST ? [...cells.slice(0, MOST), '…'] : cells);
  return html`<table class="example-table"><tbody>${table.slice(0, MOST).map(row => html`<tr>${cut(row).map(cell => html`<td>${textOf(cell)}</td>`)}</tr>`)}${table.length > MOST
    ? html`<tr>${cut(table[0]!).map(() => html`<td>…</td>`)}</tr>` : nothing}</tbody></table>`;
}
