import { Dispatcher, type JsFunction } from '../../main/ts/gradio4j/dispatcher.js';
import type { Request, RenderConfig, Sink } from '../../main/ts/gradio4j/messages.js';
import { Store } from '../../main/ts/gradio4j/store.js';
import type { Dependency } from '../../main/ts/gradio4j/types.js';

export function dependency(fields: Partial<Dependency>): Dependency {
  return { id: 0, targets: [], inputs: [], outputs: [], backend_fn: true, show_progress: 'full', trigger_after: null, trigger_mode: 'once', ...fields };
}

/** A submission as the server sees it. */
export interface Sent extends Request {
  readonly sink: Sink;
  cancelled: boolean;
  /** The pieces streamed since, and whether the stream was ended. */
  readonly pieces: [readonly unknown[], unknown][];
  ended: boolean;
}

/** A dispatcher over a store of textboxes, with the server in the hands of the test. */
export function world(dependencies: readonly Dependency[], functions: Readonly<Record<string, JsFunction>> = {}, types: Readonly<Record<number, string>> = {}) {
  const sent: Sent[] = [];
  const toasts: [string, string, number | null][] = [];
  const renders: RenderConfig[] = [];
  const shown: Record<number, unknown>[] = [];
  const store: Store = new Store({ changed: () => undefined, valueChanged: node => dispatcher.fire('change', node.id) });
  const ids = new Set(dependencies.flatMap(d => [...d.inputs, ...d.outputs]));
  store.add([...ids].map(id => ({ id, type: types[id] ?? 'textbox', props: {} })), dependencies);
  const dispatcher: Dispatcher = new Dispatcher({
    store,
    backend: {
      submit(request, sink) {
        const entry: Sent = { ...request, sink, cancelled: false, pieces: [], ended: false };
        sent.push(entry);
        return {
          cancel: () => { entry.cancelled = true; },
          send: (data, event_data) => entry.pieces.push([data, event_data]),
          end: () => { entry.ended = true; },
        };
      },
    },
    functions: () => Promise.resolve(functions),
    toast: (level, message, duration) => toasts.push([level, message, duration]),
    text: key => key,
    render: config => renders.push(config),
    flush: () => shown.push(Object.fromEntries([...store.all()].map(node => [node.id, node.props['value']]))),
  }, dependencies);
  const value = (id: number): unknown => store.get(id)?.props['value'];
  return { store, dispatcher, sent, toasts, renders, shown, value };
}

/** Lets all promises that are settled go on. */
export const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

export async function complete(sent: Sent, data: readonly unknown[] = [], more = {}): Promise<void> {
  sent.sink.message({ msg: 'process_completed', event_id: 'e', output: { data, ...more }, success: true });
  await settle();
}

export async function fail(sent: Sent, output = {}): Promise<void> {
  sent.sink.message({ msg: 'process_completed', event_id: 'e', output, success: false });
  await settle();
}
