import { html, ref, svg, type Say, type TemplateResult } from 'gradio4j';
import { NUMBER_OPERATORS, TEXT_OPERATORS, type Filter } from './view.js';

const DOTS = html`<svg viewBox="0 0 4 16" width="4" height="14" fill="currentColor" aria-hidden="true">${svg`<circle cx="2" cy="3" r="1.5"/><circle cx="2" cy="8" r="1.5"/><circle cx="2" cy="13" r="1.5"/>`}</svg>`;

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  /** Whether it is in force, for a choice. */
  readonly checked?: boolean;
}

/** Where something opens: below a button, or at a point. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
}

/** Puts an element above all others of the page, near its anchor and within the window, and gives it the focus. */
function place(element: Element | undefined, anchor: Anchor, focus: string): void {
  // it is made, but not in the document yet
  queueMicrotask(() => {
    if (element instanceof HTMLElement && element.isConnected && !element.matches(':popover-open')) open(element, anchor, focus);
  });
}

function open(element: HTMLElement, { x, y }: Anchor, focus: string): void {
  element.showPopover();
  const { width, height } = element.getBoundingClientRect();
  element.style.left = `${Math.max(4, Math.min(x, innerWidth - width - 4))}px`;
  element.style.top = `${Math.max(4, Math.min(y, innerHeight - height - 4))}px`;
  element.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
}

function onMenuKey(event: KeyboardEvent, close: () => void): void {
  const items = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const go = (index: number): void => items[(index + items.length) % items.length]?.focus();
  event.stopPropagation();
  switch (event.key) {
    case 'ArrowDown': go(at + 1); break;
    case 'ArrowUp': go(at - 1); break;
    case 'Home': go(0); break;
    case 'End': go(items.length - 1); break;
    case 'Escape':
    case 'Tab': close(); break;
    default: return;
  }
  event.preventDefault();
}

export function menu(label: string, items: readonly MenuItem[], anchor: Anchor, close: () => void): TemplateResult {
  return html`<div class="cell-menu" role="menu" aria-label=${label} popover="manual" @keydown=${(event: KeyboardEvent) => onMenuKey(event, close)} ${ref(e => place(e, anchor, '[role^="menuitem"]'))}>${items.map(item => {
    const run = (): void => {
      close();
      item.run();
    };
    return item.checked === undefined ? html`<button type="button" role="menuitem" tabindex="-1" aria-label=${item.label} @click=${run}>${item.label}</button>`
      : html`<button type="button" role="menuitemcheckbox" aria-checked=${item.checked} tabindex="-1" aria-label=${item.label} @click=${run}>${item.label}</button>`;
  })}</div>`;
}

/** Asks which cells of a column are to be seen. */
export function filterMenu(column: number, numeric: boolean, anchor: Anchor, text: Say, apply: (filter: Filter) => void, close: () => void): TemplateResult {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    apply({ column, type: data.get('type') === 'number' ? 'number' : 'string', operator: String(data.get('operator')), value: String(data.get('value')) });
  };
  const onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
  };
  const operators = (type: string): readonly string[] => (type === 'number' ? NUMBER_OPERATORS : TEXT_OPERATORS);
  const named = (operator: string): string => (/^[a-z]/.test(operator) ? text(`dataframe.${operator}`) : operator);
  // the form keeps its own state: nothing else depends on it before it is applied
  const onType = (event: Event): void => {
    const { form, value } = event.target as HTMLSelectElement;
    const select = form!.elements.namedItem('operator') as HTMLSelectElement;
    select.replaceChildren(...operators(value).map(operator => new Option(named(operator), operator)));
  };
  return html`<form class="filter-menu" popover="manual" aria-label=${text('menu.filter')} @submit=${onSubmit} @keydown=${onKey} ${ref(e => place(e, anchor, 'input'))}>
    <label><span>${text('dataframe.filter_by')}</span><select name="type" @change=${onType}><option value="string" ?selected=${!numeric}>${text('dataframe.string')}</option><option value="number" ?selected=${numeric}>${text('dataframe.number')}</option></select></label>
    <select name="operator" aria-label=${text('dataframe.filter_operator')}>${operators(numeric ? 'number' : 'string').map(operator => html`<option value=${operator}>${named(operator)}</option>`)}</select>
    <input name="value" type="text" autocomplete="off" placeholder=${text('dataframe.filter_value')} aria-label=${text('dataframe.filter_value')}>
    <button type="submit" class="check-button" aria-label=${text('dataframe.filter_set')} title=${text('dataframe.filter_set')}>✓</button>
  </form>`;
}

/** The small button that opens a menu. */
export function menuButton(label: string, open: (anchor: Anchor) => void, expanded: boolean): TemplateResult {
  const onClick = (event: MouseEvent): void => {
    const { left, bottom } = (event.currentTarget as Element).getBoundingClientRect();
    event.stopPropagation();
    open({ x: left, y: bottom + 2 });
  };
  return html`<button type="button" class="cell-menu-button" tabindex="-1" aria-label=${label} title=${label} aria-haspopup="menu" aria-expanded=${expanded} @mousedown=${(e: Event) => e.stopPropagation()} @click=${onClick}>${DOTS}</button>`;
}
