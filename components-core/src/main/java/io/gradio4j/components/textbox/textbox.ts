import { cx, GradioInput, html, ifDefined, inlineText, live, nothing, property, style, styleMap, svg, type PropertyValues, type TemplateResult } from 'gradio4j';
import styles from './textbox.css';

const GROWN = 20;
const SEND = html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${svg`<path d="M12 19V5M5 12l7-7 7 7"/>`}</svg>`;
const SQUARE = html`<svg viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">${svg`<rect width="16" height="16" rx="2"/>`}</svg>`;

type Field = HTMLTextAreaElement | HTMLInputElement;

/**
 * A text field: a `textarea` that grows from `lines` to `max_lines`, or an `input` for one line, a password or an e-mail address.
 * Events: input, select (text and range), submit (Enter; Shift+Enter with several lines), focus, blur, stop, copy.
 */
export class GrTextbox extends GradioInput<string> {
  @property({ attribute: false }) type: string | null = 'text';
  @property({ attribute: false }) lines: number | null = 1;
  @property({ attribute: false }) max_lines: number | null = null;
  @property({ attribute: false }) placeholder: string | null = null;
  @property({ attribute: false }) override autofocus = false;
  @property({ attribute: false }) autoscroll: boolean | null = true;
  @property({ attribute: false }) text_align: string | null = null;
  @property({ attribute: false }) rtl: boolean | null = false;
  @property({ attribute: false }) max_length: number | null = null;
  @property({ attribute: false }) submit_btn: boolean | string | null = false;
  @property({ attribute: false }) stop_btn: boolean | string | null = false;
  @property({ attribute: false }) html_attributes: Readonly<Record<string, string | number | boolean | null>> | null = null;

  #following = false;

