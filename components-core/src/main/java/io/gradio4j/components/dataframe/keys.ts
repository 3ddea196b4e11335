/** The keys of a table: those of the ARIA grid pattern, and typing starts to edit. */
import { isTrue } from './data.js';
import type { GrDataframe } from './dataframe.js';
import { HEADER } from './model.js';

const PAGE = 10;

export function onGridKey(table: GrDataframe, event: KeyboardEvent): void {
  if ((event.target as Element).closest('.editor')) return onEditorKey(table, event);
  if (event.target !== table.viewport) return;
  if (move(table, event) || command(table, event)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Keys that go to another cell. */
function move(table: GrDataframe, event: KeyboardEvent): boolean {
  const { model } = table;
  const { key, shiftKey, altKey } = event;
  const all = event.ctrlKey || event.metaKey;
  if (altKey) return false;
  const { row, column } = model.active ?? { row: 0, column: 0 };
  const go = (to_row: number, to_column: number): boolean => {
    const at = model.within(shiftKey ? Math.max(0, to_row) : to_row, to_column);
    table.go(model.active ? at : model.within(0, 0), shiftKey ? 'extend' : 'one');
    return true;
  };
  const ahead = getComputedStyle(table).direction === 'rtl' ? -1 : 1;
  switch (key) {
    case 'ArrowDown': return go(row + 1, column);
    case 'ArrowUp': return go(row - 1, column);
    case 'ArrowRight': return go(row, column + ahead);
    case 'ArrowLeft': return go(row, column - ahead);
    case 'PageDown': return go(row + PAGE, column);
    case 'PageUp': return go(Math.max(0, row - PAGE), column);
    case 'Home': return go(all ? 0 : row, 0);
    case 'End': return go(all ? model.rows.length - 1 : row, model.width - 1);
    case 'Tab': {
      // without a selected cell, the key leaves the table
      const at = model.active && model.ranges.length > 0 ? model.next(model.active, shiftKey ? -1 : 1) : null;
      if (at) table.go(at);
      return at !== null;
    }
    default: return false;
  }
}

/** Keys that do something to the selected cells. */
function command(table: GrDataframe, event: KeyboardEvent): boolean {
  const { model } = table;
  const { key, shiftKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const at = model.active;
  if (key === 'Escape') {
    const something = model.ranges.length > 0;
    if (something) model.clear();
    table.redraw();
    return something;
  }
  if (control && key.toLowerCase() === 'a') {
    model.selectAll();
  } else if (control && key.toLowerCase() === 'c') {
    if (model.ranges.length > 0) void table.copy();
  } else if (!at || event.altKey) {
    return false;
  } else if (key === ' ' && (control || shiftKey)) {
    if (control) model.selectColumn(at.column);
    else model.selectRow(at.row);
  } else if (control) {
    return false;
  } else if (at.row === HEADER) {
    return header(table, key, at.column);
  } else if (key === 'Delete' || key === 'Backspace') {
    table.erase();
  } else if (model.types[at.column] === 'bool' && (key === ' ' || key === 'Enter')) {
    if (!table.mayEdit(at.column)) return false;
    table.put(at.row, at.column, !isTrue(model.cell(at.row, at.column)));
  } else if (key === 'Enter' || key === 'F2') {
    table.edit(at);
  } else if (key.length === 1 && table.mayEdit(at.column)) {
    table.edit(at, key);
  } else {
    return false;
  }
  table.redraw();
  return true;
}

function header(table: GrDataframe, key: string, column: number): boolean {
  if (key === 'F2') table.edit({ row: HEADER, column });
  if (key === 'Enter' || key === ' ') table.querySelector<HTMLElement>(`.header-cell[data-heading="${column}"] .cell-menu-button`)?.click();
  return key === 'F2' || key === 'Enter' || key === ' ';
}

function onEditorKey(table: GrDataframe, event: KeyboardEvent): void {
  event.stopPropagation();
  const at = table.editing;
  if (!at || event.isComposing) return;
  const { model } = table;
  if (event.key === 'Enter' && !event.shiftKey) {
    table.commit();
    table.focusGrid();
    table.go(model.within(at.row === HEADER ? HEADER : at.row + 1, at.column));
  } else if (event.key === 'Tab') {
    const next = model.next(at, event.shiftKey ? -1 : 1);
    table.commit();
    table.focusGrid();
    if (next) {
      table.go(next);
      table.edit(next);
    }
  } else if (event.key === 'Escape') {
    table.cancel();
  } else {
    return;
  }
  event.preventDefault();
}
