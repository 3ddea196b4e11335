import type { Dispatcher, Trigger } from './dispatcher.js';
import type { EventMessage, Output, Sink, Ticket } from './messages.js';
import { OutputTracker, patchesOf } from './outputs.js';
import type { Dependency, LoadingStatus } from './types.js';

export type Outcome =
  | { readonly kind: 'success'; readonly changed_state_ids: readonly number[] }
  | { readonly kind: 'error' | 'cancelled' | 'invalid' };

/** One run of a dependency, from the inputs to the outcome. */
export class Submission implements Sink {
  readonly #dispatcher: Dispatcher;
  readonly #dependency: Dependency;
  readonly #trigger: Trigger;
  readonly #tracker = new OutputTracker();
  readonly #started = performance.now();
  #status: LoadingStatus;
  #settle: (outcome: Outcome) => void = () => undefined;
  readonly #over = new Promise<Outcome>(resolve => { this.#settle = resolve; });
  #outputs: readonly unknown[] = [];
  #ticket: Ticket | null = null;
  #begun: () => void = () => undefined;
  #live = false;
  #ended = false;
  #done = false;

  constructor(dispatcher: Dispatcher, dependency: Dependency, trigger: Trigger) {
    this.#dispatcher = dispatcher;
    this.#dependency = dependency;
    this.#trigger = trigger;
    this.#status = { status: 'pending', show_progress: dependency.show_progress ?? 'full', fn_index: dependency.id, started: this.#started };
  }

  /** `begun` is called when the server begins to work on it. */
  start(begun: () => void = () => undefined): Promise<Outcome> {
    this.#begun = begun;
    void this.#begin();
    return this.#over;
  }

