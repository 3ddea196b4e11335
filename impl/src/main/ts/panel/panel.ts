/** What opens from the last line of the page: the documentation of the API, the settings, the recorder of calls. Loaded with the first click. */
import { addTexts, direction, html, icons, LitElement, nothing, style, type Say, type TemplateResult } from 'gradio4j';
import { customElement, property } from 'lit/decorators.js';
import type { Shell, View } from '../gradio4j/shell.js';
import { ApiDocs } from './api.js';
import styles from './sheet.css';
import { Recorder } from './recorder.js';
import { settings } from './settings.js';
import texts from './texts.json';

style('panel', styles);
addTexts(texts);

export type Text = Say;

/** The sheet at the end of the window, with one view in it at a time. */
@customElement('gradio-panel')
export class Panel extends LitElement {
  @property({ attribute: false }) view: 'api' | 'settings' = 'settings';

  shell!: Shell;
  private docs: ApiDocs | null = null;
  private recorder: Recorder | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  readonly text: Text = (key, values) => this.shell.translator.text(key, values);

  async show(view: View): Promise<void> {
    this.recorder ??= new Recorder(this.shell, this.text, () => void this.show('api'));
    if (view === 'api-recorder') return this.record();
    this.recorder.stop();
    this.view = view;
    if (view === 'api') {
      this.docs ??= new ApiDocs(this.shell, this.text, () => this.requestUpdate());
      void this.docs.load();
    }
    this.requestUpdate();
    await this.updateComplete;
    address('view', view);
    if (!this.dialog.open) this.dialog.showModal();
    this.dialog.scrollTop = 0;
  }

  /** Closes, and listens to what is done on the page. */
  record(): void {
    this.close();
    this.recorder!.start();
    address('view', 'api-recorder');
  }

  close(): void {
    this.querySelector('dialog')?.close();
  }

  private get dialog(): HTMLDialogElement {
    return this.querySelector('dialog')!;
  }

  protected override render(): TemplateResult {
    const close = this.text('common.close');
    const title = this.text(`${this.view}.title`);
    const { language } = this.shell.translator;
    return html`<dialog class="api-docs" aria-modal="true" aria-label=${title} lang=${language} dir=${direction(language)}
        @close=${() => address('view', null)} @click=${(event: MouseEvent) => { if (event.target === event.currentTarget) this.close(); }}>
      <div class="api-docs-wrap">
        <div class="banner"><div><h2>${title}</h2><p class="url" dir="ltr">${this.shell.config.root}</p></div>
          <button type="button" class="icon-button" aria-label=${close} title=${close} @click=${() => this.close()}><div class="large">${icons.close}</div></button></div>
        ${this.view === 'settings' ? settings(this) : this.docs?.render(this.recorder?.calls ?? [], () => this.record()) ?? nothing}
      </div></dialog>`;
  }
}

/** What is open stands in the address, so that it can be linked to. */
export function address(name: string, value: string | null): void {
  const url = new URL(location.href);
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  history.replaceState(history.state, '', url);
}

let panel: Panel | null = null;

export async function open(shell: Shell, view: View): Promise<void> {
  if (panel?.shell !== shell) {
    panel?.remove();
    panel = document.createElement('gradio-panel') as Panel;
    panel.shell = shell;
    (shell.frame.querySelector('.gradio-container') ?? shell.frame).append(panel);
  }
  await panel.updateComplete;
  await panel.show(view);
}
