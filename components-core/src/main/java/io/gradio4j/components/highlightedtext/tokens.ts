export type Mark = string | number | null;

/** A part of a text on the wire. */
export interface Token {
  readonly token: string;
  readonly class_or_confidence: Mark;
}

/** The tokens after a part of one of them was marked. */
export function split(tokens: readonly Token[], index: number, start: number, end: number, mark: Mark): Token[] {
  const { token, class_or_confidence } = tokens[index]!;
  const parts: Token[] = [
    { token: token.slice(0, start), class_or_confidence }, { token: token.slice(start, end), class_or_confidence: mark }, { token: token.slice(end), class_or_confidence },
  ];
  return tokens.toSpliced(index, 1, ...parts.filter(part => part.token !== ''));
}

/** The tokens after one got another mark; unmarked neighbours become one. */
export function marked(tokens: readonly Token[], index: number, mark: Mark): Token[] {
  const result: Token[] = [];
  for (const [i, token] of tokens.entries()) {
    const next = i === index ? { token: token.token, class_or_confidence: mark } : token;
    const last = result.at(-1);
    if (last && last.class_or_confidence === null && next.class_or_confidence === null) {
      result[result.length - 1] = { token: last.token + next.token, class_or_confidence: null };
    } else result.push(next);
  }
  return result;
}

/** The part of one token that is selected in the window, if it is within one token of an element. */
export function selectedPart(root: Element): { index: number; start: number; end: number } | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const text = closest(range.startContainer);
  if (!text || !root.contains(text) || closest(range.endContainer) !== text) return null;
  const before = range.cloneRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return { index: Number(text.dataset['index']), start, end: start + range.toString().length };
}

function closest(node: Node): HTMLElement | null {
  return (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.text[data-index]') ?? null;
}
