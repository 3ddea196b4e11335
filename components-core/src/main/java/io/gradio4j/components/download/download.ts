import { property, type FileData, type TemplateResult } from 'gradio4j';
import { GrPush } from 'gradio4j/button/button.js';

/** A button that saves the file that is its value. Events: click, then the browser saves; change. */
export class GrDownloadButton extends GrPush<FileData> {
  @property({ attribute: false }) override label: string | null = 'Download';

  protected override render(): TemplateResult {
    return this.push(this.label ?? '', () => this.save());
  }

  private save(): void {
    this.dispatch('click');
    const url = this.value?.url;
    if (!url) return;
    const link = document.createElement('a');
    link.href = url;
    link.download = this.value?.orig_name || lastPart(url) || 'file';
    // what another site serves may be shown instead of saved: not in the page's place
    if (!url.startsWith('data:') && new URL(url, document.baseURI).origin !== location.origin) link.target = '_blank';
    link.rel = 'noopener noreferrer';
    document.body.append(link);
    link.click();
    link.remove();
  }
}

function lastPart(url: string): string {
  return new URL(url, document.baseURI).pathname.split('/').at(-1) ?? '';
}

customElements.define('gr-downloadbutton', GrDownloadButton);
