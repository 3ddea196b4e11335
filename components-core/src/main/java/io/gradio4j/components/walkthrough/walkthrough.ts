import { cx, html, nothing, repeat, state, style, styleMap, type PropertyValues, type TemplateResult } from 'gradio4j';
import { buttonId, GrPage, GrPages, moveAlong, panelId, type Page } from 'gradio4j/layout/layout.js';
import styles from './walkthrough.css';

/** Room for one step's number with a bit of the line to the next one. */
const STEP = 44;

const check = html`<svg viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true"><path d="M4 12.5l5.5 5.5L20 6.5"/></svg>`;

/**
 * Steps of which one is shown. A person can go back to a step that is done; going on is up to the app. Where the labels have no room only
 * that of the step shown stands there; where the numbers have none they scroll below a title.
 */
export class GrWalkthrough extends GrPages {
  /** `labels`: all of them have room; `numbers`: only the current one; `title`: no room for the numbers. */
  @state() protected room: 'labels' | 'numbers' | 'title' = 'labels';

  private resized: ResizeObserver | null = null;
  /** The step that was last moved into the view. */
  private seen: number | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.resized = new ResizeObserver(() => this.measure());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized?.disconnect();
  }

  protected override get unnamed(): string {
    return 'walkthrough.unnamed';
  }

  protected override render(): TemplateResult {
    const shown = this.pages.filter(page => page.shown);
    const at = shown.findIndex(page => this.isActive(page));
    return html`<div id=${this.rootId} class=${cx('stepper', this.room === 'title' && 'compact', this.rootClass)} style=${styleMap(this.growth)}>
      ${this.room === 'title' && this.active ? html`<p class="step-title"><strong>${this.t('walkthrough.step', { n: at + 1, of: shown.length })}</strong> ${this.active.label}</p>` : nothing}
      <div class="stepper-wrapper"><div class="stepper-container" role="tablist" @keydown=${this.onKey}>${repeat(shown, page => page.node.id,
        (page, i) => this.step(page, i, at, i === shown.length - 1))}</div></div>
      <div class="tab-pages" ${this.mount()}></div></div>`;
  }

  private step(page: Page, i: number, at: number, last: boolean): TemplateResult {
    const active = i === at;
    const completed = i < at;
    const off = i > at || !page.enabled;
    return html`<div class="step-item" role="presentation">
      <button type="button" role="tab" class=${cx('step-button', active ? 'active' : completed ? 'completed' : 'pending')} id=${buttonId(page)} data-tab-id=${page.id}
        aria-selected=${active} aria-controls=${page.node.element ? panelId(page.node) : nothing} ?disabled=${off} tabindex=${active ? 0 : -1}
        @click=${() => this.choose(page)}><span class="step-number" aria-hidden="true">${completed ? check : i + 1}</span>
        <span class=${cx('step-label', (active || this.room === 'labels') && 'visible')}>${page.label}</span></button>
      ${last ? nothing : html`<div class=${cx('step-connector', completed && 'completed')}></div>`}</div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const wrapper = this.wrapper;
    if (!wrapper || changed.size === 0) return;
    this.resized?.observe(wrapper);
    this.measure();
    this.bringIntoView(wrapper);
  }

  private get wrapper(): HTMLElement | null {
    return this.querySelector(':scope > .stepper > .stepper-wrapper');
  }

  /** Labels stand below their numbers without taking room: their widths are those of the texts. */
  private measure(): void {
    const wrapper = this.wrapper;
    if (!wrapper || wrapper.clientWidth === 0) return;
    const labels = [...wrapper.querySelectorAll<HTMLElement>('.step-label')];
    const widest = Math.max(0, ...labels.map(label => label.scrollWidth));
    const each = wrapper.clientWidth / Math.max(1, labels.length);
    if (each >= widest + 8) this.room = 'labels';
    else this.room = each >= STEP && labels.every((label, i) => !label.closest('.active') || fits(label, wrapper, i === 0 || i === labels.length - 1)) ? 'numbers' : 'title';
  }

  /** Numbers without room can be scrolled; a new step comes into the view. */
  private bringIntoView(wrapper: HTMLElement): void {
    const active = wrapper.querySelector('.step-button.active');
    if (this.room !== 'title' || !active || this.seen === this.active?.node.id) return;
    this.seen = this.active?.node.id ?? null;
    wrapper.scrollBy({ left: middle(active) - middle(wrapper) });
  }

  private onKey(event: KeyboardEvent): void {
    const next = moveAlong(event.currentTarget as HTMLElement, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/** Whether a label has room: at its number's side at an end, centred below it elsewhere. */
function fits(label: HTMLElement, within: HTMLElement, atEnd: boolean): boolean {
  if (atEnd) return label.scrollWidth <= within.clientWidth;
  return Math.abs(middle(label.parentElement!) - middle(within)) + label.scrollWidth / 2 <= within.clientWidth / 2;
}

function middle(element: Element): number {
  const { left, right } = element.getBoundingClientRect();
  return (left + right) / 2;
}

style('walkthrough', styles);
customElements.define('gr-walkthrough', GrWalkthrough);
customElements.define('gr-walkthroughstep', class extends GrPage {});
