import { GradioInput, html, icons, nothing, property, px, style, styleMap, svg, type FileData, type TemplateResult } from 'gradio4j';
import { Uploads } from 'gradio4j/upload/upload.js';
import styles from './file.css';
import { Reordering } from './reordering.js';
import { sizeOf, splitName } from './text.js';

const icon = html`<svg viewBox="0 0 24 24" width="100%" height="100%" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">${svg`<path d="M13 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V9zM13 2v7h7"/>`}</svg>`;

/**
 * Files to upload, or to download. Events: change, upload; clear, delete (of one among several); select; download, where nothing can be uploaded.
 */
export class GrFile extends GradioInput<FileData | FileData[]> {
  @property({ attribute: false }) file_count: string | null = 'single';
  @property({ attribute: false }) file_types: readonly string[] | null = null;
  @property({ attribute: false }) height: number | string | null = null;
  @property({ attribute: false }) allow_reordering: boolean | null = false;
  @property({ attribute: false }) _selectable: boolean | null = false;

  private readonly uploads = new Uploads(this, files => this.took(files), () => ({ accept: this.file_types, count: this.file_count, height: px(this.height) }));
  private readonly order = new Reordering(this, files => this.input(files));

  static override example(value: unknown): string {
    return typeof value === 'string' ? value : list(value as FileData | FileData[] | null).map(nameOf).join(', ');
  }

  private get files(): readonly FileData[] {
    return list(this.value);
  }

  protected override render(): TemplateResult {
    const { files } = this;
    const empty = files.length === 0;
    const open = empty && this.interactive;
    return this.block(html`${this.blockLabel(this.t('label.file'), icon, empty)}${this.tools(empty)}${open ? this.uploads.area() : empty ? this.empty(icon, 'large') : this.preview(files)}${
      !empty && this.uploads.names ? this.uploads.area() : nothing}`, {
      padding: false, overflow: 'hidden', border: empty ? 'dashed' : 'solid', emphasis: this.uploads.emphasis, on: this.interactive ? this.uploads.on : {}, classes: 'gr-file',
    });
  }

  private tools(empty: boolean): unknown {
    if (empty || !this.interactive) return this.toolbar();
    const more = this.file_count === 'single' ? nothing : html`${this.uploads.names ? nothing : this.uploads.input()}${this.iconButton({ icon: icons.upload, label: this.t('common.upload'), disabled: this.uploads.names !== null, onClick: this.uploads.open })}`;
    return this.toolbar([more, this.iconButton({ icon: icons.close, label: this.t('common.clear'), onClick: () => this.clear() })]);
  }

  private preview(files: readonly FileData[]): TemplateResult {
    const ordered = files.length > 1 && this.allow_reordering === true && this.interactive;
    return html`<div class="file-preview-holder" style=${styleMap({ maxHeight: px(this.height) })}><table class="file-preview"><tbody>${files.map((file, i) => this.row(file, i, files, ordered))}</tbody></table></div>`;
  }

  private row(file: FileData, i: number, files: readonly FileData[], ordered: boolean): TemplateResult {
    const name = nameOf(file);
    const [stem, ext] = splitName(name);
    const shown = html`<span class="stem">${stem}</span><span class="ext">${ext}</span>`;
    return html`<tr class=${this.order.classes(i, this._selectable === true)} draggable=${ordered ? 'true' : nothing} data-drop-target=${this.order.target(i) ?? nothing} @click=${(event: MouseEvent) => this.rowClicked(event, file, i)}
      @dragstart=${(event: DragEvent) => ordered && this.order.start(event, i)} @dragover=${(event: DragEvent) => this.order.over(event, i)} @drop=${(event: DragEvent) => this.order.drop(event, files, i)} @dragend=${this.order.end}>
      <td class="filename" aria-label=${name}>${ordered ? html`<span class="drag-handle" role="button" tabindex="0" aria-label=${this.t('draggable.move', { n: i + 1, of: files.length })}
        @keydown=${(event: KeyboardEvent) => this.order.key(event, files, i)}>⋮⋮</span>` : nothing}${this._selectable
        ? html`<button type="button" class="name" title=${name}>${shown}</button>` : html`<span class="name" title=${name}>${shown}</span>`}</td>
      <td class="download"><a class="download-link" data-testid="download-link" href=${file.url ?? nothing} download=${name} target=${isElsewhere(file.url) ? '_blank' : nothing} rel="noopener noreferrer" aria-label="${this.t('common.download')} ${name}, ${this.size(file)}"
        @click=${() => this.interactive || this.dispatch('download', file)}>${this.size(file)} ⇣</a></td>
      ${files.length > 1 && this.interactive ? html`<td><button type="button" class="label-clear-button" aria-label=${this.t('file.remove')} title="${this.t('common.remove')} ${name}" @click=${() => this.take(i)}>×</button></td>` : nothing}</tr>`;
  }

  private size(file: FileData): string {
    return typeof file.size === 'number' ? sizeOf(file.size) : this.t('file.unknown_size');
  }

  private rowClicked(event: MouseEvent, file: FileData, index: number): void {
    if (this._selectable && event.target instanceof Element && !event.target.closest('a, .label-clear-button, .drag-handle')) this.dispatch('select', { value: nameOf(file), index });
  }

  private took(files: FileData[]): void {
    this.input(this.file_count === 'single' ? files[0] ?? null : [...this.files, ...files]);
    this.dispatch('upload');
  }

  private clear(): void {
    this.input(null);
    this.dispatch('clear');
    this.lead('.upload-area');
  }

  private take(i: number): void {
    const removed = this.files[i];
    this.input(this.files.filter((_, j) => j !== i));
    this.dispatch('delete', removed);
    const { length } = this.files;
    // what was pressed is the next file's now, if there is one, and one file alone has no such button
    if (length === 1) this.lead('.download-link');
    else if (i === length) this.lead(`tr:nth-child(${i}) .label-clear-button`);
  }

  /** Gives the focus to something else than what was pressed and is gone. */
  private lead(selector: string): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(selector)?.focus());
  }
}

function list(value: FileData | FileData[] | null | undefined): FileData[] {
  return value === null || value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** What another site serves may be shown instead of saved: not in the page's place. */
function isElsewhere(url: string | null | undefined): boolean {
  return !!url && URL.canParse(url, document.baseURI) && !['null', location.origin].includes(new URL(url, document.baseURI).origin);
}

function nameOf(file: FileData): string {
  return file.orig_name || file.path.split('/').at(-1) || 'file';
}

style('file', styles);
customElements.define('gr-file', GrFile);
