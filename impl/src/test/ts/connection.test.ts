import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Connection, type ConnectionOptions, type LinkEvents } from '../../main/ts/gradio4j/connection.js';
import type { ClientFrame, EventMessage, Sink } from '../../main/ts/gradio4j/messages.js';

interface FakeLink {
  readonly kind: 'socket' | 'stream';
  readonly last_seq: number;
  readonly events: LinkEvents;
  readonly sent: ClientFrame[];
  closed: boolean;
}

/** Time and network in the hands of the test. */
function world({ reachable = false, socket = true }: { reachable?: boolean; socket?: boolean } = {}) {
  const links: FakeLink[] = [];
  const timers = new Map<number, { action: () => void; at: number }>();
  const states: boolean[] = [];
  let now = 0;
  let ids = 0;
  let lost = 0;
  const open = (kind: FakeLink['kind']): ConnectionOptions['stream'] => (last_seq, events) => {
    const link: FakeLink = { kind, last_seq, events, sent: [], closed: false };
    links.push(link);
    return { send: frame => link.sent.push(frame), close: () => { link.closed = true; events.closed(1006); } };
  };
  const connection = new Connection({
    socket: socket ? open('socket') : null, stream: open('stream'), reachable: () => Promise.resolve(reachable), query: () => 'lang=de',
    online: online => states.push(online), lost: () => { lost += 1; },
    later: (action, ms) => { timers.set(++ids, { action, at: now + ms }); return ids; },
    forget: timer => timers.delete(timer as number), random: () => 1,
  });
  const pass = (ms: number): void => {
    const end = now + ms;
    for (;;) {
      const next = [...timers].filter(([, t]) => t.at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!next) break;
      timers.delete(next[0]);
      now = next[1].at;
      next[1].action();
    }
    now = end;
  };
  return { connection, links, states, pass, lost: () => lost, link: () => links.at(-1)! };
}

function sink() {
  const log: unknown[] = [];
  const sink: Sink = { joined: () => log.push('joined'), rejected: (status, detail) => log.push([status, detail]), message: m => log.push(m.msg) };
  return { sink, log };
}

const request = { fn_index: 3, data: ['a'], event_data: null, trigger_id: 7 };
const done = (event_id: string): EventMessage => ({ msg: 'process_completed', event_id, output: { data: [] }, success: true });
const starts = (event_id: string): EventMessage => ({ msg: 'process_starts', event_id, eta: null });
const microtasks = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('one connection', () => {
  test('opens with the first submission and sends it once the server has said hello', () => {
    const { connection, links, link } = world();
    const { sink: s, log } = sink();
    connection.submit(request, s);
    connection.submit(request, sink().sink);
    assert.equal(links.length, 1);
    assert.deepEqual(link().sent, []);
    link().events.message({ msg: 'connected', known: false });
    assert.deepEqual(link().sent[0], { type: 'join', id: '1', ...request, query: 'lang=de' });
    assert.equal(link().sent.length, 2);
    link().events.message({ msg: 'joined', id: '1', event_id: 'e1', seq: 1 });
    link().events.message({ ...starts('e1'), seq: 2 });
    link().events.message({ ...done('e1'), seq: 3 });
    assert.deepEqual(log, ['joined', 'process_starts', 'process_completed']);
  });

  test('sends the pieces of a stream to the event once it is known, and its end', () => {
    const { connection, link } = world();
    const ticket = connection.submit(request, sink().sink);
    link().events.message({ msg: 'connected', known: false });
    ticket.send([1], null);
    assert.equal(link().sent.length, 1);
    link().events.message({ msg: 'joined', id: '1', event_id: 'e1', seq: 1 });
    ticket.send([2], { at: 2 });
    ticket.end();
    assert.deepEqual(link().sent.slice(1), [
      { type: 'stream', event_id: 'e1', fn_index: 3, data: [2], event_data: { at: 2 } }, { type: 'stream', event_id: 'e1', fn_index: 3 },
    ]);
    link().events.message({ ...done('e1'), seq: 2 });
    ticket.send([3], null);
    assert.equal(link().sent.length, 3);
  });

  test('keeps the answers of several events apart and passes on a refusal', () => {
    const { connection, link } = world();
    const [a, b, c] = [sink(), sink(), sink()];
    for (const { sink: s } of [a, b, c]) connection.submit(request, s);
    const { events } = link();
    events.message({ msg: 'connected', known: false });
    events.message({ msg: 'joined', id: '1', event_id: 'x', seq: 1 });
    events.message({ msg: 'rejected', id: '3', status: 422, detail: ['d'], seq: 2 });
    events.message({ msg: 'joined', id: '2', event_id: 'y', seq: 3 });
    events.message({ ...done('y'), seq: 4 });
    assert.deepEqual([a.log, b.log, c.log], [['joined'], ['joined', 'process_completed'], [[422, ['d']]]]);
  });

  test('acknowledges after 50 messages, or a second of quiet', () => {
    const { connection, link, pass } = world();
    connection.connect();
    const { events, sent } = link();
    events.message({ msg: 'connected', known: false });
    for (let seq = 1; seq <= 51; seq++) events.message({ ...starts('e'), seq });
    assert.deepEqual(sent, [{ type: 'ack', seq: 50 }]);
    pass(999);
    assert.equal(sent.length, 1);
    pass(1);
    assert.deepEqual(sent[1], { type: 'ack', seq: 51 });
    pass(10_000);
    assert.equal(sent.length, 2);
  });

  test('cancels a running event, and one whose join is not answered yet as soon as it is', () => {
    const { connection, link } = world();
    const [a, b] = [sink(), sink()];
    const first = connection.submit(request, a.sink);
    const second = connection.submit(request, b.sink);
    const { events, sent } = link();
    events.message({ msg: 'connected', known: false });
    events.message({ msg: 'joined', id: '1', event_id: 'x', seq: 1 });
    sent.length = 0;
    first.cancel();
    second.cancel();
    events.message({ msg: 'joined', id: '2', event_id: 'y', seq: 2 });
    events.message({ ...done('x'), seq: 3 });
    assert.deepEqual(sent, [{ type: 'cancel', event_id: 'x', fn_index: 3 }, { type: 'cancel', event_id: 'y', fn_index: 3 }]);
    assert.deepEqual([a.log, b.log], [['joined'], []]);
  });
});

