import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Store } from '../../main/ts/gradio4j/store.js';
import { Timers } from '../../main/ts/gradio4j/timers.js';

const DAY = 24 * 60 * 60;

function make(value: number) {
  const page = { hidden: false };
  Object.defineProperty(globalThis, 'document', { value: page, configurable: true });
  const ticks: number[] = [];
  const timers = new Timers(id => ticks.push(id));
  const store = new Store({ changed: node => timers.update(node), valueChanged: () => undefined });
  for (const node of store.add([{ id: 1, type: 'timer', props: { value, active: true } }], [])) timers.update(node);
  return { page, store, ticks };
}

test('a timer ticks while it is active and the page is shown', () => {
  mock.timers.enable({ apis: ['setInterval'] });
  const { page, store, ticks } = make(2);
  mock.timers.tick(6000);
  assert.equal(ticks.length, 3);
  page.hidden = true;
  mock.timers.tick(6000);
  assert.equal(ticks.length, 3);
  page.hidden = false;
  store.apply([[1, { active: false }]]);
  mock.timers.tick(6000);
  assert.equal(ticks.length, 3);
  mock.timers.reset();
});

test('a new interval starts anew', () => {
  mock.timers.enable({ apis: ['setInterval'] });
  const { store, ticks } = make(2);
  mock.timers.tick(1900);
  store.apply([[1, { value: 1 }]]);
  mock.timers.tick(900);
  assert.equal(ticks.length, 0);
  mock.timers.tick(100);
  assert.equal(ticks.length, 1);
  mock.timers.reset();
});

test('no browser is given a wait that it takes for none', () => {
  const waits: number[] = [];
  mock.method(globalThis, 'setInterval', (_: unknown, wait: number) => waits.push(wait));
  make(30 * DAY);
  assert.deepEqual(waits, [2 ** 31 - 1]);
  mock.restoreAll();
});
