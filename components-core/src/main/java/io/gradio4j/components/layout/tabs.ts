import { classMap, cx, html, ifDefined, nothing, repeat, state, styleMap, type PropertyValues, type TemplateResult } from 'gradio4j';
import { buttonId, GrPages, move, moveAlong, panelId, type Page } from './pages.js';

/** Kept free for the button of the menu. */
const MENU = 48;

/** Pages with a tab list as the ARIA authoring practices have it (arrow keys, Home, End); tabs without room stand in a menu. */
export class GrTabs extends GrPages {
  /** How many of the shown tabs have room. */
  @state() protected room = Infinity;
  @state() protected menuOpen = false;

  #resized: ResizeObserver | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized = new ResizeObserver(() => this.#measure());
    document.addEventListener('pointerdown', this.#outside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized?.disconnect();
    document.removeEventListener('pointerdown', this.#outside);
  }

  protected override get unnamed(): string {
    return 'tabs.unnamed';
  }

  protected override choose(page: Page): void {
    this.menuOpen = false;
    super.choose(page);
  }

  protected override render(): TemplateResult {
    const shown = this.pages.filter(page => page.shown);
    const inList = shown.slice(0, this.room);
    const inMenu = shown.slice(this.room);
    const focusable = inList.find(page => this.isActive(page)) ?? inList.find(page => page.enabled);
    return html`<div id=${this.rootId} class=${cx('tabs', this.rootClass)} style=${styleMap(this.growth)}>
      <div class="tab-wrapper">
        <div class="tab-container visually-hidden" aria-hidden="true">${shown.map(page => html`<span class="measure" data-label=${page.label}></span>`)}</div>
        <div class="tab-container" role="tablist" @keydown=${this.#onListKey}>${repeat(inList, page => page.node.id, page => this.#tab(page, page === focusable))}</div>
        <span class="overflow-menu ${inMenu.length === 0 ? 'hide' : ''}">${inMenu.length === 0 ? nothing : this.#menu(inMenu)}</span>
      </div>
      <div class="tab-pages" ${this.mount()}></div></div>`;
  }

  #tab(page: Page, focusable: boolean): TemplateResult {
    const active = this.isActive(page);
    return html`<button type="button" role="tab" class=${classMap({ selected: active })} id=${buttonId(page)} data-tab-id=${page.id} aria-selected=${active}
      aria-controls=${ifDefined(page.node.element ? panelId(page.node) : undefined)} aria-disabled=${page.enabled ? nothing : 'true'} ?disabled=${!page.enabled}
      tabindex=${focusable ? 0 : -1} @click=${() => this.choose(page)}>${page.label}</button>`;
  }

  #menu(pages: readonly Page[]): TemplateResult {
    const menu = `tabs-menu-${this.nodeId}`;
    return html`<button type="button" class=${classMap({ 'overflow-item-selected': pages.some(page => this.isActive(page)) })} aria-label=${this.t('tabs.more')} aria-haspopup="menu"
        aria-expanded=${this.menuOpen} aria-controls=${menu} @click=${() => this.#openMenu(!this.menuOpen)} @keydown=${this.#onMenuButtonKey}><span aria-hidden="true">…</span></button>
      <div id=${menu} class="overflow-dropdown ${this.menuOpen ? '' : 'hide'}" role="menu" aria-label=${this.t('tabs.more')} @keydown=${this.#onMenuKey} @focusout=${this.#onMenuLeave}>
        ${pages.map(page => html`<button type="button" role="menuitemradio" class=${classMap({ selected: this.isActive(page) })} aria-checked=${this.isActive(page)}
          ?disabled=${!page.enabled} tabindex="-1" @click=${() => this.#fromMenu(page)}>${page.label}</button>`)}</div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const list = this.querySelector(':scope > .tabs > .tab-wrapper');
    if (list && changed.size > 0) {
      this.#resized?.observe(list);
      this.#measure();
    }
  }

  /** Counts the tabs that have room, by the widths of an invisible copy of all of them. */
  #measure(): void {
    const wrapper = this.querySelector<HTMLElement>(':scope > .tabs > .tab-wrapper');
    if (!wrapper || wrapper.clientWidth === 0) return;
    const widths = [...wrapper.querySelectorAll<HTMLElement>(':scope > .visually-hidden > .measure')].map(copy => copy.getBoundingClientRect().width);
    let used = 0;
    const all = widths.reduce((sum, width) => sum + width, 0);
    const free = all <= wrapper.clientWidth ? Infinity : wrapper.clientWidth - MENU;
    let room = 0;
    while (room < widths.length && (used += widths[room]!) <= free) room += 1;
    this.room = room === widths.length ? Infinity : Math.max(room, 1);
  }

  #onListKey(event: KeyboardEvent): void {
    const next = moveAlong(event.currentTarget as HTMLElement, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.click();
  }

  #onMenuButtonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#openMenu(true, event.key === 'ArrowUp');
  }

  #openMenu(open: boolean, last = false): void {
    this.menuOpen = open;
    if (open) void this.updateComplete.then(() => this.#menuItems().at(last ? -1 : 0)?.focus());
  }

  #onMenuKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' || event.key === 'Tab') {
      this.#closeMenu(event.key === 'Escape');
      return;
    }
    const next = move(this.#menuItems(), document.activeElement, event.key, 'ArrowUp', 'ArrowDown');
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  #onMenuLeave(event: FocusEvent): void {
    const to = event.relatedTarget;
    if (to instanceof Node && !(event.currentTarget as Element).parentElement?.contains(to)) this.menuOpen = false;
  }

  #fromMenu(page: Page): void {
    this.#closeMenu(true);
    this.choose(page);
  }

  #closeMenu(focusButton: boolean): void {
    this.menuOpen = false;
    if (focusButton) this.querySelector<HTMLElement>(':scope > .tabs > .tab-wrapper > .overflow-menu > button')?.focus();
  }

  #menuItems(): HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>(':scope > .tabs > .tab-wrapper > .overflow-menu [role="menuitemradio"]:not(:disabled)')];
  }

  readonly #outside = (event: PointerEvent): void => {
    if (this.menuOpen && event.target instanceof Node && !this.querySelector('.overflow-menu')?.contains(event.target)) this.menuOpen = false;
  };
}
