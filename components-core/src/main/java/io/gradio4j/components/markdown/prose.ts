/** Formatted text that may grow. A part of the formatter's chunk. */
import { format, lexer, type FormatOptions } from './format.js';

interface Piece {
  /** What stands in the text for it. */
  readonly raw: string;
  readonly nodes: readonly ChildNode[];
  /** A formula may have begun in it that ends in a later piece. */
  readonly open: boolean;
}

/**
 * Keeps an element's content equal to a text in Markdown. While the text grows at its end, only its last block is formatted again: finished
 * paragraphs, code and tables keep their nodes, whatever comes after them.
 */
export class Prose {
  readonly #host: Element;
  #pieces: Piece[] = [];
  #text = '';
  #options: FormatOptions | null = null;
  /** Links that are defined somewhere in the text may change what stands before: then it is formatted as a whole. */
  #whole = false;

  constructor(host: Element) {
    this.#host = host;
  }

  update(raw: string, options: FormatOptions): void {
    const text = raw.replace(/\r\n?/g, '\n');
    if (options !== this.#options || !text.startsWith(this.#text)) this.#reset();
    this.#options = options;
    this.#text = text;
    if (!this.#whole) this.#grow(text, options);
    if (this.#whole) this.#host.replaceChildren(format(text, options));
  }

  #reset(): void {
    this.#host.replaceChildren();
    this.#pieces = [];
    this.#whole = false;
  }

  #grow(text: string, options: FormatOptions): void {
    const keep = this.#settled();
    for (const piece of this.#pieces.splice(keep)) for (const node of piece.nodes) node.remove();
    const start = this.#pieces.reduce((length, piece) => length + piece.raw.length, 0);
    const tail = text.slice(start);
    const tokens = lexer(tail, options);
    if (Object.keys(tokens.links).length > 0 || tokens.reduce((length, token) => length + token.raw.length, 0) !== tail.length) {
      this.#whole = true;
      return;
    }
    for (const token of tokens) {
      const fragment = token.type === 'space' ? null : format(token.raw, options);
      const nodes = fragment ? [...fragment.childNodes] : [];
      if (fragment) this.#host.append(fragment);
      this.#pieces.push({ raw: token.raw, nodes, open: token.type === 'paragraph' && isOpen(token.raw, options) });
    }
  }

  /** How many pieces cannot change any more: all before the last block, and before a formula that has no end yet. */
  #settled(): number {
    const last = this.#pieces.findLastIndex(piece => piece.nodes.length > 0);
    const open = this.#pieces.findIndex(piece => piece.open);
    return Math.max(0, open < 0 ? last : Math.min(open, last));
  }
}

function isOpen(raw: string, { latex_delimiters }: FormatOptions): boolean {
  return latex_delimiters.some(({ left, right }) => left === right ? raw.split(left).length % 2 === 0 : raw.lastIndexOf(left) > raw.lastIndexOf(right));
}
