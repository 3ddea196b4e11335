/** Shows the error page in the colours that the reader chose for the app, or else the system's, and in the reader's language. It is all that is loaded there. */
import { bestLanguage, direction, LANGUAGES, preferred, words } from '../gradio4j/languages.js';
import { DisplayTheme } from '../gradio4j/theme.js';

async function speak(page: HTMLElement, language: string): Promise<void> {
  try {
    const texts = await words(language, new URL(page.dataset['languages'] ?? '', document.baseURI).href);
    for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) element.textContent = texts[element.dataset['text']!] ?? element.textContent;
    document.title = document.querySelector('h1')!.textContent!;
    Object.assign(page, { lang: language, dir: direction(language) });
  } catch (error) {
    console.warn(error);
  }
}

new DisplayTheme(null);
const language = bestLanguage(preferred(), ['en', ...LANGUAGES]) ?? 'en';
if (language !== 'en') await speak(document.documentElement, language);
