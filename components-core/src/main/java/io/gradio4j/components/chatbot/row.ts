import { cx, html, nothing, repeat, type Say, type TemplateResult } from 'gradio4j';
import type { GrChatbot } from './chatbot.js';
import { messageButtons } from './buttons.js';
import { type Entry, type Group, isThought, type Part, valueOf } from './messages.js';
import { extensionOf, type PartOptions } from './part.js';
import { shown } from './thought.js';

/** What all rows of a conversation depend on. */
export interface RowOptions extends PartOptions {
  readonly chat: GrChatbot;
  readonly text: Say;
  readonly layout: 'bubble' | 'panel';
  readonly rtl: boolean;
  readonly avatars: readonly ({ readonly url?: string | null; readonly path?: string } | null)[];
  readonly together: boolean;
  readonly selectable: boolean;
  readonly editable: string | null;
  readonly likeable: boolean;
  readonly likeUser: boolean;
  readonly feedback: readonly string[];
  readonly retryable: boolean;
  readonly undoable: boolean;
  readonly copyable: boolean;
  readonly downloadable: boolean;
  readonly marks: ReadonlyMap<number, string>;
  readonly edits: ReadonlyMap<number, string>;
}

/** The messages of one side that follow each other. */
export function row(group: Group, last: boolean, busy: boolean, options: RowOptions): TemplateResult {
  const { role, entries } = group;
  const [user, bot] = options.avatars;
  const [avatar, opposite] = role === 'user' ? [user, bot] : [bot, user];
  const buttons = messageButtons(group, last, busy, options);
  const component = entries.some(({ message }) => message.content.some(one => one.type === 'component'));
  return html`<div class=${cx('message-row', options.layout, `${role}-row`, avatar && 'with_avatar', opposite && 'with_opposite_avatar')}>
    ${avatar ? html`<div class="avatar-container"><img class="avatar-image" src=${avatar.url ?? avatar.path ?? ''} alt=""></div>` : nothing}
    <div class=${cx('flex-wrap', 'role', role, component && 'component-wrap')}><div class=${options.together ? `message ${role}` : ''}>${
      repeat(entries, ({ index }) => index, (entry, i) => message(entry, role, last && i === entries.length - 1, options))}</div>
    ${options.layout === 'panel' ? buttons : nothing}</div></div>${options.layout === 'bubble' ? buttons : nothing}`;
}

function message(entry: Entry, role: Group['role'], latest: boolean, options: RowOptions): TemplateResult {
  const { message: { content }, message, index } = entry;
  const edited = options.edits.get(index);
  const classes = cx('message', 'panel-full-width', !options.markdown && 'message-markdown-disabled', content.some(one => one.type === 'component') && 'component',
    isThought(message) && 'thought', !options.together && role);
  if (edited !== undefined) {
    return html`<div class=${classes}><textarea class="edit-textarea" aria-label=${options.text('chatbot.edited')} rows=${Math.min(edited.split('\n').length + 1, 12)} .value=${edited}
      @input=${(event: Event) => (options.edits as Map<number, string>).set(index, (event.target as HTMLTextAreaElement).value)}
      @keydown=${(event: KeyboardEvent) => { if (event.key === 'Escape' && !event.isComposing) options.chat.edit(new Map()); }}></textarea></div>`;
  }
  const select = (): void => options.chat.dispatch('select', { index, value: valueOf(message) });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target === event.currentTarget) select();
  };
  return html`<div class=${classes}><div data-testid=${role} class=${cx(latest && 'latest', options.selectable && 'selectable')} role="group" dir=${options.rtl ? 'rtl' : nothing}
    tabindex=${options.selectable ? '0' : nothing} aria-label=${options.text(role === 'user' ? 'chatbot.user_says' : 'chatbot.bot_says', { text: spoken(content, options.text) })}
    @click=${options.selectable ? select : nothing} @keydown=${options.selectable ? onKey : nothing}>${
      shown(entry, options)}</div></div>`;
}

function spoken(content: readonly Part[], text: Say): string {
  return content.map(one => one.type === 'text' ? one.text.slice(0, 200) : one.type === 'file' ? text('chatbot.file', { type: extensionOf(one.file) }) : text('chatbot.component', { type: one.component })).join(', ');
}
