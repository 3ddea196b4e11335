import type { GradioElement } from './element.js';
import type { Host } from './host.js';
import { GradioLayout, type ChildNode } from './layout.js';
import { isInteractive, type Store, type StoreNode } from './store.js';
import type { LayoutNode, Props } from './types.js';

/** Types that show nothing and need no module. */
const SILENT = new Set(['state', 'timer', 'api']);

interface TreeNode {
  readonly id: number;
  parent: TreeNode | null;
  children: TreeNode[];
  /** Its parent layout has asked for it. */
  wanted: boolean;
  /** Counts mounts and unmounts (odd: mounted, or about to be), so that a slow module does not bring back what is gone. */
  turn: number;
  element: HTMLElement | null;
}

export interface RendererOptions {
  readonly store: Store;
  readonly host: Host;
  readonly root: HTMLElement;
  load(type: string): Promise<void>;
  /** Some or all of a component's properties in the reader's language. */
  translate(props: Props, all?: Props): Props;
  /** Everything that is to be seen now is mounted. */
  settled(): void;
}

/** Puts the app's tree into the page: mounts what is visible and asked for, and passes changed properties on, once per frame. */
export class Renderer {
  readonly #options: RendererOptions;
  readonly #nodes = new Map<number, TreeNode>();
  readonly #dirty = new Map<number, Set<string>>();
  #root: TreeNode | null = null;
  #pending = 0;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RendererOptions) {
    this.#options = options;
    document.addEventListener('visibilitychange', () => {
      if (document.hidden && this.#frame) this.flush();
    });
  }

  start(layout: LayoutNode): void {
    this.#root = this.#grow(layout, null);
    this.#root.element = this.#options.root;
    this.#pending += 1;
    this.#arrange(this.#root);
    this.#done();
  }

  element(id: number): HTMLElement | null {
    return this.#nodes.get(id)?.element ?? null;
  }

  /** Whether all that is to be seen is mounted. */
  get isSettled(): boolean {
    return this.#pending === 0;
  }

  /** Replaces the children of a node; components with a known id keep their elements. */
  replace(layout: LayoutNode): void {
    const node = this.#nodes.get(layout.id);
    if (!node) return;
    const before = new Set<TreeNode>();
    const collect = (of: TreeNode): void => of.children.forEach(child => { before.add(child); collect(child); });
    collect(node);
    node.children = (layout.children ?? []).map(child => this.#grow(child, node));
    const kept = new Set<TreeNode>();
    const keep = (of: TreeNode): void => of.children.forEach(child => { kept.add(child); keep(child); });
    keep(node);
    const gone = [...before].filter(old => !kept.has(old));
    for (const old of gone) {
      old.element?.remove();
      // what it held may have a new place: each is gone or kept by itself
      old.children = [];
      this.#forget(old);
      this.#nodes.delete(old.id);
    }
    for (const old of kept) {
      const at = this.#options.store.get(old.id);
      if (old.element && old.element.localName !== `gr-${at?.type}`) this.#unmount(old);
      else if (before.has(old)) this.changed(at, null);
    }
    // a layout that was kept learns of its new children and of its new properties at once
    for (const old of [node, ...kept]) this.#refresh(old);
    this.flush();
    this.#arrange(node);
  }

  #grow(layout: LayoutNode, parent: TreeNode | null): TreeNode {
    const node = this.#nodes.get(layout.id) ?? { id: layout.id, parent, children: [], wanted: false, turn: 0, element: null };
    node.parent = parent;
    this.#nodes.set(node.id, node);
    node.children = (layout.children ?? []).map(child => this.#grow(child, node));
    return node;
  }

  /** The layout's own element has been drawn: it has a place for its children, and says which of them to mount. */
  arrange(id: number): void {
    const node = this.#nodes.get(id);
    if (node?.element) this.#arrange(node);
  }

  #arrange(node: TreeNode): void {
    const layout = node.element instanceof GradioLayout ? node.element : null;
    const place = layout ? layout.mountPoint : node === this.#root ? node.element : null;
    if (!place) return;
    for (const child of node.children) {
      const at = this.#options.store.get(child.id);
      if (!at) continue;
      if (!child.wanted) child.wanted = layout ? layout.mounts(this.#view(child, at)) : true;
      if (child.wanted && child.element === null && child.turn % 2 === 0 && at.props['visible'] !== false && !SILENT.has(at.type)) void this.#mount(child, at.type);
    }
    this.#order(node, place);
  }

  /** Elements stand in the order of the tree, whichever module came first; where a person has arranged them, only new ones are put in. */
  #order(node: TreeNode, place: Element): void {
    const arranged = place.closest('[data-arranged]') !== null;
    let last: Element | null = null;
    for (const { element } of node.children) {
      if (!element) continue;
      const right = element.parentElement === place && (last === null || element.previousElementSibling === last);
      if (!right && !(arranged && element.isConnected)) {
        place.insertBefore(element, last === null ? place.firstChild : last.parentElement === place ? last.nextSibling : null);
      }
      last = element;
    }
  }

