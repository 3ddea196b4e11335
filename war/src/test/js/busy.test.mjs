/** Gradio's JavaScript client and an app that lets one event run and none wait. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '@gradio/client';
import { address, failure, isOver, statuses, told, until } from './support.mjs';

test('a full queue is told in the words of the client', async () => {
  const app = await Client.connect(address, { events: ['data', 'status'] });
  const running = app.submit('/wait', []);
  const ended = told(running);
  await running.wait_for_id();
  await until(async () => (await app.predict('/running', [])).data[0] === 'yes', 'the first one runs');
  const waiting = app.submit('/wait', []);
  const waited = told(waiting, isOver);
  await waiting.wait_for_id();
  const refused = statuses(await told(app.submit('/wait', []), isOver)).at(-1);
  assert.match(refused.message, /This application is currently busy/);
  assert.equal((await failure(app.predict('/wait', []))).stage, 'error');
  await waiting.cancel();
  await running.cancel();
  await Promise.all([ended, waited]);
  app.close();
});
