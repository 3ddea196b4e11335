/** How Gradio's JavaScript client calls the endpoints of the app ContractApp and follows them. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from '@gradio/client';
import { address, asked, failure, isOver, stages, statuses, told, until, values } from './support.mjs';

let app;

before(async () => {
  app = await Client.connect(address, { events: ['data', 'status', 'log'] });
});

after(() => app.close());

const number = name => app.config.dependencies.find(d => d.api_name === name).id;
const fate = async name => (await app.predict('/fate', [name])).data[0];

test('finds an endpoint with and without its slash, and by number', async () => {
  assert.deepEqual((await app.predict('/echo', ['a'])).data, ['a']);
  assert.deepEqual((await app.predict('echo', ['b'])).data, ['b']);
  assert.deepEqual((await app.predict(number('echo'), ['c'])).data, ['c']);
});

test('names the endpoints there are when one is unknown', async () => {
  for (const unknown of ['/nowhere', '', 999]) {
    assert.match((await failure(app.predict(unknown, []))).message, /No endpoint matching .* was found.*"\/echo"/);
  }
});

test('gives unset parameters their defaults', async () => {
  assert.deepEqual((await app.predict('/repeat', { text: 'ab' })).data, ['abab']);
  assert.deepEqual((await app.predict('/repeat', { times: 1, text: 'ab' })).data, ['ab']);
});

test('misses a parameter without a default', async () => {
  assert.match((await failure(app.predict('/repeat', { times: 1 }))).message, /required parameter: text/);
});

test('refuses a parameter that the endpoint does not have', async () => {
  assert.match((await failure(app.predict('/repeat', { text: 'a', stranger: 1 }))).message, /stranger/);
});

test('sends more values than wanted, of which the rest is ignored', async () => {
  assert.deepEqual((await app.predict('/echo', ['x', 'y', 'z'])).data, ['x']);
});

test('calls without values', async () => {
  assert.deepEqual((await app.predict('/guess')).data[0], 'done');
});

test('fills the places of states, whether they are given or not', async () => {
  const other = await Client.connect(address);
  let joins = await asked(() => other.predict('/tally', []));
  assert.deepEqual(joins.find(r => r.path.includes('join')).body.data, [null]);
  joins = await asked(() => other.predict('/tally', [null]));
  assert.deepEqual(joins.find(r => r.path.includes('join')).body.data, [null]);
  other.close();
});

test('keeps state in its session', async () => {
  const [one, other] = [await Client.connect(address), await Client.connect(address)];
  assert.deepEqual((await one.predict('/tally', [])).data, ['1']);
  assert.deepEqual((await one.predict('/tally', [])).data, ['2']);
  assert.deepEqual((await other.predict('/tally', [])).data, ['1']);
  one.close();
  other.close();
});

test('calls endpoints without components', async () => {
  assert.deepEqual((await app.predict('/add', [1, 2])).data, [3]);
  assert.deepEqual((await app.predict('/add', { b: 40, a: 2 })).data, [42]);
  assert.deepEqual((await app.predict('/ship', [[{ name: 'tea', count: 2 }], 'Ada'])).data, [{ 'tea to Ada': 2 }]);
});

test('calls what is not listed but not what is private', async () => {
  assert.deepEqual((await app.predict('/unlisted', ['x'])).data, ['unlisted x']);
  for (const secret of ['/secret', number('secret')]) {
    assert.equal((await failure(app.predict(secret, ['x']))).message, "The endpoint 'secret' is private.");
  }
});

test('joins the queue with all that the server needs', async () => {
  const requests = await asked(() => told(app.submit('/echo', ['x'], { some: 'data' }, 3)));
  const join = requests.find(r => r.method === 'POST');
  assert.match(join.path, /^\/gradio_api\/queue\/join\??$/);
  assert.deepEqual(join.body, { data: ['x'], event_data: { some: 'data' }, fn_index: number('echo'), trigger_id: 3, session_hash: app.session_hash });
  assert.equal(requests.filter(r => r.path === `/gradio_api/queue/data?session_hash=${app.session_hash}`).length, 1);
});

test('calls past the queue what has none, by name and by number', async () => {
  const byName = await asked(() => app.predict('/echo_direct', ['x']));
  assert.deepEqual(byName.map(r => r.path), ['/gradio_api/run/echo_direct']);
  assert.equal(byName[0].body.fn_index, number('echo_direct'));
  const byNumber = await asked(async () => assert.deepEqual((await app.predict(number('echo_direct'), ['x'])).data, ['x']));
  assert.deepEqual(byNumber.map(r => r.path), ['/gradio_api/run/predict']);
});

test('tells the stages of a call past the queue', async () => {
  const messages = await told(app.submit('/echo_direct', ['x']), isOver);
  assert.deepEqual(messages.map(m => m.type), ['status', 'data', 'status']);
  assert.deepEqual(stages(messages), ['pending', 'complete']);
  assert.ok(statuses(messages).every(m => m.queue === false));
});

test('reports what fails past the queue', async () => {
  assert.equal((await failure(app.predict('/fate', [{}]))).message, 'Textbox "Text" takes a string, not {}');
});

test('tells place, start and end of a queued call', async () => {
  const messages = await told(app.submit('/echo', ['x']));
  const all = statuses(messages);
  assert.deepEqual(all.map(m => m.stage), ['pending', 'pending', 'pending', 'complete']);
  assert.deepEqual([all[1].position, all[1].size], [0, 1]);
  assert.equal(all[2].original_msg, 'process_starts');
  assert.deepEqual(all.at(-1).changed_state_ids, []);
  assert.ok(all.every(m => m.queue && m.endpoint === '/echo' && m.fn_index === number('echo') && m.time instanceof Date));
});

test('knows the event of a submission', async () => {
  const submission = app.submit('/echo', ['x']);
  const id = await submission.wait_for_id();
  assert.match(id, /^[0-9a-f]{32}$/);
  assert.equal(submission.event_id(), id);
  await told(submission);
});

test('follows a growing text by its edits', async () => {
  const messages = await told(app.submit('/growing', [4]));
  assert.deepEqual(values(messages), [['ab'], ['abab'], ['ababab'], ['abababab'], ['abababab']]);
  assert.equal(stages(messages).filter(stage => stage === 'generating').length, 4);
});

test('follows edits within nested values', async () => {
  const data = values(await told(app.submit('/guess', [])));
  assert.deepEqual(data, [
    ['thinking', { label: 'cat', confidences: [{ label: 'cat', confidence: 0.5 }, { label: 'dog', confidence: 0.4 }] }],
    ['thinking', { label: 'cat', confidences: [{ label: 'cat', confidence: 0.9 }] }],
    ['done', { __type__: 'update' }],
    ['done', { __type__: 'update' }]]);
});

test('gets long streams to their end', async () => {
  const last = (await app.predict('/spell', [5000])).data[0];
  assert.equal(last, Array.from({ length: 5000 }, (_, i) => `w${i} `).join(''));
});

test('carries every kind of text', async () => {
  for (const text of ['', 'line\nline\n\ndata: x\n\nevent: y\r\n', '\u2028\u2029\u0000\u001f', '👩‍👩‍👧 𝔘𝔫𝔦 עברית', '</script><!--', '"\\"', 'x'.repeat(1_000_000)]) {
    assert.deepEqual((await app.predict('/echo', [text])).data, [text]);
    assert.deepEqual((await app.predict('/echo_direct', [text])).data, [text]);
  }
});

test('keeps calls at the same time apart, on one stream', async () => {
  const texts = Array.from({ length: 50 }, (_, i) => `call ${i}`);
  const requests = await asked(async () => {
    const results = await Promise.all(texts.map(text => app.predict('/echo', [text])));
    assert.deepEqual(results.map(r => r.data[0]), texts);
  });
  assert.equal(requests.filter(r => r.path.includes('queue/join')).length, 50);
});

test('streams several calls at the same time', async () => {
  const all = await Promise.all([1, 2, 3, 4].map(n => told(app.submit('/growing', [n]))));
  all.forEach((messages, i) => assert.deepEqual(values(messages).at(-1), ['ab'.repeat(i + 1)]));
});

test('opens a new stream for the next call when the last one has ended', async () => {
  for (let round = 0; round < 3; round++) {
    const requests = await asked(() => told(app.submit('/echo', [String(round)])));
    assert.equal(requests.filter(r => r.path.includes('queue/data')).length, 1);
  }
});

test('shares the work of a batch', async () => {
  const results = await Promise.all([1, 2, 3, 4, 5].map(n => app.predict('/batched', ['n', n])));
  assert.deepEqual(results.map(r => r.data[0]), ['n-1', 'n-2', 'n-3', 'n-4', 'n-5']);
});

test('is told of results from the cache', async () => {
  const key = `tea ${Math.random()}`;
  const first = await told(app.submit('/cached', [key]));
  const again = await told(app.submit('/cached', [key]));
  assert.deepEqual(values(again), values(first));
  assert.equal(statuses(first).at(-1).used_cache, null);
  assert.equal(statuses(again).at(-1).used_cache, 'full');
  assert.equal(typeof statuses(again).at(-1).cache_duration, 'number');
});

test('sends pieces into a running event and ends it', async () => {
  const submission = app.submit('/listen', [1]);
  const heard = [];
  for await (const message of submission) {
    if (message.type === 'data') heard.push(message.data[0]);
    if (message.type === 'status' && message.stage === 'streaming') assert.ok(message.time_limit <= 20);
    if (message.type === 'data' && heard.length === 1) submission.send_chunk({ data: [2, null] });
    if (message.type === 'data' && heard.length === 2) submission.close_stream();
  }
  assert.deepEqual(heard.slice(0, 2), ['1', '3']);
});

test('passes on progress and messages of the handler', async () => {
  const messages = await told(app.submit('/report', []));
  assert.deepEqual(messages.filter(m => m.type === 'log').map(m => [m.level, m.title, m.log, m.visible, m.duration]), [['info', 'Info', 'Started', true, 10],
    ['warning', 'Careful', 'Step a', true, 10], ['warning', 'Careful', 'Step b', true, 10]]);
  const progress = statuses(messages).filter(m => m.progress_data).map(m => m.progress_data[0]);
  assert.ok(progress.length > 0);
  progress.forEach(unit => assert.deepEqual([unit.length, unit.unit, unit.progress, unit.desc], [2, 'steps', null, 'Packing']));
});

test('cancels a running event with the requests of the protocol', async () => {
  const name = `cancelled ${Math.random()}`;
  const submission = app.submit('/hold', [name]);
  const ended = told(submission);
  await until(async () => await fate(name) === 'running', 'it runs');
  const requests = await asked(() => submission.cancel());
  const id = submission.event_id();
  assert.deepEqual(requests.map(r => [r.path, r.body]), [
    ['/gradio_api/cancel', { event_id: id, session_hash: app.session_hash, fn_index: number('hold') }],
    ['/gradio_api/reset', { event_id: id }]]);
  await until(async () => await fate(name) === 'interrupted', 'it is interrupted');
  await ended;
});

test('hears that another one cancelled its event, and goes on', async () => {
  const name = `elsewhere ${Math.random()}`;
  const submission = app.submit('/hold', [name]);
  const ended = told(submission);
  await until(async () => await fate(name) === 'running', 'it runs');
  const streaming = told(app.submit('/spell', [2000]));
  await fetch(`${address}gradio_api/cancel`, { method: 'POST', body: JSON.stringify({ event_id: submission.event_id(), session_hash: app.session_hash, fn_index: number('hold') }) });
  const last = statuses(await ended).at(-1);
  assert.deepEqual([last.stage, last.message, last.visible], ['error', 'The event was cancelled.', false]);
  assert.equal(values(await streaming).at(-1)[0].length, Array.from({ length: 2000 }, (_, i) => `w${i} `).join('').length);
});

test('cancels an event that waits, and lets the others go on', async () => {
  const name = `waits ${Math.random()}`;
  const running = app.submit('/hold', [name]);
  const ended = told(running);
  await until(async () => await fate(name) === 'running', 'the first one runs');
  const waiting = app.submit('/hold', [`${name} 2`]);
  const waited = told(waiting);
  await waiting.wait_for_id();
  await waiting.cancel();
  assert.deepEqual((await app.predict('/echo', ['meanwhile'])).data, ['meanwhile']);
  await running.cancel();
  await Promise.all([ended, waited]);
  await until(async () => await fate(name) === 'interrupted', 'the first one is interrupted');
  assert.equal(await fate(`${name} 2`), 'never started');
});

test('reports what a handler means to say, with title, time and visibility', async () => {
  const error = statuses(await told(app.submit('/sell_out', ['tea']))).at(-1);
  assert.deepEqual([error.stage, error.message, error.title, error.duration, error.visible, error.success],
    ['error', 'Sold out: tea', 'Sorry', 5, true, false]);
});

test('reports nothing of failures that nobody meant to say', async () => {
  const error = statuses(await told(app.submit('/crash', ['xyzzy']))).at(-1);
  assert.equal(error.stage, 'error');
  assert.doesNotMatch(JSON.stringify(error), /xyzzy|password|Exception/);
});

test('reports values that are none of the component', async () => {
  assert.equal((await failure(app.predict('/level', ['high']))).message, 'Slider "Level" takes a number, not "high"');
  assert.equal((await failure(app.predict('/level', [11]))).message, 'Value 11 is greater than maximum value 10.');
});

test('reports broken rules by parameter, before the handler runs', async () => {
  const error = statuses(await told(app.submit('/named', [' ']))).at(-1);
  assert.deepEqual([error.stage, error.code, error.visible], ['error', 'validation_error', true]);
  assert.deepEqual(error.message, [{ __type__: 'validate', is_valid: false, message: 'Name an item', parameter_name: 'text' }]);
});

test('goes on after every failure', async () => {
  await failure(app.predict('/sell_out', ['tea']));
  await failure(app.predict('/named', ['']));
  await failure(app.predict('/secret', ['x']));
  assert.deepEqual((await app.predict('/echo', ['well'])).data, ['well']);
});
