import { cx, GradioInput, html, live, property, style, type TemplateResult } from 'gradio4j';
import { choicesOf, namesOf, type Choice, type Scalar } from '../choice/choices.js';
import styles from '../choice/options.css';

/** One choice of a few: a native group of radio buttons, so that arrow keys move the choice. Events: input, select. */
export class GrRadio extends GradioInput<Scalar> {
  @property({ attribute: false }) choices: readonly Choice[] | null = null;
  @property({ attribute: false }) rtl: boolean | null = false;

  static override example(value: unknown, props: Readonly<Record<string, unknown>>): string {
    return namesOf(value, props);
  }

  protected override render(): TemplateResult {
    return this.block(html`${this.toolbar()}${this.blockTitle(this.t('label.radio'))}<div class="wrap">${choicesOf(this.choices).map((choice, i) => this.#option(choice, i))}</div>`,
      { tag: 'fieldset', label: this.label ?? this.t('label.radio'), dir: this.rtl ? 'rtl' : undefined });
  }

  #option([name, value]: Choice, index: number): TemplateResult {
    const selected = this.value === value;
    return html`<label data-testid="${name}-radio-label" class=${cx(this.disabled && 'disabled', selected && 'selected', this.rtl && 'rtl')}><input type="radio" name="radio-${this.nodeId}" value=${String(value)}
      ?disabled=${this.disabled} .checked=${live(selected)} @change=${() => this.#choose(value, index)}><span>${name}</span></label>`;
  }

  #choose(value: Scalar, index: number): void {
    this.input(value);
    this.dispatch('select', { index, value });
  }
}

style('options', styles);
customElements.define('gr-radio', GrRadio);
