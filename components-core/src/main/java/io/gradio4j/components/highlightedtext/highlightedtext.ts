import { cx, GradioInput, html, nothing, property, state, style, styleMap, svg, type PropertyValues, type TemplateResult } from 'gradio4j';
import styles from './highlightedtext.css';
import { shadeOfScore, shadesOf, type Shade } from './shades.js';
import { marked, selectedPart, split, type Mark, type Token } from './tokens.js';

const ICON = html`<svg viewBox="0 0 24 24" width="100%" height="100%" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">${svg`<path d="M4 20h16M6 16l3-10h2l3 10M7 12h6m4-6v10"/>`}</svg>`;

/**
 * A text whose parts are marked, by categories or by scores. Where it is interactive, a person marks what is selected, and names and removes
 * marks. Event: select (`index`, and `value` with the part and its mark), by a click or Enter.
 */
export class GrHighlightedText extends GradioInput<readonly Token[]> {
  @property({ attribute: false }) color_map: Readonly<Record<string, string>> | null = null;
  @property({ attribute: false }) show_legend: boolean | null = false;
  @property({ attribute: false }) show_inline_category: boolean | null = true;
  @property({ attribute: false }) rtl: boolean | null = false;

  /** The category in the legend that is looked at. */
  @state() private watched: string | null = null;
  /** The token whose mark is being written. */
  @state() private edited = -1;

  private shades: ReadonlyMap<string, Shade> = new Map();

  private get tokens(): readonly Token[] {
    return Array.isArray(this.value) ? this.value : [];
  }

