import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { complete, dependency, settle, world, type Sent } from './fixtures.js';

/** A tape (1) that streams numbers to an event that adds them up (2). */
const tape = () => world([dependency({
  id: 0, targets: [[1, 'stream']], inputs: [1], outputs: [2], connection: 'stream', trigger_mode: 'multiple', stream_every: 0.1, event_specific_args: ['stream_every'],
})], {}, { 1: 'tape' });

const starts = (sent: Sent): void => sent.sink.message({ msg: 'process_starts', event_id: 'e', eta: null });
const answers = (sent: Sent, value: unknown): void => sent.sink.message({ msg: 'process_streaming', event_id: 'e', output: { data: [value] }, success: true, time_limit: 3 });

async function record({ store, dispatcher }: ReturnType<typeof tape>, value: number): Promise<void> {
  store.apply([[1, { value }]]);
  dispatcher.fire('stream', 1, { at: value });
  await settle();
}

describe('streaming inputs', () => {
  test('the first piece joins the queue, later ones go to the running event, and whole values come back', async () => {
    const page = tape();
    await record(page, 1);
    starts(page.sent[0]!);
    answers(page.sent[0]!, '1');
    await record(page, 2);
    await record(page, 3);
    assert.equal(page.sent.length, 1);
    assert.deepEqual(page.sent[0]!.data, [1]);
    assert.deepEqual(page.sent[0]!.pieces, [[[2], { at: 2 }], [[3], { at: 3 }]]);
    answers(page.sent[0]!, '6');
    assert.equal(page.value(2), '6');
    assert.deepEqual([page.store.get(2)!.status?.status, page.store.get(2)!.status?.time_limit], ['streaming', 3]);
  });

  test('pieces are dropped while the event still waits for its turn', async () => {
    const page = tape();
    await record(page, 1);
    await record(page, 2);
    assert.deepEqual([page.sent.length, page.sent[0]!.pieces.length], [1, 0]);
  });

  test('the component knows its interval and whether the server listens', async () => {
    const page = tape();
    const prop = (name: string): unknown => page.store.get(1)!.props[name];
    await record(page, 1);
    assert.deepEqual([prop('stream_every'), prop('stream_state')], [0.1, 'waiting']);
    starts(page.sent[0]!);
    assert.equal(prop('stream_state'), 'open');
    await complete(page.sent[0]!, ['1']);
    assert.equal(prop('stream_state'), 'closed');
  });

  test('when the event is over while the tape runs on, the next piece joins again', async () => {
    const page = tape();
    await record(page, 1);
    starts(page.sent[0]!);
    await complete(page.sent[0]!, ['1']);
    await record(page, 2);
    assert.deepEqual(page.sent.map(s => s.data), [[1], [2]]);
  });

  test('a tape that stops ends the event, after it has begun', async () => {
    const page = tape();
    await record(page, 1);
    page.dispatcher.fire('close_stream', 1);
    assert.equal(page.sent[0]!.ended, false);
    starts(page.sent[0]!);
    assert.equal(page.sent[0]!.ended, true);
    await record(page, 2);
    assert.equal(page.sent[0]!.pieces.length, 0);
  });
});
