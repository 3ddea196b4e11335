/** Files with the JavaScript client of Gradio, as npm has it, against the app FilesApp at the address in GRADIO_URL. */
import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client, handle_file } from '@gradio/client';

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

test('uploads bytes of every kind', async () => {
  assert.deepEqual((await app.predict('/size', [new Blob(['1234'])])).data, ['blob 4']);
  assert.deepEqual((await app.predict('/size', [Buffer.from('12345')])).data, ['blob 5']);
  assert.deepEqual((await app.predict('/size', [handle_file(new Blob(['123456']))])).data, ['blob 6']);
  assert.deepEqual((await app.predict('/size', [handle_file(new File(['1234567'], 'seven.txt'))])).data, ['seven.txt 7']);
});

test('uploads a file of the disk', async () => {
  const path = fileURLToPath(import.meta.url);
  const { data: [file] } = await app.predict('/roundtrip', [handle_file(path)]);
  assert.equal(file.size, (await stat(path)).size);
});

test('uploads several files in one request, in order', async () => {
  const { files } = await app.upload_files(app.config.root, [new File(['1'], 'b.txt'), new File(['2'], 'a.txt'), new File(['3'], 'c.txt')]);
  assert.deepEqual(files.map(name => name.split('/')[1]), ['b.txt', 'a.txt', 'c.txt']);
});

test('hands URLs over to the server, which fetches none', async () => {
  await assert.rejects(app.predict('/size', [handle_file('https://example.org/x.txt')]), error => /fetches no URLs/.test(error.message));
});

test('gives an empty value', async () => {
  assert.deepEqual((await app.predict('/size', [null])).data, ['none']);
});
