import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { complete, dependency, fail, settle, world } from './fixtures.js';

const click = (id: number, fields = {}) => dependency({ id, targets: [[9, 'click']], ...fields });

describe('what is sent', () => {
  test('the values of the inputs, null for a State, all properties where the handler asked for them', async () => {
    const { store, dispatcher, sent } = world([click(0, { inputs: [1, 2, 3, 1], component_prop_inputs: [3] })], {}, { 2: 'state' });
    store.apply([[1, { value: 'a', label: 'L' }], [2, { value: 'secret' }]]);
    dispatcher.fire('click', 9, { index: 3 });
    await settle();
    assert.deepEqual(sent[0]!.data, ['a', null, null, { value: 'a', label: 'L' }]);
    assert.deepEqual([sent[0]!.fn_index, sent[0]!.trigger_id, sent[0]!.event_data], [0, 9, { index: 3 }]);
  });

  test('an event nobody listens to sends nothing', async () => {
    const { dispatcher, sent } = world([click(0)]);
    dispatcher.fire('submit', 9);
    dispatcher.fire('click', 8);
    await settle();
    assert.equal(sent.length, 0);
  });
});

describe('trigger modes', () => {
  test('once: what comes while it runs is dropped', async () => {
    const { dispatcher, sent } = world([click(0)]);
    for (let i = 0; i < 3; i++) dispatcher.fire('click', 9);
    await settle();
    assert.equal(sent.length, 1);
    await complete(sent[0]!);
    assert.equal(sent.length, 1);
    dispatcher.fire('click', 9);
    await settle();
    assert.equal(sent.length, 2);
  });

  test('multiple: all run side by side', async () => {
    const { dispatcher, sent } = world([click(0, { trigger_mode: 'multiple' })]);
    for (let i = 0; i < 3; i++) dispatcher.fire('click', 9);
    await settle();
    assert.equal(sent.length, 3);
  });

  test('always_last: one more run with the newest values, also after an error', async () => {
    const { store, dispatcher, sent } = world([click(0, { inputs: [1], trigger_mode: 'always_last' })]);
    for (const value of ['a', 'b', 'c']) {
      store.apply([[1, { value }]]);
      dispatcher.fire('click', 9, value);
    }
    await settle();
    assert.equal(sent.length, 1);
    assert.equal(sent[0]!.event_data, 'a');
    await fail(sent[0]!);
    assert.equal(sent.length, 2);
    assert.deepEqual([sent[1]!.data, sent[1]!.event_data], [['c'], 'c']);
    await complete(sent[1]!);
    assert.equal(sent.length, 2);
  });
});

