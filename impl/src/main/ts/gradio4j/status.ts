import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icons } from './icons.js';
import { english } from './i18n.js';
import { progressLevels, progressUnits } from './progress.js';
import { cx } from './style.js';
import type { LoadingStatus } from './types.js';

const TICK = 100;
/** What is done before a person would notice that it takes time shows no overlay: the next tick is the first to show one. */
const UNNOTICED = 80;

/** The overlay of a block: queue position, elapsed time, progress, error. It ticks by itself, so that the component need not redraw. */
@customElement('gradio-status')
export class StatusTracker extends LitElement {
  @property({ attribute: false }) status: LoadingStatus | null = null;
  @property({ attribute: false }) variant: 'default' | 'center' = 'default';
  /** Whether a validation error is shown here. */
  @property({ attribute: false }) validation = true;
  @property({ attribute: false }) text = english;

  private timer: ReturnType<typeof setInterval> | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.tick(false);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override updated(_changed: PropertyValues): void {
    this.tick(this.isConnected && this.status?.status === 'pending' && this.status.show_progress !== 'hidden');
  }

  private tick(on: boolean): void {
    if (on && this.timer === undefined) this.timer = setInterval(() => this.requestUpdate(), TICK);
    if (!on) {
      clearInterval(this.timer);
      this.timer = undefined;
    }
  }

  protected override render(): TemplateResult {
    const s = this.status;
    const invalid = this.validation && s?.validation_error ? s.validation_error : null;
    const unnoticed = s?.status === 'pending' && !s.progress && s.started !== undefined && performance.now() - s.started < UNNOTICED;
    const hidden = invalid === null && (!s || unnoticed || s.show_progress === 'hidden' || s.status === 'complete' || s.status === 'streaming');
    if (hidden) return html`<div class="wrap ${this.variant} full hide" data-testid="status-tracker">${this.cache(s)}</div>`;
    const { status, show_progress } = s!;
    const translucent = show_progress === 'minimal' || (this.variant === 'center' && (status === 'pending' || status === 'error'));
    return html`<div class=${cx('wrap', this.variant, show_progress, translucent && 'translucent', invalid === null && status === 'generating' && show_progress === 'full' && 'generating', invalid !== null && 'no-click')}
      data-testid="status-tracker">${invalid !== null ? this.invalid(invalid) : status === 'pending' ? this.pending(s!) : status === 'error' ? this.error() : nothing}</div>`;
  }

  private pending(s: LoadingStatus): TemplateResult {
    const elapsed = Math.max(0, performance.now() - (s.started ?? performance.now())) / 1000;
    const eta = s.eta ?? null;
    const units = progressUnits(s.progress);
    const levels = progressLevels(s.progress);
    const full = s.show_progress === 'full';
    const etaBar = full && this.variant === 'default' && units === '' && levels.text === '' && eta !== null && eta > 0
      ? html`<div class="eta-bar" style="transform: translateX(${Math.min(elapsed / eta, 1) * 100 - 100}%)"></div>` : nothing;
    const waiting = units !== '' ? `${units} | ` : s.queue_position !== null && s.queue_position !== undefined && s.queue_size !== null && s.queue_size !== undefined && s.queue_position >= 0
      ? `${this.text('status.queue', { position: s.queue_position + 1, size: s.queue_size })} | ` : s.queue_position === 0 ? `${this.text('status.processing')} | ` : '';
    const time = eta === null ? `${elapsed.toFixed(1)}s` : `${elapsed.toFixed(1)}/${eta.toFixed(1)}s`;
    return html`${etaBar}<div class="progress-text ${this.variant === 'center' ? 'meta-text-center' : 'meta-text'}">${waiting}${time}</div>${levels.text !== ''
      ? html`<div class="progress-level"><div class="progress-level-inner">${levels.text}</div>${levels.last === null ? nothing : html`<div class="progress-bar-wrap" role="progressbar"
          aria-label=${levels.text} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(levels.last * 100)}><div class="progress-bar" style="width: ${levels.last * 100}%"></div></div>`}</div>`
      : full ? html`<div class="loader" aria-hidden="true"></div>` : nothing}`;
  }

  private error(): TemplateResult {
    return html`<span class="error-pill" role="status"><span class="error">${this.text('common.error')}</span>${this.clear()}</span>`;
  }

  private invalid(message: string): TemplateResult {
    return html`<span class="validation-error" role="alert">${message}${this.clear()}</span>`;
  }

  private clear(): TemplateResult {
    const label = this.text('common.clear');
    return html`<button type="button" class="icon-button clear-status" aria-label=${label} title=${label} @click=${() => this.dispatchEvent(new CustomEvent('gradio-clear'))}>
      <div class="small">${icons.close}</div></button>`;
  }

  private cache(s: LoadingStatus | null): TemplateResult | typeof nothing {
    return s?.cache ? html`<div class="cache-indicator" role="status">⚡ ${s.cache}</div>` : nothing;
  }
}
