import { html, property, style, type FileData, type TemplateResult } from 'gradio4j';
import { GrPush } from 'gradio4j/button/button.js';
import { Uploads } from './uploads.js';
import styles from './upload.css';

export { acceptAttribute, droppedFiles, isAccepted, type Accept } from './choose.js';
export { Uploads, type UploadOptions } from './uploads.js';

/** A button that uploads files. Events: click, before the dialog; change and upload, when the files are there. */
export class GrUploadButton extends GrPush<FileData | FileData[]> {
  @property({ attribute: false }) override label: string | null = 'Upload a File';
  @property({ attribute: false }) file_count: string | null = 'single';
  @property({ attribute: false }) file_types: readonly string[] | null = null;

  private readonly uploads = new Uploads(this, files => this.took(files), () => ({ accept: this.file_types, count: this.file_count }));

  protected override render(): TemplateResult {
    const caption = this.label ?? '';
    return html`${this.uploads.input(`${caption}-upload-button`)}${this.push(caption, () => {
      this.dispatch('click');
      this.uploads.open();
    }, this.uploads.names && this.uploads.loaded)}`;
  }

  private took(files: FileData[]): void {
    this.input(this.file_count === 'single' ? files[0] ?? null : files);
    this.dispatch('upload');
  }
}

style('upload', styles);
customElements.define('gr-uploadbutton', GrUploadButton);
