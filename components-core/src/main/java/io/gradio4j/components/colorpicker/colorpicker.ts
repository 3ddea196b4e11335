import 'vanilla-colorful/hex-color-picker.js';
import { cx, GradioInput, html, ifDefined, inlineText, live, nothing, state, style, styleMap, svg, type PropertyValues, type TemplateResult } from 'gradio4j';
import { anchor } from '../choice/anchor.js';
import styles from './colorpicker.css';
import { toHex, written, type Notation } from './colours.js';

const BLACK = '#000000';
const NOTATIONS: readonly Notation[] = ['hex', 'rgb', 'hsl'];
const DROPPER = html`<svg viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">${svg`<path d="M3 21l1-5L13 7l4 4-9 9zM12 6l6 6M15 9l4-4a2 2 0 0 0-3-3l-3 3"/>`}</svg>`;

interface EyeDropper {
  open(): Promise<{ sRGBHex: string }>;
}

/**
 * A colour: a swatch that opens a picker. Events: input (each move, or a typed colour), release (the person lets go, with the value), submit
 * (Enter in the text), focus, blur.
 */
export class GrColorPicker extends GradioInput<string> {
  @state() private open = false;
  @state() private notation: Notation = 'hex';

  private focused = false;
  private readonly follow = (): void => this.place();

  static override example(value: unknown): TemplateResult {
    return html`<div class="colorpicker-example" style=${styleMap({ backgroundColor: typeof value === 'string' && value !== '' ? value : 'black' })}></div>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.open = false;
    this.watch(false);
  }

  private get colour(): string {
    return this.value || BLACK;
  }

  private get popup(): HTMLElement | null {
    return this.querySelector<HTMLElement>('.color-picker');
  }

  private get button(): HTMLElement | null {
    return this.querySelector<HTMLElement>('.dialog-button');
  }

  protected override firstUpdated(): void {
    if (this.value === null || this.value === undefined) this.set('value', BLACK);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('interactive') && !this.interactive) this.open = false;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!changed.has('open')) return;
    this.watch(this.open);
    if (!this.open) return;
    this.popup?.showPopover();
    this.place();
    this.describe();
    // not every browser focuses a button that is clicked, and it is by losing the focus that the picker closes
    this.popup?.focus({ preventScroll: true });
  }

  private watch(on: boolean): void {
    const change = on ? 'addEventListener' : 'removeEventListener';
    window[change]('scroll', this.follow, { capture: true });
    window[change]('resize', this.follow);
    window.visualViewport?.[change]('resize', this.follow);
  }

  private place(): void {
    if (this.open && this.popup && this.button) anchor(this.popup, this.button, { highest: 420, lowest: 320, wide: false });
  }

  /** The picker's two sliders say what they are in the words and names that pages for Gradio count on. */
  private describe(): void {
    const root = this.querySelector('hex-color-picker')?.shadowRoot;
    const area = root?.querySelector('[part="saturation"]');
    area?.classList.add('color-gradient');
    area?.setAttribute('aria-label', this.t('colorpicker.saturation'));
    area?.setAttribute('aria-valuenow', String(/(\d+)%$/.exec(area.getAttribute('aria-valuetext') ?? '')?.[1] ?? 0));
    root?.querySelector('[part="hue"]')?.classList.add('hue-slider');
  }

  protected override render(): TemplateResult {
    const label = this.label ?? this.t('label.colorpicker');
    return this.block(html`${this.blockTitle(this.t('label.colorpicker'))}<div class="colour" @focusin=${this.onFocusIn} @focusout=${this.onFocusOut} @keydown=${this.onKey}><button type="button" class="dialog-button" aria-label=${label}
      aria-description=${ifDefined(inlineText(this.info))} aria-haspopup="dialog" aria-expanded=${this.open ? 'true' : 'false'} ?disabled=${this.disabled} style=${styleMap({ background: this.colour })} @click=${() => { this.open = !this.open; }}></button>${this.open
      ? this.picker(label) : nothing}</div>`);
  }

  private picker(label: string): TemplateResult {
    return html`<div class="color-picker" popover="manual" role="dialog" aria-label=${label} tabindex="-1"><hex-color-picker .color=${toHex(this.colour) ?? BLACK} @color-changed=${this.onMove} @pointerdown=${this.onPress}
      @keyup=${this.onKeyUp}></hex-color-picker><div class="input"><span class="swatch" style=${styleMap({ background: this.colour })}></span><div class="input-wrap"><input type="text" aria-label=${this.t('colorpicker.text')} spellcheck="false"
      autocomplete="off" .value=${live(written(this.colour, this.notation))} @change=${this.onTyped} @keydown=${this.onEnter}>${'EyeDropper' in window
        ? html`<button type="button" class="eyedropper" aria-label=${this.t('colorpicker.pick')} title=${this.t('colorpicker.pick')} @click=${this.pick}>${DROPPER}</button>` : nothing}</div></div><div class="buttons">${NOTATIONS.map(notation => html`<button type="button"
      class=${cx('button', notation === this.notation && 'active')} aria-pressed=${notation === this.notation ? 'true' : 'false'} @click=${() => { this.notation = notation; }}>${notation === 'hex' ? 'Hex' : notation.toUpperCase()}</button>`)}</div></div>`;
  }

  private onMove(event: CustomEvent<{ value: string }>): void {
    this.input(event.detail.value);
    this.describe();
  }

  private onPress(): void {
    window.addEventListener('pointerup', () => this.dispatch('release', this.colour), { once: true });
  }

  private onKeyUp(event: KeyboardEvent): void {
    if (/^(Arrow|Page|Home|End)/.test(event.key)) this.dispatch('release', this.colour);
  }

  private onTyped(event: Event): void {
    this.commit((event.target as HTMLInputElement).value);
  }

  private onEnter(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.commit((event.target as HTMLInputElement).value);
    this.dispatch('submit');
  }

  /** A colour becomes `#rrggbb`, what is none stays as it was typed. */
  private commit(text: string): void {
    const typed = text.trim();
    if (typed !== written(this.colour, this.notation)) this.input(toHex(typed) ?? typed);
    this.requestUpdate();
  }

  private async pick(): Promise<void> {
    const dropper = new (window as unknown as { EyeDropper: new () => EyeDropper }).EyeDropper();
    try {
      const { sRGBHex } = await dropper.open();
      this.input(toHex(sRGBHex) ?? sRGBHex);
      this.dispatch('release', this.colour);
    } catch {
      // the person picked nothing
    }
  }

  private onFocusIn(): void {
    if (!this.focused) this.dispatch('focus');
    this.focused = true;
  }

  private onFocusOut(event: FocusEvent): void {
    if (this.contains(event.relatedTarget as Node | null)) return;
    this.focused = false;
    this.open = false;
    this.dispatch('blur');
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.button?.focus();
    this.open = false;
  }
}

style('colorpicker', styles);
customElements.define('gr-colorpicker', GrColorPicker);
