import { cx, GradioInput, html, ifDefined, inlineText, live, nothing, property, repeat, state, style, styleMap, svg, type PropertyValues, type TemplateResult } from 'gradio4j';
import { anchor } from '../choice/anchor.js';
import { namesOf, type Choice, type Scalar } from '../choice/choices.js';
import styles from './dropdown.css';
import { HIGHEST, ROW, rowsInView, scrollTo } from './rows.js';
import { Search } from './search.js';

const ARROW = html`<svg viewBox="0 0 18 18" width="18" height="18" fill="currentColor" aria-hidden="true">${svg`<path d="M5 8l4 4 4-4z"/>`}</svg>`;
const PAGE = 8;

/**
 * One choice or several (`multiselect`) of any number: a combobox with a list box that is filtered by what is typed. Events: input, select
 * (`index` -1 for a text of the person's own), focus, blur, key_up.
 */
export class GrDropdown extends GradioInput<Scalar | readonly Scalar[]> {
  @property({ attribute: false }) choices: readonly Choice[] | null = null;
  @property({ attribute: false }) multiselect: boolean | null = null;
  @property({ attribute: false }) allow_custom_value: boolean | null = false;
  @property({ attribute: false }) max_choices: number | null = null;
  @property({ attribute: false }) filterable: boolean | null = true;

  @state() private open = false;
  /** The row in the list that Enter chooses. */
  @state() private active = -1;
  /** What is typed; null while nothing is. */
  @state() private typed: string | null = null;
  @state() private scrolled = 0;

  private search = new Search([]);
  private readonly follow = (): void => this.place();

  static override example(value: unknown, props: Readonly<Record<string, unknown>>): string {
    return namesOf(value, props);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
    this.watch(false);
  }

  private get many(): boolean {
    return this.multiselect === true;
  }

  private get ownName(): string {
    return this.t(this.many ? 'label.multiselect' : 'label.dropdown');
  }

  private get editable(): boolean {
    return this.filterable !== false || this.allow_custom_value === true;
  }

  private get values(): readonly Scalar[] {
    if (Array.isArray(this.value)) return this.value as readonly Scalar[];
    return this.value === null || this.value === undefined ? [] : [this.value as Scalar];
  }

  private get found(): readonly number[] {
    return this.search.matching(this.typed ?? '');
  }

  private get full(): boolean {
    return this.many && this.max_choices !== null && this.values.length >= this.max_choices;
  }

  /** What stands in the field. */
  private get text(): string {
    if (this.typed !== null) return this.typed;
    const value = this.values[0];
    return this.many || value === undefined || (!this.allow_custom_value && this.search.find(value) < 0) ? '' : this.search.name(value);
  }

  private get field(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('input[role="combobox"]');
  }

