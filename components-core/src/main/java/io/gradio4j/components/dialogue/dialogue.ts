import { addTexts, cx, GradioInput, html, live, nothing, property, state, style, styleMap, svg, type PropertyValues, type TemplateResult } from 'gradio4j';
import { shadesOf } from '../highlightedtext/shades.js';
import styles from './dialogue.css';
import { TagMenu } from './tags.js';
import texts from './texts.json';

interface Line { readonly speaker: string; readonly text: string }
type Value = string | readonly Line[];

const PLUS = html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true">${svg`<path d="M12 5v14M5 12h14"/>`}</svg>`;
const BIN = html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${svg`<path d="M4 7h16M10 11v6M14 11v6M6 7l1 13h10l1-13M9 7V4h6v3"/>`}</svg>`;
const SEND = html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${svg`<path d="M12 19V5M5 12l7-7 7 7"/>`}</svg>`;

/** A conversation as lines with speakers, or as plain text; the server converts between them. Events: input, submit. */
export class GrDialogue extends GradioInput<Value> {
  @property({ attribute: false }) speakers: readonly string[] | null = null;
  @property({ attribute: false }) tags: readonly string[] | null = null;
  @property({ attribute: false }) color_map: Readonly<Record<string, string>> | null = null;
  @property({ attribute: false }) placeholder: string | null = null;
  @property({ attribute: false }) override autofocus = false;
  @property({ attribute: false }) autoscroll: boolean | null = true;
  @property({ attribute: false }) max_lines: number | null = null;
  @property({ attribute: false }) submit_btn: boolean | string | null = false;
  @property({ attribute: false }) ui_mode: 'both' | 'dialogue' | 'text' | null = 'both';

  /** What the server converts to at the moment. */
  @state() private converting: 'lines' | 'text' | null = null;
  @state() private hovered: string | null = null;

  private readonly menu = new TagMenu(() => this.requestUpdate(), (field, text, cursor) => {
    this.write(field, text);
    void this.updateComplete.then(() => field.setSelectionRange(cursor, cursor));
  });

  private get names(): readonly string[] {
    return this.speakers ?? [];
  }

  private get lines(): readonly Line[] {
    if (Array.isArray(this.value) && this.value.length > 0) return this.value as readonly Line[];
    return [{ speaker: this.names[0] ?? '', text: '' }];
  }

  /** Whether it is a field for text at the moment. */
  private get plain(): boolean {
    return this.ui_mode === 'text' || typeof this.value === 'string' || (this.names.length === 0 && !Array.isArray(this.value));
  }

  protected override firstUpdated(): void {
    if (this.autofocus) this.querySelector('textarea')?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.querySelector('.tag-menu [aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    if (changed.has('value')) {
      if (this.ui_mode === 'text' && Array.isArray(this.value)) void this.convert('text');
      else if (this.ui_mode === 'dialogue' && typeof this.value === 'string' && this.names.length > 0) void this.convert('lines');
      const box = this.querySelector('.dialogue-container');
      if (box && this.autoscroll && !box.contains(document.activeElement)) box.scrollTop = box.scrollHeight;
    }
  }

  private async convert(to: 'lines' | 'text'): Promise<void> {
    const { value } = this;
    this.converting = to;
    try {
      const converted = to === 'text' ? await this.server('format', value ?? []) : await this.server('unformat', { text: value });
      if (this.value === value) this.set('value', converted);
    } catch (error) {
      this.toast('error', (error as Error).message);
    } finally {
      this.converting = null;
    }
  }

  private async asText(): Promise<string> {
    return typeof this.value === 'string' ? this.value : String(await this.server('format', this.value ?? []));
  }

  private write(field: HTMLTextAreaElement, text: string): void {
    const at = Number(field.dataset['line'] ?? -1);
    if (at < 0) this.input(text);
    else this.input(this.lines.map((line, index) => index === at ? { ...line, text } : line));
  }

