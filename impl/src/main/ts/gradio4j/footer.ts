import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icons } from './icons.js';
import { english } from './i18n.js';
import { panels, type Shell, type View } from './shell.js';

const VIEWS: readonly View[] = ['api', 'settings', 'api-recorder'];

/** The line at the end of the page. It shows what `footer_links` names and the page has; what is behind an entry is loaded with the first click. */
@customElement('gradio-footer')
export class Footer extends LitElement {
  @property({ attribute: false }) shell: Shell | null = null;
  @property({ attribute: false }) text = english;
  /** Whether this browser remembers runs of the app. */
  @property({ attribute: false }) hasRuns = false;
  /** Stops the recording that runs. */
  @property({ attribute: false }) stop: (() => void) | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    const view = VIEWS.find(name => name === new URLSearchParams(location.search).get('view'));
    if (view) void this.open(view);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { config } = this.shell ?? {};
    const links = config?.footer_links ?? [];
    const entry = (name: string, item: TemplateResult, shown = true): TemplateResult[] => shown && links.includes(name) ? [item] : [];
    const items = [
      ...entry('runs', html`<a class="run-history" href="${config?.root}${config?.api_prefix}/runs">${this.text('footer.runs')}</a>`, this.hasRuns),
      ...entry('api', html`<button type="button" class="show-api" @click=${() => this.open('api')}>${this.text(config?.mcp_server ? 'footer.api_or_mcp' : 'footer.api')}</button>`),
      ...entry('gradio', html`<span class="built-with">${this.text('footer.built_with')}</span>`),
      ...this.stop ? [html`<button type="button" class="record" @click=${this.stop}>${this.text('footer.stop_recording')}</button>`] : [],
      ...entry('settings', html`<button type="button" class="settings" @click=${() => this.open('settings')}>${this.text('footer.settings')} <span class="footer-icon" aria-hidden="true">${icons.gear}</span></button>`),
    ];
    if (items.length === 0) return nothing;
    return html`<footer aria-label=${this.text('footer.label')}>${items.map((item, i) => html`${i > 0 ? html`<div class="divider" aria-hidden="true">·</div>` : nothing}${item}`)}</footer>`;
  }

  private async open(view: View): Promise<void> {
    const { shell } = this;
    if (!shell) return;
    try {
      await (await panels()).open(shell, view);
    } catch (error) {
      console.error(error);
      shell.toast('error', this.text('page.failed'));
    }
  }
}
