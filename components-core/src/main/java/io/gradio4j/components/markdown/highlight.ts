/** The highlighter with the languages of Gradio's own. A chunk of its own, loaded with the first code. */
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import css from 'highlight.js/lib/languages/css';
import go from 'highlight.js/lib/languages/go';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import latex from 'highlight.js/lib/languages/latex';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { clean } from './clean.js';

for (const [name, language] of Object.entries({ bash, c, cpp, css, go, java, javascript, json, latex, php, python, rust, sql, typescript, xml, yaml })) hljs.registerLanguage(name, language);
hljs.registerAliases(['markup', 'html', 'svg'], { languageName: 'xml' });
hljs.registerAliases(['clike'], { languageName: 'c' });
hljs.registerAliases(['shell'], { languageName: 'bash' });

/** Colours the code of an element with the class `language-x`; an unknown language stays as it is. */
export function highlight(code: HTMLElement): void {
  const language = [...code.classList].find(name => name.startsWith('language-'))?.slice('language-'.length) ?? '';
  if (!hljs.getLanguage(language)) return;
  code.replaceChildren(clean(hljs.highlight(code.textContent ?? '', { language, ignoreIllegals: true }).value));
}