describe('chains', () => {
  const chain = [click(0, { outputs: [1] }), dependency({ id: 1, trigger_after: 0 }), dependency({ id: 2, trigger_after: 0, trigger_only_on_success: true }),
    dependency({ id: 3, trigger_after: 0, trigger_only_on_failure: true })];
  const followers = (sent: readonly { fn_index: number }[]) => sent.slice(1).map(s => s.fn_index);

  test('after success: the success listeners, then the then listeners, with the trigger of the first', async () => {
    const { dispatcher, sent } = world(chain);
    dispatcher.fire('click', 9, 'data');
    await settle();
    await complete(sent[0]!, ['x']);
    assert.deepEqual(followers(sent), [2, 1]);
    assert.deepEqual([sent[1]!.trigger_id, sent[1]!.event_data], [9, null]);
  });

  test('after an error: the failure listeners, then the then listeners', async () => {
    const { dispatcher, sent } = world(chain);
    dispatcher.fire('click', 9);
    await settle();
    await fail(sent[0]!);
    assert.deepEqual(followers(sent), [3, 1]);
  });

  test('a refused join is an error, a full queue says so', async () => {
    const { dispatcher, sent, toasts } = world(chain);
    dispatcher.fire('click', 9);
    await settle();
    sent[0]!.sink.rejected(503, 'Queue is full.');
    await settle();
    assert.deepEqual(followers(sent), [3, 1]);
    assert.deepEqual(toasts, [['error', 'queue.busy', 10]]);
  });

  test('a validation error triggers none and shows at its input, until it is accepted', async () => {
    const { dispatcher, sent, store } = world([click(0, { inputs: [1, 2], outputs: [3] }), ...chain.slice(1)]);
    dispatcher.fire('click', 9);
    await settle();
    assert.equal(store.get(3)!.status?.status, 'pending');
    sent[0]!.sink.rejected(422, [{ is_valid: true, message: '' }, { is_valid: false, message: 'too short' }]);
    await settle();
    assert.equal(sent.length, 1);
    assert.deepEqual([1, 2, 3].map(id => store.get(id)!.status?.validation_error ?? null), [null, 'too short', null]);
    assert.equal(store.get(3)!.status, null);
    dispatcher.fire('click', 9);
    await settle();
    sent[1]!.sink.joined();
    assert.equal(store.get(2)!.status, null);
  });

  test('cancelling runs failure and then, tells the server, and ignores what still comes', async () => {
    const { dispatcher, sent, value } = world([...chain, dependency({ id: 4, targets: [[8, 'click']], backend_fn: false, cancels: [0] })]);
    dispatcher.fire('click', 9);
    await settle();
    dispatcher.fire('click', 8);
    await settle();
    assert.equal(sent[0]!.cancelled, true);
    assert.deepEqual(followers(sent), [3, 1]);
    await complete(sent[0]!, ['late']);
    assert.equal(value(1), undefined);
    assert.equal(sent.length, 3);
  });

  test('an event that the server ended without data counts as cancelled', async () => {
    const { dispatcher, sent } = world(chain);
    dispatcher.fire('click', 9);
    await settle();
    sent[0]!.sink.message({ msg: 'process_completed', event_id: 'e', output: { error: 'cancelled' }, success: false, cancelled: true });
    await settle();
    assert.deepEqual(followers(sent), [3, 1]);
  });

  test('a State that changed fires change', async () => {
    const { dispatcher, sent } = world([...chain, dependency({ id: 5, targets: [[7, 'change']] })]);
    dispatcher.fire('click', 9);
    await settle();
    await complete(sent[0]!, ['x'], { changed_state_ids: [7] });
    assert.deepEqual(followers(sent), [2, 5, 1]);
  });

  test('load fires once for each listener, whatever its target', async () => {
    const { dispatcher, sent } = world([dependency({ id: 0, targets: [[40, 'load'], [41, 'load']] }), dependency({ id: 1, targets: [[41, 'load']] })]);
    dispatcher.fireLoad();
    await settle();
    assert.deepEqual(sent.map(s => [s.fn_index, s.trigger_id]), [[0, 40], [1, 41]]);
  });

  test('when the session is lost nothing fires any more', async () => {
    const { dispatcher, sent } = world(chain);
    dispatcher.fire('click', 9);
    await settle();
    dispatcher.stop();
    dispatcher.fire('click', 9);
    await settle();
    assert.equal(sent.length, 1);
  });
});

