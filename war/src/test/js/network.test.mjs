/** What Gradio's JavaScript client makes of slow, lost and changed connections to the app ContractApp. Another app is at GRADIO_OTHER_URL. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '@gradio/client';
import { failure, isOver, proxy, statuses, told, until, values } from './support.mjs';

const DATA = '/gradio_api/queue/data';

/** A client behind a proxy, both gone when the test is over. */
async function behind(t, options) {
  const between = await proxy(undefined, options);
  const app = await Client.connect(between.url, { events: ['data', 'status'], headers: {} });
  t.after(async () => {
    app.close();
    await between.close();
  });
  return { app, between };
}

test('everything goes to the address under which the server was reached', async t => {
  const { app, between } = await behind(t);
  assert.equal(`${app.config.root}/`, between.url);
  assert.deepEqual((await app.predict('/echo', ['x'])).data, ['x']);
});

test('messages that come before the answer to the join are kept for it', async t => {
  let others = 0;
  const { app } = await behind(t, { answered: async path => {
    if (path === '/gradio_api/queue/join' && ++others === 2) await new Promise(resolve => setTimeout(resolve, 500));
  } });
  const name = `early ${Math.random()}`;
  const held = app.submit('/hold', [name]);
  const ended = told(held);
  await held.wait_for_id();
  const messages = await told(app.submit('/growing', [3]));
  assert.deepEqual(values(messages), [['ab'], ['abab'], ['ababab'], ['ababab']]);
  await held.cancel();
  await ended;
});

test('a lost stream ends its calls with an error', async t => {
  const { app, between } = await behind(t);
  const submission = app.submit('/hold', [`lost ${Math.random()}`]);
  const ended = told(submission, isOver);
  await until(() => between.openTo(DATA) === 1, 'the stream is open');
  between.cut(DATA);
  const error = statuses(await ended).at(-1);
  assert.deepEqual([error.stage, error.broken], ['error', true]);
  assert.match(error.message, /Connection errored out/);
});

test('the stream is closed when all calls have ended', async t => {
  const { app, between } = await behind(t);
  await told(app.submit('/echo', ['x']));
  await until(() => between.openTo(DATA) === 0, 'the stream is closed');
});

test('the heartbeat stays open from call to call', async t => {
  const { app, between } = await behind(t);
  const heartbeat = `/gradio_api/heartbeat/${app.session_hash}`;
  await until(() => between.openTo(heartbeat) === 1, 'the heartbeat is open');
  await app.predict('/echo', ['x']);
  await app.predict('/echo', ['y']);
  assert.equal(between.openTo(heartbeat), 1);
});

test('it knows whether the app is there, another one, or gone', async t => {
  const { app, between } = await behind(t);
  assert.equal(await app.reconnect(), 'connected');
  between.turnTo(process.env.GRADIO_OTHER_URL);
  assert.equal(await app.reconnect(), 'changed');
  between.turnTo('http://127.0.0.1:1/');
  assert.equal(await app.reconnect(), 'broken');
});

test('a call that cannot be sent fails', async t => {
  const { app, between } = await behind(t);
  between.turnTo('http://127.0.0.1:1/');
  assert.ok(await failure(app.predict('/echo', ['x'])));
  assert.ok(await failure(app.predict('/echo_direct', ['x'])));
});
