import { cx, GradioElement, html, nothing, property, repeat, type TemplateResult } from 'gradio4j';
import { prose } from 'gradio4j/markdown/markdown.js';
import { icons } from './icons.js';
import { type Entry, isThought } from './messages.js';
import { part, type PartOptions } from './part.js';

/**
 * A thought: a box with a heading that folds it. It is open until it is done; whoever opens or closes it decides from then on.
 */
export class ChatThought extends GradioElement {
  @property({ attribute: false }) entry: Entry | null = null;
  @property({ attribute: false }) options: PartOptions | null = null;

  /** What a person has chosen. */
  private chosen: boolean | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { entry, options } = this;
    if (!entry || !options) return nothing;
    const { content, metadata } = entry.message;
    const open = this.chosen ?? metadata?.status !== 'done';
    const pending = metadata?.status === 'pending';
    return html`<div class="thought-group"><div class=${cx('title', open && 'expanded')} role="button" tabindex="0" aria-expanded=${open} aria-busy=${pending} @click=${this.toggle} @keydown=${this.onKey}>
      <span class="arrow">${icons.arrow}</span><span class="md prose" ${prose(metadata?.title ?? '', options.format)}></span>${pending ? html`<span class="loading-spinner"></span>` : nothing}${
      metadata?.log || typeof metadata?.duration === 'number' ? html`<span class="duration">${metadata.log ?? ''}${typeof metadata.duration === 'number' ? ` (${time(metadata.duration)})` : ''}</span>` : nothing}</div>
      ${open ? html`<div class="content">${content.map(one => part(one, options))}${within(entry, options)}</div>` : nothing}</div>`;
  }

  protected override updated(): void {
    const box = this.querySelector('.content');
    if (box && this.entry?.message.metadata?.status !== 'done') box.scrollTop = box.scrollHeight;
  }

  private readonly toggle = (event: Event): void => {
    event.stopPropagation();
    this.chosen = !(this.chosen ?? this.entry?.message.metadata?.status !== 'done');
    this.requestUpdate();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    this.toggle(event);
  };
}

/** What a message shows: its parts and the messages within it, in a box when it is a thought. */
export function shown(entry: Entry, options: PartOptions): TemplateResult {
  return isThought(entry.message) ? html`<gr-chat-thought .entry=${entry} .options=${options}></gr-chat-thought>`
    : html`${entry.message.content.map(one => part(one, options))}${within(entry, options)}`;
}

function within({ children }: Entry, options: PartOptions): TemplateResult | typeof nothing {
  return children.length === 0 ? nothing : html`<div class="children">${repeat(children, child => child.index, child => shown(child, options))}</div>`;
}

/** `5s`, `1.5s`, `20.0ms`. */
export function time(seconds: number): string {
  if (Number.isInteger(seconds)) return `${seconds}s`;
  return seconds >= 0.1 ? `${seconds.toFixed(1)}s` : `${(seconds * 1000).toFixed(1)}ms`;
}

customElements.define('gr-chat-thought', ChatThought);
