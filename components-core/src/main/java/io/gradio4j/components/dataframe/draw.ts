/** What a person sees of the rows and columns. */
import { cx, html, nothing, ref, svg, type TemplateResult } from 'gradio4j';
import { cellContent } from './cells.js';
import { isTrue, textOf } from './data.js';
import type { GrDataframe } from './dataframe.js';
import { cellItems } from './items.js';
import { menuButton } from './menu.js';
import { HEADER } from './model.js';
import type { Position } from './selection.js';

export const NUMBERS_WIDTH = 48;
const PADLOCK = html`<svg viewBox="0 0 24 24" width="12" height="12" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">${svg`<path d="M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4"/>`}</svg>`;

/** The columns that are in the document: pinned ones first, then a gap for those that have been scrolled away. */
function columns(table: GrDataframe, cell: (column: number, styles: string) => unknown): unknown[] {
  const { pinned } = table;
  const cells: unknown[] = [];
  let start = table.show_row_numbers ? NUMBERS_WIDTH : 0;
  for (let column = 0; column < pinned; column++) {
    cells.push(cell(column, `width: ${table.widths[column]}px; position: sticky; z-index: 2; inset-inline-start: ${start}px`));
    start += table.widths[column]!;
  }
  const items = table.horizontal.items;
  const gap = (items[0]?.start ?? start) - start;
  cells.push(html`<div class="gap" role="presentation" .style=${`width: ${gap}px`}></div>`);
  for (const { index } of items) cells.push(cell(index + pinned, `width: ${table.widths[index + pinned]}px`));
  return cells;
}

export function headerRow(table: GrDataframe): TemplateResult {
  const number = table.show_row_numbers ? html`<div class="row-number-header" role="columnheader"><span class="sr-only">${table.t('dataframe.row_number')}</span></div>` : nothing;
  return html`<div class="header-cells" role="row" aria-rowindex="1">${number}${columns(table, (column, styles) => header(table, column, styles))}</div>`;
}

function header(table: GrDataframe, column: number, styles: string): TemplateResult {
  const { model } = table;
  const name = textOf(model.frame.headers[column]);
  const priority = model.view.sorts.findIndex(sort => sort.column === column);
  const sort = model.view.sorts[priority];
  const filtered = model.view.filters.some(filter => filter.column === column);
  const at = { row: HEADER, column };
  const active = model.active?.row === HEADER && model.active.column === column;
  return html`<div class=${cx('header-cell', active && 'focus', sort && 'sorted', filtered && 'filtered', column === 0 && 'first-column')} role="columnheader" id=${table.idOf(at)} data-heading=${column}
    title=${name} aria-colindex=${column + 1} aria-sort=${sort ? (sort.descending ? 'descending' : 'ascending') : 'none'} .style=${styles}>${table.editing?.row === HEADER && table.editing.column === column
      ? editor(table, 'dataframe.edit_header') : html`${allBox(table, column, name)}<span class="header-text">${name}</span>`}${sort ? html`<span class="sort-mark" role="img" aria-label=${table.t(sort.descending ? 'dataframe.sorted_descending' : 'dataframe.sorted_ascending')}>${sort.descending
      ? '↓' : '↑'}${model.view.sorts.length > 1 ? priority + 1 : nothing}</span>` : nothing}${filtered ? html`<span class="filter-mark" role="img" aria-label=${table.t('dataframe.filtered')}>▼</span>` : nothing}${table.interactive && !table.mayEdit(column)
      ? html`<span class="padlock" role="img" aria-label=${table.t('dataframe.static')}>${PADLOCK}</span>` : nothing}${menuButton(table.t('dataframe.open_menu'), anchor => table.openMenu('header', at, anchor), isOpen(table, at))}</div>`;
}

/** Ticks all cells of a column. */
function allBox(table: GrDataframe, column: number, name: string): TemplateResult | typeof nothing {
  const { data } = table.model.frame;
  if (table.model.types[column] !== 'bool' || !table.mayEdit(column) || data.length === 0) return nothing;
  const ticked = data.reduce((count, row) => count + Number(isTrue(row[column])), 0);
  return html`<input type="checkbox" tabindex="-1" aria-label=${table.t('dataframe.select_all', { column: name })} .checked=${ticked === data.length} .indeterminate=${ticked > 0 && ticked < data.length}
    @change=${(e: Event) => table.toggleAll(column, (e.target as HTMLInputElement).checked)}>`;
}