describe('the app\'s own functions', () => {
  test('run first and replace the inputs; a single value need not be in a list', async () => {
    const { store, dispatcher, sent } = world([click(0, { inputs: [1], js: 'x' })], { 0: async (v: unknown) => `${String(v)}!` });
    store.apply([[1, { value: 'a' }]]);
    dispatcher.fire('click', 9);
    await settle();
    assert.deepEqual(sent[0]!.data, ['a!']);
  });

  test('alone they set the outputs, then success and then follow, without a status', async () => {
    const { dispatcher, sent, value, store } = world([click(0, { inputs: [1, 2], outputs: [3, 4], backend_fn: false, js: 'x' }), dependency({ id: 1, trigger_after: 0, trigger_only_on_success: true }),
      dependency({ id: 2, trigger_after: 0 })], { 0: (...args: unknown[]) => [args.length, { __type__: 'update', label: 'L' }] });
    dispatcher.fire('click', 9);
    await settle();
    assert.equal(value(3), 2);
    assert.equal(store.get(4)!.props['label'], 'L');
    assert.equal(store.get(3)!.status, null);
    assert.deepEqual(sent.map(s => s.fn_index), [1, 2]);
  });

  test('one that returns nothing gives an empty list', async () => {
    const { dispatcher, sent } = world([click(0, { inputs: [1], js: 'x' })], { 0: () => undefined });
    dispatcher.fire('click', 9);
    await settle();
    assert.deepEqual(sent[0]!.data, []);
  });

  test('one that throws is an error', async () => {
    const { dispatcher, sent, toasts } = world([click(0, { js: 'x' }), dependency({ id: 1, trigger_after: 0, trigger_only_on_failure: true })], { 0: () => { throw new Error('no'); } });
    const log = console.error;
    console.error = () => undefined;
    dispatcher.fire('click', 9);
    await settle();
    console.error = log;
    assert.deepEqual(toasts, [['error', 'no', 10]]);
    assert.deepEqual(sent.map(s => s.fn_index), [1]);
  });
});

describe('answers', () => {
  test('whole values first, then edits per output; the end brings whole values again', async () => {
    const { dispatcher, sent, value } = world([click(0, { outputs: [1, 2] })]);
    dispatcher.fire('click', 9);
    await settle();
    const step = (data: unknown[]) => sent[0]!.sink.message({ msg: 'process_generating', event_id: 'e', output: { data }, success: true });
    step(['He', [1]]);
    step([[['append', [], 'llo']], []]);
    assert.deepEqual([value(1), value(2)], ['Hello', [1]]);
    step([[], [['add', [1], 2]]]);
    assert.deepEqual([value(1), value(2)], ['Hello', [1, 2]]);
    await complete(sent[0]!, ['Hello', [1, 2]]);
    assert.deepEqual([value(1), value(2)], ['Hello', [1, 2]]);
  });

  test('steps are shown with the next frame, the end at once', async () => {
    const { dispatcher, sent, shown } = world([click(0, { outputs: [1] })]);
    dispatcher.fire('click', 9);
    await settle();
    sent[0]!.sink.message({ msg: 'process_generating', event_id: 'e', output: { data: ['a'] }, success: true });
    assert.deepEqual(shown, []);
    await complete(sent[0]!, ['ab']);
    assert.deepEqual(shown, [{ 1: 'ab' }]);
  });

  test('updates set properties, a skip nothing, a State stays', async () => {
    const { dispatcher, sent, store } = world([click(0, { outputs: [1, 2, 3] })], {}, { 3: 'state' });
    store.apply([[2, { value: 'kept' }]]);
    dispatcher.fire('click', 9);
    await settle();
    await complete(sent[0]!, [{ __type__: 'update', lines: 4, visible: false, value: 'x' }, { __type__: 'update' }, null]);
    assert.deepEqual(store.get(1)!.props, { lines: 4, visible: false, value: 'x' });
    assert.deepEqual([store.get(2)!.props['value'], 'value' in store.get(3)!.props], ['kept', false]);
  });

  test('an output that changes sets off its change listeners, whose last run sees the last value', async () => {
    const { dispatcher, sent } = world([click(0, { outputs: [1] }), dependency({ id: 1, targets: [[1, 'change']], inputs: [1], trigger_mode: 'always_last' })]);
    dispatcher.fire('click', 9);
    await settle();
    const step = (data: unknown[]) => sent[0]!.sink.message({ msg: 'process_generating', event_id: 'e', output: { data }, success: true });
    step(['a']);
    step([[['append', [], 'b']]]);
    step([[['append', [], 'c']]]);
    await settle();
    await complete(sent[1]!);
    assert.deepEqual(sent[2]!.data, ['abc']);
    await complete(sent[2]!);
    assert.equal(sent.length, 3);
  });

  test('an error is a toast only if it is to be seen, without its quotes; the output shows it', async () => {
    const { dispatcher, sent, toasts, store } = world([click(0, { outputs: [1] })]);
    dispatcher.fire('click', 9);
    await settle();
    await fail(sent[0]!, { error: null });
    assert.deepEqual(toasts, []);
    assert.equal(store.get(1)!.status?.status, 'error');
    dispatcher.fire('click', 9);
    await settle();
    await fail(sent[1]!, { error: "'No file'", visible: true, duration: null });
    assert.deepEqual(toasts, [['error', 'No file', null]]);
  });

  test('log messages are toasts unless they are invisible', async () => {
    const { dispatcher, sent, toasts } = world([click(0)]);
    dispatcher.fire('click', 9);
    await settle();
    for (const visible of [true, false]) sent[0]!.sink.message({ msg: 'log', event_id: 'e', log: 'Saved', level: 'success', duration: 3, visible });
    assert.deepEqual(toasts, [['success', 'Saved', 3]]);
  });

  test('the content of a render goes to the page', async () => {
    const { dispatcher, sent, renders } = world([click(0, { outputs: [1], render_id: 0 })]);
    dispatcher.fire('click', 9);
    await settle();
    const render_config = { render_id: 0, layout: { id: 1 }, components: [], dependencies: [] };
    await complete(sent[0]!, [null], { render_config });
    assert.deepEqual(renders, [render_config]);
  });

  test('what a render made goes with it, and what renders within it made', async () => {
    const { dispatcher, sent } = world([
      click(0, { outputs: [1], render_id: 1 }), click(1, { rendered_in: 1 }), click(2, { rendered_in: 1, render_id: 5 }), click(3, { rendered_in: 5 }),
      click(4, { rendered_in: 7 }),
    ]);
    assert.deepEqual(dispatcher.removeRendered(1), [1, 5]);
    dispatcher.fire('click', 9);
    await settle();
    assert.deepEqual(sent.map(({ fn_index }) => fn_index), [0, 4]);
  });
});

