/** The formatter: Markdown to clean nodes. A chunk of its own, loaded with the first text. */
import { Marked, type TokenizerAndRendererExtension, type Tokens, type TokensList } from 'marked';
import { clean } from './clean.js';
import { decorate } from './decorate.js';

export interface LatexDelimiter {
  readonly left: string;
  readonly right: string;
  readonly display: boolean;
}

export interface FormatOptions {
  readonly latex_delimiters: readonly LatexDelimiter[];
  readonly sanitize_html: boolean;
  readonly line_breaks: boolean;
  readonly header_links: boolean;
  /** Which tags that HTML does not know are shown as text: all, those named, or (default) none: they are taken away. */
  readonly allow_tags?: boolean | readonly string[];
}

export type Format = (text: string, options: FormatOptions) => DocumentFragment;

const parsers = new Map<string, Marked>();

/** Nodes for a text, cleaned of all that could run. Formulas and code get their look when their libraries are there. */
export const format: Format = (text, options) => {
  const fragment = clean(parser(options).parse(text, { async: false }), options.sanitize_html);
  decorate(fragment, options.header_links);
  return fragment;
};

/** The blocks of a text. */
export function lexer(text: string, options: FormatOptions): TokensList {
  return parser(options).lexer(text);
}

function parser({ latex_delimiters, line_breaks, allow_tags = false }: FormatOptions): Marked {
  const key = JSON.stringify([latex_delimiters, line_breaks, allow_tags]);
  const known = parsers.get(key);
  if (known) return known;
  const made = new Marked({ gfm: true, breaks: line_breaks, renderer: { code: diagram } });
  // the longest delimiter first: $$ must not be taken for two $
  for (const delimiter of [...latex_delimiters].sort((a, b) => a.left.length - b.left.length)) made.use({ extensions: formula(delimiter) });
  if (allow_tags) made.use({ renderer: { html: ({ text }) => literal(text, allow_tags) } });
  parsers.set(key, made);
  return made;
}

/** The source of a diagram; while its end is missing, it is code as any other. */
function diagram({ lang, raw, text }: Tokens.Code): string | false {
  return lang === 'mermaid' && /\n\s*(`{3,}|~{3,})\s*$/.test(raw) && `<pre class="mermaid"><code>${escaped(text)}</code></pre>`;
}

/** HTML in which unknown tags are text. */
function literal(html: string, shown: true | readonly string[]): string {
  return html.replace(/<(?=\/?([a-z][^\s/>]*))/gi, (whole, name: string) => isUnknown(name) && (shown === true || shown.includes(name)) ? '&lt;' : whole);
}

function isUnknown(name: string): boolean {
  return name.includes('-') || document.createElement(/^[a-z][a-z0-9]*$/i.test(name) ? name : 'unknown') instanceof HTMLUnknownElement;
}

/** What stands between delimiters is no Markdown: it is kept as it is until KaTeX gets it. */
function formula({ left, right, display }: LatexDelimiter): TokenizerAndRendererExtension[] {
  const tokenize = (src: string, name: string): Tokens.Generic | undefined => {
    if (!src.startsWith(left)) return undefined;
    const end = src.indexOf(right, left.length);
    if (end <= left.length) return undefined;
    const tex = src.slice(left.length, end);
    // a lone $ is as often a price as a formula
    if (left === '$' && (/^\s|\s$|\n\s*\n/.test(tex) || /^\d/.test(src.slice(end + 1)))) return undefined;
    return { type: name, raw: src.slice(0, end + right.length), text: tex };
  };
  const name = `formula ${left} ${right}`;
  return [
    { name, level: 'inline', start: src => indexOf(src, left), tokenizer: src => tokenize(src, name), renderer: token => markup(token.text as string, display) },
    {
      name: `${name} block`,
      level: 'block',
      // at the start of a line only: marked ends a paragraph there
      start: src => indexOf(src, `\n${left}`),
      tokenizer: src => {
        const token = tokenize(src, `${name} block`);
        return token && /^[ \t]*(\n|$)/.test(src.slice(token.raw.length)) ? token : undefined;
      },
      renderer: token => `<p>${markup(token.text as string, display)}</p>`,
    },
  ];
}

function indexOf(text: string, part: string): number | undefined {
  const at = text.indexOf(part);
  return at < 0 ? undefined : at;
}

function markup(tex: string, display: boolean): string {
  return `<span class="formula ${display ? 'display' : 'inline'}">${escaped(tex)}</span>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
