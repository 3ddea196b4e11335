import type { LoadingStatus } from './types.js';

/** Which statuses each component has from the events that concern it, and the one it shows: the newest pending one, else the newest. */
export class StatusBoard {
  readonly #entries = new Map<number, Map<object, LoadingStatus>>();
  readonly #show: (id: number, status: LoadingStatus | null) => void;

  constructor(show: (id: number, status: LoadingStatus | null) => void) {
    this.#show = show;
  }

  /** `owner` is the submission. Null takes its status away; `complete` and `error` last until the next one. */
  set(ids: readonly number[], owner: object, status: LoadingStatus | null): void {
    for (const id of ids) {
      const of = this.#entries.get(id) ?? new Map<object, LoadingStatus>();
      this.#entries.set(id, of);
      of.delete(owner);
      if (status) {
        for (const [other, { status: state }] of of) if (state === 'complete' || state === 'error') of.delete(other);
        of.set(owner, status);
      }
      const all = [...of.values()];
      this.#show(id, all.findLast(s => s.status === 'pending') ?? all.at(-1) ?? null);
    }
  }

  /** A person took the status of a component away, or it is out of date. */
  clear(id: number): void {
    const of = this.#entries.get(id);
    if (!of) return;
    for (const [owner, { status }] of of) if (status === 'complete' || status === 'error') of.delete(owner);
    this.#show(id, [...of.values()].at(-1) ?? null);
  }
}
