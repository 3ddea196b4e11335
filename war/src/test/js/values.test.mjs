/** What Gradio's JavaScript client makes of values that are more than a text or a number, in the app WireApp. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, handle_file } from '@gradio/client';
import { address, failure, told, values } from './support.mjs';

let app;

before(async () => {
  app = await Client.connect(address, { events: ['data', 'status'] });
});

after(() => app.close());

const only = async (endpoint, data = []) => (await app.predict(endpoint, data)).data[0];
const message = (role, text) => ({ role, metadata: null, content: [{ text, type: 'text' }], options: null });

test('reads a table and sends it back', async () => {
  const table = { headers: ['a', 'b'], data: [[1, 'x'], [2, null]], metadata: null };
  assert.deepEqual(await only('/make_df'), table);
  assert.deepEqual(await only('/echo_df', [table]), table);
  assert.deepEqual(await only('/echo_df', [{ headers: ['a', 'b'], data: [[1, 'x'], [2, null]] }]), table);
});

test('describes a table', async () => {
  const api = await app.view_api();
  const [table] = api.named_endpoints['/echo_df'].parameters;
  assert.equal(table.component, 'Dataframe');
  assert.equal(api.named_endpoints['/make_df'].returns[0].component, 'Dataframe');
});

test('takes a table only', async () => {
  assert.match((await failure(app.predict('/echo_df', ['no table']))).message, /Dataframe/);
});

test('loads the file that a function makes', async () => {
  const file = await only('/make_file');
  assert.equal(file.orig_name, 'hello world é.txt');
  assert.equal(file.size, 5);
  assert.equal(await (await fetch(file.url)).text(), 'hello');
});

test('uploads a file that comes back', async () => {
  const content = 'some notes, ünd more';
  for (const given of [new File([content], 'notes.txt', { type: 'text/plain' }), handle_file(new File([content], 'notes.txt'))]) {
    const file = await only('/file_roundtrip', [given]);
    assert.match(file.path, /^[0-9a-f]{64}\/notes\.txt$/);
    assert.equal(file.orig_name, 'notes.txt');
    assert.equal(await (await fetch(file.url)).text(), content);
    assert.equal((await only('/file_roundtrip', [file])).path, file.path);
  }
  assert.equal(await only('/file_roundtrip', [null]), null);
});

test('follows a chat as it grows', async () => {
  const said = ['Hello', 'Hello there', 'Hello there, how', 'Hello there, how are you?'];
  const seen = values(await told(app.submit('/chat_stream', ['hi', []]))).map(([chat]) => chat);
  assert.deepEqual(seen, [...said, said.at(-1)].map(text => [message('user', 'hi'), message('assistant', text)]));
});

test('goes on with a chat', async () => {
  const chat = await only('/chat_stream', ['one', []]);
  const longer = await only('/chat_stream', ['two', chat]);
  assert.deepEqual(longer.map(m => m.content[0].text), ['one', 'Hello there, how are you?', 'two', 'Hello there, how are you?']);
});

test('follows an object, a list and nothing', async () => {
  const seen = values(await told(app.submit('/json_stream', []))).map(([value]) => value);
  assert.deepEqual(seen, [
    { a: 1, list: [1, 2, 3], nested: { k: 'v' } },
    { a: 2, list: [1, 2, 3, 4], nested: { k: 'v' } },
    { a: 2, list: [1, 9, 3], nested: { k: 'vv', new: null } },
    { list: [9], nested: {} },
    [1, 'two'],
    null,
    null,
  ]);
});

test('hears what was liked', async () => {
  const { id, targets } = app.config.dependencies.find(d => d.api_name === 'on_like');
  const messages = await told(app.submit(id, [], { index: 1, value: 'hi', liked: false }, targets[0][0]));
  assert.deepEqual(values(messages), [['1 "hi" false']]);
});

test('gets a figure as a picture', async () => {
  const { type, plot } = await only('/make_plot');
  assert.equal(type, 'matplotlib');
  assert.match(plot, /^data:image\/png;base64,/);
  assert.deepEqual([...new Uint8Array(await (await fetch(plot)).arrayBuffer())].slice(0, 4), [0x89, 0x50, 0x4e, 0x47]);
});

test('gets a label with its confidences', async () => {
  assert.deepEqual(await only('/make_label'), { label: 'cat', confidences: [{ label: 'cat', confidence: 0.7 }, { label: 'dog', confidence: 0.3 }] });
});

test('loads an example', async () => {
  assert.equal(await only('/load_example', [1]), 'ex2');
});

test('calls a function of a component', async () => {
  const explorer = app.config.components.find(c => c.type === 'fileexplorer');
  const listing = await app.component_server(explorer.id, 'ls', []);
  assert.deepEqual(listing.map(entry => entry.name).sort(), ['apps', 'read.md']);
});
