/** The JavaScript client of Gradio, as npm has it, against the app ContractApp at the address in GRADIO_URL. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from '@gradio/client';

const address = process.env.GRADIO_URL;
let app;

before(async () => {
  app = await Client.connect(address, { events: ['data', 'status', 'log'] });
});

after(() => app.close());

/** Everything a submission tells until it has ended. */
async function told(submission) {
  const messages = [];
  for await (const message of submission) messages.push(message);
  return messages;
}

const stages = messages => messages.filter(m => m.type === 'status').map(m => m.stage);
const values = messages => messages.filter(m => m.type === 'data').map(m => m.data);

/** What a promise fails with. */
async function failure(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return assert.fail('it should have failed');
}

test('connects and reads the config', () => {
  assert.equal(app.config.protocol, 'sse_v3');
  assert.equal(app.config.title, 'Contract <&>');
  assert.equal(`${app.config.root}/`, address);
});

test('lists the public endpoints', async () => {
  const api = await app.view_api();
  assert.deepEqual(Object.keys(api.unnamed_endpoints), []);
  assert.ok(!('/secret' in api.named_endpoints));
  const { parameters, returns } = api.named_endpoints['/repeat'];
  assert.deepEqual(parameters.map(p => [p.parameter_name, p.component, p.parameter_has_default]), [['text', 'Textbox', false], ['times', 'Number', true]]);
  assert.deepEqual(returns.map(r => r.type), ['string']);
});

test('predicts by name, by number and with named parameters', async () => {
  assert.deepEqual((await app.predict('/echo', ['Grüße 👋'])).data, ['Grüße 👋']);
  const number = app.config.dependencies.find(d => d.api_name === 'echo').id;
  assert.deepEqual((await app.predict(number, ['by number'])).data, ['by number']);
  assert.deepEqual((await app.predict('/repeat', { times: 3, text: 'ab' })).data, ['ababab']);
  assert.deepEqual((await app.predict('/repeat', { text: 'ab' })).data, ['abab']);
});

test('calls an endpoint that has no queue', async () => {
  assert.deepEqual((await app.predict('/echo_direct', ['at once'])).data, ['at once']);
});

test('follows a growing text by its edits', async () => {
  const messages = await told(app.submit('/spell', [5]));
  assert.deepEqual(values(messages).map(([text]) => text),
    ['w0 ', 'w0 w1 ', 'w0 w1 w2 ', 'w0 w1 w2 w3 ', 'w0 w1 w2 w3 w4 ', 'w0 w1 w2 w3 w4 ']);
});

test('follows several outputs', async () => {
  const data = values(await told(app.submit('/guess', [])));
  assert.equal(data.length, 4);
  assert.deepEqual(data.at(-1), ['done', { __type__: 'update' }]);
});

test('tells the stages of an event', async () => {
  const messages = await told(app.submit('/echo', ['x']));
  assert.equal(stages(messages)[0], 'pending');
  assert.equal(stages(messages).at(-1), 'complete');
  const waiting = messages.find(m => m.type === 'status' && m.position !== undefined);
  assert.equal(waiting.position, 0);
});

test('passes on progress and messages of the handler', async () => {
  const messages = await told(app.submit('/report', []));
  assert.deepEqual(messages.filter(m => m.type === 'log').map(m => [m.level, m.title, m.log]),
    [['info', 'Info', 'Started'], ['warning', 'Careful', 'Step a'], ['warning', 'Careful', 'Step b']]);
  const progress = messages.filter(m => m.type === 'status' && m.progress_data).map(m => m.progress_data[0]);
  assert.ok(progress.length > 0 && progress.every(unit => unit.length === 2 && unit.desc === 'Packing'));
  assert.deepEqual(values(messages), [['packed']]);
});

test('keeps state in its session', async () => {
  const other = await Client.connect(address);
  assert.deepEqual((await app.predict('/tally', [])).data, ['1']);
  assert.deepEqual((await app.predict('/tally', [])).data, ['2']);
  assert.deepEqual((await other.predict('/tally', [])).data, ['1']);
  other.close();
});

test('reports the failures that handlers mean', async () => {
  const messages = await told(app.submit('/sell_out', ['tea']));
  const error = messages.find(m => m.type === 'status' && m.stage === 'error');
  assert.equal(error.message, 'Sold out: tea');
  assert.equal(error.title, 'Sorry');
  assert.equal(error.duration, 5);
  assert.equal((await failure(app.predict('/sell_out', ['tea']))).message, 'Sold out: tea');
});

test('reports other failures without a word of them', async () => {
  assert.doesNotMatch(JSON.stringify(await failure(app.predict('/crash', ['xyzzy']))), /xyzzy/);
});

test('reports broken rules, bad values and unknown endpoints', async () => {
  const rule = await failure(app.predict('/named', [' ']));
  assert.equal(rule.code, 'validation_error');
  assert.equal(JSON.parse(rule.message)[0].message, 'Name an item');
  assert.equal((await failure(app.predict('/level', ['high']))).message, 'Slider "Level" takes a number, not "high"');
  assert.match((await failure(app.predict('/nowhere', []))).message, /no endpoint/i);
  assert.deepEqual((await app.predict('/echo', ['well'])).data, ['well']);
});

test('cancels a running event, whose handler is interrupted', async () => {
  const name = `client ${Math.random()}`;
  const submission = app.submit('/hold', [name]);
  const fate = async () => (await app.predict('/fate', [name])).data[0];
  const until = async wanted => {
    for (let tries = 0; (await fate()) !== wanted; tries++) {
      assert.ok(tries < 200, `${name} should be ${wanted}`);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  };
  const ended = told(submission);
  await until('running');
  await submission.cancel();
  await until('interrupted');
  await ended;
});
