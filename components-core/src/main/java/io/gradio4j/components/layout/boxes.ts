import { cx, GradioLayout, html, nothing, property, px, styleMap, type GradioElement, type LoadingStatus, type TemplateResult } from 'gradio4j';

/** A layout that is itself an output shows a running event as a pulsing border and an error without a ground: nothing covers its children. */
export function layoutStatus(of: GradioElement): TemplateResult | typeof nothing {
  const { loading_status: status } = of;
  if (!status) return nothing;
  const shown: LoadingStatus = status.status === 'pending' ? { ...status, status: 'generating' } : status;
  return html`<gradio-status .status=${shown} .variant=${'center'} .text=${(key: string) => of.t(key)} @gradio-clear=${() => of.clearStatus()}></gradio-status>`;
}

/** Children side by side, wrapping when there is no room. Properties: variant, equal_height, height, min_height, max_height, scale. */
export class GrRow extends GradioLayout {
  @property({ attribute: false }) variant: string | null = 'default';
  @property({ attribute: false }) equal_height: boolean | null = false;
  @property({ attribute: false }) height: number | string | null = null;
  @property({ attribute: false }) min_height: number | string | null = null;
  @property({ attribute: false }) max_height: number | string | null = null;

  protected override render(): TemplateResult {
    const scrolls = this.height !== null || this.max_height !== null;
    const styles = styleMap({
      height: px(this.height), maxHeight: px(this.max_height), minHeight: px(this.min_height),
      overflowY: scrolls ? 'auto' : undefined, flexGrow: this.scale === null ? undefined : String(this.scale),
    });
    const classes = cx('row', variant(this.variant), this.equal_height ? 'stretch' : 'unequal-height', (this.scale ?? 0) >= 1 && 'grow-children', this.rootClass);
    return html`<div id=${this.rootId} class=${classes} style=${styles} tabindex=${scrolls ? '0' : nothing} ${this.mount()}>${layoutStatus(this)}</div>`;
  }
}

/** Children one below the other. Properties: variant, scale, min_width. */
export class GrColumn extends GradioLayout {
  @property({ attribute: false }) variant: string | null = 'default';

  protected override render(): TemplateResult {
    const styles = styleMap({ flexGrow: String(this.scale ?? 1), minWidth: `calc(min(${this.min_width ?? 0}px, 100%))` });
    return html`<div id=${this.rootId} class=${cx('column', variant(this.variant), this.rootClass)} style=${styles} ${this.mount()}>${layoutStatus(this)}</div>`;
  }
}

/** Children in one frame without gaps. */
export class GrGroup extends GradioLayout {
  protected override render(): TemplateResult {
    return html`<div id=${this.rootId} class=${cx('gr-group', this.rootClass)}><div class="styler" ${this.mount()}></div></div>`;
  }
}

/** The frame around neighbouring inputs; it hides itself when none of them is to be seen. Properties: scale, min_width. */
export class GrForm extends GradioLayout {
  protected override render(): TemplateResult {
    const unseen = this.nodes.every(({ props }) => props['visible'] === false || props['visible'] === 'hidden');
    const styles = styleMap({ flexGrow: String(this.scale ?? 0), minWidth: `calc(min(${this.min_width ?? 0}px, 100%))` });
    return html`<div class=${cx('form', unseen && 'hidden')} style=${styles} role=${this.label ? 'group' : nothing} aria-label=${this.label || nothing} ${this.mount()}></div>`;
  }
}

function variant(name: string | null): string | false {
  return (name === 'panel' || name === 'compact') && name;
}
