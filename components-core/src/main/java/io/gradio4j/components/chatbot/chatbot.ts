import { addTexts, copyText, GradioElement, guard, html, type LoadingStatus, nothing, property, type PropertyValues, style, type TemplateResult } from 'gradio4j';
import type { FormatOptions, LatexDelimiter } from 'gradio4j/markdown/markdown.js';
import { onProseClick } from 'gradio4j/markdown/markdown.js';
import styles from './chatbot.css';
import { type Example, emptyState } from './empty.js';
import { icons } from './icons.js';
import { arrange, goesOn, type Group, isThought, keepSame, type Message, transcript, valueOf } from './messages.js';
import type { PartOptions } from './part.js';
import { row, type RowOptions } from './row.js';
import { follow, type Follower } from './scrolling.js';
import texts from './texts.json';

/**
 * A conversation. Only what has changed is drawn again: messages keep their nodes while others come and grow.
 * Events: change, select, like, retry, undo, edit, example_select, option_select, clear, copy.
 */
export class GrChatbot extends GradioElement<readonly Message[]> {
  @property({ attribute: false }) autoscroll: boolean | null = true;
  @property({ attribute: false }) height: number | string | null = 400;
  @property({ attribute: false }) max_height: number | string | null = null;
  @property({ attribute: false }) min_height: number | string | null = null;
  @property({ attribute: false }) resizable: boolean | null = false;
  @property({ attribute: false }) editable: string | null = null;
  @property({ attribute: false }) latex_delimiters: readonly LatexDelimiter[] | null = null;
  @property({ attribute: false }) rtl: boolean | null = false;
  @property({ attribute: false }) watermark: string | null = null;
  @property({ attribute: false }) avatar_images: readonly ({ readonly url?: string | null; readonly path?: string } | null)[] | null = null;
  @property({ attribute: false }) sanitize_html: boolean | null = true;
  @property({ attribute: false }) render_markdown: boolean | null = true;
  @property({ attribute: false }) feedback_options: readonly string[] | null = null;
  @property({ attribute: false }) feedback_value: readonly (string | null)[] | null = null;
  @property({ attribute: false }) line_breaks: boolean | null = true;
  @property({ attribute: false }) layout: string | null = null;
  @property({ attribute: false }) placeholder: string | null = null;
  @property({ attribute: false }) examples: readonly Example[] | null = null;
  @property({ attribute: false }) allow_file_downloads: boolean | null = true;
  @property({ attribute: false }) group_consecutive_messages: boolean | null = true;
  @property({ attribute: false }) allow_tags: boolean | readonly string[] | null = true;
  @property({ attribute: false }) like_user_message: boolean | null = false;
  @property({ attribute: false }) likeable: boolean | null = false;
  @property({ attribute: false }) _retryable: boolean | null = false;
  @property({ attribute: false }) _undoable: boolean | null = false;
  @property({ attribute: false }) _selectable: boolean | null = false;

