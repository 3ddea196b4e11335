import { equal, type FileData } from 'gradio4j';

export interface TextPart { readonly type: 'text'; readonly text: string }
export interface FilePart { readonly type: 'file'; readonly file: FileData; readonly alt_text?: string | null }
export interface ComponentPart {
  readonly type: 'component';
  readonly component: string;
  readonly value: unknown;
  readonly props?: Readonly<Record<string, unknown>>;
}
export type Part = TextPart | FilePart | ComponentPart;

export interface Metadata {
  readonly title?: string | null;
  readonly id?: string | number | null;
  readonly parent_id?: string | number | null;
  readonly log?: string | null;
  readonly duration?: number | null;
  readonly status?: 'pending' | 'done' | null;
}

export interface Option { readonly value: string; readonly label?: string | null }

/** A message as it stands on the wire. */
export interface Message {
  readonly role: string;
  readonly content: readonly Part[];
  readonly metadata?: Metadata | null;
  readonly options?: readonly Option[] | null;
}

/** A message in its place; thoughts within it are below it. */
export interface Entry {
  readonly message: Message;
  readonly index: number;
  readonly children: readonly Entry[];
}

/** Messages of one side that share a bubble. */
export interface Group {
  readonly role: 'user' | 'bot';
  readonly entries: readonly Entry[];
}

const CHUNK = 32;

export function isThought({ metadata }: Message): boolean {
  return typeof metadata?.title === 'string' && metadata.title !== '';
}

/**
 * Takes over the objects of the messages that are still the same: who draws them sees by identity what has changed. The wire repeats the
 * whole conversation at the end of an answer.
 */
export function keepSame(before: readonly Message[], after: readonly Message[]): readonly Message[] {
  return after.map((message, i) => message !== before[i] && before[i] !== undefined && equal(before[i], message) ? before[i] : message);
}

/** Whether a message is the one of before, as it was or with a text that has grown. */
export function goesOn(before: Message | undefined, after: Message | undefined): boolean {
  if (before === after) return true;
  const [first, now] = [before?.content[0], after?.content[0]];
  return before?.role === after?.role && first?.type === 'text' && now?.type === 'text' && now.text.startsWith(first.text);
}

/** The groups in chunks; chunks and groups in which nothing has changed are those of before. */
export function arrange(messages: readonly Message[], together: boolean, before: readonly (readonly Group[])[]): readonly (readonly Group[])[] {
  const known = before.flat();
  const groups = group(entries(messages), together).map((now, i) => known[i] && sameGroup(known[i], now) ? known[i] : now);
  const chunks: (readonly Group[])[] = [];
  for (let i = 0; i < groups.length; i += CHUNK) {
    const chunk = groups.slice(i, i + CHUNK);
    const old = before[chunks.length];
    chunks.push(old && old.length === chunk.length && old.every((same, k) => same === chunk[k]) ? old : chunk);
  }
  return chunks;
}

interface Growing extends Entry { readonly children: Growing[] }

/** Messages that are shown, thoughts within thoughts. */
function entries(messages: readonly Message[]): Entry[] {
  const roots: Entry[] = [];
  const named = new Map<string, Growing>();
  messages.forEach((message, index) => {
    if (message.role === 'system') return;
    const entry: Growing = { message, index, children: [] };
    const { id, parent_id } = message.metadata ?? {};
    const parent = parent_id === null || parent_id === undefined ? undefined : named.get(String(parent_id));
    (parent?.children ?? roots).push(entry);
    if (id !== null && id !== undefined) named.set(String(id), entry);
  });
  return roots;
}

function group(all: readonly Entry[], together: boolean): Group[] {
  const groups: { role: Group['role']; entries: Entry[] }[] = [];
  for (const entry of all) {
    const role = entry.message.role === 'user' ? 'user' : 'bot';
    const last = groups.at(-1);
    if (together && last?.role === role) last.entries.push(entry);
    else groups.push({ role, entries: [entry] });
  }
  return groups;
}

function sameGroup(a: Group, b: Group): boolean {
  return a.role === b.role && sameEntries(a.entries, b.entries);
}

function sameEntries(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.length === b.length && a.every((entry, i) => entry.message === b[i]!.message && entry.index === b[i]!.index && sameEntries(entry.children, b[i]!.children));
}

/** What an event says of a message: its text, or the component or file that it shows. */
export function valueOf({ content }: Message): unknown {
  const first = content[0];
  return first === undefined ? '' : first.type === 'text' ? first.text : first.type === 'component' ? { component: first.component, value: first.value, props: first.props } : first;
}

export function allTexts({ entries: all }: Group): boolean {
  return all.every(({ message, children }) => message.content.every(part => part.type === 'text') && allTexts({ role: 'bot', entries: children }));
}

/** The text of a group; thoughts as an indented outline. */
export function textOf({ entries: all }: Group, depth = 0): string {
  const indent = '  '.repeat(depth);
  return all.map(({ message, children }) => {
    const text = message.content.map(part => part.type === 'text' ? part.text : '').join('\n');
    const own = isThought(message) ? [`${indent}- ${message.metadata!.title!}`, ...text.split('\n').map(line => `${indent}  ${line}`)].join('\n') : indent + text;
    return children.length === 0 ? own : `${own}\n${textOf({ role: 'bot', entries: children }, depth + 1)}`;
  }).join('\n');
}

/** The whole conversation: who says what. */
export function transcript(messages: readonly Message[]): string {
  return messages.filter(({ role }) => role !== 'system').map(({ role, content }) => content
    .map(part => `${role}: ${part.type === 'text' ? part.text : part.type === 'file' ? part.file.url ?? part.file.path : part.component}`).join('\n')).join('\n\n');
}
