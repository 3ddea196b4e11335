import { cx, GradioLayout, html, property, px, styleMap, type PropertyValues, type TemplateResult } from 'gradio4j';

const PHONE = '(max-width: 768px)';
/** Between the panel and what it moves aside. */
const MARGIN = 30;

/**
 * A panel at the side of the window that slides in and out; on a phone it covers the page. Events: `expand`, `collapse`, by a person
 * only. The page beside it moves away as far as needed.
 */
export class GrSidebar extends GradioLayout {
  @property({ attribute: false }) open: boolean | null = true;
  @property({ attribute: false }) width: number | string | null = 320;
  @property({ attribute: false }) position: string | null = 'left';

  #beside: HTMLElement | null = null;
  /** The links to the app's pages, which stand above the page. */
  #links: HTMLElement | null = null;
  #resized: ResizeObserver | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized?.disconnect();
    this.#resized = null;
    this.#beside?.style.removeProperty(this.#padding);
    this.#links?.style.removeProperty(this.#padding);
    this.#beside = this.#links = null;
  }

  get #right(): boolean {
    return this.position === 'right';
  }

  get #padding(): 'padding-left' | 'padding-right' {
    return this.#right ? 'padding-right' : 'padding-left';
  }

  get #open(): boolean {
    return this.open !== false;
  }

  #toggle(): void {
    this.set('open', !this.#open);
    this.dispatch(this.#open ? 'expand' : 'collapse');
  }

  protected override render(): TemplateResult {
    const content = `sidebar-${this.nodeId}`;
    const width = px(this.width) ?? '320px';
    const open = this.#open;
    return html`<div id=${this.rootId} class=${cx('sidebar', open && 'open', this.#right && 'right', this.rootClass)} role="region" aria-label=${this.label || this.t('sidebar.label')}
      style=${styleMap({ width, [this.#right ? 'right' : 'left']: open ? '0' : `calc(${width} * -1)` })}>
      <button type="button" class="toggle-button" aria-label=${this.t('sidebar.toggle')} aria-expanded=${open} aria-controls=${content} @click=${this.#toggle}>
        <div class="chevron" aria-hidden="true"><span class="chevron-left"></span></div></button>
      <div id=${content} class="sidebar-content" ?inert=${!open}><div class="column" ${this.mount()}></div></div></div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const beside = this.closest<HTMLElement>('.wrap');
    if (beside !== this.#beside) {
      this.#beside = beside;
      this.#links = this.closest('.gradio-container')?.querySelector<HTMLElement>(':scope > .nav-holder > nav') ?? null;
      this.#links?.classList.add('sidebar-parent-nav');
      this.#resized?.disconnect();
      this.#resized = beside && new ResizeObserver(() => this.#makeRoom());
      if (beside?.parentElement) this.#resized?.observe(beside.parentElement);
    }
    this.#makeRoom();
  }

  #makeRoom(): void {
    const beside = this.#beside;
    const panel = this.querySelector<HTMLElement>('.sidebar');
    if (!beside || !panel) return;
    beside.classList.add('sidebar-parent');
    const { left, right } = beside.getBoundingClientRect();
    const free = this.#right ? document.documentElement.clientWidth - right : left;
    const taken = this.#open && this.visible !== 'hidden' && !matchMedia(PHONE).matches ? Math.max(0, panel.offsetWidth - free + MARGIN) : 0;
    beside.style.setProperty(this.#padding, `${taken}px`);
    this.#links?.style.setProperty(this.#padding, `calc(var(--size-8) + ${taken}px)`);
  }
}
