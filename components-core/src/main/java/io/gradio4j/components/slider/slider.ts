import { GradioInput, html, ifDefined, inlineText, live, nothing, property, style, type PropertyValues, type TemplateResult } from 'gradio4j';
import { textOf } from '../number/typed.js';
import styles from './slider.css';

/** A number in a range. Events: input (while it moves or is typed), release (the person is done), with the value. */
export class GrSlider extends GradioInput<number> {
  @property({ attribute: false }) minimum = 0;
  @property({ attribute: false }) maximum = 100;
  @property({ attribute: false }) step = 1;

  #initial = 0;
  #text = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#text = textOf(this.querySelector<HTMLInputElement>('[type="number"]'), this.#value, changed.has('value'));
  }

  protected override firstUpdated(): void {
    this.#initial = this.#value;
    if (this.value === null || this.value === undefined) this.set('value', this.#value);
  }

  get #value(): number {
    return typeof this.value === 'number' ? this.value : this.minimum;
  }

  protected override render(): TemplateResult {
    const { minimum, maximum, step } = this;
    const range = `range_id_${this.nodeId}`;
    const label = this.label ?? this.t('label.slider');
    const filled = Math.min(Math.max((this.#value - minimum) / (maximum - minimum), 0), 1) * 100;
    const description = inlineText(this.info);
    const custom = this.toolbar();
    return this.block(html`${custom}<div class="wrap"><div class="head"><label for=${range}>${this.blockTitle(this.t('label.slider'))}</label>
        <div class="tab-like-container"><input type="number" data-testid="number-input" aria-label=${this.t('slider.number', { label })} aria-description=${ifDefined(description)} min=${minimum} max=${maximum} step=${step} ?disabled=${this.disabled}
          .value=${live(this.#text)} @input=${this.#onType} @change=${this.#onTyped}>${this.#reset()}</div></div>
      <div class="slider_input_container"><span class="min_value" data-testid="min-value" aria-hidden="true">${minimum}</span><input type="range" id=${range} data-testid="range-input" aria-label=${this.t('slider.range', { label })} aria-description=${ifDefined(description)}
        min=${minimum} max=${maximum} step=${step} style="--range_progress: ${filled}%" ?disabled=${this.disabled} .value=${live(String(this.#value))}
        @input=${(event: Event) => this.input((event.target as HTMLInputElement).valueAsNumber)} @change=${() => this.dispatch('release', this.#value)}><span class="max_value" data-testid="max-value" aria-hidden="true">${maximum}</span></div></div>`);
  }

  #reset(): TemplateResult | typeof nothing {
    if (this.buttons && !this.buttons.includes('reset')) return nothing;
    return html`<button type="button" class="reset-button" data-testid="reset-button" aria-label=${this.t('slider.reset')} title=${this.t('slider.reset')} ?disabled=${this.disabled} @click=${this.#onReset}>↺</button>`;
  }

  #onReset(): void {
    this.input(this.#initial);
    this.dispatch('release', this.#initial);
  }

  /** A number outside of the range is let through when the person is done, as the nearest one inside. */
  #onType(event: Event): void {
    const number = (event.target as HTMLInputElement).valueAsNumber;
    if (number >= this.minimum && number <= this.maximum) this.input(number);
  }

  #onTyped(event: Event): void {
    const field = event.target as HTMLInputElement;
    const number = field.valueAsNumber;
    const inside = Number.isNaN(number) ? this.#value : Math.min(Math.max(number, this.minimum), this.maximum);
    if (inside !== this.#value) this.input(inside);
    field.value = String(inside);
    this.dispatch('release', inside);
  }
}

style('slider', styles);
customElements.define('gr-slider', GrSlider);