describe('status', () => {
  test('queue, start, progress and end', async () => {
    const { dispatcher, sent, store } = world([click(0, { outputs: [1, 2], show_progress_on: [2] })]);
    const status = () => store.get(2)!.status!;
    dispatcher.fire('click', 9);
    assert.equal(status().status, 'pending');
    await settle();
    sent[0]!.sink.message({ msg: 'estimation', event_id: 'e', rank: 3, queue_size: 5, rank_eta: 1.5 });
    assert.deepEqual([status().queue_position, status().queue_size, status().eta], [3, 5, 1.5]);
    sent[0]!.sink.message({ msg: 'process_starts', event_id: 'e', eta: 2 });
    assert.deepEqual([status().queue_position, status().queue_size, status().eta], [0, null, 2]);
    sent[0]!.sink.message({ msg: 'progress', event_id: 'e', progress_data: [{ index: 1, length: 2 }] });
    assert.deepEqual(status().progress, [{ index: 1, length: 2 }]);
    sent[0]!.sink.message({ msg: 'process_generating', event_id: 'e', output: { data: ['a', 'b'] }, success: true });
    assert.equal(status().status, 'generating');
    await complete(sent[0]!, ['a', 'b']);
    assert.deepEqual([status().status, status().progress], ['complete', null]);
    assert.equal(store.get(1)!.status, null);
  });

  test('an output of two running events stays pending until both are done', async () => {
    const { dispatcher, sent, store } = world([click(0, { outputs: [1], trigger_mode: 'multiple' })]);
    dispatcher.fire('click', 9);
    dispatcher.fire('click', 9);
    await settle();
    await complete(sent[1]!, ['b']);
    assert.equal(store.get(1)!.status?.status, 'pending');
    await complete(sent[0]!, ['a']);
    assert.equal(store.get(1)!.status?.status, 'complete');
  });

  test('a person takes an error away', async () => {
    const { dispatcher, sent, store } = world([click(0, { outputs: [1] })]);
    dispatcher.fire('click', 9);
    await settle();
    await fail(sent[0]!);
    dispatcher.board.clear(1);
    assert.equal(store.get(1)!.status, null);
  });
});
