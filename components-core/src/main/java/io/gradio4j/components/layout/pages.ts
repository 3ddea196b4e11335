import { GradioLayout, html, nothing, property, cx, styleMap, type ChildNode, type PropertyValues, type TemplateResult } from 'gradio4j';

export interface Page {
  readonly node: ChildNode;
  readonly id: string | number;
  readonly label: string;
  /** Among all pages. */
  readonly index: number;
  readonly shown: boolean;
  readonly enabled: boolean;
}

/**
 * Pages of which one is shown. Events: `change`, whoever changes the page; `select`, by a person; `select` of the page that is shown.
 * A page is mounted when it is first shown, unless its `render_children` says at once.
 */
export abstract class GrPages extends GradioLayout {
  @property({ attribute: false }) selected: string | number | null = null;

  protected active: Page | null = null;

  /** The key of what a page without a label is called, with its number. */
  protected abstract get unnamed(): string;

  override mounts(child: ChildNode): boolean {
    return child.id === this.active?.node.id || child.props['render_children'] === true;
  }

  protected get pages(): Page[] {
    return this.nodes.map((node, index) => ({
      node, index, id: (node.props['id'] as string | number | null | undefined) ?? node.id, label: String(node.props['label'] ?? this.t(this.unnamed, { n: index + 1 })),
      shown: node.props['visible'] !== false && node.props['visible'] !== 'hidden', enabled: node.props['interactive'] !== false,
    }));
  }

  protected isActive(page: Page): boolean {
    return page.node.id === this.active?.node.id;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const before = this.active;
    const usable = this.pages.filter(page => page.shown && page.enabled);
    this.active = usable.find(page => page.id === this.selected) ?? this.pages.find(page => page.shown && page.node.id === before?.node.id) ?? usable[0] ?? null;
    if (this.active === null) return;
    // a page that cannot be shown now does not come by itself when it can be
    if (this.selected !== null && this.selected !== this.active.id) this.set('selected', this.active.id);
    if (this.active.node.id === before?.node.id) return;
    if (before) this.dispatch('change');
    this.host?.dispatch(this.active.node.id, 'select', { value: this.active.label, index: this.active.index });
  }

  protected choose(page: Page): void {
    if (!page.enabled || this.isActive(page)) return;
    this.set('selected', page.id);
    this.dispatch('select', { value: page.label, index: page.index, id: page.id, component_id: page.node.id });
  }

  protected get growth(): Readonly<Record<string, string | undefined>> {
    const scale = this.active?.node.props['scale'];
    return { flexGrow: typeof scale === 'number' ? String(scale) : undefined };
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    for (const { element } of this.nodes) if (element instanceof GrPage) element.active = element.nodeId === this.active?.node.id;
  }
}

/** One page. */
export class GrPage extends GradioLayout {
  /** Set by the layout around it. */
  @property({ attribute: false }) active = false;

  protected override render(): TemplateResult {
    const styles = styleMap({ display: this.active && !this.isHidden ? 'flex' : 'none', flexGrow: this.scale === null ? undefined : String(this.scale) });
    const self = { id: this.nodeId, props: { elem_id: this.elem_id } };
    return html`<div id=${panelId(self)} class=${cx('tabitem', (this.scale ?? 0) >= 1 && 'grow-children', this.elem_classes)} role="tabpanel" aria-label=${this.label ?? nothing} style=${styles}>
      <div class="column" ${this.mount()}></div></div>`;
  }
}

export function panelId(of: Pick<ChildNode, 'id' | 'props'>): string {
  return String(of.props['elem_id'] || `tab-${of.id}`);
}

export function buttonId(page: Page): string {
  return `${panelId(page.node)}-button`;
}

/** The element to which a key moves the focus; null for other keys. */
export function move(among: readonly HTMLButtonElement[], from: Element | null, key: string, backwards: string, forwards: string): HTMLButtonElement | null {
  const at = among.indexOf(from as HTMLButtonElement);
  switch (key) {
    case backwards: return among.at(at - 1) ?? null;
    case forwards: return among[(at + 1) % among.length] ?? null;
    case 'Home': return among[0] ?? null;
    case 'End': return among.at(-1) ?? null;
    default: return null;
  }
}

/** The element to which a key moves the focus in a list of tabs, which is read in the direction of the text. */
export function moveAlong(list: HTMLElement, key: string): HTMLButtonElement | null {
  const tabs = [...list.querySelectorAll<HTMLButtonElement>('[role="tab"]:not(:disabled)')];
  const [backwards, forwards] = getComputedStyle(list).direction === 'rtl' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
  return move(tabs, document.activeElement, key, backwards, forwards);
}
