/** The page's texts in other languages: each a file that is loaded when somebody reads it. */
type Words = Readonly<Record<string, string>>;

const FILES: Readonly<Record<string, () => Promise<{ default: Words }>>> = {
  ar: () => import('./ar.json'),
  ca: () => import('./ca.json'),
  ckb: () => import('./ckb.json'),
  de: () => import('./de.json'),
  es: () => import('./es.json'),
  et: () => import('./et.json'),
  eu: () => import('./eu.json'),
  fa: () => import('./fa.json'),
  fi: () => import('./fi.json'),
  fr: () => import('./fr.json'),
  he: () => import('./he.json'),
  hi: () => import('./hi.json'),
  id: () => import('./id.json'),
  ja: () => import('./ja.json'),
  ko: () => import('./ko.json'),
  lt: () => import('./lt.json'),
  nb: () => import('./nb.json'),
  nl: () => import('./nl.json'),
  pl: () => import('./pl.json'),
  'pt-BR': () => import('./pt-BR.json'),
  pt: () => import('./pt.json'),
  ro: () => import('./ro.json'),
  ru: () => import('./ru.json'),
  sv: () => import('./sv.json'),
  ta: () => import('./ta.json'),
  th: () => import('./th.json'),
  tr: () => import('./tr.json'),
  uk: () => import('./uk.json'),
  ur: () => import('./ur.json'),
  uz: () => import('./uz.json'),
  'zh-CN': () => import('./zh-CN.json'),
  'zh-TW': () => import('./zh-TW.json'),
};

export async function words(language: string): Promise<Words> {
  return (await FILES[language]?.())?.default ?? {};
}