  /** As the last mark is, so are they all. */
  private get scored(): boolean {
    return typeof this.tokens.findLast(token => token.class_or_confidence !== null)?.class_or_confidence === 'number';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('value') && !changed.has('color_map')) return;
    const categories = this.tokens.map(token => token.class_or_confidence).filter(mark => typeof mark === 'string');
    this.shades = shadesOf([...new Set([...Object.keys(this.color_map ?? {}), ...categories])], this.color_map);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('edited') && this.edited >= 0) this.querySelector<HTMLInputElement>('.label-input')?.select();
  }

  protected override render(): TemplateResult {
    const labelled = this.label && this.show_label !== false;
    return this.block(html`${labelled && this.interactive ? this.toolbar() : nothing}${labelled ? this.blockLabel(this.t('label.highlightedtext'), ICON, false) : nothing}${this.value === null || this.value === undefined
      ? this.empty(ICON) : html`<div class="container">${this.legend()}${this.content()}</div>`}`,
    { testid: 'highlighted-text', dir: this.rtl ? 'rtl' : undefined, padding: false, border: this.interactive ? 'dashed' : undefined });
  }

  private legend(): TemplateResult | typeof nothing {
    if (!this.show_legend) return nothing;
    if (this.scored) return html`<div class="score-legend" data-testid="highlighted-text:color-legend"><span>-1</span><span>0</span><span>+1</span></div>`;
    return html`<div class="legend" data-testid="highlighted-text:category-legend">${[...this.shades].map(([category, { strong }]) => html`<button type="button" class="legend-item" style=${styleMap({ backgroundColor: strong })}
      @mouseenter=${() => { this.watched = category; }} @mouseleave=${() => { this.watched = null; }} @focus=${() => { this.watched = category; }} @blur=${() => { this.watched = null; }}>${category}</button>`)}</div>`;
  }

  private content(): TemplateResult {
    return html`<div class="textfield" data-testid="highlighted-text:textfield" @mouseup=${this.interactive ? this.onSelected : null}>${this.tokens.map((token, i) => this.token(token, i))}</div>`;
  }

  private token({ token, class_or_confidence: mark }: Token, index: number): TemplateResult {
    const highlighted = mark !== null;
    const shade = typeof mark === 'string' ? this.shades.get(mark) : undefined;
    const background = typeof mark === 'number' ? shadeOfScore(mark) : shade?.soft;
    const dimmed = this.watched !== null && mark !== this.watched;
    const pressable = highlighted && !this.interactive;
    const text = html`<span class=${cx('text', !highlighted && 'unlabeled')} data-index=${index} role=${this.interactive ? 'button' : nothing} tabindex=${this.interactive ? 0 : nothing} @keydown=${this.interactive
      ? (event: KeyboardEvent) => this.onTextKey(event, index) : null} @click=${this.interactive && highlighted ? () => this.select(index) : null}>${lines(token)}</span>`;
    return html`<span class="token-container"><span class=${cx('token', highlighted && 'highlighted', typeof mark === 'number' && 'score-token', !highlighted && 'transparent', dimmed && 'dimmed')} style=${styleMap({ backgroundColor: dimmed ? undefined : background })}
      role=${pressable ? 'button' : nothing} tabindex=${pressable ? 0 : nothing} @click=${pressable ? () => this.select(index) : null} @keydown=${pressable ? (event: KeyboardEvent) => this.onTokenKey(event, index) : null}>${text}${this.chip(mark, index, shade)}</span>${this.interactive && highlighted
      ? html`<button type="button" class="remove-btn" aria-label=${this.t('highlightedtext.remove')} title=${this.t('highlightedtext.remove')} @click=${() => this.mark(index, null)}>×</button>` : nothing}</span>`;
  }

  private chip(mark: Mark, index: number, shade: Shade | undefined): TemplateResult | typeof nothing {
    if (mark === null) return nothing;
    const colour = styleMap({ backgroundColor: shade?.strong });
    if (this.interactive) {
      return this.edited === index ? html`<input class="label-input" type=${typeof mark === 'number' ? 'number' : 'text'} step=${typeof mark === 'number' ? '0.1' : nothing} placeholder=${this.t('highlightedtext.placeholder')} aria-label=${this.t('highlightedtext.label')} .value=${String(mark)}
          @blur=${this.onWritten} @keydown=${this.onLabelKey}>`
        : html`<button type="button" class="label" style=${colour} @click=${() => { this.edited = index; }}>${mark}</button>`;
    }
    return typeof mark === 'number' || this.show_legend || this.show_inline_category === false ? nothing : html`<span class="label" style=${colour}>${mark}</span>`;
  }

  private select(index: number): void {
    const { token, class_or_confidence } = this.tokens[index]!;
    this.dispatch('select', { index, value: [token, class_or_confidence] });
  }

  private onTokenKey(event: KeyboardEvent, index: number): void {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    this.select(index);
  }

  /** Enter marks a whole part, or writes its mark; Delete takes the mark away. */
  private onTextKey(event: KeyboardEvent, index: number): void {
    const mark = this.tokens[index]!.class_or_confidence;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (mark === null) this.input(marked(this.tokens, index, this.fresh()));
      this.edited = index;
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && mark !== null) {
      this.mark(index, null);
    }
  }

  private fresh(): Mark {
    return this.scored ? 1 : 'label';
  }

  private onSelected(): void {
    const part = selectedPart(this);
    if (!part) return;
    document.getSelection()?.removeAllRanges();
    this.input(split(this.tokens, part.index, part.start, part.end, this.fresh()));
    this.edited = part.index + (part.start > 0 ? 1 : 0);
  }

  private mark(index: number, mark: Mark): void {
    this.input(marked(this.tokens, index, mark));
  }

  private onLabelKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    const index = this.edited;
    if (event.key === 'Enter') (event.target as HTMLElement).blur();
    else this.edited = -1;
    // the field is gone: whoever uses the keyboard goes on at the part that it belonged to
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`.text[data-index="${index}"]`)?.focus());
  }

  private onWritten(event: Event): void {
    const index = this.edited;
    const before = this.tokens[index]?.class_or_confidence;
    const text = (event.target as HTMLInputElement).value.trim();
    this.edited = -1;
    if (index < 0 || before === undefined) return;
    const mark = text === '' ? null : typeof before === 'number' ? Number(text) : text;
    if (mark !== before) this.mark(index, mark);
  }
}

function lines(text: string): unknown {
  return text.includes('\n') ? text.split('\n').map((line, i) => i === 0 ? line : html`<br class="line-break">${line}`) : text;
}

style('highlightedtext', styles);
customElements.define('gr-highlightedtext', GrHighlightedText);
