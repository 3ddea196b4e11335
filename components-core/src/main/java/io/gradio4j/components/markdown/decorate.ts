import { icons, render, say } from 'gradio4j';
import type katex from 'katex';
import type { highlight } from './highlight.js';

let formulas: typeof katex | null = null;
let highlighter: typeof highlight | null = null;

/** Adds to clean nodes what Markdown has no word for: copy buttons, links of headings, formulas, colours of code, diagrams. */
export function decorate(fragment: DocumentFragment, headerLinks: boolean): void {
  for (const code of fragment.querySelectorAll<HTMLElement>('pre > code')) frame(code);
  const diagrams = [...fragment.querySelectorAll('pre.mermaid')].map(source => diagram(source.parentElement!));
  if (diagrams.length > 0) void import('./diagrams/diagram.js');
  for (const box of fragment.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) box.setAttribute('aria-label', box.parentElement?.textContent?.trim() || say('markdown.task'));
  for (const image of fragment.querySelectorAll('img:not([alt])')) image.setAttribute('alt', '');
  for (const scroller of fragment.querySelectorAll('table')) scroller.setAttribute('tabindex', '0');
  if (headerLinks) for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) anchor(heading);
  const tex = [...fragment.querySelectorAll<HTMLElement>('.formula')];
  if (tex.length > 0) void draw(tex);
  const code = [...fragment.querySelectorAll<HTMLElement>('pre > code[class*="language-"]')];
  if (code.length > 0) void colour(code);
}

function frame(code: HTMLElement): void {
  const pre = code.parentElement!;
  pre.tabIndex = 0;
  const wrap = document.createElement('div');
  wrap.className = 'code_wrap';
  pre.replaceWith(wrap);
  const button = document.createElement('button');
  button.type = 'button';
  button.title = say('markdown.copy');
  button.className = 'copy_code_button';
  button.setAttribute('aria-label', say('markdown.copy_code'));
  const copy = button.appendChild(document.createElement('span'));
  copy.className = 'copy-text';
  render(icons.copy, copy);
  const check = button.appendChild(document.createElement('span'));
  check.className = 'check';
  render(icons.check, check);
  wrap.append(button, pre);
}

/** The element that draws what stands in it, as soon as its module is there. */
function diagram(source: Element): HTMLElement {
  const element = document.createElement('gradio-diagram');
  element.className = 'mermaid';
  source.replaceWith(element);
  element.append(source);
  return element;
}

function anchor(heading: Element): void {
  const slug = (heading.textContent ?? '').toLowerCase().trim().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s+/g, '-');
  if (slug === '') return;
  heading.id = `h${slug}`;
  const link = document.createElement('a');
  link.className = 'md-header-anchor';
  link.href = `#h${slug}`;
  link.setAttribute('aria-label', say('common.link', { name: heading.textContent ?? '' }));
  link.textContent = '#';
  heading.prepend(link);
}

async function draw(elements: readonly HTMLElement[]): Promise<void> {
  if (!formulas) formulas = (await import('katex')).default;
  for (const element of elements) {
    // MathML needs no fonts and no style sheet, and screen readers read it
    formulas.render(element.textContent ?? '', element, { displayMode: element.classList.contains('display'), output: 'mathml', throwOnError: false, strict: 'ignore', trust: false });
  }
}

async function colour(elements: readonly HTMLElement[]): Promise<void> {
  if (!highlighter) highlighter = (await import('./highlight.js')).highlight;
  for (const element of elements) highlighter(element);
}
