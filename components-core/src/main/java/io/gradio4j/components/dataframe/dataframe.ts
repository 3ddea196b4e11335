import { addTexts, copyText, cx, GradioInput, guard, html, icons, nothing, property, repeat, style, svg, type PropertyValues, type TemplateResult } from 'gradio4j';
import type { LatexDelimiter } from '../markdown/format.js';
import { Axis } from './axis.js';
import { corner, type CellOptions } from './cells.js';
import { textOf, typed, withCells, withHeader, withRow, type Cell, type Datatypes, type Frame } from './data.js';
import styles from './dataframe.css';
import { headerRow, NUMBERS_WIDTH, row } from './draw.js';
import { openedMenu, type Open } from './items.js';
import { onGridKey } from './keys.js';
import type { Anchor } from './menu.js';
import { HEADER, Model } from './model.js';
import type { Position } from './selection.js';
import texts from './texts.json';
import { drop, isOver, paste } from './transfer.js';
import { PLAIN } from './view.js';
import { widthsOf } from './widths.js';

const ROW_HEIGHT = 37;
const BIG = 5_000;
/** How much of a table's width columns may take that stay in place. */
const MOST_PINNED = 0.7;
const ARROW_UP = html`<svg viewBox="0 0 24 24" width="100%" height="100%" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">${svg`<path d="M12 20V4M5 11l7-7 7 7"/>`}</svg>`;

type Count = readonly [number, string];
type Limits = readonly [number | null, number | null];

let made = 0;

/**
 * A table: read, sorted, searched, filtered, selected, copied and edited. Only the rows and columns that are seen are in the document.
 * Events: select {index, value, row_value, col_value}, edit {index, value, previous_value}, input.
 */
export class GrDataframe extends GradioInput<Frame> {
  @property({ attribute: false }) headers: readonly unknown[] | null = null;
  @property({ attribute: false }) row_limits: Limits | null = null;
  @property({ attribute: false }) column_limits: Limits | null = null;
  @property({ attribute: false }) row_count: Count | null = null;
  @property({ attribute: false }) column_count: Count | null = null;
  @property({ attribute: false }) datatype: Datatypes | null = 'str';
  @property({ attribute: false }) latex_delimiters: readonly LatexDelimiter[] | null = null;
  @property({ attribute: false }) max_height: number | string | null = 500;
  @property({ attribute: false }) wrap: boolean | null = false;
  @property({ attribute: false }) line_breaks: boolean | null = true;
  @property({ attribute: false }) column_widths: readonly unknown[] | null = null;
  @property({ attribute: false }) show_row_numbers: boolean | null = false;
  @property({ attribute: false }) max_chars: number | null = null;
  @property({ attribute: false }) show_search: 'none' | 'search' | 'filter' | null = 'none';
  @property({ attribute: false }) pinned_columns: number | null = null;
  @property({ attribute: false }) static_columns: readonly number[] | null = null;
  @property({ attribute: false }) _selectable = false;

