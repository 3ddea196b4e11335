import { cx, html, nothing, type TemplateResult } from 'gradio4j';
import { icons } from './icons.js';
import { allTexts, type FilePart, type Group, isThought, textOf } from './messages.js';
import { nameOf } from './part.js';
import type { RowOptions } from './row.js';

const LIKE = 'Like';
const DISLIKE = 'Dislike';

/** The buttons below a group of messages; nothing when it has none. */
export function messageButtons(group: Group, last: boolean, busy: boolean, options: RowOptions): TemplateResult | typeof nothing {
  const shown = (options.edits.size > 0 && group.entries.some(({ index }) => options.edits.has(index)) ? editButtons(busy, options)
    : plainButtons(group, last, busy, options)).filter(button => button !== nothing);
  if (shown.length === 0) return nothing;
  const avatar = options.avatars[group.role === 'user' ? 0 : 1];
  return html`<div class=${cx(`message-buttons-${group.role === 'user' ? 'right' : 'left'}`, options.layout, 'message-buttons', avatar && 'with-avatar')}>
    <div class="icon-button-wrapper">${shown}</div></div>`;
}

function button(label: string, icon: unknown, disabled: boolean, onClick: () => void, pressed?: boolean): TemplateResult {
  return html`<button type="button" class="icon-button" aria-label=${label} title=${label} aria-pressed=${pressed ?? nothing} ?disabled=${disabled} @click=${onClick}><div class="small">${icon}</div></button>`;
}

function editButtons(busy: boolean, { chat, text }: RowOptions): (TemplateResult | typeof nothing)[] {
  return [button(text('common.submit'), icons.check, busy, () => chat.submitEdits()), button(text('chatbot.cancel'), icons.close, busy, () => chat.edit(new Map()))];
}

function plainButtons(group: Group, last: boolean, busy: boolean, options: RowOptions): (TemplateResult | typeof nothing)[] {
  const { chat, text } = options;
  const ofBot = group.role === 'bot';
  const editable = (options.editable === 'all' || (options.editable === 'user' && !ofBot)) && editableTexts(group).size > 0;
  return [
    options.copyable && allTexts(group) ? chat.copyTool('message', () => textOf(group), value => chat.dispatch('copy', { value })) : nothing,
    ...(options.downloadable ? downloads(group, options) : []),
    options.retryable && ofBot && last ? button(text('chatbot.retry'), icons.retry, busy, () => chat.again('retry')) : nothing,
    options.undoable && ofBot && last ? button(text('common.undo'), icons.undo, busy, () => chat.again('undo')) : nothing,
    editable ? button(text('common.edit'), icons.edit, busy, () => chat.edit(editableTexts(group))) : nothing,
    ...(options.likeable && (ofBot || options.likeUser) ? feedback(group, options) : []),
  ];
}

function editableTexts({ entries }: Group): Map<number, string> {
  return new Map(entries.flatMap(({ message, index }) => {
    const first = message.content[0];
    return message.content.length === 1 && first?.type === 'text' && !isThought(message) ? [[index, first.text] as const] : [];
  }));
}

function downloads({ entries }: Group, { text }: RowOptions): TemplateResult[] {
  return entries.flatMap(({ message }) => message.content).filter((part): part is FilePart => part.type === 'file').map(({ file }) => {
    const label = text('common.download');
    return html`<a class="icon-button" aria-label=${label} title=${label} href=${file.url ?? file.path} download=${nameOf(file)} rel="noopener noreferrer"><div class="small">${icons.download}</div></a>`;
  });
}

function feedback(group: Group, { chat, text, feedback: marks, marks: given }: RowOptions): TemplateResult[] {
  const now = given.get(group.entries[0]!.index);
  const more = marks.filter(mark => mark !== LIKE && mark !== DISLIKE);
  const buttons: TemplateResult[] = [];
  if (marks.includes(DISLIKE)) {
    buttons.push(button(text(now === DISLIKE ? 'chatbot.disliked' : 'chatbot.dislike'), now === DISLIKE ? icons.disliked : icons.dislike, false, () => chat.mark(group, DISLIKE), now === DISLIKE));
  }
  if (marks.includes(LIKE)) {
    buttons.push(button(text(now === LIKE ? 'chatbot.liked' : 'chatbot.like'), now === LIKE ? icons.liked : icons.like, false, () => chat.mark(group, LIKE), now === LIKE));
  }
  if (more.length > 0) buttons.push(menu(group, more, now, chat, text));
  return buttons;
}

/** A disclosure: the browser knows how to open and close it. */
function menu(group: Group, marks: readonly string[], now: string | undefined, chat: RowOptions['chat'], text: RowOptions['text']): TemplateResult {
  const label = text('chatbot.feedback');
  const choose = (event: Event, mark: string): void => {
    (event.currentTarget as Element).closest('details')!.open = false;
    chat.mark(group, mark);
  };
  return html`<details class="extra-feedback" @toggle=${closeWhenLeft} @keydown=${closeByEscape}><summary class=${cx('icon-button', now !== undefined && marks.includes(now) && 'highlight')} aria-label=${label} title=${label}><div class="small">${icons.flag}</div></summary>
    <div class="extra-feedback-options">${marks.map(mark => html`<button type="button" class=${cx('extra-feedback-option', mark === now && 'chosen')} aria-pressed=${mark === now}
      @click=${(event: Event) => choose(event, mark)}>${mark}</button>`)}</div></details>`;
}

function closeByEscape({ key, currentTarget }: KeyboardEvent): void {
  const menu = currentTarget as HTMLDetailsElement;
  if (key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')!.focus();
}

/** Closes an open menu when a person goes elsewhere. */
function closeWhenLeft({ currentTarget }: Event): void {
  const menu = currentTarget as HTMLDetailsElement;
  if (!menu.open) return;
  const open = new AbortController();
  const { signal } = open;
  const leave = ({ target }: Event): void => {
    if (!menu.contains(target as Node)) menu.open = false;
  };
  document.addEventListener('pointerdown', leave, { signal });
  document.addEventListener('focusin', leave, { signal });
  menu.addEventListener('toggle', () => open.abort(), { signal });
}
