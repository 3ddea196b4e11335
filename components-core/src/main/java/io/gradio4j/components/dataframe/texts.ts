/** The texts of tables. An app may translate every key (`i18n_translations`). */
const TEXTS: Readonly<Record<string, string>> = {
  'dataframe.actions': 'Table actions',
  'dataframe.add_row': 'Add row',
  'dataframe.apply': 'Apply filter and update dataframe values',
  'dataframe.copied': 'Copied to clipboard',
  'dataframe.copy': 'Copy table data',
  'dataframe.copy_refused': 'The browser refused to copy.',
  'dataframe.drop': 'Drop CSV or TSV files here to import data into dataframe',
  'dataframe.edit_cell': 'Edit cell',
  'dataframe.edit_header': 'Edit header',
  'dataframe.filter': 'Filter...',
  'dataframe.filter_by': 'Filter as',
  'dataframe.filter_operator': 'Operator',
  'dataframe.filter_set': 'Apply filter',
  'dataframe.filter_title': 'Enter text to filter the table',
  'dataframe.filter_value': 'Type a value',
  'dataframe.filtered': 'Filtered',
  'dataframe.open_menu': 'Open cell menu',
  'dataframe.row_number': 'Row number',
  'dataframe.search': 'Search...',
  'dataframe.search_title': 'Enter text to search the table',
  'dataframe.select_all': 'Select all of column {column}',
  'dataframe.select_column': 'Select column',
  'dataframe.select_row': 'Select row',
  'dataframe.sorted_ascending': 'Sorted ascending',
  'dataframe.sorted_descending': 'Sorted descending',
  'dataframe.static': 'Not editable',
  'dataframe.table': 'Table',
  'dataframe.top': 'Scroll to top',
  'menu.add_column_left': 'Add column to the left',
  'menu.add_column_right': 'Add column to the right',
  'menu.add_row_above': 'Add row above',
  'menu.add_row_below': 'Add row below',
  'menu.clear_filters': 'Clear filters',
  'menu.clear_sort': 'Clear sort',
  'menu.delete_column': 'Delete column',
  'menu.delete_row': 'Delete row',
  'menu.filter': 'Filter',
  'menu.rename': 'Rename column',
  'menu.sort_ascending': 'Sort ascending',
  'menu.sort_descending': 'Sort descending',
};

/** A text in the reader's language, as far as the app has it. */
export function text(translate: (key: string) => string, key: string, values: Readonly<Record<string, string>> = {}): string {
  const said = translate(key);
  return (said === key ? TEXTS[key] ?? key : said).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
