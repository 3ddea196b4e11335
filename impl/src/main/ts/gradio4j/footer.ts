import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icons } from './icons.js';
import { english } from './i18n.js';
import type { DisplayTheme, ThemeChoice } from './theme.js';

const VIEW = 'view';
const CHOICES: readonly ThemeChoice[] = ['light', 'dark', 'system'];

/** The line at the end of the page, and the settings behind it. Shows what `footer_links` names and the page has. */
@customElement('gradio-footer')
export class Footer extends LitElement {
  @property({ attribute: false }) links: readonly unknown[] = [];
  @property({ attribute: false }) theme: DisplayTheme | null = null;
  @property({ attribute: false }) text = english;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    if (new URLSearchParams(location.search).get(VIEW) === 'settings') this.open();
  }

  protected override render(): TemplateResult | typeof nothing {
    const items = this.links.flatMap(link => link === 'gradio' ? [html`<span class="built-with">${this.text('footer.built_with')}</span>`]
      : link === 'settings' ? [html`<button type="button" class="settings" @click=${() => this.open()}>${this.text('footer.settings')} <span class="footer-icon" aria-hidden="true">${icons.gear}</span></button>`] : []);
    if (items.length === 0) return nothing;
    return html`<footer aria-label=${this.text('footer.label')}>${items.map((item, i) => html`${i > 0 ? html`<div class="divider" aria-hidden="true">·</div>` : nothing}${item}`)}</footer>
      ${this.links.includes('settings') ? this.settings() : nothing}`;
  }

  private settings(): TemplateResult {
    const close = this.text('common.close');
    return html`<dialog class="settings-panel" aria-labelledby="gr-settings-title" @close=${() => view(null)} @click=${(event: MouseEvent) => { if (event.target === event.currentTarget) this.dialog?.close(); }}>
      <div class="panel-wrap">
        <div class="banner"><div><h2 id="gr-settings-title">${this.text('footer.settings')}</h2><p class="url">${location.origin}${location.pathname}</p></div>
          <button type="button" class="icon-button" aria-label=${close} title=${close} @click=${() => this.dialog?.close()}><div class="large">${icons.close}</div></button></div>
        <div class="panel-section" role="radiogroup" aria-label=${this.text('settings.theme')}><h3>${this.text('settings.theme')}</h3>
          <div class="theme-buttons">${CHOICES.map(choice => html`<label class=${this.theme?.choice === choice ? 'theme-button current-theme' : 'theme-button'}>
            <input type="radio" class="sr-only" name="gr-theme" .checked=${this.theme?.choice === choice} @change=${() => this.choose(choice)}><span>${icons[choice]}</span>${this.text(`settings.${choice}`)}</label>`)}</div>
        </div>
      </div></dialog>`;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }

  private open(): void {
    this.dialog?.showModal();
    view('settings');
  }

  private choose(choice: ThemeChoice): void {
    this.theme?.choose(choice);
    this.requestUpdate();
  }
}

/** The open panel stands in the address, so that it can be linked to. */
function view(name: string | null): void {
  const url = new URL(location.href);
  if (name === null) url.searchParams.delete(VIEW);
  else url.searchParams.set(VIEW, name);
  history.replaceState(history.state, '', url);
}
