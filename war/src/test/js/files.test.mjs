/** Files with the JavaScript client of Gradio, as npm has it, against the app FilesApp at the address in GRADIO_URL. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from '@gradio/client';

let app;

before(async () => {
  app = await Client.connect(process.env.GRADIO_URL);
});

after(() => app.close());

const loaded = async file => (await fetch(file.url)).text();

test('uploads a file, hands it over and loads the result', async () => {
  const { data: [file] } = await app.predict('/roundtrip', [new File(['hello upload'], 'a file é.txt', { type: 'text/plain' })]);
  assert.match(file.path, /^[0-9a-f]{64}\/a file é\.txt$/);
  assert.equal(file.size, 12);
  assert.equal(await loaded(file), 'hello upload');
  assert.deepEqual((await app.predict('/size', [file])).data, ['a file é.txt 12']);
});

test('uploads bytes without a name', async () => {
  assert.deepEqual((await app.predict('/size', { file: new Blob(['12345']) })).data, ['blob 5']);
});

test('loads the file that a function makes', async () => {
  const { data: [file] } = await app.predict('/make', []);
  assert.equal(file.orig_name, 'hello world é.txt');
  assert.equal(await loaded(file), 'hello');
});

test('cannot name a file of the server', async () => {
  const file = { path: '/etc/passwd', meta: { _type: 'gradio.FileData' } };
  await assert.rejects(app.predict('/size', [file]), error => /was not uploaded by a user/.test(error.message));
});
