/** Gradio's JavaScript client and an app that a trusted proxy shows under the path /tools. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from '@gradio/client';
import { asked, proxy, told, values } from './support.mjs';

let between;
let app;

before(async () => {
  between = await proxy(undefined, { prefix: '/tools' });
  app = await Client.connect(between.url, { events: ['data', 'status'] });
});

after(async () => {
  app.close();
  await between.close();
});

test('the config names the address under the proxy', () => {
  assert.equal(`${app.config.root}/`, between.url);
});

test('calls, streams and calls past the queue stay below it', async () => {
  const requests = await asked(async () => {
    assert.deepEqual((await app.predict('/echo', ['x'])).data, ['x']);
    assert.deepEqual((await app.predict('/echo_direct', ['y'])).data, ['y']);
    assert.deepEqual(values(await told(app.submit('/growing', [2]))).at(-1), ['abab']);
  });
  assert.ok(requests.length >= 5);
  requests.forEach(r => assert.match(r.path, /^\/tools\/gradio_api\//));
});
