import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../main/ts/gradio4j/diff.js';

test('the example of the protocol', () => {
  const value = { t: 'ab', l: [1, 2, 3] };
  const next = applyEdits(value, [['append', ['t'], 'c'], ['delete', ['l', 1], null], ['delete', ['l', 1], null], ['add', ['n'], 0]]);
  assert.deepEqual(next, { t: 'abc', l: [1], n: 0 });
  assert.deepEqual(value, { t: 'ab', l: [1, 2, 3] });
});

test('edits at the root', () => {
  assert.equal(applyEdits('He', [['append', [], 'llo']]), 'Hello');
  assert.deepEqual(applyEdits('x', [['replace', [], { a: 1 }]]), { a: 1 });
  assert.equal(applyEdits(null, [['append', [], 'x']]), 'x');
});

test('no edits leave the very same value', () => {
  const value = { a: [1] };
  assert.equal(applyEdits(value, []), value);
});

test('what no edit touches is shared', () => {
  const value = { a: [{ b: 1 }, { b: 2 }], other: {} };
  const next = applyEdits(value, [['replace', ['a', 1, 'b'], 3]]) as typeof value;
  assert.equal(next.a[0], value.a[0]);
  assert.equal(next.other, value.other);
  assert.deepEqual(next.a[1], { b: 3 });
});

test('array elements are inserted, replaced and removed one after the other', () => {
  assert.deepEqual(applyEdits([1, 2], [['add', [2], 3], ['add', [0], 0], ['replace', [1], 9], ['delete', [2], null]]), [0, 9, 3]);
});

test('keys like __proto__ set no prototype', () => {
  const next = applyEdits({}, [['add', ['__proto__'], { polluted: true }]]) as object;
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  assert.equal(Object.getPrototypeOf(next), Object.prototype);
});

test('a path that leads nowhere is an error that names it', () => {
  assert.throws(() => applyEdits('text', [['replace', ['a', 'b'], 1]]), /\["a","b"\]/);
});
