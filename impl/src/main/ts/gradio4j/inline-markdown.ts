import { html, type TemplateResult } from 'lit';
import { parseInline, type Inline } from './inline-parser.js';

/** Info texts: `code`, links, bold, italics and line breaks; everything else is text. */
export function inlineMarkdown(text: string): TemplateResult[] {
  return parseInline(text).map(render);
}

/** What is read of an info text, for a control's description; undefined for none. */
export function inlineText(text: string | null | undefined): string | undefined {
  return text ? parseInline(text).map(read).join('') : undefined;
}

function read(part: Inline): string {
  return part.kind === 'break' ? ' ' : 'children' in part ? part.children.map(read).join('') : part.text;
}

function render(part: Inline): TemplateResult {
  switch (part.kind) {
    case 'text': return html`${part.text}`;
    case 'break': return html`<br>`;
    case 'code': return html`<code>${part.text}</code>`;
    case 'link': return html`<a href=${part.href} target="_blank" rel="noopener noreferrer">${part.children.map(render)}</a>`;
    case 'strong': return html`<strong>${part.children.map(render)}</strong>`;
    case 'em': return html`<em>${part.children.map(render)}</em>`;
  }
}
