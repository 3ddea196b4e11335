import { html, icons, nothing, type TemplateResult } from 'gradio4j';
import { runsKey, type Run } from '../gradio4j/run-memory.js';
import type { ThemeChoice } from '../gradio4j/theme.js';
import type { Panel } from './panel.js';
import { canRecord, recordScreen } from './screen.js';

const CHOICES: readonly ThemeChoice[] = ['light', 'dark', 'system'];

/** Each language in its own words. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ar: 'العربية', ca: 'Català', ckb: 'کوردی', de: 'Deutsch', en: 'English', es: 'Español', et: 'Eesti', eu: 'Euskara', fa: 'فارسی', fi: 'Suomi', fr: 'Français',
  he: 'עברית', hi: 'हिन्दी', id: 'Bahasa Indonesia', ja: '日本語', ko: '한국어', lt: 'Lietuvių', nb: 'Norsk bokmål', nl: 'Nederlands', pl: 'Polski',
  'pt-BR': 'Português (Brasil)', pt: 'Português', ro: 'Română', ru: 'Русский', sv: 'Svenska', ta: 'தமிழ்', th: 'ไทย', tr: 'Türkçe', uk: 'Українська', ur: 'اردو', uz: 'Oʻzbekcha',
  'zh-CN': '简体中文', 'zh-TW': '繁體中文',
};

/** What a reader may choose: colours, language, and what this browser can do with the app. */
export function settings(panel: Panel): TemplateResult {
  const { shell, text } = panel;
  return html`
    <div class="panel-section" role="radiogroup" aria-label=${text('settings.theme')}><h3>${text('settings.theme')}</h3>
      <div class="chips theme-buttons">${CHOICES.map(choice => html`<label class=${shell.theme.choice === choice ? 'theme-button current-theme' : 'theme-button'}>
        <input type="radio" class="sr-only" name="gr-theme" .checked=${shell.theme.choice === choice} @change=${() => { shell.theme.choose(choice); panel.requestUpdate(); }}><span>${icons[choice]}</span>${text(`settings.${choice}`)}</label>`)}</div>
    </div>
    <div class="panel-section"><h3 id="gr-language">${text('settings.language')}</h3>
      <select aria-labelledby="gr-language" @change=${(event: Event) => void speak(panel, (event.target as HTMLSelectElement).value)}>
        ${Object.entries(LANGUAGES).map(([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === shell.translator.language}>${name}</option>`)}
      </select>
    </div>
    <div class="panel-section"><h3>${text('settings.pwa')}</h3><p>${text(shell.config.pwa ? 'settings.pwa_on' : 'settings.pwa_off')}</p></div>
    ${canRecord() ? html`<div class="panel-section"><h3>${text('settings.screen')}</h3><p>${text('settings.screen_about')}</p><br>
      <button type="button" class="panel-button" @click=${() => void record(panel)}>${text('settings.record')}</button></div>` : nothing}
    ${shell.config.run_history ? html`<div class="panel-section"><h3>${text('runs.title')} (${kept(panel)})</h3><p>${text('settings.runs_about')}</p><br>
      <a class="panel-button" href="${shell.api}/runs">${text('runs.view')}</a></div>` : nothing}`;
}

async function speak(panel: Panel, language: string): Promise<void> {
  await panel.shell.speak(language);
  panel.requestUpdate();
}

async function record(panel: Panel): Promise<void> {
  panel.close();
  try {
    await recordScreen(panel.shell);
  } catch (error) {
    panel.shell.toast('error', panel.text('settings.record_failed', { reason: (error as Error).message }));
  }
}

function kept({ shell }: Panel): number {
  try {
    return (JSON.parse(localStorage.getItem(runsKey(shell.config)) ?? '[]') as Run[]).length;
  } catch {
    return 0;
  }
}
