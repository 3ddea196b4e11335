import { GradioLayout, html, property, type ChildNode, type PropertyValues, type TemplateResult } from 'gradio4j';
import { layoutStatus } from './boxes.js';

/**
 * A heading that shows and hides what is below it. Events: `expand`, `collapse`, whoever opens or closes it. The children of an accordion
 * that was never open are not mounted.
 */
export class GrAccordion extends GradioLayout {
  @property({ attribute: false }) open: boolean | null = true;

  override mounts(_child: ChildNode): boolean {
    return this.open !== false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && changed.has('open') && (changed.get('open') === false) !== (this.open === false)) {
      this.dispatch(this.open === false ? 'collapse' : 'expand');
    }
  }

  protected override render(): TemplateResult {
    const open = this.open !== false;
    const content = `accordion-${this.nodeId}`;
    return this.block(html`${layoutStatus(this)}<button type="button" class="label-wrap ${open ? 'open' : ''}" aria-expanded=${open} aria-controls=${content}
      @click=${() => this.set('open', !open)}><span>${this.label ?? ''}</span><span class="icon" aria-hidden="true" style="transform: rotate(${open ? 0 : 90}deg)">▼</span></button>
      <div id=${content} data-testid="accordion-content" style="display: ${open ? 'block' : 'none'}"><div class="column" ${this.mount()}></div></div>`,
    { classes: 'gr-accordion', padding: true, status: 'none' });
  }
}