  private get list(): HTMLElement | null {
    return this.querySelector<HTMLElement>('ul.options');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('choices')) {
      this.search = new Search(this.choices);
      this.active = -1;
    }
    if (changed.has('interactive') && !this.interactive) this.close();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!changed.has('open') && !this.open) return;
    const list = this.list;
    if (!list) return;
    list.togglePopover(this.open && this.found.length > 0);
    if (changed.has('open')) this.watch(this.open);
    if (!this.open) return;
    this.place();
    if (changed.has('active') || changed.has('open')) list.scrollTop = this.active < 0 ? 0 : scrollTo(list, this.active, this.found.length);
  }

  private watch(on: boolean): void {
    const change = on ? 'addEventListener' : 'removeEventListener';
    window[change]('scroll', this.follow, { capture: true });
    window[change]('resize', this.follow);
    window.visualViewport?.[change]('resize', this.follow);
  }

  private place(): void {
    const list = this.list;
    const field = this.field?.closest('.wrap');
    if (this.open && list && field) anchor(list, field, { highest: HIGHEST, lowest: HIGHEST / 2, wide: true });
  }

  protected override render(): TemplateResult {
    const shown = this.open && this.found.length > 0;
    return this.block(html`<div class=${cx(this.container !== false && 'container')}>${this.toolbar()}${this.blockTitle(this.ownName)}
      <div class="wrap" @mousedown=${this.onField}><div class=${cx('wrap-inner', this.open && 'show_options')}>${this.many ? this.tokens() : nothing}<div class="secondary-wrap">${this.combobox(shown)}${this.many && this.interactive && this.values.length > 0
        ? html`<button type="button" class="token-remove remove-all" title=${this.t('common.clear')} aria-label=${this.t('common.clear')} @mousedown=${keepFocus} @click=${this.removeAll}>×</button>` : nothing}${this.disabled
        ? nothing : html`<div class="icon-wrap">${ARROW}</div>`}</div></div></div></div>${this.options(shown)}`);
  }

  private combobox(shown: boolean): TemplateResult {
    const list = `dropdown-${this.nodeId}-options`;
    return html`<input role="combobox" type="text" class=${cx('border-none', this.typed === null && !this.many && this.search.find(this.value) < 0 && 'subdued')} aria-controls=${list} aria-expanded=${shown ? 'true' : 'false'}
      aria-activedescendant=${shown && this.active >= 0 ? `${list}-option-${this.found[this.active]}` : nothing} aria-autocomplete=${this.editable ? 'list' : 'none'} aria-label=${this.label ?? this.ownName}
      aria-description=${ifDefined(inlineText(this.info))} autocomplete="off" spellcheck="false" ?readonly=${!this.editable} ?disabled=${this.disabled} .value=${live(this.text)}
      @focus=${this.onFocus} @blur=${this.onBlur} @input=${this.onType} @keydown=${this.onKey} @keyup=${this.onKeyUp}>`;
  }

  private tokens(): unknown {
    return repeat(this.values, value => value, value => {
      const name = this.search.name(value);
      return html`<div class="token"><span>${name}</span>${this.disabled ? nothing : html`<button type="button" class="token-remove" title=${`${this.t('common.remove')} ${name}`} aria-label=${`${this.t('common.remove')} ${name}`}
        @mousedown=${keepFocus} @click=${() => this.take(value)}>×</button>`}</div>`;
    });
  }

  private options(shown: boolean): TemplateResult {
    const list = `dropdown-${this.nodeId}-options`;
    const matches = shown ? this.found : [];
    const { from, to, space } = rowsInView(matches.length, this.scrolled);
    const chosen = new Set(this.values);
    return html`<ul class=${cx('options', space && 'long')} popover="manual" role="listbox" id=${list} aria-label=${this.ownName} aria-multiselectable=${this.many ? 'true' : nothing}
      style=${styleMap(space ? { '--above': `${space.above}px`, '--below': `${space.below}px`, '--row': `${space.row}px` } : {})} @scroll=${this.onScroll} @mousedown=${keepFocus}>${repeat(matches.slice(from, to), index => index, (index, i) => {
        const [name, value] = this.search.choices[index]!;
        const selected = chosen.has(value);
        return html`<li class=${cx('item', selected && 'selected', from + i === this.active && 'active')} data-index=${index} data-testid="dropdown-option" role="option" id="${list}-option-${index}" aria-selected=${selected ? 'true' : 'false'}
          aria-label=${name} aria-setsize=${space ? matches.length : nothing} aria-posinset=${space ? from + i + 1 : nothing} @mousedown=${(event: MouseEvent) => this.onOption(event, index)} @mousemove=${() => { this.active = from + i; }}><span class=${cx('inner-item', !selected && 'hide')} aria-hidden="true">✓</span> ${name}</li>`;
      })}</ul>`;
  }

  private show(): void {
    if (this.open || this.disabled) return;
    const selected = this.many ? -1 : this.search.find(this.value);
    this.active = this.typed === null ? selected : -1;
    this.scrolled = Math.max(0, this.active) * ROW;
    this.open = true;
    // what is typed then takes the place of the choice's name
    if (this.editable && this.typed === null) this.field?.select();
  }

  private close(): void {
    this.open = false;
    this.active = -1;
  }

  private onFocus(): void {
    this.dispatch('focus');
    this.show();
  }

  private onBlur(): void {
    this.commit();
    this.close();
    this.dispatch('blur');
  }

  private onField(event: MouseEvent): void {
    const field = this.field;
    if (this.disabled || !field || event.button !== 0 || (event.target as Element).closest('button')) return;
    if (event.target !== field || !this.open) event.preventDefault();
    if (document.activeElement !== field) return field.focus();
    if (this.open && event.target !== field) this.close();
    else this.show();
  }

  private onOption(event: MouseEvent, index: number): void {
    if (event.button === 0) this.choose(index);
  }

  private onScroll(event: Event): void {
    const { scrollTop } = event.target as HTMLElement;
    if (rowsInView(this.found.length, scrollTop).from !== rowsInView(this.found.length, this.scrolled).from) this.scrolled = scrollTop;
  }

  private onType(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value;
    this.open = true;
    this.scrolled = 0;
    this.active = this.allow_custom_value || this.found.length === 0 ? -1 : 0;
  }

  private onKeyUp(event: KeyboardEvent): void {
    this.dispatch('key_up', { key: event.key, input_value: (event.target as HTMLInputElement).value });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (this.open) this.move(step);
      else this.show();
    } else if (event.key === 'Enter' || (event.key === ' ' && !this.editable)) {
      event.preventDefault();
      this.enter();
    } else if (event.key === 'Escape' && this.open) {
      event.stopPropagation();
      this.typed = null;
      this.close();
    } else if (event.key === 'Backspace' && this.many && this.text === '' && this.values.length > 0) {
      this.take(this.values.at(-1)!);
    } else if (!this.editable && event.key.length === 1) {
      this.jump(event.key.toLowerCase());
    }
  }

  /** By one row round and round, by a page to the end. */
  private move(step: number): void {
    const count = this.found.length;
    if (count === 0) return;
    const next = this.active < 0 && step < 0 ? count - 1 : this.active + step;
    this.active = Math.abs(step) === 1 ? (next + count) % count : Math.min(Math.max(next, 0), count - 1);
    // a row that is not drawn yet has to be near the ones that are
    this.scrolled = this.list ? scrollTo(this.list, this.active, count) : 0;
  }

  /** To the next choice that begins with a letter, where nothing can be typed. */
  private jump(letter: string): void {
    this.show();
    const { choices } = this.search;
    for (let i = 1; i <= choices.length; i++) {
      const row = (this.active + i + choices.length) % choices.length;
      if (choices[row]![0].toLowerCase().startsWith(letter)) {
        this.move(row - this.active);
        this.active = row;
        return;
      }
    }
  }

  private enter(): void {
    if (!this.open && this.typed === null) return this.show();
    const index = this.open ? this.found[this.active] : undefined;
    if (index !== undefined) return this.choose(index);
    this.commit();
    if (!this.many) this.close();
  }

  private choose(index: number): void {
    const value = this.search.choices[index]![1];
    this.typed = null;
    if (!this.many) {
      this.close();
      if (value !== this.value) this.input(value);
      return this.dispatch('select', { index, value, selected: true });
    }
    if (this.values.includes(value)) this.take(value);
    else this.add(value, index);
    this.active = this.found.indexOf(index);
  }

  private add(value: Scalar, index: number): void {
    if (this.full || this.values.includes(value)) return;
    this.input([...this.values, value]);
    this.dispatch('select', { index, value, selected: true });
    if (this.full) this.close();
  }

  private take(value: Scalar): void {
    this.input(this.values.filter(other => other !== value));
    this.dispatch('select', { index: this.search.find(value), value, selected: false });
    this.keepIn();
  }

  private removeAll(): void {
    this.input([]);
    this.keepIn();
  }

  /** What is pressed vanishes. The focus stays in the field then, but is not drawn into it: a list and a keyboard would open. */
  private keepIn(): void {
    if (this.contains(document.activeElement)) this.field?.focus();
  }

  /** Takes a typed text for the choice with that name, or for a value of its own where such are allowed; else it is gone. */
  private commit(): void {
    const text = this.typed;
    this.typed = null;
    if (text === null) return;
    const index = text === '' ? -1 : this.search.named(text);
    const value = index >= 0 ? this.search.choices[index]![1] : text;
    if (index < 0 && !this.allow_custom_value) return;
    if (this.many) {
      if (text !== '') this.add(value, index);
      return;
    }
    const next = text === '' ? null : value;
    if (next === (this.value ?? null)) return;
    this.input(next);
    if (next !== null) this.dispatch('select', { index, value: next, selected: true });
  }
}

/** What is pressed beside the field must not take the focus from it. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

style('dropdown', styles);
customElements.define('gr-dropdown', GrDropdown);