  readonly model = new Model();
  /** What is being typed into a cell or header. */
  editing: (Position & { text: string }) | null = null;
  menuOpen: Open | null = null;
  private own: Frame | null = null;
  options: CellOptions = { wrap: false, max_chars: null, line_breaks: true, latex_delimiters: [], loaded: () => this.redraw() };
  widths: readonly number[] = [];
  private available = 0;
  private rtl = false;
  /** How much of the viewport the header covers: rows begin below it, and scroll under it. */
  private headHeight = 0;
  private copied = false;
  flash = false;
  private dragging = false;
  private dropping = false;
  private searching: ReturnType<typeof setTimeout> | undefined;
  private focusEditor = false;
  private version = 0;
  private readonly uid = `table-${++made}`;
  readonly vertical = new Axis(this, false, () => this.viewport);
  readonly horizontal = new Axis(this, true, () => this.viewport);
  private readonly outside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.leave();
  };

  static override example(value: unknown): TemplateResult | string {
    return corner(value);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.outside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.outside);
    clearTimeout(this.searching);
  }

  get viewport(): HTMLElement | null {
    return this.querySelector<HTMLElement>('.virtual-table-viewport');
  }

  /** Something else than the place scrolled to has changed: no row is as it was. */
  redraw(): void {
    this.version++;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.size > 0) this.version++;
    const names = ['value', 'datatype', 'headers'] as const;
    if (!this.hasUpdated || names.some(name => changed.has(name))) {
      this.model.set(this.value, this.datatype, this.headers ?? [], this.value === this.own);
      this.measure();
    } else if (changed.has('column_widths') || changed.has('show_row_numbers')) {
      this.measure();
    }
    if ((['wrap', 'max_chars', 'line_breaks', 'latex_delimiters'] as const).some(name => changed.has(name))) {
      this.options = { ...this.options, wrap: this.wrap === true, max_chars: this.max_chars, line_breaks: this.line_breaks !== false, latex_delimiters: this.latex_delimiters ?? [] };
    }
    const { pinned } = this;
    this.vertical.set({ count: this.model.rows.length, size: () => ROW_HEIGHT, overscan: 10, coveredEnd: this.headHeight });
    this.horizontal.set({
      count: Math.max(0, this.model.width - pinned), size: i => this.widths[i + pinned]!, overscan: 2, start: this.pinnedWidth, covered: this.pinnedWidth, rtl: this.rtl,
    });
  }

  private measure(): void {
    const widths = widthsOf(this.model.frame, this.column_widths ?? [], this.model.types, this.available - (this.show_row_numbers ? NUMBERS_WIDTH : 0), this.mayEdit);
    if (widths.length === this.widths.length && widths.every((width, i) => width === this.widths[i])) return;
    this.widths = widths;
    this.horizontal.reset();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { viewport } = this;
    if (viewport && viewport.clientWidth !== this.available) {
      this.available = viewport.clientWidth;
      this.headHeight = viewport.querySelector<HTMLElement>('.header-table')!.offsetHeight;
      this.rtl = getComputedStyle(viewport).direction === 'rtl';
      this.measure();
      // other columns may be pinned now
      this.horizontal.reset();
      this.redraw();
    }
    if (!this.focusEditor) return;
    const editor = this.querySelector<HTMLTextAreaElement>('.editor');
    if (!editor) return;
    this.focusEditor = false;
    editor.focus({ preventScroll: true });
    editor.setSelectionRange(editor.value.length, editor.value.length);
  }

  /** As many as the app says, but so few that there is room left for the others. */
  get pinned(): number {
    let count = Math.min(this.pinned_columns ?? 0, this.model.width);
    if (this.available > 0) while (count > 0 && this.widthOf(count) > this.available * MOST_PINNED) count--;
    return count;
  }

  private get pinnedWidth(): number {
    return this.widthOf(this.pinned);
  }

  private widthOf(columns: number): number {
    return (this.show_row_numbers ? NUMBERS_WIDTH : 0) + this.widths.slice(0, columns).reduce((a, b) => a + b, 0);
  }

  /** Rows may be of different heights: they are measured. */
  get uneven(): boolean {
    return this.wrap === true || this.model.types.some(type => type === 'markdown' || type === 'html' || type === 'image');
  }

  readonly mayEdit = (column: number): boolean => this.interactive && !(this.static_columns ?? []).includes(column);

  mayCount(what: 'row' | 'column', count: number): boolean {
    const [kind, limits] = what === 'row' ? [this.row_count?.[1], this.row_limits] : [this.column_count?.[1], this.column_limits];
    const fixed = kind === 'fixed' || (what === 'column' && (this.static_columns ?? []).length > 0);
    return this.interactive && !fixed && count >= (limits?.[0] ?? 1) && count <= (limits?.[1] ?? Infinity);
  }

  // ---- what a person does

  /** Selects a cell, shows it and tells of it. */
  go(at: Position, how: 'one' | 'extend' | 'toggle' = 'one'): void {
    if (!this.model.has(at)) return;
    this.model.select(at, how);
    if (at.row >= 0) this.vertical.show(at.row);
    if (at.column >= this.pinned) this.horizontal.show(at.column - this.pinned);
    if (at.row >= 0 && how !== 'extend') this.tell(at);
    this.redraw();
  }

  private tell({ row, column }: Position): void {
    if (!this._selectable) return;
    const { frame, rows } = this.model;
    const index = rows[row]!;
    this.dispatch('select', { index: [index, column], value: frame.data[index]![column] ?? null, row_value: frame.data[index], col_value: frame.data.map(cells => cells[column] ?? null) });
  }

  /** Leaves the table: what was typed counts, nothing is selected any more. */
  leave(): void {
    if (!this.editing && !this.menuOpen && this.model.ranges.length === 0 && !this.model.active) return;
    this.commit();
    this.menuOpen = null;
    this.model.clear();
    this.redraw();
  }

  /** Starts to edit a cell or header, with its text or what was typed. */
  edit(at: Position, typed?: string): void {
    if (!this.mayEdit(at.column) || (at.row >= 0 && this.model.types[at.column] === 'bool')) return;
    const before = at.row === HEADER ? this.model.frame.headers[at.column] : this.model.cell(at.row, at.column);
    this.model.select(at);
    this.editing = { ...at, text: typed ?? textOf(before) };
    this.focusEditor = true;
    this.redraw();
  }

  cancel(): void {
    this.editing = null;
    this.focusGrid();
    this.redraw();
  }

  /** Takes what was typed. */
  commit(): void {
    const done = this.editing;
    if (!done) return;
    this.editing = null;
    const { row, column } = done;
    if (row === HEADER) {
      if (textOf(this.model.frame.headers[column]) !== done.text) this.give(withHeader(this.model.frame, column, done.text));
    } else {
      this.put(row, column, typed(done.text, this.model.types[column]!));
    }
    this.redraw();
  }

  /** A new content of a cell. */
  put(row: number, column: number, cell: Cell): void {
    const previous_value = textOf(this.model.cell(row, column));
    if (textOf(cell) === previous_value) return;
    const index = this.model.rows[row]!;
    this.dispatch('edit', { index: [index, column], value: cell, previous_value });
    this.give(withCells(this.model.frame, [[index, column, cell]]));
  }

  give(frame: Frame): void {
    this.own = frame;
    this.input(frame);
  }

  erase(): void {
    const frame = this.model.emptied(this.mayEdit);
    if (frame) this.give(frame);
  }

  toggleAll(column: number, checked: boolean): void {
    this.give(withCells(this.model.frame, this.model.frame.data.map((_, row) => [row, column, checked] as const)));
  }

  addRow(at: number): void {
    if (!this.mayCount('row', this.model.frame.data.length + 1)) return;
    this.give(withRow(this.model.frame, at));
  }

  async copy(): Promise<void> {
    try {
      await copyText(this.model.csv());
    } catch {
      return this.toast('warning', this.t('common.copy_refused'));
    }
    this.copied = true;
    this.flash = this.model.ranges.length > 0;
    this.redraw();
    setTimeout(() => {
      this.copied = false;
      this.flash = false;
      this.redraw();
    }, 800);
  }

  private readonly onDrag = (event: DragEvent): void => { this.over(isOver(this, event)); };

  /** Whether a file is held over the table, which would be taken. */
  over(file: boolean): void {
    if (file === this.dropping) return;
    this.dropping = file;
    this.requestUpdate();
  }

  private readonly onMouseDown = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target.closest('.editor, .cell-menu, .filter-menu')) return;
    this.commit();
    this.menuOpen = null;
    const at = positionOf(target);
    if (!at) return this.redraw();
    if (event.button !== 0) {
      if (!this.model.isSelected(at.row, at.column)) this.go(at);
      return;
    }
    this.dragging = true;
    addEventListener('mouseup', () => { this.dragging = false; }, { once: true });
    this.go(at, event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'one');
    if (target.closest('a, input')) return;
    event.preventDefault();
    this.focusGrid();
  };

  private readonly onMouseOver = (event: MouseEvent): void => {
    const at = this.dragging && event.buttons === 1 ? positionOf(event.target as Element) : null;
    if (!at || (at.row === this.model.active?.row && at.column === this.model.active.column)) return;
    this.model.select(at, 'extend');
    this.redraw();
  };

  private readonly onContextMenu = (event: MouseEvent): void => {
    const at = positionOf(event.target as Element) ?? this.model.active;
    if (!at || at.row < 0 || !this.mayEdit(at.column)) return;
    event.preventDefault();
    const { left, bottom } = (this.querySelector(`.body-cell[data-row="${at.row}"][data-col="${at.column}"]`) ?? this).getBoundingClientRect();
    this.openMenu('cell', at, event.clientX > 0 ? { x: event.clientX, y: event.clientY } : { x: left, y: bottom });
  };

  private readonly onFocus = (event: FocusEvent): void => {
    if (event.target !== this.viewport || this.model.active || this.dragging) return;
    this.model.active = this.model.within(0, 0);
    this.redraw();
  };

  private readonly onSearch = (event: Event): void => {
    const query = (event.target as HTMLInputElement).value;
    clearTimeout(this.searching);
    const look = (): void => this.look({ ...this.model.view, query });
    if (this.model.frame.data.length > BIG) this.searching = setTimeout(look, 200);
    else look();
  };

  look(view: typeof PLAIN): void {
    this.model.clear();
    this.model.look(view);
    this.redraw();
  }

  focusGrid(): void {
    this.viewport?.focus({ preventScroll: true });
  }

  openMenu(kind: Open['kind'], at: Position, anchor: Anchor): void {
    this.menuOpen = { kind, at, anchor };
    this.redraw();
  }

  readonly closeMenu = (): void => {
    this.menuOpen = null;
    this.focusGrid();
    this.redraw();
  };

  // ---- what a person sees

  protected override render(): TemplateResult {
    const { model } = this;
    const heading = this.show_label === false ? null : this.label;
    const tools = this.tools();
    const height = this.isFullscreen ? 'calc(100vh - 64px)' : typeof this.max_height === 'number' ? `${this.max_height}px` : this.max_height ?? 'none';
    const total = this.horizontal.total || this.pinnedWidth;
    const { active } = model;
    const rows = this.vertical.items;
    const columns = this.horizontal.items;
    const drawn = [this.version, columns[0]?.index, columns.at(-1)?.index];
    const seen = active && (active.row === HEADER || rows.some(({ index }) => index === active.row)) ? this.idOf(active) : nothing;
    return this.block(html`<div class=${cx('table-container', this.isFullscreen && 'fullscreen')}>
      ${heading || tools !== nothing ? html`<div class="header-row"><div class="label">${heading ? html`<p>${heading}</p>` : nothing}</div>${tools}</div>` : nothing}
      <div class=${cx('table-wrap', this.dropping && 'dropping')} @dragover=${this.onDrag} @dragleave=${this.onDrag} @drop=${(e: DragEvent) => drop(this, e)}>
        <div class=${cx('virtual-table-viewport', this.flash && 'flash')} role="grid" tabindex="0" aria-label=${this.label ?? this.t('dataframe.table')} aria-rowcount=${model.rows.length + 1}
          aria-colcount=${model.width} aria-multiselectable="true" aria-readonly=${!this.interactive} aria-activedescendant=${seen} .style=${`max-height: ${height}; scroll-padding-block-start: ${this.headHeight}px; scroll-padding-inline-start: ${this.pinnedWidth}px`}
          @keydown=${(e: KeyboardEvent) => onGridKey(this, e)} @paste=${(e: ClipboardEvent) => paste(this, e)} @mousedown=${this.onMouseDown} @mouseover=${this.onMouseOver} @contextmenu=${this.onContextMenu}
          @dblclick=${(e: Event) => this.onDoubleClick(e)} @focus=${this.onFocus}>
          <div class="header-table" role="rowgroup" .style=${`width: ${total}px`}>${guard(drawn, () => headerRow(this))}</div>
          <div class="virtual-body" role="rowgroup" .style=${`height: ${this.vertical.total}px; width: ${total}px`}>${repeat(rows, ({ key }) => key, ({ index, start }) => guard([...drawn, start], () => row(this, index, start)))}</div>
        </div>
        ${this.vertical.offset > 100 ? html`<button type="button" class="scroll-top-button" aria-label=${this.t('dataframe.top')} title=${this.t('dataframe.top')}
          @click=${() => this.viewport?.scrollTo({ top: 0 })}><div>${ARROW_UP}</div></button>` : nothing}
      </div>
      ${model.frame.data.length === 0 && this.mayCount('row', 1) ? html`<button type="button" class="add-row-button" aria-label=${this.t('dataframe.add_row')} @click=${() => this.addRow(0)}>+</button>` : nothing}
      ${this.menuOpen ? openedMenu(this, this.menuOpen) : nothing}
    </div>`, { container: false, padding: false, testid: 'dataframe' });
  }

  private tools(): TemplateResult | typeof nothing {
    const shown = (name: string): boolean => this.buttons === null || this.buttons.includes(name);
    const searching = this.show_search === 'search' || this.show_search === 'filter';
    if (!searching && !shown('copy') && !shown('fullscreen')) return nothing;
    const kind = this.show_search === 'filter' ? 'filter' : 'search';
    const apply = (): void => {
      this.give(this.model.found());
      this.look({ ...this.model.view, query: '' });
    };
    return html`<div class="toolbar" role="toolbar" aria-label=${this.t('dataframe.actions')}>${searching ? html`<input type="search" class=${cx('search-input', kind === 'filter' && 'filter-mode')}
        placeholder=${this.t(`dataframe.${kind}`)} title=${this.t(`dataframe.${kind}_title`)} aria-label=${this.t(`dataframe.${kind}_title`)} .value=${this.model.view.query} @input=${this.onSearch}>` : nothing}${kind === 'filter' && this.model.view.query !== ''
      ? html`<button type="button" class="check-button" aria-label=${this.t('dataframe.apply')} title=${this.t('dataframe.apply')} @click=${apply}>✓</button>` : nothing}${shown('copy')
      ? this.iconButton({ icon: this.copied ? icons.check : icons.copy, label: this.t(this.copied ? 'dataframe.copied' : 'dataframe.copy'), onClick: () => void this.copy() }) : nothing}${shown('fullscreen')
      ? this.fullscreenButton() : nothing}</div>`;
  }

  /** Which element of the document a position is. */
  idOf({ row, column }: Position): string {
    return `${this.uid}-${row}-${column}`;
  }

  private onDoubleClick(event: Event): void {
    const target = event.target as Element;
    const header = target.closest<HTMLElement>('.header-cell');
    const at = header ? { row: HEADER, column: Number(header.dataset['heading']) } : positionOf(target);
    if (at && !target.closest('button, .editor')) this.edit(at);
  }
}

/** Which cell an element belongs to. */
function positionOf(target: Element): Position | null {
  const cell = target.closest<HTMLElement>('.body-cell');
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['col']) } : null;
}

style('dataframe', styles);
addTexts(texts);
customElements.define('gr-dataframe', GrDataframe);