  async #mount(node: TreeNode, type: string): Promise<void> {
    const turn = ++node.turn;
    this.#pending += 1;
    try {
      let element: HTMLElement;
      try {
        await this.#options.load(type);
        element = document.createElement(`gr-${type}`);
      } catch (error) {
        element = failure((error as Error).message);
      }
      const at = this.#options.store.get(node.id);
      if (node.turn !== turn || !node.parent?.element || !at) return;
      this.#adopt(element, at);
      node.element = element;
      const { parent } = node;
      if (element instanceof GradioLayout) element.nodes = this.#views(node);
      const place = parent.element instanceof GradioLayout ? parent.element.mountPoint : parent.element;
      if (place) this.#order(parent, place);
      this.#refresh(parent);
      if ('updateComplete' in element) await element.updateComplete;
    } finally {
      this.#done();
    }
  }

  #adopt(element: HTMLElement, at: StoreNode): void {
    const target = element as Partial<GradioElement>;
    if (!target.receiveProp) return;
    target.nodeId = at.id;
    target.host = this.#options.host;
    for (const [name, value] of Object.entries(this.#options.translate(at.props))) if (name !== 'interactive') target.receiveProp(name, value);
    target.interactive = isInteractive(at);
    target.loading_status = at.status;
  }

  #done(): void {
    this.#pending -= 1;
    if (this.#pending === 0) this.#options.settled();
  }

  #unmount(node: TreeNode): void {
    node.element?.remove();
    const { wanted } = node;
    this.#forget(node);
    node.wanted = wanted;
    if (node.parent) this.#refresh(node.parent);
  }

  #forget(node: TreeNode): void {
    node.element = null;
    node.wanted = false;
    if (node.turn % 2 === 1) node.turn += 1;
    node.children.forEach(child => this.#forget(child));
  }

  /** Notes changed properties (null: all of them) for the next frame. */
  changed(node: StoreNode | undefined, names: readonly string[] | null): void {
    if (!node) return;
    const dirty = this.#dirty.get(node.id) ?? new Set();
    for (const name of names ?? [...Object.keys(node.props), 'loading_status']) dirty.add(name);
    this.#dirty.set(node.id, dirty);
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => this.flush());
    if (document.hidden) this.#timer = setTimeout(() => this.flush());
  }

  /** Passes all changes on now. */
  flush(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = 0;
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    for (const [id, names] of dirty) this.#pass(id, names);
    for (const [id, names] of dirty) if (names.has('visible')) this.#show(id);
  }

  #pass(id: number, names: ReadonlySet<string>): void {
    const at = this.#options.store.get(id);
    const node = this.#nodes.get(id);
    if (!at || !node) return;
    const target = node.element as Partial<GradioElement> | null;
    if (target?.receiveProp) {
      const changed = Object.fromEntries([...names].filter(name => name in at.props).map(name => [name, at.props[name]]));
      for (const [name, value] of Object.entries(this.#options.translate(changed, at.props))) if (name !== 'interactive' && name !== 'visible') target.receiveProp(name, value);
      if (names.has('interactive')) target.interactive = isInteractive(at);
      if (names.has('loading_status')) target.loading_status = at.status;
      if (names.has('visible') && at.props['visible'] !== false) target.receiveProp('visible', at.props['visible']);
    }
    if (node.parent && [...names].some(name => name !== 'value' && name !== 'loading_status')) this.#refresh(node.parent);
  }

  #show(id: number): void {
    const node = this.#nodes.get(id);
    if (!node) return;
    if (this.#options.store.get(id)?.props['visible'] === false) this.#unmount(node);
    else if (node.parent?.element) this.#arrange(node.parent);
  }

  #refresh(parent: TreeNode): void {
    if (parent.element instanceof GradioLayout) parent.element.nodes = this.#views(parent);
  }

  #views(node: TreeNode): ChildNode[] {
    return node.children.flatMap(child => {
      const at = this.#options.store.get(child.id);
      return at ? [this.#view(child, at)] : [];
    });
  }

  #view(child: TreeNode, at: StoreNode): ChildNode {
    const element = child.element && 'receiveProp' in child.element ? child.element as GradioElement : null;
    return { id: child.id, type: at.type, props: this.#options.translate(at.props), element };
  }
}

/** Stands in the place of a component that can't be shown; the rest of the page goes on. */
function failure(message: string): HTMLElement {
  const host = document.createElement('div');
  host.setAttribute('gr', '');
  const block = host.appendChild(document.createElement('div'));
  block.className = 'block padded gr-failure';
  block.setAttribute('role', 'alert');
  block.textContent = message;
  return host;
}
