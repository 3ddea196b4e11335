import { cx, GradioInput, html, ifDefined, inlineText, live, nothing, property, style, type PropertyValues, type TemplateResult } from 'gradio4j';
import styles from './number.css';
import { textOf } from './typed.js';

/**
 * A field for one number; null while it is empty. Without a value and a placeholder it starts with 0. Events: input, submit (Enter),
 * focus, blur.
 */
export class GrNumber extends GradioInput<number> {
  @property({ attribute: false }) minimum: number | null = null;
  @property({ attribute: false }) maximum: number | null = null;
  @property({ attribute: false }) step: number | null = 1;
  @property({ attribute: false }) placeholder: string | null = null;

  #text = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#text = textOf(this.querySelector('input'), this.value, changed.has('value'));
  }

  protected override firstUpdated(): void {
    if (this.value === undefined && !this.placeholder) this.set('value', 0);
  }

  protected override render(): TemplateResult {
    const error = this.validationError;
    return this.block(html`${this.toolbar()}<label class=${cx('block', this.container !== false && 'container')}>
      ${this.blockTitle(this.t('label.number'), { validation: true, forced: error !== null })}
      <input type="number" class=${cx(error !== null && 'validation-error')} aria-label=${this.label ?? this.t('label.number')} aria-description=${ifDefined(inlineText(this.info))} aria-invalid=${error === null ? nothing : 'true'}
        min=${ifDefined(this.minimum ?? undefined)} max=${ifDefined(this.maximum ?? undefined)} step=${this.step ?? 'any'} placeholder=${ifDefined(this.placeholder ?? undefined)}
        ?disabled=${this.disabled} .value=${live(this.#text)} @input=${this.#onInput} @keydown=${this.#onKey} @focus=${() => this.dispatch('focus')} @blur=${() => this.dispatch('blur')}></label>`,
    { validation: false });
  }

  #onInput(event: Event): void {
    const field = event.target as HTMLInputElement;
    // half a number, such as "-" or "1e", has no value yet: what is typed stays in the field
    if (field.validity.badInput) return;
    this.input(Number.isNaN(field.valueAsNumber) ? null : field.valueAsNumber);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    this.dispatch('submit');
  }
}

style('number', styles);
customElements.define('gr-number', GrNumber);