  /** The messages on show: objects of before where nothing has changed. */
  private messages: readonly Message[] = [];
  private chunks: readonly (readonly Group[])[] = [];
  private parts: PartOptions | null = null;
  /** What all rows depend on; a new object when one of it has changed. */
  private rows: RowOptions | null = null;
  private marks = new Map<number, string>();
  private edits = new Map<number, string>();
  private status: LoadingStatus | null = null;
  private follower: Follower | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') || changed.has('group_consecutive_messages')) {
      const before = this.messages;
      this.messages = keepSame(before, Array.isArray(this.value) ? this.value : []);
      this.chunks = arrange(this.messages, this.group_consecutive_messages !== false, this.chunks);
      // what is another answer now has neither the mark nor the changes of the one that stood there
      for (const kept of [this.marks, this.edits]) for (const index of [...kept.keys()]) if (!goesOn(before[index], this.messages[index])) kept.delete(index);
    }
    if (changed.has('feedback_value')) this.takeMarks();
    if (changed.has('loading_status')) this.status = calm(this.loading_status);
    const others = [...changed.keys()].some(name => name !== 'value' && name !== 'loading_status');
    if (!this.rows || others) this.refresh(changed.has('t'));
  }

  /** Draws all rows anew with the next update; their texts, too, when the language is another one. */
  private refresh(reformat = false): void {
    const format: FormatOptions = {
      latex_delimiters: this.latex_delimiters ?? [], sanitize_html: this.sanitize_html !== false, line_breaks: this.line_breaks !== false, header_links: false,
      allow_tags: this.allow_tags ?? false,
    };
    this.parts = { format: this.parts && !reformat && JSON.stringify(this.parts.format) === JSON.stringify(format) ? this.parts.format : format, markdown: this.render_markdown !== false, host: this.host };
    const layout = this.layout === 'panel' ? 'panel' : 'bubble';
    this.rows = {
      ...this.parts, layout, text: this.t, rtl: this.rtl === true, avatars: this.avatar_images ?? [], selectable: this._selectable === true,
      together: this.group_consecutive_messages !== false, editable: this.editable, likeable: this.likeable === true, likeUser: this.like_user_message === true,
      feedback: this.feedback_options ?? [], retryable: this._retryable === true, undoable: this._undoable === true, copyable: this.buttons?.includes('copy') ?? false,
      downloadable: this.allow_file_downloads !== false, marks: this.marks, edits: this.edits, chat: this,
    };
  }

  private takeMarks(): void {
    this.marks.clear();
    const bots = this.chunks.flat().filter(({ role }) => role === 'bot');
    bots.forEach((group, i) => {
      const mark = this.feedback_value?.[i];
      if (mark) this.marks.set(group.entries[0]!.index, mark);
    });
  }

  protected override firstUpdated(): void {
    const pane = this.querySelector<HTMLElement>('[role="log"]');
    if (pane) this.follower = follow(pane, () => this.autoscroll !== false, () => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.follower?.stop();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('value')) this.follower?.settle();
  }

  protected override render(): TemplateResult {
    const rows = this.rows!;
    const busy = this.loading_status?.status === 'pending' || this.loading_status?.status === 'generating';
    const tail = this.tail(busy);
    const content = html`<gradio-status .status=${this.status} .text=${this.t} @gradio-clear=${() => this.clearStatus()}></gradio-status>
      <div class="wrapper">${this.blockLabel(this.t('label.chatbot'), icons.chat)}${this.toolbar(this.tools())}
      <div class=${rows.layout === 'panel' ? 'panel-wrap' : 'bubble-wrap'} role="log" aria-label=${this.t('chatbot.label')} aria-live="polite" tabindex="0" @click=${onProseClick}>
        ${this.messages.length > 0 || tail !== nothing ? html`<div class="message-wrap">${this.chunks.map((chunk, i) => html`<div class="chunk">${this.chunk(chunk, i === this.chunks.length - 1, busy)}</div>`)}<div class="chunk">${tail}</div></div>`
          : emptyState(this.placeholder, this.examples ?? [], rows, (index, value) => this.dispatch('example_select', { index, value }))}
      </div>
      ${this.follower && !this.follower.atEnd ? html`<div class="scroll-down-button-container">${this.iconButton({ icon: icons.down, label: this.t('chatbot.scroll_down'), size: 'large', onClick: () => this.follower?.toEnd() })}</div>` : nothing}</div>`;
    return this.block(content, {
      padding: false, flex: true, status: 'none', classes: 'chatbot-block', height: this.height, maxHeight: this.max_height, minHeight: this.min_height, overflow: 'hidden',
      resizable: this.resizable === true, dir: this.rtl ? 'rtl' : undefined, container: true,
    });
  }

  private chunk(chunk: readonly Group[], last: boolean, busy: boolean): unknown {
    // an answer on its way concerns the last messages alone, but where others can be edited
    const concerns = (end: boolean): boolean => busy && (end || this.editable !== null);
    return guard([chunk, this.rows, last, concerns(last)], () => chunk.map((group, i) => {
      const end = last && i === chunk.length - 1;
      return guard([group, this.rows, end, concerns(end)], () => row(group, end, busy, this.rows!));
    }));
  }

  /** What stands after the last message: that an answer is on its way, or answers to choose from. */
  private tail(busy: boolean): TemplateResult | typeof nothing {
    const last = this.messages.at(-1);
    const thinking = this.loading_status?.status === 'generating' && last !== undefined && isThought(last) && last.metadata?.status === 'done';
    const pending = this.loading_status?.status === 'pending' && this.loading_status.show_progress !== 'hidden';
    if (pending || thinking) {
      return html`<div class="message-row ${this.rows!.layout} bot-row"><div class="message bot pending ${this.rows!.layout}" role="status" aria-label=${this.t('chatbot.loading')} aria-live="polite">
        <span class="sr-only">${this.t('chatbot.loading_content')}</span><div class="dots" aria-hidden="true"><div class="dot"></div><div class="dot"></div><div class="dot"></div></div></div></div>`;
    }
    const options = !busy && last?.role === 'assistant' ? last.options ?? [] : [];
    if (options.length === 0) return nothing;
    const index = this.messages.length - 1;
    return html`<div class="options">${options.map(({ value, label }) =>
      html`<button type="button" class="option" @click=${() => this.dispatch('option_select', { index, value })}>${label || value}</button>`)}</div>`;
  }

  private tools(): unknown[] {
    if (this.messages.length === 0) return [];
    const all = (): string => transcript(this.messages);
    return [
      this.buttons?.includes('share') && typeof navigator.share === 'function'
        ? this.iconButton({ icon: icons.share, label: this.t('chatbot.share'), onClick: () => void navigator.share({ text: all() }).catch(() => undefined) }) : nothing,
      this.iconButton({ icon: icons.bin, label: this.t('common.clear'), onClick: () => this.clear() }),
      this.buttons?.includes('copy_all') ? this.copyTool('conversation', all) : nothing,
    ];
  }

  /** A button that copies a text and says so for two seconds. */
  copyTool(what: 'message' | 'conversation', text: () => string, copied: (text: string) => void = () => undefined): TemplateResult {
    const label = this.t(`chatbot.copy_${what}`);
    const copy = async ({ currentTarget }: MouseEvent): Promise<void> => {
      const button = currentTarget as HTMLElement;
      const own = text();
      try {
        await copyText(this.watermark ? `${own}\n\n${this.watermark}` : own);
      } catch {
        return this.toast('warning', this.t('common.copy_refused'));
      }
      const say = (words: string): void => {
        button.title = words;
        button.setAttribute('aria-label', words);
      };
      button.dataset['copied'] = '';
      say(this.t(`chatbot.copied_${what}`));
      copied(own);
      setTimeout(() => {
        delete button.dataset['copied'];
        say(label);
      }, 2000);
    };
    return this.iconButton({ icon: html`${icons.copy}${icons.check}`, label, onClick: event => void copy(event) });
  }

  /** A person wants their last message answered again, or takes it back. */
  again(event: 'retry' | 'undo'): void {
    const index = this.messages.findLastIndex(({ role }) => role !== 'assistant');
    if (index >= 0) this.dispatch(event, { index, value: valueOf(this.messages[index]!) });
  }

  private clear(): void {
    this.input([]);
    this.dispatch('clear');
  }

  mark(group: Group, mark: string): void {
    const { index } = group.entries[0]!;
    const taken = this.marks.get(index) === mark;
    if (taken) this.marks.delete(index);
    else this.marks.set(index, mark);
    this.redraw();
    this.dispatch('like', {
      index, value: group.entries.flatMap(({ message }) => message.content.map(one => one.type === 'text' ? one.text : one)),
      liked: taken ? '' : mark === 'Like' ? true : mark === 'Dislike' ? false : mark,
    });
  }

  /** Begins to edit texts, by the positions of their messages; an empty map ends it. */
  edit(texts: ReadonlyMap<number, string>): void {
    this.edits = new Map(texts);
    this.redraw();
    // the button that was pressed is gone: whoever uses the keyboard goes on here
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(texts.size > 0 ? '.edit-textarea' : '[role="log"]')?.focus({ preventScroll: texts.size === 0 }));
  }

  /** The texts stand in the messages from now on. */
  submitEdits(): void {
    const changes = [...this.edits].map(([index, value]) => ({ index, value, before: this.messages[index]! }));
    this.edit(new Map());
    this.input(this.messages.map((message, index) => {
      const change = changes.find(one => one.index === index);
      return change ? { ...message, content: [{ type: 'text', text: change.value } as const] } : message;
    }));
    for (const { index, value, before } of changes) {
      const first = before.content[0];
      this.dispatch('edit', { index, value, previous_value: first?.type === 'text' ? first.text : '', _dispatch_value: [{ type: 'text', text: value }] });
    }
  }

  private redraw(): void {
    this.refresh();
    this.requestUpdate();
  }
}

/** Only an error covers the conversation: whoever waits reads on. */
function calm(status: LoadingStatus | null): LoadingStatus | null {
  return status === null || status.show_progress === 'hidden' ? status : { ...status, show_progress: status.status === 'error' ? 'full' : 'minimal' };
}

style('chatbot', styles);
addTexts(texts);
customElements.define('gr-chatbot', GrChatbot);
