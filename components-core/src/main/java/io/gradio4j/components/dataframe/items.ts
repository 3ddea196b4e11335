/** What the menus of headers and cells offer. */
import type { TemplateResult } from 'gradio4j';
import { withColumn, withoutColumn, withoutRow } from './data.js';
import type { GrDataframe } from './dataframe.js';
import { filterMenu, menu, type Anchor, type MenuItem } from './menu.js';
import { HEADER } from './model.js';
import type { Position } from './selection.js';
import { sorted, type Filter } from './view.js';

/** An open menu. */
export interface Open {
  readonly kind: 'header' | 'cell' | 'filter';
  readonly at: Position;
  readonly anchor: Anchor;
}

export function openedMenu(table: GrDataframe, { kind, at, anchor }: Open): TemplateResult {
  if (kind === 'filter') {
    const apply = (filter: Filter): void => {
      table.closeMenu();
      table.look({ ...table.model.view, filters: [...table.model.view.filters, filter] });
    };
    return filterMenu(at.column, table.model.types[at.column] === 'number', anchor, table.t, apply, table.closeMenu);
  }
  return menu(table.t('dataframe.open_menu'), kind === 'header' ? headerItems(table, at, anchor) : cellItems(table, at), anchor, table.closeMenu);
}

function headerItems(table: GrDataframe, { column }: Position, anchor: Anchor): MenuItem[] {
  const { model } = table;
  const { view } = model;
  const sort = view.sorts.find(entry => entry.column === column);
  const filtered = view.filters.some(filter => filter.column === column);
  const filter = (): void => {
    if (filtered) table.look({ ...view, filters: view.filters.filter(entry => entry.column !== column) });
    else table.openMenu('filter', { row: HEADER, column }, anchor);
  };
  return [
    { label: table.t('menu.sort_ascending'), checked: sort?.descending === false, run: () => table.look(sorted(view, column, false)) },
    { label: table.t('menu.sort_descending'), checked: sort?.descending === true, run: () => table.look(sorted(view, column, true)) },
    ...(view.sorts.length > 0 ? [{ label: table.t('menu.clear_sort'), run: () => table.look({ ...view, sorts: [] }) }] : []),
    { label: table.t('menu.filter'), checked: filtered, run: filter },
    ...(view.filters.length > 0 ? [{ label: table.t('menu.clear_filters'), run: () => table.look({ ...view, filters: [] }) }] : []),
    ...(table.mayEdit(column) ? [{ label: table.t('menu.rename'), run: () => table.edit({ row: HEADER, column }) }] : []),
    ...columnItems(table, column),
  ];
}

export function cellItems(table: GrDataframe, { row, column }: Position): MenuItem[] {
  const index = table.model.rows[row]!;
  const count = table.model.frame.data.length;
  return [
    ...(table.mayCount('row', count + 1) ? [
      { label: table.t('menu.add_row_above'), run: () => table.addRow(index) }, { label: table.t('menu.add_row_below'), run: () => table.addRow(index + 1) },
    ] : []),
    ...(count > 1 && table.mayCount('row', count - 1) ? [{ label: table.t('menu.delete_row'), run: () => table.give(withoutRow(table.model.frame, index)) }] : []),
    ...columnItems(table, column),
  ];
}

function columnItems(table: GrDataframe, column: number): MenuItem[] {
  const { width } = table.model;
  return [
    ...(table.mayCount('column', width + 1) ? [
      { label: table.t('menu.add_column_left'), run: () => table.give(withColumn(table.model.frame, column)) },
      { label: table.t('menu.add_column_right'), run: () => table.give(withColumn(table.model.frame, column + 1)) },
    ] : []),
    ...(width > 1 && table.mayCount('column', width - 1) ? [{ label: table.t('menu.delete_column'), run: () => table.give(withoutColumn(table.model.frame, column)) }] : []),
  ];
}
