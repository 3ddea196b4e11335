import { cx, GradioElement, html, nothing, property, state, style, styleMap, svg, type PropertyValues, type TemplateResult } from 'gradio4j';
import styles from './json.css';
import { isEmpty, linesOf, type Json, type Line } from './lines.js';

const ICON = html`<svg viewBox="0 0 24 24" width="100%" height="100%" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">${svg`<path d="M8 4H7a2 2 0 0 0-2 2v4l-2 2 2 2v4a2 2 0 0 0 2 2h1m8-16h1a2 2 0 0 1 2 2v4l2 2-2 2v4a2 2 0 0 1-2 2h-1M9 12h.1m2.9 0h.1m2.9 0h.1"/>`}</svg>`;
const OPEN_LEVELS = 3;
const ROW = 21;
const LONG = 500;
const SPARE = 20;

/** JSON as a tree that can be folded. Of a long one only the lines in view are drawn. */
export class GrJson extends GradioElement<Json> {
  @property({ attribute: false }) open: boolean | null = false;
  @property({ attribute: false }) show_indices: boolean | null = false;
  @property({ attribute: false }) height: number | string | null = null;
  @property({ attribute: false }) max_height: number | string | null = 500;
  @property({ attribute: false }) min_height: number | string | null = null;

  /** The first line that is drawn of a long value. */
  @state() private first = 0;

  /** What the person folded or unfolded, against the rule. */
  private toggled = new WeakSet<object>();
  private lines: readonly Line[] = [];

  static override example(value: unknown): TemplateResult {
    return html`<pre class="json-example">${isEmpty(value) ? '' : JSON.stringify(value, null, 2)}</pre>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open')) this.toggled = new WeakSet();
    if (changed.has('value')) this.first = 0;
    if (changed.has('value') || changed.has('open') || changed.has('show_indices')) this.write();
  }

  private write(): void {
    this.lines = isEmpty(this.value) ? []
      : linesOf(this.value as Json, this.show_indices === true, (container, depth) => (this.open !== true && depth >= OPEN_LEVELS) !== this.toggled.has(container));
  }

  protected override render(): TemplateResult {
    const copy = this.buttons?.includes('copy') && this.lines.length > 0 ? this.copyButton(() => JSON.stringify(this.value, null, 2)) : nothing;
    return this.block(html`${this.label ? this.blockLabel('JSON', ICON, false) : nothing}${this.toolbar([copy])}${this.lines.length === 0
      ? html`<div class="empty-wrapper">${this.empty(ICON)}</div>` : this.tree()}`,
    { testid: 'json', padding: false, flex: true, height: this.height, minHeight: this.min_height, maxHeight: this.max_height, overflow: 'hidden' });
  }

  private tree(): TemplateResult {
    const long = this.lines.length > LONG;
    const from = long ? this.first : 0;
    const to = long ? Math.min(this.lines.length, from + Math.ceil((window.innerHeight) / ROW) + 2 * SPARE) : this.lines.length;
    const last = this.lines.at(-1)!.number;
    return html`<div class=${cx('json-holder', long && 'long')} role="region" dir="ltr" aria-label=${this.label ?? 'JSON'} tabindex="0" style=${styleMap({ '--digits': `${String(last).length}ch`, '--row': `${ROW}px` })} @scroll=${this.onScroll}><div class="json-node root"
      style=${styleMap(long ? { paddingBlock: `${from * ROW}px ${(this.lines.length - to) * ROW}px` } : {})}>${this.lines.slice(from, to).map(line => this.line(line))}</div></div>`;
  }

  private line({ number, depth, key, leaf, opens, folded, bracket, comma }: Line): TemplateResult {
    const brackets = opens && folded ? Array.isArray(opens) : bracket.startsWith('[') || bracket.startsWith(']');
    return html`<div class=${cx('line', folded && 'collapsed')}><span class="line-number" data-pseudo-content=${number} title=${this.t('json.line', { n: number })}></span><span class="content" style=${styleMap({ '--depth': String(depth) })}>${opens
      ? html`<button type="button" class="toggle" aria-label=${this.t(folded ? 'json.expand' : 'json.collapse')} aria-expanded=${folded ? 'false' : 'true'} @click=${() => this.toggle(opens)}>${folded ? '▶' : '▼'}</button>` : nothing}${key === null
      ? nothing : html`<span class="key">${typeof key === 'number' ? key : `"${key}"`}</span><span class="punctuation colon">: </span>`}${opens && folded
      ? html`<button type="button" class="preview" @click=${() => this.toggle(opens)}>${Array.isArray(opens) ? `Array(${opens.length})` : `Object(${Object.keys(opens).length})`}</button>` : bracket
      ? html`<span class=${cx('punctuation bracket', brackets && 'square-bracket')}>${bracket}</span>` : leafValue(leaf)}${comma ? html`<span class="punctuation">,</span>` : nothing}</span></div>`;
  }

  private toggle(container: object): void {
    if (this.toggled.has(container)) this.toggled.delete(container);
    else this.toggled.add(container);
    this.write();
    this.requestUpdate();
  }

  private onScroll(event: Event): void {
    if (this.lines.length <= LONG) return;
    const first = Math.max(0, Math.floor((event.target as HTMLElement).scrollTop / ROW) - SPARE);
    // a few lines are spare: not each one that comes into view is a reason to draw
    if (Math.abs(first - this.first) > SPARE / 2 || first === 0) this.first = first;
  }
}

function leafValue(leaf: Line['leaf']): TemplateResult {
  const kind = leaf === null ? 'null' : typeof leaf === 'boolean' ? 'bool' : typeof leaf;
  return html`<span class="value ${kind}">${typeof leaf === 'string' ? `"${leaf}"` : String(leaf)}</span>`;
}

style('json', styles);
customElements.define('gr-json', GrJson);
