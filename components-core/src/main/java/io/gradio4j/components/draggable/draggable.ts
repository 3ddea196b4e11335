import { cx, GradioLayout, html, property, style, type PropertyValues, type TemplateResult } from 'gradio4j';
import type { Dragging } from './dragging.js';
import styles from './draggable.css';

/**
 * Children that a person moves to each other's places, by dragging the handle of one or with the arrow keys on it. The order stays in the page.
 * Neighbouring inputs stand in a form; each of them is an item of its own.
 */
export class GrDraggable extends GradioLayout {
  @property({ attribute: false }) orientation: string | null = 'column';

  private changes: MutationObserver | null = null;
  private dragging: Dragging | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.changes = new MutationObserver(() => this.scan());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.changes?.disconnect();
    this.dragging?.close();
    this.dragging = null;
  }

  protected override render(): TemplateResult {
    return html`<div id=${this.rootId} class=${cx('draggable', this.orientation === 'row' ? 'horizontal' : 'vertical', this.rootClass)} role="region"
      aria-label=${this.t('draggable.label')} @keydown=${this.onKey} ${this.mount()}></div><span class="sr-only" aria-live="polite"></span>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.scan();
  }

  private get list(): HTMLElement | null {
    return this.querySelector(':scope > .draggable');
  }

  /** The lists of items: this one and the forms in it. */
  private lists(list: HTMLElement): HTMLElement[] {
    return [list, ...list.querySelectorAll<HTMLElement>(':scope > gr-form > .form')];
  }

  private items(list: HTMLElement): HTMLElement[] {
    return [...list.querySelectorAll<HTMLElement>(':scope > [gr]:not(gr-form), :scope > gr-form > .form > [gr]')];
  }

  /** Gives each item its handle and number. */
  private scan(): void {
    const { list } = this;
    if (!list) return;
    const items = this.items(list);
    items.forEach((item, i) => {
      const handle = item.querySelector<HTMLElement>(':scope > .drag-handle') ?? this.handle(item);
      item.classList.add('draggable-item');
      for (const element of [item, handle]) element.dataset['index'] = String(i);
      handle.setAttribute('aria-label', this.t('draggable.move', { n: i + 1, of: items.length }));
    });
    this.changes?.disconnect();
    for (const each of this.lists(list)) this.changes?.observe(each, { childList: true });
    void this.startDragging(list);
  }

  private async startDragging(list: HTMLElement): Promise<void> {
    const { Dragging } = await import('./dragging.js');
    if (!this.isConnected) return;
    this.dragging ??= new Dragging(`draggable-${this.nodeId}`, () => this.arranged());
    this.dragging.update(this.lists(list));
  }

  /** Stands before what the item draws, which clears everything behind its own beginning. */
  private handle(item: HTMLElement): HTMLElement {
    const handle = document.createElement('div');
    handle.className = 'drag-handle';
    handle.draggable = true;
    handle.tabIndex = 0;
    handle.role = 'button';
    handle.setAttribute('aria-grabbed', 'false');
    handle.textContent = '⋮⋮';
    item.prepend(handle);
    return handle;
  }

  /** From now on the renderer leaves the order alone. */
  private arranged(): void {
    if (this.list) this.list.dataset['arranged'] = '';
    this.scan();
  }

  private onKey(event: KeyboardEvent): void {
    const { list } = this;
    const handle = event.target;
    if (!list || !(handle instanceof HTMLElement) || !handle.classList.contains('drag-handle')) return;
    const right = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
    const step = ({ ArrowUp: -1, ArrowLeft: -right, ArrowDown: 1, ArrowRight: right } as Readonly<Record<string, number>>)[event.key];
    const items = this.items(list);
    const at = items.indexOf(handle.parentElement!);
    const item = items[at];
    const other = step === undefined ? undefined : items[at + step];
    if (step === undefined || !item) return;
    event.preventDefault();
    event.stopPropagation();
    if (!other) return;
    swap(item, other);
    this.arranged();
    handle.focus();
    this.querySelector(':scope > [aria-live]')!.textContent = this.t('draggable.moved', { n: at + step + 1, of: items.length });
  }
}

function swap(one: Element, other: Element): void {
  const place = document.createComment('');
  one.replaceWith(place);
  other.replaceWith(one);
  place.replaceWith(other);
}

style('draggable', styles);
customElements.define('gr-draggable', GrDraggable);
