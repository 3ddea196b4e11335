import { addTexts, GradioInput, html, icons, nothing, property, style, styleMap, svg, type PropertyValues, type TemplateResult } from 'gradio4j';
import styles from './code.css';
import type { Editor, EditorOptions } from './editor.js';
import texts from './texts.json';

const ICON = html`<svg viewBox="0 0 24 24" width="100%" height="100%" fill="none" stroke="currentColor" stroke-width="1.500" stroke-linecap="round" stroke-linejoin="round">${svg`<path d="M7 7l-5 5 5 5M17 7l5 5-5 5M14 4l-4 16"/>`}</svg>`;

/** How a downloaded file ends. */
const ENDINGS: Readonly<Record<string, string>> = {
  python: 'py', markdown: 'md', json: 'json', html: 'html', css: 'css', java: 'java', javascript: 'js', typescript: 'ts', yaml: 'yaml', dockerfile: 'dockerfile', shell: 'sh', r: 'r', c: 'c',
  cpp: 'cpp', latex: 'tex',
};

/**
 * An editor for code; CodeMirror and what knows the language are loaded when the first one is to be shown.
 *
 * Events: `change`, `input`, `focus`, `blur`.
 */
export class GrCode extends GradioInput<string> {
  @property({ attribute: false }) language: string | null = null;
  @property({ attribute: false }) lines = 5;
  @property({ attribute: false }) max_lines: number | null = null;
  @property({ attribute: false }) wrap_lines = false;
  @property({ attribute: false }) show_line_numbers = true;
  @property({ attribute: false }) autocomplete = false;

  private editor: Editor | null = null;
  /** Where the editor stands, or will when it is loaded. */
  private place: Element | null = null;
  private file: string | null = null;

  static override example(value: unknown): TemplateResult {
    const text = typeof value === 'string' ? value : '';
    return html`<pre>${text.length > 60 ? `${text.slice(0, 60)}...` : text}</pre>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
    this.release();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.edit();
  }

  private get text(): string {
    return this.value ?? '';
  }

  protected override render(): TemplateResult {
    const label = this.blockLabel(this.t('label.code'), ICON, false);
    const options = { padding: false, ...(this.max_lines === null ? {} : { height: 'fit-content' }) };
    if (this.disabled && this.text === '') return this.block(html`${label}${this.empty(ICON, 'large')}`, options);
    const shown = this.buttons ?? ['copy', 'download'];
    // room for one line more than asked for, so that there is always a line to go on
    const room = { '--least': String(this.lines > 1 ? this.lines + 1 : 1), ...(this.max_lines === null ? {} : { '--most': String(Math.max(this.lines, this.max_lines) + 1) }) };
    return this.block(html`${label}${this.toolbar([shown.includes('download') ? this.downloadLink() : nothing, shown.includes('copy') ? this.copyButton(() => this.text) : nothing])}<div
      class="wrap"><div class="codemirror-wrapper" style=${styleMap(room)}></div></div>`, options);
  }

  private downloadLink(): TemplateResult {
    const label = this.t('common.download');
    return html`<a class="download-link icon-button" data-testid="download-link" href="#" download="file.${ENDINGS[this.language ?? ''] ?? 'txt'}" rel="noopener noreferrer" aria-label=${label} title=${label}
      @click=${this.provide}><div class="small">${icons.download}</div></a>`;
  }

  /** The link leads to the text as it is at the click. */
  private readonly provide = (event: MouseEvent): void => {
    this.release();
    this.file = URL.createObjectURL(new Blob([this.text], { type: 'text/plain' }));
    (event.currentTarget as HTMLAnchorElement).href = this.file;
  };

  private release(): void {
    if (this.file) URL.revokeObjectURL(this.file);
    this.file = null;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    void this.edit();
  }

  private get options(): EditorOptions {
    return { language: this.language, editable: !this.disabled, wrap: this.wrap_lines, numbers: this.show_line_numbers, complete: this.autocomplete, text: this.t };
  }

  /** Brings the editor to what the properties say; it begins when its place is there. */
  private async edit(): Promise<void> {
    const place = this.querySelector<HTMLElement>('.codemirror-wrapper');
    if (place !== this.place) this.forget();
    if (!place) return;
    if (this.editor) {
      this.editor.configure(this.options);
      return this.editor.show(this.text);
    }
    if (this.place === place) return;
    this.place = place;
    const { Editor } = await import('./editor.js');
    if (this.place !== place) return;
    this.editor = new Editor(place, this.text, this.options, {
      input: text => this.input(text),
      focus: () => this.dispatch('focus'),
      blur: () => this.dispatch('blur'),
    });
  }

  private forget(): void {
    this.editor?.end();
    this.editor = null;
    this.place = null;
  }
}

style('code', styles);
addTexts(texts);
customElements.define('gr-code', GrCode);
