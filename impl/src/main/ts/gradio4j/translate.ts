import { english, fill, isText, sayAs, type Say } from './i18n.js';
import { bestLanguage, LANGUAGES, preferred, STORED, words } from './languages.js';
import type { Config, Props } from './types.js';

type Words = Readonly<Record<string, string>>;

/** Properties that are texts for the reader. */
const TRANSLATED: readonly string[] = ['label', 'info', 'placeholder', 'description', 'title', 'value'];
const MARK = '__i18n__';

/** By property: keys of the page's texts that a component says by itself there, in English on the wire. What its author wrote is none of them. */
type OwnTexts = Readonly<Record<string, readonly string[]>>;

function ownTexts(props: Props): OwnTexts {
  return (props['own_texts'] ?? {}) as OwnTexts;
}

/** What a person chooses among: the names are texts, too. */
type Choices = readonly (readonly [name: unknown, ...rest: unknown[]])[];

function hasMark(choice: unknown): choice is readonly [string, ...unknown[]] {
  return Array.isArray(choice) && typeof choice[0] === 'string' && choice[0].includes(MARK);
}

function markedChoices(props: Props): Choices | null {
  const { choices } = props;
  return Array.isArray(choices) && choices.some(hasMark) ? choices as unknown as Choices : null;
}

/** The properties that say something else in another language. */
export function translatable(props: Props): string[] {
  const texts = [...TRANSLATED, ...Object.keys(ownTexts(props))].filter(name => typeof props[name] === 'string');
  return markedChoices(props) ? [...texts, 'choices'] : texts;
}

/** The reader's language: texts of the page, and of the app where it gives translations. */
export class Translator {
  readonly #translations: Readonly<Record<string, Words>>;
  readonly #preferred: readonly string[];
  #own: Words = {};
  #words: Words = {};
  #language = 'en';

  /** Before `load`, the page's own texts are English. */
  constructor(translations: Config['i18n_translations'], languages: readonly string[] = preferred()) {
    this.#translations = translations ?? {};
    this.#preferred = languages;
    this.#choose(languages);
  }

  /** The language of the page's own texts. */
  get language(): string {
    return this.#language;
  }

  /** Loads the page's own texts in the reader's language; without them they stay English. */
  load(): Promise<void> {
    return this.#speak(bestLanguage(this.#preferred, ['en', ...LANGUAGES]) ?? 'en');
  }

  /** Changes to another language, for the next visits too. */
  async choose(language: string): Promise<void> {
    this.#choose([language, ...this.#preferred]);
    try {
      localStorage.setItem(STORED, language);
    } catch {
      // without storage the choice lasts as long as the page
    }
    await this.#speak(language);
  }

  #choose(languages: readonly string[]): void {
    const best = bestLanguage(languages, Object.keys(this.#translations)) ?? 'en';
    this.#own = this.#translations[best] ?? {};
  }

  async #speak(language: string): Promise<void> {
    try {
      const known = LANGUAGES.includes(language);
      this.#words = known ? await words(language) : {};
      this.#language = known ? language : 'en';
      sayAs(this.text);
    } catch (error) {
      console.error(error);
    }
  }

  readonly text: Say = (key, values) => {
    const text = this.#own[key] ?? this.#words[key];
    return text === undefined ? english(key, values) : fill(text, values);
  };

  /**
   * Properties with every marked text (`__i18n__{"key":"…"}`) replaced, also in the names of choices, every label, title and the like that is the
   * name of a text, and every text that is the component's own. They may be some of all that a component has.
   */
  readonly props = (props: Props, all: Props = props): Props => {
    let result = props;
    for (const [name, keys] of Object.entries(ownTexts(all))) {
      const key = keys.find(key => english(key) === props[name]);
      if (key !== undefined) result = { ...result, [name]: this.text(key) };
    }
    const choices = markedChoices(props);
    if (choices) result = { ...result, choices: choices.map(choice => hasMark(choice) ? [this.#replace(choice[0]), ...choice.slice(1)] : choice) };
    for (const name of TRANSLATED) {
      const value = props[name];
      if (typeof value !== 'string') continue;
      const named = name !== 'value' && (value in this.#own || isText(value));
      if (!named && !value.includes(MARK)) continue;
      if (result === props) result = { ...props };
      result[name] = named ? this.text(value) : this.#replace(value);
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
