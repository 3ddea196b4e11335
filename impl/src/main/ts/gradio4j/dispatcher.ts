import type { Backend } from './messages.js';
import type { RenderConfig, ToastLevel } from './messages.js';
import type { Call } from './shell.js';
import { StatusBoard } from './status-board.js';
import type { Store } from './store.js';
import { Submission, type Outcome } from './submission.js';
import type { Dependency, Props } from './types.js';

export type JsFunction = (...args: unknown[]) => unknown;

/** What the dispatcher needs around it. */
export interface Surroundings {
  readonly store: Store;
  readonly backend: Backend;
  /** The app's own functions by dependency id. */
  functions(): Promise<Readonly<Record<string, JsFunction>>>;
  toast(level: ToastLevel, message: string, duration: number | null, title?: string): void;
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  render(config: RenderConfig): void;
  /** Shows what has changed now, not with the next frame. */
  flush(): void;
  /** Ends when the components have uploaded what they are uploading; null when they are not. */
  uploads?(ids: readonly number[]): Promise<void> | null;
  /** The value of a component was refused, with these words, which are shown where it has a place for them. */
  refused?(id: number, message: string): void;
  /** A call of the server begins. */
  called?(call: Call): void;
}

/** What set off a dependency. */
export interface Trigger {
  readonly id: number | null;
  readonly data: unknown;
}

/** Fires the dependencies of events: trigger modes, cancels, the app's own functions, the server, and the followers of a chain. */
export class Dispatcher {
  readonly board: StatusBoard;
  readonly around: Surroundings;
  #dependencies = new Map<number, Dependency>();
  readonly #running = new Map<number, Set<Submission>>();
  readonly #deferred = new Map<number, Trigger>();
  #stopped = false;

  constructor(around: Surroundings, dependencies: readonly Dependency[]) {
    this.around = around;
    this.board = new StatusBoard((id, status) => around.store.setStatus(id, status));
    this.add(dependencies);
  }

  add(dependencies: readonly Dependency[]): void {
    for (const dependency of dependencies) this.#dependencies.set(dependency.id, dependency);
  }

  /** Takes away the dependencies that an earlier run of a render made, and those of the renders within it; the numbers of all these renders. */
  removeRendered(render_id: number): number[] {
    const renders = [render_id];
    for (const [id, { rendered_in, render_id: inner }] of [...this.#dependencies]) {
      if (rendered_in !== render_id) continue;
      this.#dependencies.delete(id);
      this.#deferred.delete(id);
      if (typeof inner === 'number') renders.push(...this.removeRendered(inner));
    }
    return renders;
  }

  /** Nothing fires any more: the session is lost. */
  stop(): void {
    this.#stopped = true;
    for (const submissions of this.#running.values()) for (const submission of submissions) submission.abandon();
  }

  listens(event: string): boolean {
    return [...this.#dependencies.values()].some(d => d.targets.some(([, name]) => name === event));
  }

  fire(event: string, id: number, data: unknown = null): void {
    if (event === 'close_stream') return this.endStreams(id);
    for (const dependency of [...this.#dependencies.values()]) {
      if (dependency.targets.some(([target, name]) => target === id && name === event)) this.run(dependency, { id, data });
    }
  }

  /** The page (or the content of a render) is there. */
  fireLoad(among: readonly Dependency[] = [...this.#dependencies.values()]): void {
    for (const dependency of among) {
      const target = dependency.targets.find(([, name]) => name === 'load');
      if (target) this.run(dependency, { id: target[0] ?? dependency.id, data: null });
    }
  }

  /** A component has stopped to record: the events it streams to end. */
  endStreams(id: number): void {
    for (const dependency of this.#dependencies.values()) {
      if (!isStream(dependency, id)) continue;
      for (const submission of this.#running.get(dependency.id) ?? []) submission.endStream();
    }
  }

  /** Whether the server has an event for what a component streams: `waiting` until it begins. */
  #tellStreamer(dependency: Dependency, { id }: Trigger, state: 'waiting' | 'open' | 'closed'): void {
    if (id === null || dependency.connection !== 'stream') return;
    const { store } = this.around;
    if (state === 'waiting') for (const arg of dependency.event_specific_args ?? []) store.correct(id, arg, (dependency as unknown as Props)[arg]);
    store.correct(id, 'stream_state', state);
  }

  run(dependency: Dependency, trigger: Trigger): void {
    if (this.#stopped) return;
    const live = dependency.connection === 'stream' ? [...this.#running.get(dependency.id) ?? []][0] : undefined;
    if (live) return live.piece(trigger.data);
    for (const id of dependency.cancels ?? []) this.#cancel(id);
    const running = this.#running.get(dependency.id) ?? new Set();
    this.#running.set(dependency.id, running);
    if (running.size > 0 && dependency.trigger_mode !== 'multiple') {
      if (dependency.trigger_mode === 'always_last') this.#deferred.set(dependency.id, trigger);
      return;
    }
    const submission = new Submission(this, dependency, trigger);
    running.add(submission);
    this.#tellStreamer(dependency, trigger, 'waiting');
    void submission.start(() => this.#tellStreamer(dependency, trigger, 'open')).then(outcome => {
      running.delete(submission);
      this.#tellStreamer(dependency, trigger, 'closed');
      if (!this.#stopped) this.#finish(dependency, trigger, outcome);
    });
  }

  #finish(dependency: Dependency, trigger: Trigger, outcome: Outcome): void {
    const follow = (condition: (d: Dependency) => boolean): void => {
      for (const next of [...this.#dependencies.values()]) {
        if (next.trigger_after === dependency.id && condition(next)) this.run(next, { id: trigger.id, data: null });
      }
    };
    if (outcome.kind === 'success') follow(d => d.trigger_only_on_success === true);
    if (outcome.kind === 'error' || outcome.kind === 'cancelled') follow(d => d.trigger_only_on_failure === true);
    if (outcome.kind === 'success') this.stateChanged(outcome.changed_state_ids);
    if (outcome.kind !== 'invalid') follow(d => !d.trigger_only_on_success && !d.trigger_only_on_failure);

    const deferred = this.#deferred.get(dependency.id);
    this.#deferred.delete(dependency.id);
    if (deferred) this.run(dependency, deferred);
  }

  /** The server found that States have other values. */
  stateChanged(ids: readonly number[]): void {
    for (const id of ids) this.fire('change', id);
  }

  #cancel(id: number): void {
    this.#deferred.delete(id);
    for (const submission of [...this.#running.get(id) ?? []]) submission.cancel();
  }

  /** The values (or, where the handler asked for them, all properties) of a dependency's inputs. */
  inputsOf(dependency: Dependency): unknown[] {
    return dependency.inputs.map((id, i) => {
      const node = this.around.store.get(id);
      if (!node || node.type === 'state') return null;
      return dependency.component_prop_inputs?.includes(i) ? { ...node.props } satisfies Props : node.props['value'] ?? null;
    });
  }
}

function isStream({ connection, targets }: Dependency, id: number): boolean {
  return connection === 'stream' && targets.some(([target, name]) => target === id && name === 'stream');
}
