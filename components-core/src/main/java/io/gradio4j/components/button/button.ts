import { cx, GradioElement, html, nothing, property, style, styleMap, type TemplateResult } from 'gradio4j';
import styles from './button.css';

/** A button, or a link that looks like one. Event: click (not of links). */
export class GrButton extends GradioElement<string> {
  @property({ attribute: false }) variant: string | null = 'secondary';
  @property({ attribute: false }) size: string | null = 'lg';
  @property({ attribute: false }) icon: { readonly url?: string | null } | null = null;
  @property({ attribute: false }) link: string | null = null;
  @property({ attribute: false }) link_target: string | null = '_self';

  protected override render(): TemplateResult {
    const caption = this.value ?? '';
    const off = !this.interactive;
    const classes = cx(this.size ?? 'lg', this.variant ?? 'secondary', this.rootClass);
    const size = {
      flexGrow: this.scale === null ? undefined : String(this.scale), width: this.scale === 0 ? 'fit-content' : undefined,
      minWidth: this.min_width === null ? undefined : `calc(min(${this.min_width}px, 100%))`,
    };
    const content = html`${this.icon?.url ? html`<img class=${cx('button-icon', caption && 'right-padded')} src=${this.icon.url} alt="${caption} icon">` : nothing}${caption}`;
    if (this.link && isSafe(this.link)) {
      return html`<a id=${this.rootId} class=${cx(classes, off && 'disabled')} style=${styleMap({ ...size, pointerEvents: off ? 'none' : undefined })} href=${off ? nothing : this.link} role=${off ? 'link' : nothing}
        target=${this.link_target ?? '_self'} rel=${this.link_target === '_blank' ? 'noopener noreferrer' : nothing} aria-disabled=${off ? 'true' : nothing}>${content}</a>`;
    }
    return html`<button type="button" id=${this.rootId} class=${classes} style=${styleMap(size)} ?disabled=${off} @click=${() => this.dispatch('click')}>${content}</button>`;
  }
}

function isSafe(link: string): boolean {
  return URL.canParse(link, document.baseURI) && ['http:', 'https:', 'mailto:'].includes(new URL(link, document.baseURI).protocol);
}

style('button', styles);
customElements.define('gr-button', GrButton);