  async #begin(): Promise<void> {
    const { js, js_implementation } = this.#dependency;
    const remote = this.#dependency.backend_fn && !js_implementation;
    if (remote) this.#show(this.#status);
    const uploads = this.#dispatcher.around.uploads?.(this.#dependency.inputs);
    if (uploads) await uploads;
    if (this.#done) return;
    let data = this.#dispatcher.inputsOf(this.#dependency);
    if (js || js_implementation) {
      try {
        const run = (await this.#dispatcher.around.functions())[String(this.#dependency.id)];
        if (!run) throw new Error(`The app's module has no function for the event ${this.#dependency.id}`);
        const result = await run(...data);
        data = result === undefined ? [] : Array.isArray(result) ? result : [result];
      } catch (error) {
        console.error(error);
        this.#toastError(error instanceof Error ? error.message : String(error), 10);
        return this.#end({ kind: 'error' });
      }
      if (this.#done) return;
    }
    if (!remote) {
      if (js || js_implementation) this.#apply(data);
      return this.#end({ kind: 'success', changed_state_ids: [] });
    }
    const started = Date.now();
    const ended = this.#over.then(({ kind }) => ({ kind, outputs: this.#outputs, started, duration: Date.now() - started }));
    this.#dispatcher.around.called?.({ dependency: this.#dependency, inputs: data, ended });
    this.#ticket = this.#dispatcher.around.backend.submit({ fn_index: this.#dependency.id, data, event_data: this.#trigger.data, trigger_id: this.#trigger.id }, this);
  }

  /** Another event cancels this one. */
  cancel(): void {
    if (this.#done) return;
    this.#ticket?.cancel();
    this.#end({ kind: 'cancelled' });
  }

  /** One more piece of what the event streams. Before the server has begun with the first one, pieces are dropped. */
  piece(data: unknown): void {
    if (this.#done || this.#ended || !this.#live) return;
    this.#ticket?.send(this.#dispatcher.inputsOf(this.#dependency), data);
  }

  /** The recording has stopped: the event ends with its newest piece. */
  endStream(): void {
    if (this.#done || this.#ended) return;
    this.#ended = true;
    if (this.#live) this.#ticket?.end();
  }

  /** The connection is lost for good. */
  abandon(): void {
    this.#end({ kind: 'error' });
  }

  joined(): void {
    for (const id of this.#dependency.inputs) if (this.#dispatcher.around.store.get(id)?.status?.validation_error) this.#dispatcher.board.clear(id);
  }

  rejected(status: number, detail: unknown): void {
    if (this.#done) return;
    if (status === 422 && Array.isArray(detail)) {
      this.#showInvalid(detail);
      return this.#end({ kind: 'invalid' });
    }
    const { toast, text } = this.#dispatcher.around;
    if (status === 503) toast('error', text('queue.busy'), 10);
    else if (typeof detail === 'string' && detail !== '') toast('error', detail, 10);
    this.#end({ kind: 'error' });
  }

  #showInvalid(detail: readonly unknown[]): void {
    const { board } = this.#dispatcher;
    board.set(this.#targets(), this, null);
    this.#dependency.inputs.forEach((id, i) => {
      const entry = detail[i] as { is_valid?: boolean; message?: string } | undefined;
      if (entry?.is_valid !== false) return board.clear(id);
      const message = entry.message || this.#dispatcher.around.text('common.error');
      board.set([id], {}, { ...this.#status, status: 'complete', validation_error: message });
      this.#dispatcher.around.refused?.(id, message);
    });
  }

  message(message: EventMessage): void {
    if (this.#done) return;
    switch (message.msg) {
      case 'estimation':
        return this.#update({ queue_position: message.rank, queue_size: message.queue_size, eta: message.rank_eta });
      case 'process_starts':
        this.#live = true;
        this.#begun();
        if (this.#ended) this.#ticket?.end();
        return this.#update({ queue_position: 0, queue_size: null, eta: message.eta });
      case 'progress':
        return this.#update({ status: 'pending', progress: message.progress_data });
      case 'log':
        if (message.visible) this.#dispatcher.around.toast(message.level, message.log, message.duration, message.title);
        return;
      case 'process_generating':
      case 'process_streaming':
        if (!message.success) return this.#fail(message.output);
        this.#take(message.output, message.msg === 'process_generating');
        this.#dispatcher.stateChanged(message.output.changed_state_ids ?? []);
        return this.#update({ status: message.msg === 'process_generating' ? 'generating' : 'streaming', time_limit: message.time_limit ?? null });
      case 'process_completed':
        this.#completed(message);
        // There is nothing to wait for and to draw together with: the result needn't wait for a frame.
        return this.#dispatcher.around.flush();
    }
  }

  #completed(message: EventMessage & { msg: 'process_completed' }): void {
    const { output, success, cancelled, used_cache, cache_duration, avg_time } = message;
    if (cancelled) return this.#end({ kind: 'cancelled' });
    if (!success) return this.#fail(output);
    this.#take(output, false);
    const { text } = this.#dispatcher.around;
    const time = `${(cache_duration ?? 0).toFixed(1)}s`;
    const cache = used_cache === 'full' ? text('status.from_cache', { time }) : used_cache === 'partial' ? text('status.used_cache', { average: `${(avg_time ?? 0).toFixed(1)}s`, time }) : null;
    this.#status = { ...this.#status, cache };
    this.#end({ kind: 'success', changed_state_ids: output.changed_state_ids ?? [] });
  }

  #take(output: Output, diffs: boolean): void {
    if (output.render_config) return this.#dispatcher.around.render(output.render_config);
    if (!output.data) return;
    this.#outputs = diffs ? this.#tracker.generating(output.data) : output.data;
    this.#apply(this.#outputs);
  }

  #apply(data: readonly unknown[]): void {
    const { store } = this.#dispatcher.around;
    store.apply(patchesOf(this.#dependency, data, store));
  }

  #fail({ error, visible, duration, title }: Output): void {
    if (visible === true) this.#toastError(error ?? this.#dispatcher.around.text('toast.error_text'), duration === undefined ? 10 : duration, title);
    this.#end({ kind: 'error' });
  }

  #toastError(text: string, duration: number | null, title?: string): void {
    this.#dispatcher.around.toast('error', /^'.*'$/s.test(text) ? text.slice(1, -1) : text, duration, title);
  }

  #end(outcome: Outcome): void {
    if (this.#done) return;
    this.#done = true;
    if (this.#dependency.backend_fn && outcome.kind !== 'invalid') this.#update({ status: outcome.kind === 'error' ? 'error' : 'complete', progress: null });
    this.#settle(outcome);
  }

  #update(change: Partial<LoadingStatus>): void {
    this.#show({ ...this.#status, ...change });
  }

  #show(status: LoadingStatus): void {
    this.#status = status;
    this.#dispatcher.board.set(this.#targets(), this, status);
  }

  #targets(): readonly number[] {
    return this.#dependency.show_progress_on ?? this.#dependency.outputs;
  }
}
