/** How Gradio's JavaScript client connects, and what it learns of the app ContractApp. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Client } from '@gradio/client';
import { address, asked, failure, stages, statuses, told, until, values } from './support.mjs';

const open = [];
const connect = async (url = address, options = {}) => {
  const app = await Client.connect(url, options);
  open.push(app);
  return app;
};

after(() => open.forEach(app => app.close()));

test('asks for the config, then for the description', async () => {
  const requests = await asked(() => connect());
  assert.deepEqual(requests.slice(0, 2).map(r => [r.method, r.path]), [['GET', '/config'], ['GET', '/gradio_api/info']]);
});

test('opens one heartbeat with its session, as the config says', async () => {
  let app;
  const requests = await asked(async () => {
    app = await connect();
    await app.predict('/echo', ['a']);
    await app.predict('/echo', ['b']);
  });
  assert.equal(app.config.connect_heartbeat, true);
  assert.deepEqual(requests.filter(r => r.path.includes('heartbeat')).map(r => r.path), [`/gradio_api/heartbeat/${app.session_hash}`]);
});

test('finds the app with and without a slash at the end', async () => {
  assert.deepEqual((await (await connect(address.replace(/\/$/, ''))).predict('/echo', ['x'])).data, ['x']);
  assert.deepEqual((await (await connect(address)).predict('/echo', ['x'])).data, ['x']);
});

test('reads every field it works with', async () => {
  const { config } = await connect();
  assert.equal(config.version, '6.25.0');
  assert.equal(config.protocol, 'sse_v3');
  assert.equal(config.api_prefix, '/gradio_api');
  assert.equal(config.enable_queue, true);
  assert.equal(`${config.root}/`, address);
  assert.equal(typeof config.app_id, 'number');
  config.dependencies.forEach((dependency, index) => assert.equal(dependency.id, index));
  const components = new Set(config.components.map(c => c.id));
  config.dependencies.flatMap(d => [...d.inputs, ...d.outputs]).forEach(id => assert.ok(components.has(id), `component ${id} is in the config`));
});

test('sends the headers that it was given with every call', async () => {
  const app = await connect(address, { headers: { 'X-Test': 'from the options' } });
  assert.deepEqual((await app.predict('/who', [])).data, [`${app.session_hash}, from the options, no query`]);
});

test('uses the session that it was given, and makes one up otherwise', async () => {
  const app = await connect(address, { session_hash: 'chosen by the test' });
  assert.match((await app.predict('/who', [])).data[0], /^chosen by the test, /);
  const [one, other] = [await connect(), await connect()];
  assert.match(one.session_hash, /^[0-9a-z]+$/);
  assert.notEqual(one.session_hash, other.session_hash);
});

test('reports nothing to the callback for sleeping spaces', async () => {
  const heard = [];
  await connect(address, { status_callback: status => heard.push(status) });
  assert.deepEqual(heard, []);
});

test('delivers only data unless told otherwise', async () => {
  const app = await connect();
  const messages = await told(app.submit('/report', []));
  assert.deepEqual(messages.map(m => m.type), ['data']);
  const statusesOnly = await told((await connect(address, { events: ['status'] })).submit('/echo', ['x']));
  assert.deepEqual(values(statusesOnly), []);
  assert.equal(stages(statusesOnly).at(-1), 'complete');
});

test('delivers everything of one call when asked to', async () => {
  const messages = await told((await connect()).submit('/report', [], null, null, true));
  assert.deepEqual([...new Set(messages.map(m => m.type))].sort(), ['data', 'log', 'status']);
});

test('leaves the places of states out of results, or shows them when asked to', async () => {
  assert.deepEqual((await (await connect()).predict('/tally', [])).data, ['1']);
  assert.deepEqual((await (await connect(address, { with_null_state: true })).predict('/tally', [])).data, ['1', null]);
});

test('lists what is public with parameters and results', async () => {
  const { named_endpoints: named, unnamed_endpoints: unnamed } = await (await connect()).view_api();
  assert.deepEqual(unnamed, {});
  assert.ok(!('/secret' in named), 'private');
  assert.ok(!('/unlisted' in named), 'undocumented');
  const [text, times] = named['/repeat'].parameters;
  assert.deepEqual([text.label, text.parameter_name, text.component, text.type, text.parameter_has_default, text.parameter_default],
    ['Text', 'text', 'Textbox', 'string', false, null]);
  assert.deepEqual([times.label, times.parameter_name, times.component, times.parameter_has_default, times.parameter_default],
    ['Times', 'times', 'Number', true, 2]);
  assert.deepEqual([named['/level'].parameters[0].component, named['/level'].parameters[0].type], ['Slider', 'number']);
  assert.deepEqual(named['/guess'].returns.map(r => [r.label, r.component]), [['Result', 'Textbox'], ['Scores', 'Label']]);
  assert.deepEqual(named['/guess'].parameters, []);
  assert.deepEqual(named['/ship'].parameters.map(p => p.parameter_name), ['items', 'to']);
});

test('reports an address without an app', async () => {
  assert.match((await failure(connect(`${address}nothing/`))).message, /Could not resolve app config/);
});

test('says that it is still connected to the same app', async () => {
  assert.equal(await (await connect()).reconnect(), 'connected');
});

test('counts waiting calls and says who is next', async () => {
  const app = await connect(address, { events: ['status'] });
  const name = `queue ${Math.random()}`;
  const running = app.submit('/hold', [name]);
  const ended = told(running);
  await until(async () => (await app.predict('/fate', [name])).data[0] === 'running', 'the first one runs');
  const waiting = app.submit('/hold', [`${name} 2`]);
  const places = [];
  const waited = (async () => {
    for await (const message of waiting) {
      if (message.position !== undefined) places.push([message.position, message.size]);
    }
  })();
  await until(() => places.length > 0, 'the second one hears of its place');
  assert.deepEqual(places[0], [0, 1]);
  await waiting.cancel();
  await running.cancel();
  const [first] = await Promise.all([ended, waited]);
  assert.equal(statuses(first)[0].queue, true);
});