  private readonly onInput = (event: Event): void => {
    const field = event.target as HTMLTextAreaElement;
    this.write(field, field.value);
    this.menu.follow(field, this.tags ?? []);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || this.menu.key(event)) return;
    const at = Number((event.target as HTMLElement).dataset['line'] ?? -1);
    // a line has no line breaks: they would make two of it
    if (event.key !== 'Enter' || at < 0) return;
    event.preventDefault();
    if (!this.full) this.add(at);
  };

  private get full(): boolean {
    return this.max_lines !== null && this.lines.length >= this.max_lines;
  }

  private add(after: number): void {
    this.input(this.lines.toSpliced(after + 1, 0, { speaker: this.names[0] ?? '', text: '' }));
    this.focusLine(after + 1);
  }

  private drop(at: number): void {
    this.input(this.lines.toSpliced(at, 1));
    this.focusLine(at - 1);
  }

  private focusLine(at: number): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`textarea[data-line="${at}"]`)?.focus());
  }

  private speak(at: number, speaker: string): void {
    this.input(this.lines.map((line, index) => index === at ? { ...line, speaker } : line));
  }

  protected override render(): TemplateResult {
    const copies = this.buttons?.includes('copy');
    const bar = this.show_label === false ? nothing
      : this.toolbar([copies ? this.copyButton(() => this.asText()) : nothing]);
    const both = this.ui_mode !== 'text' && this.ui_mode !== 'dialogue' && this.names.length > 0 && !this.disabled;
    return this.block(html`<div class=${cx(this.container !== false && 'container')}>${bar}${this.blockTitle(this.t('label.dialogue'))}
      ${both ? this.switch() : nothing}${this.plain ? this.field() : this.conversation()}${this.disabled ? nothing : this.submitButton()}
      ${this.converting ? html`<div class="converting" role="status">${this.t(`dialogue.to_${this.converting}`)}</div>` : nothing}</div>`);
  }

  private switch(): TemplateResult {
    return html`<div class="switch-container top-switch"><button type="button" role="switch" class="switch" aria-checked=${this.plain ? 'true' : 'false'} aria-label=${this.t('dialogue.plain_text')}
      ?disabled=${this.converting !== null} @click=${() => void this.convert(this.plain ? 'lines' : 'text')}><span class="thumb"></span></button><span aria-hidden="true">${this.t('dialogue.plain_text')}</span></div>`;
  }

  private field(): TemplateResult {
    const value = typeof this.value === 'string' ? this.value : '';
    return html`<div class="plain">${this.area(value, this.label ?? this.t('label.dialogue'), -1)}${this.tagMenu(-1)}</div>`;
  }

  private conversation(): TemplateResult {
    const shades = this.disabled ? shadesOf([...new Set(this.lines.map(line => line.speaker))], this.color_map) : null;
    return html`<div class="dialogue-container" role="group" aria-label=${this.label ?? this.t('label.dialogue')} data-testid="dialogue-container">${this.lines.map((line, at) => {
      const faded = this.hovered !== null && this.hovered !== line.speaker;
      return html`<div class=${cx('dialogue-line', faded && 'faded')} style=${styleMap(shades ? { '--shade': shades.get(line.speaker)!.soft } : {})}
        @mouseenter=${() => { if (this.disabled) this.hovered = line.speaker; }} @mouseleave=${() => { this.hovered = null; }}>
        <div class="speaker-column">${this.speaker(line, at)}</div><div class="text-column">${this.area(line.text, this.t('dialogue.line', { n: at + 1 }), at)}${this.tagMenu(at)}</div>${this.disabled ? nothing : this.lineButtons(at)}</div>`;
    })}</div>`;
  }

  private speaker(line: Line, at: number): TemplateResult {
    const label = this.t('dialogue.speaker', { n: at + 1 });
    if (this.disabled || this.names.length === 0) return html`<textarea rows="1" readonly aria-label=${label} .value=${line.speaker}></textarea>`;
    const names = this.names.includes(line.speaker) ? this.names : [line.speaker, ...this.names];
    return html`<select aria-label=${label} @change=${(event: Event) => this.speak(at, (event.target as HTMLSelectElement).value)}>${names.map(name => html`<option value=${name} ?selected=${name === line.speaker}
      .selected=${name === line.speaker}>${name}</option>`)}</select>`;
  }

  private area(text: string, label: string, at: number): TemplateResult {
    const menu = this.menuId(at);
    const open = this.opened(at);
    return html`<textarea rows=${at < 0 ? 5 : 1} data-testid=${at < 0 ? 'textbox' : nothing} data-line=${at < 0 ? nothing : at} aria-label=${label} placeholder=${this.placeholder ?? ''} ?readonly=${this.disabled} aria-autocomplete=${this.tags?.length ? 'list' : nothing}
      aria-controls=${open ? menu : nothing} aria-activedescendant=${open ? this.menu.activeId(menu) : nothing} .value=${live(text)} @input=${this.onInput} @keydown=${this.onKey} @blur=${() => this.menu.close()}></textarea>`;
  }

  private menuId(at: number): string {
    return `dialogue-${this.nodeId}-tags-${at + 1}`;
  }

  private opened(at: number): boolean {
    const { field } = this.menu;
    return field !== null && Number(field.dataset['line'] ?? -1) === at;
  }

  private tagMenu(at: number): TemplateResult | typeof nothing {
    return this.opened(at) ? this.menu.render(this.menuId(at), this.t('dialogue.tags')) : nothing;
  }

  private lineButtons(at: number): TemplateResult {
    return html`<div class="line-buttons"><button type="button" class="add-button" data-testid="dialogue-add-button-${at}" aria-label=${this.t('dialogue.add')} ?disabled=${this.full} @click=${() => this.add(at)}>${PLUS}</button><button
      type="button" class=${cx('delete-button', at === 0 && 'hidden')} data-testid="dialogue-delete-button-${at}" aria-label=${this.t('dialogue.remove')} @click=${() => this.drop(at)}>${BIN}</button></div>`;
  }

  private submitButton(): TemplateResult | typeof nothing {
    const { submit_btn } = this;
    if (!submit_btn) return nothing;
    const caption = typeof submit_btn === 'string';
    return html`<button type="button" class=${cx('submit-button', caption && 'padded-button')} data-testid="dialogue-submit-button" aria-label=${caption ? submit_btn : this.t('common.submit')}
      @click=${() => this.dispatch('submit')}>${caption ? submit_btn : SEND}</button>`;
  }
}

style('dialogue', styles);
addTexts(texts);
customElements.define('gr-dialogue', GrDialogue);
