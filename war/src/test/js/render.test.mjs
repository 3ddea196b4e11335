/** How Gradio's JavaScript client hears of parts of the app RenderApp that depend on data, and calls what was drawn. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from '@gradio/client';
import { address, told, values } from './support.mjs';

let app;

before(async () => {
  app = await Client.connect(address, { events: ['data', 'status', 'render'] });
});

after(() => app.close());

const number = name => app.config.dependencies.find(d => d.api_name === name).id;
const draw = async fields => (await told(app.submit(number('apply'), [fields]))).find(m => m.type === 'render').data;

test('hears what was drawn, and puts it into its config', async () => {
  const part = await draw(2);
  assert.deepEqual(part.dependencies.map(d => d.api_name), ['rb0', 'rb1']);
  assert.ok(part.components.every(c => c.id === part.render_id || c.rendered_in === part.render_id));
  assert.ok(app.config.components.some(c => c.props.label === 'T1'));
});

test('calls what was drawn by its number', async () => {
  await draw(2);
  assert.deepEqual(values(await told(app.submit(number('rb1'), []))), [['clicked 1']]);
});
