import { applyEdits, type Edit } from './diff.js';
import type { Store } from './store.js';
import type { Dependency, Props } from './types.js';

/** Follows the outputs of one event: whole values first, then edits of them. */
export class OutputTracker {
  #last: unknown[] | null = null;

  /** The first generating message has whole values, each later one edits. */
  generating(data: readonly unknown[]): unknown[] {
    this.#last = this.#last === null ? [...data] : this.#last.map((value, i) => data[i] === undefined ? value : applyEdits(value, data[i] as readonly Edit[]));
    return this.#last;
  }
}

/** Turns an event's outputs into changed properties; what has no entry, and a State, stays as it is. */
export function patchesOf(dependency: Dependency, data: readonly unknown[], store: Store): [number, Props][] {
  return dependency.outputs.flatMap((id, i): [number, Props][] => {
    const value = data[i];
    if (value === undefined || store.get(id)?.type === 'state') return [];
    if (!isUpdate(value)) return [[id, { value }]];
    const { __type__: _type, ...patch } = value;
    return [[id, patch]];
  });
}

function isUpdate(value: unknown): value is Props & { __type__: 'update' } {
  return typeof value === 'object' && value !== null && (value as { __type__?: unknown }).__type__ === 'update';
}