describe('interruptions', () => {
  test('after one, the server replays what was not seen; nothing is delivered twice; joins without an answer go again', () => {
    const { connection, link, pass, states } = world();
    const [a, b] = [sink(), sink()];
    connection.submit(request, a.sink);
    link().events.message({ msg: 'connected', known: false });
    link().events.message({ msg: 'joined', id: '1', event_id: 'x', seq: 1 });
    link().events.message({ ...starts('x'), seq: 2 });
    connection.submit(request, b.sink);
    link().events.closed(1006);
    pass(250);
    assert.equal(link().last_seq, 2);
    link().events.message({ msg: 'connected', known: true });
    assert.deepEqual(link().sent, [{ type: 'join', id: '2', ...request, query: 'lang=de' }]);
    link().events.message({ ...starts('x'), seq: 2 });
    link().events.message({ ...done('x'), seq: 3 });
    link().events.message({ msg: 'joined', id: '2', event_id: 'y', seq: 4 });
    link().events.message({ ...done('y'), seq: 5 });
    assert.deepEqual([a.log, b.log], [['joined', 'process_starts', 'process_completed'], ['joined', 'process_completed']]);
    assert.deepEqual(states, [true, false, true]);
  });

  test('a link that is gone can say nothing any more', () => {
    const { connection, links, link, pass } = world();
    const { sink: s, log } = sink();
    connection.submit(request, s);
    link().events.message({ msg: 'connected', known: false });
    link().events.closed(1006);
    pass(1000);
    links[0]!.events.message({ msg: 'joined', id: '1', event_id: 'x', seq: 1 });
    links[0]!.events.closed(1006);
    assert.deepEqual(log, []);
    assert.equal(links.length, 2);
  });

  test('attempts come twice as late each time, at most every ten seconds, and start over after a success', () => {
    const { connection, links, link, pass } = world();
    connection.connect();
    link().events.message({ msg: 'connected', known: false });
    link().events.closed(1006);
    const delays = [250, 500];
    for (const delay of delays) {
      pass(delay - 1);
      const before = links.length;
      pass(1);
      assert.equal(links.length, before + 1);
      if (delay !== delays.at(-1)) link().events.closed(1006);
    }
    link().events.message({ msg: 'connected', known: true });
    link().events.closed(1006);
    pass(250);
    assert.equal(links.length, 4);
  });

  test('forty seconds without a heartbeat end a dead link', () => {
    const { connection, links, link, pass } = world();
    connection.connect();
    link().events.message({ msg: 'connected', known: false });
    pass(30_000);
    link().events.message({ msg: 'heartbeat' });
    pass(30_000);
    assert.equal(links[0]!.closed, false);
    pass(10_000);
    assert.equal(links[0]!.closed, true);
    pass(250);
    assert.equal(links.length, 2);
  });

  test('when the network is back nobody waits for the next attempt', () => {
    const { connection, links, link } = world();
    connection.hurry();
    assert.equal(links.length, 0);
    connection.connect();
    link().events.message({ msg: 'connected', known: false });
    link().events.closed(1006);
    connection.hurry();
    assert.equal(links.length, 2);
  });

  test('a cancel while offline is sent with the next connection', () => {
    const { connection, link, pass } = world();
    const ticket = connection.submit(request, sink().sink);
    link().events.message({ msg: 'connected', known: false });
    link().events.message({ msg: 'joined', id: '1', event_id: 'x', seq: 1 });
    link().events.closed(1006);
    ticket.cancel();
    pass(250);
    link().events.message({ msg: 'connected', known: true });
    assert.deepEqual(link().sent, [{ type: 'cancel', event_id: 'x', fn_index: 3 }]);
  });
});

