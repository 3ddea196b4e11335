const ALLOWED = new Set(['a', 'abbr', 'b', 'blockquote', 'br', 'code', 'del', 'div', 'em', 'hr', 'i', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 's', 'small', 'span', 'strong', 'sub', 'sup', 'u', 'ul']);
/** Elements whose text is no text for a reader. Any other element is replaced by its content. */
const DROPPED = new Set(['script', 'style', 'template', 'iframe', 'object', 'embed', 'noscript', 'noembed', 'noframes', 'svg', 'math', 'title', 'textarea', 'select', 'xmp', 'plaintext']);
const ELEMENT = 1;
const TEXT = 3;

/**
 * A message's HTML as nodes: simple text markup and http(s), mail or relative links. Nodes are made anew one by one from an inert
 * template; no markup is ever parsed twice, no other attribute survives.
 */
export function sanitize(markup: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const fragment = document.createDocumentFragment();
  for (const node of template.content.childNodes) copy(node, fragment);
  return fragment;
}

function copy(node: Node, into: Node): void {
  if (node.nodeType === TEXT) {
    into.appendChild(document.createTextNode(node.nodeValue ?? ''));
    return;
  }
  if (node.nodeType !== ELEMENT) return;
  const name = (node as Element).localName;
  if (DROPPED.has(name)) return;
  let target = into;
  if (ALLOWED.has(name)) {
    const element = document.createElement(name);
    if (name === 'a') link(node as Element, element);
    into.appendChild(element);
    target = element;
  }
  for (const child of node.childNodes) copy(child, target);
}

function link(from: Element, to: HTMLElement): void {
  const href = from.getAttribute('href');
  if (href === null || !isSafeLink(href)) return;
  to.setAttribute('href', href);
  to.setAttribute('target', '_blank');
  to.setAttribute('rel', 'noopener noreferrer');
}

export function isSafeLink(href: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href, 'https://relative.invalid/').protocol);
  } catch {
    return false;
  }
}
