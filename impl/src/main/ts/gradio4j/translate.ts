import { english, fill } from './i18n.js';
import type { Config, Props } from './types.js';

const TRANSLATED = ['label', 'info', 'placeholder', 'description', 'title', 'value'];
const MARK = '__i18n__';

/** The reader's language: texts of the page, and of the app where it gives translations. */
export class Translator {
  readonly #own: Readonly<Record<string, string>>;

  constructor(translations: Config['i18n_translations'], languages: readonly string[] = navigator.languages) {
    const all = translations ?? {};
    const named = (language: string): Readonly<Record<string, string>> | undefined =>
      Object.entries(all).find(([key]) => key.toLowerCase() === language.toLowerCase())?.[1];
    this.#own = languages.map(language => named(language) ?? named(language.split('-')[0]!)).find(found => found !== undefined) ?? named('en') ?? {};
  }

  readonly text = (key: string, values?: Readonly<Record<string, string | number>>): string => {
    const own = this.#own[key];
    return own === undefined ? english(key, values) : fill(own, values);
  };

  /** Properties with every marked text (`__i18n__{"key":"…"}`) replaced. */
  readonly props = (props: Props): Props => {
    let result = props;
    for (const name of TRANSLATED) {
      const value = props[name];
      if (typeof value !== 'string' || !value.includes(MARK)) continue;
      if (result === props) result = { ...props };
      result[name] = this.#replace(value);
    }
    return result;
  };

  #replace(text: string): string {
    const start = text.indexOf(MARK);
    const end = text.indexOf('}', start);
    if (start < 0 || end < 0) return text;
    let key: unknown;
    try {
      key = (JSON.parse(text.slice(start + MARK.length, end + 1)) as { key?: unknown }).key;
    } catch {
      return text;
    }
    return `${text.slice(0, start)}${this.text(String(key))}${this.#replace(text.slice(end + 1))}`;
  }
}
