/** Makes the children of `here` like those of `next`. Nodes of the same kind stay, so that listeners on them, the focus and the scroll position survive. */
export function morph(here: ParentNode & Node, next: ParentNode & Node): void {
  let old = here.firstChild;
  for (const wanted of [...next.childNodes]) {
    if (!old) {
      here.appendChild(wanted);
      continue;
    }
    const node: ChildNode = old;
    old = old.nextSibling;
    if (node.nodeType !== wanted.nodeType || node.nodeName !== wanted.nodeName) node.replaceWith(wanted);
    else if (node instanceof Element && wanted instanceof Element) patch(node, wanted);
    else if (node.nodeValue !== wanted.nodeValue) node.nodeValue = wanted.nodeValue;
  }
  while (old) {
    const gone: ChildNode = old;
    old = old.nextSibling;
    gone.remove();
  }
}

function patch(here: Element, wanted: Element): void {
  for (const name of here.getAttributeNames()) if (!wanted.hasAttribute(name)) here.removeAttribute(name);
  for (const { name, value } of wanted.attributes) if (here.getAttribute(name) !== value) here.setAttribute(name, value);
  morph(here, wanted);
  // what a person has typed or ticked does not follow the attributes by itself
  if (here instanceof HTMLInputElement && wanted instanceof HTMLInputElement) {
    if (here.type === 'checkbox' || here.type === 'radio') here.checked = wanted.checked;
    else if (here.type !== 'file' && wanted.hasAttribute('value') && here.value !== wanted.value) here.value = wanted.value;
  } else if (here instanceof HTMLTextAreaElement && wanted instanceof HTMLTextAreaElement) {
    if (here.value !== wanted.value) here.value = wanted.value;
  }
}
