import { classMap, cx, GradioLayout, html, ifDefined, nothing, property, repeat, state, styleMap, type ChildNode, type PropertyValues, type TemplateResult } from 'gradio4j';

/** Kept free for the button of the menu. */
const MENU = 48;

interface Page {
  readonly node: ChildNode;
  readonly id: string | number;
  readonly label: string;
  /** Among all pages. */
  readonly index: number;
  readonly shown: boolean;
  readonly enabled: boolean;
}

/**
 * Pages of which one is shown: a tab list as the ARIA authoring practices have it (arrow keys, Home, End); tabs without room stand in a
 * menu. Events: `change`, `select` of the tabs, `select` of the page that is shown. Pages never shown are not mounted.
 */
export class GrTabs extends GradioLayout {
  @property({ attribute: false }) selected: string | number | null = null;
  /** How many of the shown tabs have room. */
  @state() protected room = Infinity;
  @state() protected menuOpen = false;

  #active: Page | null = null;
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

  override mounts(child: ChildNode): boolean {
    return child.id === this.#active?.node.id;
  }

  get #pages(): Page[] {
    return this.nodes.map((node, index) => ({
      node, index, id: (node.props['id'] as string | number | null | undefined) ?? node.id, label: String(node.props['label'] ?? `Tab ${index + 1}`),
      shown: node.props['visible'] !== false && node.props['visible'] !== 'hidden', enabled: node.props['interactive'] !== false,
    }));
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const before = this.#active;
    const usable = this.#pages.filter(page => page.shown && page.enabled);
    this.#active = usable.find(page => page.id === this.selected) ?? this.#pages.find(page => page.shown && page.node.id === before?.node.id) ?? usable[0] ?? null;
    if (this.#active === null || this.#active.node.id === before?.node.id) return;
    if (before) this.dispatch('change');
    this.host?.dispatch(this.#active.node.id, 'select', { value: this.#active.label, index: this.#active.index });
  }

  #choose(page: Page, index = page.index): void {
    this.menuOpen = false;
    if (!page.enabled || page.node.id === this.#active?.node.id) return;
    this.set('selected', page.id);
    this.dispatch('select', { value: page.label, index, id: page.id, component_id: page.node.id });
  }

  protected override render(): TemplateResult {
    const shown = this.#pages.filter(page => page.shown);
    const inList = shown.slice(0, this.room);
    const inMenu = shown.slice(this.room);
    const scale = this.#active?.node.props['scale'];
    const styles = styleMap({ flexGrow: typeof scale === 'number' ? String(scale) : undefined });
    const focusable = inList.find(page => this.#isActive(page)) ?? inList.find(page => page.enabled);
    return html`<div id=${this.rootId} class=${cx('tabs', this.rootClass)} style=${styles}>
      <div class="tab-wrapper">
        <div class="tab-container visually-hidden" aria-hidden="true">${shown.map(page => html`<span class="measure" data-label=${page.label}></span>`)}</div>
        <div class="tab-container" role="tablist" @keydown=${this.#onListKey}>${repeat(inList, page => page.node.id, page => this.#tab(page, page === focusable))}</div>
        <span class="overflow-menu ${inMenu.length === 0 ? 'hide' : ''}">${inMenu.length === 0 ? nothing : this.#menu(inMenu)}</span>
      </div>
      <div class="tab-pages" ${this.mount()}></div></div>`;
  }

  #tab(page: Page, focusable: boolean): TemplateResult {
    const active = this.#isActive(page);
    return html`<button type="button" role="tab" class=${classMap({ selected: active })} id=${buttonId(page)} data-tab-id=${page.id} aria-selected=${active}
      aria-controls=${ifDefined(page.node.element ? panelId(page.node) : undefined)} aria-disabled=${page.enabled ? nothing : 'true'} ?disabled=${!page.enabled}
      tabindex=${focusable ? 0 : -1} @click=${() => this.#choose(page)}>${page.label}</button>`;
  }

  #menu(pages: readonly Page[]): TemplateResult {
    const menu = `tabs-menu-${this.nodeId}`;
    return html`<button type="button" class=${classMap({ 'overflow-item-selected': pages.some(page => this.#isActive(page)) })} aria-label=${this.t('tabs.more')} aria-haspopup="menu"
        aria-expanded=${this.menuOpen} aria-controls=${menu} @click=${() => this.#openMenu(!this.menuOpen)} @keydown=${this.#onMenuButtonKey}><span aria-hidden="true">…</span></button>
      <div id=${menu} class="overflow-dropdown ${this.menuOpen ? '' : 'hide'}" role="menu" aria-label=${this.t('tabs.more')} @keydown=${this.#onMenuKey} @focusout=${this.#onMenuLeave}>
        ${pages.map((page, i) => html`<button type="button" role="menuitemradio" class=${classMap({ selected: this.#isActive(page) })} aria-checked=${this.#isActive(page)}
          ?disabled=${!page.enabled} tabindex="-1" @click=${() => this.#fromMenu(page, i)}>${page.label}</button>`)}</div>`;
  }

  #isActive(page: Page): boolean {
    return page.node.id === this.#active?.node.id;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    for (const { element } of this.nodes) if (element instanceof GrTabItem) element.active = element.nodeId === this.#active?.node.id;
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
    const tabs = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLButtonElement>('[role="tab"]:not(:disabled)')];
    const backwards = getComputedStyle(this.querySelector('.tab-wrapper') ?? this).direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const forwards = backwards === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const next = move(tabs, document.activeElement, event.key, backwards, forwards);
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

  #fromMenu(page: Page, index: number): void {
    this.#closeMenu(true);
    this.#choose(page, index);
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

/** One page of the tabs. */
export class GrTabItem extends GradioLayout {
  /** Set by the tabs. */
  @property({ attribute: false }) active = false;

  protected override render(): TemplateResult {
    const styles = styleMap({ display: this.active && !this.isHidden ? 'flex' : 'none', flexGrow: this.scale === null ? undefined : String(this.scale) });
    const self = { id: this.nodeId, props: { elem_id: this.elem_id } };
    return html`<div id=${panelId(self)} class=${cx('tabitem', (this.scale ?? 0) >= 1 && 'grow-children', this.elem_classes)} role="tabpanel" aria-label=${this.label ?? nothing} style=${styles}>
      <div class="column" ${this.mount()}></div></div>`;
  }
}

function panelId(of: Pick<ChildNode, 'id' | 'props'>): string {
  return String(of.props['elem_id'] || `tab-${of.id}`);
}

function buttonId(page: Page): string {
  return `${panelId(page.node)}-button`;
}

/** The element to which a key moves the focus; null for other keys. */
function move(among: readonly HTMLButtonElement[], from: Element | null, key: string, backwards: string, forwards: string): HTMLButtonElement | null {
  const at = among.indexOf(from as HTMLButtonElement);
  switch (key) {
    case backwards: return among.at(at - 1) ?? null;
    case forwards: return among[(at + 1) % among.length] ?? null;
    case 'Home': return among[0] ?? null;
    case 'End': return among.at(-1) ?? null;
    default: return null;
  }
}
