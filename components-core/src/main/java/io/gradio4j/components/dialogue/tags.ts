import { html, nothing, type TemplateResult } from 'gradio4j';

type Field = HTMLTextAreaElement;

/** What stands between a colon and the cursor: the beginning of a tag. */
function fragment(field: Field): { readonly start: number; readonly text: string } | null {
  const before = field.value.slice(0, field.selectionStart);
  const start = before.lastIndexOf(':');
  const text = before.slice(start + 1);
  return start < 0 || /\s/.test(text) ? null : { start, text };
}

/** The menu of tags of one text field: it opens with a colon, and what is typed after that chooses. */
export class TagMenu {
  readonly #changed: () => void;
  readonly #insert: (field: Field, text: string, cursor: number) => void;
  #field: Field | null = null;
  #tags: readonly string[] = [];
  #active = 0;

  constructor(changed: () => void, insert: (field: Field, text: string, cursor: number) => void) {
    this.#changed = changed;
    this.#insert = insert;
  }

  isOpenFor(field: Element | null): boolean {
    return this.#field !== null && this.#field === field && this.#tags.length > 0;
  }

  get field(): Field | null {
    return this.#tags.length > 0 ? this.#field : null;
  }

  /** Something was typed in a field. */
  follow(field: Field, all: readonly string[]): void {
    const typed = fragment(field);
    this.#field = typed ? field : null;
    this.#tags = typed ? all.filter(tag => tag.toLowerCase().includes(typed.text.toLowerCase())) : [];
    this.#active = 0;
    this.#changed();
  }

  close(): void {
    if (!this.#field) return;
    this.#field = null;
    this.#tags = [];
    this.#changed();
  }

  /** Whether a key was meant for the menu. */
  key(event: KeyboardEvent): boolean {
    if (!this.isOpenFor(event.target as Element)) return false;
    const { length } = this.#tags;
    switch (event.key) {
      case 'ArrowDown': this.#active = (this.#active + 1) % length; break;
      case 'ArrowUp': this.#active = (this.#active + length - 1) % length; break;
      case 'Enter': this.#take(this.#tags[this.#active]!); break;
      case 'Escape': this.close(); break;
      default: return false;
    }
    event.preventDefault();
    this.#changed();
    return true;
  }

  #take(tag: string): void {
    const field = this.#field;
    const typed = field && fragment(field);
    if (!field || !typed) return;
    const text = `${field.value.slice(0, typed.start)}${tag} ${field.value.slice(field.selectionStart)}`;
    this.close();
    this.#insert(field, text, typed.start + tag.length + 1);
  }

  activeId(id: string): string {
    return `${id}-${this.#active}`;
  }

  render(id: string, label: string): TemplateResult | typeof nothing {
    if (this.#tags.length === 0) return nothing;
    return html`<ul id=${id} class="tag-menu" role="listbox" aria-label=${label} data-testid="dialogue-tag-menu" @mousedown=${(event: Event) => event.preventDefault()}>${this.#tags.map((tag, index) => html`<li
      id="${id}-${index}" role="option" aria-selected=${index === this.#active ? 'true' : 'false'} @click=${() => this.#take(tag)}>${tag}</li>`)}</ul>`;
  }
}
