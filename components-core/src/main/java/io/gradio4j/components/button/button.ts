import { cx, GradioElement, html, nothing, property, style, styleMap, type TemplateResult } from 'gradio4j';
import styles from './button.css';

/** What all buttons share: the look. The caption is given by the class. */
export abstract class GrPush<T> extends GradioElement<T> {
  @property({ attribute: false }) variant: string | null = 'secondary';
  @property({ attribute: false }) size: string | null = 'lg';
  @property({ attribute: false }) icon: { readonly url?: string | null } | null = null;

  override connectedCallback(): void {
    this.setAttribute('gr-button', '');
    super.connectedCallback();
  }

  protected get pushClass(): string {
    return cx(this.size ?? 'lg', this.variant ?? 'secondary', this.rootClass);
  }

  protected get pushStyle(): Readonly<Record<string, string | undefined>> {
    return {
      flexGrow: this.scale === null ? undefined : String(this.scale), width: this.scale === 0 ? 'fit-content' : undefined,
      minWidth: this.min_width === null ? undefined : `calc(min(${this.min_width}px, 100%))`,
    };
  }

  protected content(caption: string): TemplateResult {
    return html`${this.icon?.url ? html`<img class=${cx('button-icon', caption && 'right-padded')} src=${this.icon.url} alt="${caption} icon">` : nothing}${caption}`;
  }

  /** The button itself; `done` is how much of its work is done, from 0 to 100, while it has some. */
  protected push(caption: string, click: () => void, done: number | null = null): TemplateResult {
    const style = { ...this.pushStyle, '--button-progress': done === null ? undefined : `${done}%` };
    return html`<button type="button" id=${this.rootId} class=${this.pushClass} style=${styleMap(style)} aria-busy=${done === null ? nothing : 'true'} ?disabled=${!this.interactive}
      @click=${click}>${this.content(caption)}</button>`;
  }
}

/** A button, or a link that looks like one. Event: click (not of links). */
export class GrButton extends GrPush<string> {
  @property({ attribute: false }) link: string | null = null;
  @property({ attribute: false }) link_target: string | null = '_self';

  protected override render(): TemplateResult {
    const caption = this.value ?? '';
    if (!this.link || !isSafe(this.link)) return this.push(caption, () => this.dispatch('click'));
    const off = !this.interactive;
    return html`<a id=${this.rootId} class=${cx(this.pushClass, off && 'disabled')} style=${styleMap({ ...this.pushStyle, pointerEvents: off ? 'none' : undefined })} href=${off ? nothing : this.link}
      role=${off ? 'link' : nothing} target=${this.link_target ?? '_self'} rel=${this.link_target === '_blank' ? 'noopener noreferrer' : nothing} aria-disabled=${off ? 'true' : nothing}>${this.content(caption)}</a>`;
  }
}

function isSafe(link: string): boolean {
  return URL.canParse(link, document.baseURI) && ['http:', 'https:', 'mailto:'].includes(new URL(link, document.baseURI).protocol);
}

style('button', styles);
customElements.define('gr-button', GrButton);
