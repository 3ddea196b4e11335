import { GradioInput, html, ifDefined, inlineMarkdown, inlineText, live, nothing, style, type TemplateResult } from 'gradio4j';
import styles from './checkbox.css';

/** A yes or no. Events: input and select, by a click, Space or Enter. */
export class GrCheckbox extends GradioInput<boolean> {
  protected override render(): TemplateResult {
    const label = this.label ?? this.t('label.checkbox');
    const shown = this.show_label !== false;
    return this.block(html`${this.toolbar()}<label class="checkbox-container ${this.disabled ? 'disabled' : ''}"><input type="checkbox" data-testid="checkbox" aria-label=${shown ? nothing : label}
      aria-description=${ifDefined(inlineText(this.info))} ?disabled=${this.disabled} .checked=${live(this.value === true)} @change=${this.#onChange} @keydown=${this.#onKey}>${shown
      ? html`<span class="label-text">${label}</span>` : nothing}</label>${this.info ? html`<div class="info-text">${inlineMarkdown(this.info)}</div>` : nothing}`);
  }

  #onChange(event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.input(checked);
    this.dispatch('select', { index: 0, value: checked, selected: checked });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    (event.target as HTMLInputElement).click();
  }
}

style('checkbox', styles);
customElements.define('gr-checkbox', GrCheckbox);