function isOpen(table: GrDataframe, { row, column }: Position): boolean {
  return table.menuOpen?.at.row === row && table.menuOpen.at.column === column;
}

export function row(table: GrDataframe, row: number, start: number): TemplateResult {
  const number = table.model.rows[row]! + 1;
  return html`<div class=${cx('virtual-row', row % 2 === 1 && 'row-odd', table.uneven && 'uneven')} role="row" data-index=${row} aria-rowindex=${row + 2} .style=${`transform: translateY(${start}px)`}
    ${ref(table.uneven ? table.vertical.measure : undefined)}>${table.show_row_numbers ? html`<div class="row-number-cell" role="rowheader">${number}</div>` : nothing}${columns(table, (column, styles) => cell(table, row, column, styles))}</div>`;
}

function cell(table: GrDataframe, row: number, column: number, styles: string): TemplateResult {
  const { model } = table;
  const selected = model.isSelected(row, column);
  const solo = selected && model.solo !== null;
  const active = model.active?.row === row && model.active.column === column;
  const at = { row, column };
  const editing = table.editing?.row === row && table.editing.column === column;
  const read = !table.interactive;
  const content = editing ? editor(table, 'dataframe.edit_cell') : cellContent(model.cell(row, column), model.types[column]!, read ? model.text(row, column) : undefined,
    solo ? { ...table.options, max_chars: null } : table.options, table.mayEdit(column) ? checked => table.put(row, column, checked) : null, textOf(model.frame.headers[column]));
  const classes = cx('body-cell', selected && ['cell-selected', model.isSelected(row - 1, column) && 'no-top', model.isSelected(row + 1, column) && 'no-bottom', model.isSelected(row, column - 1) && 'no-left',
    model.isSelected(row, column + 1) && 'no-right', table.flash && 'flash'], typeof model.cell(row, column) === 'number' && 'number', active && 'active', table.interactive && !table.mayEdit(column) && 'static', column === 0 && 'first-column', solo && 'cell-solo', editing && 'editing');
  return html`<div class=${classes} role="gridcell" id=${table.idOf(at)} data-row=${row} data-col=${column} data-testid="cell-${row}-${column}" aria-colindex=${column + 1} aria-selected=${selected}
    aria-readonly=${table.interactive && !table.mayEdit(column) ? 'true' : nothing} .style=${read ? `${styles}; ${model.style(row, column)}` : styles}><div class="cell-wrap">${content}</div>${solo && !editing ? soloButtons(table, at) : nothing}</div>`;
}

function soloButtons(table: GrDataframe, at: Position): TemplateResult {
  const press = (select: () => void) => (event: Event): void => {
    event.stopPropagation();
    select();
    table.focusGrid();
    table.redraw();
  };
  const stop = (event: Event): void => event.stopPropagation();
  return html`<button type="button" class="selection-button column" tabindex="-1" aria-label=${table.t('dataframe.select_column')} title=${table.t('dataframe.select_column')} @mousedown=${stop}
    @click=${press(() => table.model.selectColumn(at.column))}></button><button type="button" class="selection-button row" tabindex="-1" aria-label=${table.t('dataframe.select_row')} title=${table.t('dataframe.select_row')}
    @mousedown=${stop} @click=${press(() => table.model.selectRow(at.row))}></button>${table.mayEdit(at.column) && cellItems(table, at).length > 0
    ? menuButton(table.t('dataframe.open_menu'), anchor => table.openMenu('cell', at, anchor), isOpen(table, at)) : nothing}`;
}

function editor(table: GrDataframe, label: string): TemplateResult {
  return html`<textarea class="editor" rows="1" aria-label=${table.t(label)} .value=${table.editing!.text} @input=${(e: Event) => { table.editing = { ...table.editing!, text: (e.target as HTMLTextAreaElement).value }; }}
    @blur=${() => table.commit()}></textarea>`;
}