  get #text(): string {
    return this.value === null || this.value === undefined ? '' : String(this.value);
  }

  get #lines(): number {
    return this.#isPlain ? Math.max(this.lines ?? 1, 1) : 1;
  }

  get #isPlain(): boolean {
    return this.type !== 'password' && this.type !== 'email';
  }

  get #field(): Field | null {
    return this.querySelector<Field>('textarea, input');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const field = this.#field;
    // what the person types is in view already, and an empty field has nothing to follow: asking for its height would lay the page out once more while it opens
    this.#following = this.autoscroll !== false && changed.has('value') && field !== null && this.#text !== '' && this.#text !== field.value
      && (field.value === '' || field.scrollTop + field.clientHeight >= field.scrollHeight - 10);
  }

  protected override firstUpdated(): void {
    if (this.value === null || this.value === undefined) this.set('value', '');
    if (this.autofocus) this.#field?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const field = this.#field;
    if (!field) return;
    grow(field);
    if (this.#following) field.scrollTop = field.scrollHeight;
    // nobody is to be torn away from elsewhere
    if (this.autofocus && changed.has('value') && document.activeElement === document.body) field.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const error = this.validationError;
    const buttons = this.show_label === false ? nothing : this.toolbar([this.buttons?.includes('copy') ? this.copyButton(() => this.#text) : nothing]);
    const content = html`${buttons}<label class=${cx(this.container !== false && 'container', !this.submit_btn && 'show_textbox_border')}>
      ${this.blockTitle(this.t('label.textbox'), { validation: true, forced: error !== null })}
      <div class="input-container">${this.#control(error)}${this.#button(this.submit_btn, 'submit', SEND)}${this.#button(this.stop_btn, 'stop', SQUARE)}</div></label>`;
    return this.block(content, { validation: false, dir: this.rtl ? 'rtl' : undefined });
  }

  #control(error: string | null): TemplateResult {
    const most = this.#isPlain ? Math.max(this.max_lines ?? GROWN, this.#lines) : 1;
    const classes = cx('scroll-hide', error !== null && 'validation-error', this.show_label === false && 'no-label');
    const plain = this.#isPlain;
    const more = this.html_attributes ?? {};
    const text = (name: string): string | undefined => more[name] === null || more[name] === undefined ? undefined : String(more[name]);
    const dir = this.rtl ? 'rtl' : nothing;
    const complete = this.type === 'password' ? '' : this.type === 'email' ? 'email' : text('autocomplete');
    const describe = inlineText(this.info);
    const align = styleMap({ textAlign: plain && this.text_align ? this.text_align : undefined });
    if (most === 1) {
      return html`<input data-testid=${this.type === 'password' ? 'password' : 'textbox'} type=${plain ? 'text' : this.type!} class=${classes} style=${align} dir=${dir} placeholder=${this.placeholder ?? ''}
        maxlength=${ifDefined(this.max_length ?? undefined)} aria-label=${this.label ?? this.t('label.textbox')} aria-description=${ifDefined(describe)} aria-invalid=${error === null ? nothing : 'true'}
        autocapitalize=${ifDefined(text('autocapitalize'))} autocorrect=${ifDefined(text('autocorrect'))} spellcheck=${ifDefined(text('spellcheck'))} autocomplete=${ifDefined(complete)}
        tabindex=${ifDefined(text('tabindex'))} enterkeyhint=${ifDefined(text('enterkeyhint'))} lang=${ifDefined(text('lang'))} ?disabled=${this.disabled} .value=${live(this.#text)}
        @input=${this.#onInput} @keydown=${this.#onKey} @select=${this.#onSelect} @focus=${() => this.dispatch('focus')} @blur=${() => this.dispatch('blur')}>`;
    }
    const size = styleMap({ '--lines': String(this.#lines), '--max-lines': String(most), textAlign: this.text_align || undefined });
    return html`<textarea data-testid="textbox" rows=${this.#lines} class=${classes} style=${size} dir=${dir} placeholder=${this.placeholder ?? ''}
      maxlength=${ifDefined(this.max_length ?? undefined)} aria-label=${this.label ?? this.t('label.textbox')} aria-description=${ifDefined(describe)} aria-invalid=${error === null ? nothing : 'true'}
      autocapitalize=${ifDefined(text('autocapitalize'))} autocorrect=${ifDefined(text('autocorrect'))} spellcheck=${ifDefined(text('spellcheck'))} autocomplete=${ifDefined(complete)}
      tabindex=${ifDefined(text('tabindex'))} enterkeyhint=${ifDefined(text('enterkeyhint'))} lang=${ifDefined(text('lang'))} ?disabled=${this.disabled} .value=${live(this.#text)}
      @input=${this.#onInput} @keydown=${this.#onKey} @select=${this.#onSelect} @focus=${() => this.dispatch('focus')} @blur=${() => this.dispatch('blur')}></textarea>`;
  }

  #button(shown: boolean | string | null, event: 'submit' | 'stop', icon: TemplateResult): TemplateResult | typeof nothing {
    if (!shown) return nothing;
    const text = typeof shown === 'string';
    return html`<button type="button" class="${event}-button ${text ? 'padded-button' : ''}" data-testid="${event}-button" aria-label=${text ? shown : this.t(`common.${event}`)}
      ?disabled=${event === 'submit' && this.disabled} @click=${event === 'submit' ? this.#onSubmit : () => this.dispatch('stop')}>${text ? shown : icon}</button>`;
  }

  #onSubmit(): void {
    this.#submit();
    if (this.autofocus) this.#field?.focus();
  }

  #submit(): void {
    this.clearStatus();
    this.dispatch('submit');
  }

  #onInput(event: Event): void {
    const field = event.target as Field;
    this.input(field.value);
    grow(field);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    if (event.shiftKey !== this.#lines > 1) return;
    event.preventDefault();
    this.#submit();
  }

  #onSelect(event: Event): void {
    const field = event.target as Field;
    const start = field.selectionStart ?? 0;
    const end = field.selectionEnd ?? 0;
    // Chromium repeats the event when something else is clicked
    if (start !== end && field === document.activeElement) this.dispatch('select', { value: field.value.slice(start, end), index: [start, end] });
  }
}

/** For browsers whose text areas cannot grow by themselves. */
function grow(field: Field): void {
  if (field.localName !== 'textarea' || CSS.supports('field-sizing', 'content')) return;
  field.style.height = 'auto';
  const { paddingBlockStart, paddingBlockEnd } = getComputedStyle(field);
  if (field.scrollHeight > 0) field.style.height = `${field.scrollHeight - parseFloat(paddingBlockStart) - parseFloat(paddingBlockEnd)}px`;
}

style('textbox', styles);
customElements.define('gr-textbox', GrTextbox);
