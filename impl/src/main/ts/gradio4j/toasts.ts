import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from './icons.js';
import { english } from './i18n.js';
import type { ToastLevel } from './messages.js';
import { sanitize } from './sanitize.js';
import { cx } from './style.js';

interface Toast {
  readonly id: number;
  readonly message: string;
  /** Only one that says more than the level does. */
  readonly title: string | null;
  /** Seconds, or null for a toast that stays. */
  readonly duration: number | null;
  readonly action: { readonly label: string; run(): void } | null;
}

export interface ToastOptions {
  readonly title?: string | null | undefined;
  readonly action?: Toast['action'];
}

const SWIPE = 100;

/** The messages in the corner, one card per level. */
@customElement('gradio-toasts')
export class Toasts extends LitElement {
  @property({ attribute: false }) text = english;

  private readonly groups = new Map<ToastLevel, Toast[]>();
  private readonly folded = new Set<ToastLevel>();
  private readonly timers = new Map<ToastLevel, ReturnType<typeof setTimeout>>();
  private ids = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  show(level: ToastLevel, message: string, duration: number | null = 10, { title, action = null }: ToastOptions = {}): void {
    const own = title && title !== english(`toast.${level}`) ? title : null;
    const group = [{ id: ++this.ids, message, title: own, duration: duration || null, action }, ...this.groups.get(level) ?? []];
    this.groups.delete(level);
    this.groups.set(level, group);
    this.schedule(level);
    this.requestUpdate();
  }

  close(level: ToastLevel): void {
    this.groups.delete(level);
    this.schedule(level);
    this.requestUpdate();
  }

  /** A card with one message goes by itself; one with several waits for the reader. */
  private schedule(level: ToastLevel): void {
    clearTimeout(this.timers.get(level));
    const seconds = this.countdown(level);
    if (seconds !== null) this.timers.set(level, setTimeout(() => this.close(level), seconds * 1000));
  }

  private countdown(level: ToastLevel): number | null {
    const group = this.groups.get(level);
    return group?.length === 1 ? group[0]!.duration : null;
  }

  private toggle(level: ToastLevel): void {
    if (!this.folded.delete(level)) this.folded.add(level);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return html`<div class="toast-wrap">${repeat([...this.groups].reverse(), ([level]) => level, ([level, group]) => this.card(level, group))}</div>`;
  }

  private card(level: ToastLevel, group: readonly Toast[]): TemplateResult {
    const folded = this.folded.has(level);
    const seconds = this.countdown(level);
    const alone = group.length === 1;
    const level_name = this.text(`toast.${level}`);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      this.toggle(level);
    };
    return html`<div class="toast-item" @pointerdown=${(event: PointerEvent) => this.swipe(level, event)}>
      <div class="toast-body ${level}" role="status" aria-live="polite" data-testid="toast-body">
        <div class="toast-icon" aria-hidden="true">${icons[level]}</div>
        <div class="toast-details">
          <div class="toast-header" role="button" tabindex="0" aria-expanded=${folded ? 'false' : 'true'} @click=${() => this.toggle(level)} @keydown=${onKey}>
            <span class="toast-title">${alone ? group[0]!.title ?? level_name : `${level_name} (${group.length})`}</span>
          </div>
          ${folded ? nothing : html`<div class="toast-messages">${repeat(group, toast => toast.id, toast => html`<div class="toast-message">
            ${!alone && toast.title ? html`<strong>${toast.title}</strong>` : nothing}
            <div class="toast-text" data-testid="toast-text">${guard([toast.message], () => sanitize(toast.message || this.text(`toast.${level}_text`)))}</div>
            ${toast.action ? html`<button type="button" class="toast-action" @click=${() => toast.action!.run()}>${toast.action.label}</button>` : nothing}</div>`)}</div>`}
        </div>
        <button type="button" class="toast-close" aria-label=${this.text('common.close')} data-testid="toast-close" @click=${() => this.close(level)}>${icons.close}</button>
        <div class=${cx('timer', seconds === null && 'hide')} style=${seconds === null ? nothing : `animation-duration: ${seconds}s`}></div>
      </div>
    </div>`;
  }

  private swipe(level: ToastLevel, { clientX, currentTarget, pointerId }: PointerEvent): void {
    const card = currentTarget as HTMLElement;
    const stop = new AbortController();
    const end = (far: boolean): void => {
      stop.abort();
      card.style.translate = '';
      if (far) this.close(level);
    };
    const { signal } = stop;
    const mine = (event: PointerEvent): boolean => event.pointerId === pointerId;
    addEventListener('pointermove', event => { if (mine(event)) card.style.translate = `${event.clientX - clientX}px`; }, { signal });
    addEventListener('pointerup', event => { if (mine(event)) end(Math.abs(event.clientX - clientX) > SWIPE); }, { signal });
    addEventListener('pointercancel', event => { if (mine(event)) end(false); }, { signal });
  }
}
