import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInteractive, Store } from '../../main/ts/gradio4j/store.js';
import { dependency } from './fixtures.js';

function make(components: { id: number; type: string; props: Record<string, unknown> }[], dependencies = [dependency({})]) {
  const changes: [number, unknown][] = [];
  const props: [number, readonly string[]][] = [];
  const store = new Store({
    changed: (node, names) => props.push([node.id, names]),
    valueChanged: node => changes.push([node.id, node.props['value']]),
  });
  store.add(components, dependencies);
  return { store, changes, props };
}

test('change fires when a value differs from the last one seen, and not for the first', () => {
  const { store, changes } = make([{ id: 1, type: 'textbox', props: { value: 'a' } }]);
  assert.deepEqual(changes, []);
  store.apply([[1, { value: 'a' }]]);
  assert.deepEqual(changes, []);
  store.apply([[1, { value: 'b' }]]);
  store.apply([[1, { value: 'b' }]]);
  assert.deepEqual(changes, [[1, 'b']]);
});

test('objects are compared deeply, and an absent value is null', () => {
  const { store, changes } = make([{ id: 1, type: 'json', props: { value: { a: [1, { b: 2 }] } } }, { id: 2, type: 'textbox', props: {} }]);
  store.apply([[1, { value: { a: [1, { b: 2 }] } }], [2, { value: null }]]);
  assert.deepEqual(changes, []);
  store.apply([[1, { value: { a: [1, { b: 3 }] } }]]);
  assert.deepEqual(changes, [[1, { a: [1, { b: 3 }] }]]);
});

test('a file is the same whatever else is said of it', () => {
  const meta = { _type: 'gradio.FileData' };
  const { store, changes } = make([{ id: 1, type: 'file', props: { value: [{ path: 'a/1.txt', orig_name: '1.txt', url: '/file=a/1.txt', mime_type: 'text/plain', meta }] } }]);
  store.apply([[1, { value: [{ path: 'a/1.txt', orig_name: '1.txt', url: 'http://localhost/file=a/1.txt', mime_type: null, is_stream: false, meta }] }]]);
  assert.deepEqual(changes, []);
  store.apply([[1, { value: [{ path: 'b/1.txt', orig_name: '1.txt', meta }] }]]);
  store.apply([[1, { value: [{ path: 'b/1.txt', orig_name: '2.txt', meta }] }]]);
  assert.equal(changes.length, 2);
});

test('all values of a message are there before the first change fires', () => {
  const seen: unknown[] = [];
  const store = new Store({ changed: () => undefined, valueChanged: () => seen.push([store.get(1)!.props['value'], store.get(2)!.props['value']]) });
  store.add([{ id: 1, type: 'textbox', props: {} }, { id: 2, type: 'textbox', props: {} }], []);
  store.apply([[1, { value: 'x' }], [2, { value: 'y' }]]);
  assert.deepEqual(seen, [['x', 'y'], ['x', 'y']]);
});

test('a correction by the component itself is no change, but what comes after it is', () => {
  const { store, changes } = make([{ id: 1, type: 'textbox', props: {} }]);
  store.correct(1, 'value', '');
  assert.deepEqual(changes, []);
  store.apply([[1, { value: '' }]]);
  assert.deepEqual(changes, []);
  store.apply([[1, { value: 'x' }]]);
  assert.deepEqual(changes, [[1, 'x']]);
});

test('who is editable: inputs, and empty components that are no output, unless the app says so', () => {
  const record = (id: number, props = {}) => ({ id, type: 'textbox', props });
  const { store } = make([record(1, { value: 'x' }), record(2), record(3), record(4, { value: 'x' }), record(5, { interactive: true }), record(6, { interactive: false }), record(7, { value: [] })],
    [dependency({ inputs: [1, 6], outputs: [1, 2, 5] })]);
  assert.deepEqual([1, 2, 3, 4, 5, 6, 7].map(id => isInteractive(store.get(id)!)), [true, false, true, false, true, false, true]);
});

test('a component that a render makes again keeps what is preserved', () => {
  const { store, changes } = make([{ id: 1, type: 'textbox', props: { value: 'a', label: 'A', preserved_by_key: ['value'] } }]);
  store.apply([[1, { value: 'typed' }]]);
  store.add([{ id: 1, type: 'textbox', props: { value: 'a', label: 'B', preserved_by_key: ['value'] } }], []);
  assert.equal(store.get(1)!.props['value'], 'typed');
  assert.equal(store.get(1)!.props['label'], 'B');
  assert.equal(changes.length, 1);
});
