export const STORED = 'gradio4j:language';

type Words = Readonly<Record<string, string>>;

/** The languages that the page speaks besides English. */
export const LANGUAGES: readonly string[] = 'ar ca ckb de es et eu fa fi fr he hi id ja ko lt nb nl pl pt-BR pt ro ru sv ta th tr uk ur uz zh-CN zh-TW'.split(' ');

// The page's import map knows the name. It is a variable, so that nothing is bundled.
const MODULE = 'gradio4j/languages/languages.js';

/** The texts of one of them. A page without an import map says where the module is. */
export async function words(language: string, module: string = MODULE): Promise<Words> {
  return (await import(module) as { words(language: string): Promise<Words> }).words(language);
}

/** What browsers call languages that have another name here. */
const ALIASES: Readonly<Record<string, string>> = { zh: 'zh-CN', 'zh-hans': 'zh-CN', 'zh-sg': 'zh-CN', 'zh-hant': 'zh-TW', 'zh-hk': 'zh-TW', 'zh-mo': 'zh-TW', no: 'nb', nn: 'nb' };
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'fa', 'he', 'ur']);

/** The first of the reader's languages that is among some, as it is or without its region. */
export function bestLanguage(wanted: readonly string[], among: readonly string[]): string | undefined {
  const named = (language: string): string | undefined => among.find(code => code.toLowerCase() === language.toLowerCase());
  for (const language of wanted) {
    const lower = language.toLowerCase();
    const found = named(lower) ?? named(ALIASES[lower] ?? '') ?? named(ALIASES[lower.split('-').slice(0, 2).join('-')] ?? '') ?? named(lower.split('-')[0]!) ?? named(ALIASES[lower.split('-')[0]!] ?? '');
    if (found !== undefined) return found;
  }
  return undefined;
}

export function direction(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0]!) ? 'rtl' : 'ltr';
}

/** What the reader chose, then what the browser says. */
export function preferred(): readonly string[] {
  try {
    const chosen = localStorage.getItem(STORED);
    return chosen === null ? navigator.languages : [chosen, ...navigator.languages];
  } catch {
    return navigator.languages;
  }
}
