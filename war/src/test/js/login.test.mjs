/** Gradio's JavaScript client and the app ContractApp with the users ada:secret and bob:other. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from '@gradio/client';
import { address, asked, failure, told, values } from './support.mjs';

let ada;

before(async () => {
  ada = await Client.connect(address, { auth: ['ada', 'secret'], events: ['data', 'status'] });
});

after(() => ada.close());

test('asks for a login, in the words of the app', async () => {
  assert.equal((await failure(Client.connect(address))).message, 'Members only');
});

test('reports a wrong login', async () => {
  for (const login of [['ada', 'wrong'], ['nobody', 'secret'], ['', ''], ['ada', 'other']]) {
    assert.match((await failure(Client.connect(address, { auth: login }))).message, /metadata could not be loaded/);
  }
});

test('logs in before everything else', async () => {
  const requests = await asked(async () => (await Client.connect(address, { auth: ['bob', 'other'] })).close());
  assert.deepEqual(requests.slice(0, 3).map(r => [r.method, r.path]), [['POST', '/login'], ['GET', '/config'], ['GET', '/gradio_api/info']]);
  assert.deepEqual([requests[0].body.get('username'), requests[0].body.get('password')], ['bob', 'other']);
});

test('knows whose config it is', () => {
  assert.equal(ada.config.username, 'ada');
});

test('calls, follows and uploads as the user', async () => {
  assert.deepEqual((await ada.predict('/echo', ['x'])).data, ['x']);
  assert.deepEqual((await ada.predict('/echo_direct', ['y'])).data, ['y']);
  assert.deepEqual(values(await told(ada.submit('/growing', [2]))).at(-1), ['abab']);
  assert.equal((await ada.upload_files(ada.config.root, [new File(['1'], 'a.txt')])).files.length, 1);
});

test("cannot use another user's session", async () => {
  const bob = await Client.connect(address, { auth: ['bob', 'other'], session_hash: ada.session_hash });
  assert.equal((await failure(bob.predict('/echo', ['x']))).message, 'The session belongs to another user.');
  assert.deepEqual((await ada.predict('/tally', [])).data, ['1']);
  bob.close();
});
