import own from './texts.json';

type Values = Readonly<Record<string, string | number>>;

/** Says a text by its key, with values in its blanks (`{name}`). */
export type Say = (key: string, values?: Values) => string;

/** The texts in English: the page's own, and those of the modules that are loaded. An app may translate every key (`i18n_translations`). */
const ENGLISH: Record<string, string> = { ...own };

/** Adds the English texts of a module that is not loaded with the page. */
export function addTexts(texts: Readonly<Record<string, string>>): void {
  Object.assign(ENGLISH, texts);
}

/** Whether there is a text with this key. */
export function isText(key: string): boolean {
  return Object.hasOwn(ENGLISH, key);
}

export const english: Say = (key, values) => fill(ENGLISH[key] ?? key, values);

export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

let reader: Say = english;

/** A text in the language of the page's reader, for what belongs to no element: formatted texts, examples in a table. */
export const say: Say = (key, values) => reader(key, values);

/** From now on, `say` speaks as an app of the page does. */
export function sayAs(text: Say): void {
  reader = text;
}
