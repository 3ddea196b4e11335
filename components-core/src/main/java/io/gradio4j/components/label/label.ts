import { cx, GradioElement, html, nothing, property, style, styleMap, svg, type TemplateResult } from 'gradio4j';
import styles from './label.css';

interface Confidence {
  readonly label: string | number | null;
  readonly confidence: number | null;
}

/** A classification on the wire. */
interface Classification {
  readonly label?: string | number | null;
  readonly confidences?: readonly Confidence[] | null;
}

const ICON = html`<svg viewBox="0 0 24 24" width="100%" height="100%" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">${svg`<path d="M3 3v18M3 5h8v4H3m0 1h14v4H3m0 1h10v4H3"/>`}</svg>`;

/** The result of a classification: the best class, and a bar for each one's confidence. Event: select, by a click on a bar. */
export class GrLabel extends GradioElement<Classification> {
  @property({ attribute: false }) color: string | null = null;
  @property({ attribute: false }) show_heading: boolean | null = true;
  @property({ attribute: false }) _selectable = false;

  protected override render(): TemplateResult {
    const label = this.value?.label;
    const confidences = this.value?.confidences ?? [];
    const blank = label === null || label === undefined;
    const heading = !blank && (this.show_heading !== false || confidences.length === 0);
    return this.block(html`${this.toolbar()}${this.blockLabel(this.t('label.label'), ICON, heading || blank)}${blank ? this.empty(ICON)
      : html`<div class="container">${heading ? html`<h2 class=${cx('output-class', confidences.length === 0 && 'no-confidence')} data-testid="label-output-value"
          style=${styleMap({ backgroundColor: this.color || 'transparent' })}>${label}</h2>` : nothing}${confidences.map((entry, i) => this.#row(entry, i))}</div>`}`,
    { padding: false, testid: 'label' });
  }

  #row({ label, confidence }: Confidence, index: number): TemplateResult {
    const share = confidence ?? 0;
    const percent = Math.round(share * 100);
    const content = html`<meter class="bar" min="0" max="1" value=${share} aria-label=${label} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${percent}
      style="width: ${Math.min(Math.max(share, 0), 1) * 100}%"></meter><dl class="label"><dt class="text">${label}</dt><dd class="confidence">${percent}%</dd></dl>`;
    const testid = `${label}-confidence-set`;
    return this._selectable
      ? html`<button type="button" class="confidence-set group selectable" data-testid=${testid} @click=${() => this.dispatch('select', { index, value: label })}>${content}</button>`
      : html`<div class="confidence-set group" data-testid=${testid}>${content}</div>`;
  }
}

style('label', styles);
customElements.define('gr-label', GrLabel);
