import { equal } from './equal.js';
import type { ComponentRecord, Dependency, LoadingStatus, Props } from './types.js';

export interface StoreNode {
  readonly id: number;
  readonly type: string;
  readonly key: number | string | null;
  /** The render that made it, if any. */
  readonly renderedIn: number | null;
  props: Props;
  status: LoadingStatus | null;
  /** The value that `change` was last decided for. */
  seen: unknown;
  /** What `interactive` is while the app does not set it. */
  editable: boolean;
}

export interface StoreListener {
  /** Properties (or `loading_status`) have new values. */
  changed(node: StoreNode, names: readonly string[]): void;
  /** The value differs from the last one seen. */
  valueChanged(node: StoreNode): void;
}

/**
 * The app's state in the page: id → properties. It alone decides about `change`: the event fires when a value differs from the last one
 * seen, whoever set it, and never for the first.
 */
export class Store {
  readonly #nodes = new Map<number, StoreNode>();
  readonly #listener: StoreListener;

  constructor(listener: StoreListener) {
    this.#listener = listener;
  }

  get(id: number): StoreNode | undefined {
    return this.#nodes.get(id);
  }

  all(): Iterable<StoreNode> {
    return this.#nodes.values();
  }

  /** Takes records; one with a known id keeps the properties it names as preserved. The dependencies decide who is editable. */
  add(records: readonly ComponentRecord[], dependencies: readonly Dependency[]): StoreNode[] {
    const inputs = new Set(dependencies.flatMap(d => d.inputs));
    const outputs = new Set(dependencies.flatMap(d => d.outputs));
    return records.map(record => {
      const before = this.#nodes.get(record.id);
      const props = before?.type === record.type ? { ...before.props, ...record.props, ...preserved(before, record) } : { ...record.props };
      const node: StoreNode = {
        id: record.id, type: record.type, key: record.key ?? null, renderedIn: record.rendered_in ?? null, props, status: null, seen: props['value'],
        editable: inputs.has(record.id) || (!outputs.has(record.id) && isBlank(props['value'])),
      };
      this.#nodes.set(record.id, node);
      return node;
    });
  }

  remove(id: number): void {
    this.#nodes.delete(id);
  }

  /** Sets properties of several components; all are set before the first `change` fires. */
  apply(patches: Iterable<readonly [id: number, patch: Props]>): void {
    const valued: StoreNode[] = [];
    for (const [id, patch] of patches) {
      const node = this.#nodes.get(id);
      if (!node) continue;
      Object.assign(node.props, patch);
      this.#listener.changed(node, Object.keys(patch));
      if ('value' in patch) valued.push(node);
    }
    for (const node of valued) {
      if (equal(node.seen, node.props['value'])) continue;
      node.seen = node.props['value'];
      this.#listener.valueChanged(node);
    }
  }

  /** A component corrects one of its own properties: no event. */
  correct(id: number, prop: string, value: unknown): void {
    const node = this.#nodes.get(id);
    if (!node) return;
    node.props[prop] = value;
    if (prop === 'value') node.seen = value;
    this.#listener.changed(node, [prop]);
  }

  setStatus(id: number, status: LoadingStatus | null): void {
    const node = this.#nodes.get(id);
    if (!node || node.status === status) return;
    node.status = status;
    this.#listener.changed(node, ['loading_status']);
  }
}

/** What an element gets as `interactive`. */
export function isInteractive(node: StoreNode): boolean {
  const given = node.props['interactive'];
  return typeof given === 'boolean' ? given : node.editable;
}

function preserved(before: StoreNode, record: ComponentRecord): Props {
  const names = record.props['preserved_by_key'];
  if (!Array.isArray(names)) return {};
  return Object.fromEntries(names.filter(name => name in before.props).map(name => [name, before.props[name]]));
}

function isBlank(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}
