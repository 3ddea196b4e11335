import { cx, GradioInput, html, inlineMarkdown, live, nothing, property, style, type TemplateResult } from 'gradio4j';
import { choicesOf, namesOf, type Choice, type Scalar } from '../choice/choices.js';
import styles from '../choice/options.css';

/** Any number of choices, in the order in which they were made. Events: input, select (one box, not the box for all). */
export class GrCheckboxGroup extends GradioInput<readonly Scalar[]> {
  @property({ attribute: false }) choices: readonly Choice[] | null = null;
  @property({ attribute: false }) show_select_all: boolean | null = false;

  static override example(value: unknown, props: Readonly<Record<string, unknown>>): string {
    return namesOf(value, props);
  }

  get #values(): readonly Scalar[] {
    return Array.isArray(this.value) ? this.value : [];
  }

  protected override render(): TemplateResult {
    const choices = choicesOf(this.choices);
    return this.block(html`${this.toolbar()}${this.show_select_all && this.interactive ? this.#all(choices) : this.blockTitle(this.t('label.checkboxgroup'))}<div class="wrap" data-testid="checkbox-group">${choices.map((choice, i) => this.#option(choice, i))}</div>`,
      { tag: 'fieldset', label: this.label ?? this.t('label.checkboxgroup') });
  }

  #all(choices: readonly Choice[]): TemplateResult {
    const chosen = choices.filter(([, value]) => this.#values.includes(value)).length;
    const every = chosen === choices.length && chosen > 0;
    return html`<div class="select-all-container"><label class="select-all-label"><input type="checkbox" class="select-all-checkbox" title=${this.t('checkboxgroup.all')}
      .checked=${live(every)} .indeterminate=${live(chosen > 0 && !every)} @keydown=${onEnter} @change=${() => this.input(every ? [] : choices.map(([, value]) => value))}><span class=${cx('label-text', this.show_label === false && 'sr-only')} data-testid="block-info">${this.label ?? this.t('checkboxgroup.select_all')}</span></label></div>${this.info
      ? html`<div class="info-text">${inlineMarkdown(this.info)}</div>` : nothing}`;
  }

  #option([name, value]: Choice, index: number): TemplateResult {
    const selected = this.#values.includes(value);
    return html`<label class=${cx(this.disabled && 'disabled', selected && 'selected')}><input type="checkbox" name=${String(value)} title=${String(value)} ?disabled=${this.disabled}
      .checked=${live(selected)} @keydown=${onEnter} @change=${() => this.#toggle(value, index, !selected)}><span class="ml-2">${name}</span></label>`;
  }

  #toggle(value: Scalar, index: number, selected: boolean): void {
    // what is no choice any more can neither be seen nor taken away: the server would refuse it for ever
    const others = this.#values.filter(other => other !== value && choicesOf(this.choices).some(([, known]) => known === other));
    this.input(selected ? [...others, value] : others);
    this.dispatch('select', { index, value, selected });
  }
}

function onEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  (event.target as HTMLInputElement).click();
}

style('options', styles);
customElements.define('gr-checkboxgroup', GrCheckboxGroup);