describe('the end of a session', () => {
  test('the server does not know it any more', () => {
    const { connection, links, link, pass, lost } = world();
    connection.connect();
    link().events.message({ msg: 'connected', known: false });
    link().events.message({ ...starts('x'), seq: 1 });
    link().events.closed(1012);
    pass(250);
    link().events.message({ msg: 'connected', known: false });
    assert.equal(lost(), 1);
    pass(60_000);
    connection.submit(request, sink().sink);
    assert.equal(links.length, 2);
  });

  test('a server that has answered nothing yet may start anew', () => {
    const { connection, link, pass, lost } = world();
    const { sink: s, log } = sink();
    connection.submit(request, s);
    link().events.message({ msg: 'connected', known: false });
    link().events.closed(1012);
    pass(250);
    link().events.message({ msg: 'connected', known: false });
    link().events.message({ msg: 'joined', id: '1', event_id: 'x', seq: 1 });
    assert.equal(lost(), 0);
    assert.deepEqual(log, ['joined']);
  });

  test('a refused page does not try again', () => {
    const { connection, links, link, pass, lost } = world();
    connection.connect();
    link().events.closed(1008);
    pass(60_000);
    assert.deepEqual([lost(), links.length], [1, 1]);
  });
});

describe('the fallback to server-sent events', () => {
  test('is taken when the first WebSocket fails and plain HTTP works', async () => {
    const { connection, link } = world({ reachable: true });
    connection.submit(request, sink().sink);
    link().events.closed(1006);
    await microtasks();
    assert.equal(link().kind, 'stream');
    link().events.message({ msg: 'connected', known: true });
    assert.equal(link().sent.length, 1);
  });

  test('is not taken when the server is away', async () => {
    const { connection, links, link, pass } = world({ reachable: false });
    connection.connect();
    link().events.closed(1006);
    await microtasks();
    pass(250);
    assert.deepEqual(links.map(l => l.kind), ['socket', 'socket']);
  });

  test('is taken after three failures in a row, and goes on after the last message seen', async () => {
    const { connection, links, link, pass } = world({ reachable: true });
    connection.connect();
    link().events.message({ msg: 'connected', known: false });
    link().events.message({ ...starts('x'), seq: 7 });
    for (const delay of [250, 500]) {
      link().events.closed(1006);
      pass(delay);
    }
    assert.deepEqual(links.map(l => l.kind), ['socket', 'socket', 'socket']);
    link().events.closed(1006);
    await microtasks();
    assert.deepEqual([link().kind, link().last_seq], ['stream', 7]);
  });

  test('an event\'s messages may be faster than the answer to its join', () => {
    const { connection, link } = world({ socket: false });
    const { sink: s, log } = sink();
    connection.submit(request, s);
    link().events.message({ msg: 'connected', known: true });
    link().events.message({ ...starts('x'), seq: 1 });
    link().events.message({ ...done('x'), seq: 2 });
    link().events.message({ msg: 'joined', id: '1', event_id: 'x' });
    assert.deepEqual(log, ['joined', 'process_starts', 'process_completed']);
  });

  test('ends when WebSockets work again: the new one takes over, and goes on after the last message seen', async () => {
    const { connection, links, link, pass, states } = world({ reachable: true });
    const { sink: s, log } = sink();
    connection.submit(request, s);
    link().events.closed(1006);
    await microtasks();
    const stream = link();
    stream.events.message({ msg: 'connected', known: true });
    stream.events.message({ msg: 'joined', id: '1', event_id: 'x' });
    stream.events.message({ ...starts('x'), seq: 1 });
    pass(5_000);
    assert.deepEqual([link().kind, link().last_seq, stream.closed], ['socket', 1, false]);
    stream.events.message({ ...starts('x'), seq: 2 });
    link().events.message({ msg: 'connected', known: true });
    assert.equal(stream.closed, true);
    link().events.message({ ...starts('x'), seq: 2 });
    link().events.message({ ...done('x'), seq: 3 });
    assert.deepEqual(log, ['joined', 'process_starts', 'process_starts', 'process_completed']);
    connection.submit(request, sink().sink);
    assert.equal(link().sent.at(-1)?.type, 'join');
    pass(30_000);
    assert.equal(links.length, 3);
    assert.deepEqual(states, [false, true, true]);
  });

  test('the server may end the old one before the new one has said hello', async () => {
    const { connection, links, link, pass } = world({ reachable: true });
    connection.connect();
    link().events.closed(1006);
    await microtasks();
    const stream = link();
    stream.events.message({ msg: 'connected', known: true });
    pass(5_000);
    const probe = link();
    stream.events.closed(1006);
    pass(1_000);
    assert.equal(links.length, 3);
    probe.events.message({ msg: 'connected', known: true });
    connection.submit(request, sink().sink);
    assert.deepEqual([probe.sent.length, links.length], [1, 3]);
  });

  test('an attempt that says nothing holds nothing up', async () => {
    const { connection, links, link, pass } = world({ reachable: true });
    connection.connect();
    link().events.closed(1006);
    await microtasks();
    link().events.message({ msg: 'connected', known: true });
    pass(5_000);
    const probe = link();
    links[1]!.events.closed(1006);
    pass(5_000);
    assert.equal(probe.closed, true);
    pass(250);
    assert.equal(link().kind, 'stream');
  });

  test('goes on while WebSockets stay blocked, which is looked at more and more seldom', async () => {
    const { connection, links, link, pass } = world({ reachable: true });
    connection.connect();
    link().events.closed(1006);
    await microtasks();
    const stream = link();
    stream.events.message({ msg: 'connected', known: true });
    for (const delay of [5_000, 10_000, 20_000]) {
      const before = links.length;
      pass(delay - 1);
      assert.equal(links.length, before);
      stream.events.message({ msg: 'heartbeat' });
      pass(1);
      assert.equal(links.length, before + 1);
      link().events.closed(1006);
    }
    assert.equal(stream.closed, false);
    connection.submit(request, sink().sink);
    assert.equal(stream.sent.at(-1)?.type, 'join');
  });

  test('an event that is started meanwhile does not wait for the attempt', async () => {
    const { connection, link, pass } = world({ reachable: true });
    connection.connect();
    link().events.closed(1006);
    await microtasks();
    const stream = link();
    stream.events.message({ msg: 'connected', known: true });
    pass(5_000);
    const probe = link();
    connection.submit(request, sink().sink);
    assert.deepEqual([probe.closed, stream.closed, stream.sent.length], [true, false, 1]);
    probe.events.message({ msg: 'connected', known: true });
    assert.equal(stream.closed, false);
  });

  test('a session that is gone is lost there, too', () => {
    const { connection, link, lost } = world({ socket: false });
    connection.connect();
    link().events.message({ msg: 'unexpected_error', message: '404: Not Found', session_not_found: true });
    assert.equal(lost(), 1);
  });
});
