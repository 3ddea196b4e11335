import type { StoreNode } from './store.js';

/** The longest time that a browser waits, in milliseconds: it takes a longer one for none at all. */
const LONGEST = 2 ** 31 - 1;

/** Ticks the Timer components: every `value` seconds while active and the page is shown. */
export class Timers {
  readonly #tick: (id: number) => void;
  readonly #running = new Map<number, { readonly key: string; readonly handle: ReturnType<typeof setInterval> }>();

  constructor(tick: (id: number) => void) {
    this.#tick = tick;
  }

  /** Starts, stops or restarts a timer as its properties say; any other type is none of its business. */
  update(node: StoreNode): void {
    if (node.type !== 'timer') return;
    const seconds = Number(node.props['value'] ?? 1);
    const key = node.props['active'] === false || !(seconds > 0) ? '' : String(seconds);
    if ((this.#running.get(node.id)?.key ?? '') === key) return;
    this.stop(node.id);
    if (key === '') return;
    const handle = setInterval(() => { if (!document.hidden) this.#tick(node.id); }, Math.min(seconds * 1000, LONGEST));
    this.#running.set(node.id, { key, handle });
  }

  stop(id: number): void {
    clearInterval(this.#running.get(id)?.handle);
    this.#running.delete(id);
  }
}
