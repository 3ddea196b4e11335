import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../main/ts/gradio4j/equal.js';
import { encoded } from '../../main/ts/gradio4j/frames.js';

const frame = (data: readonly unknown[]) => encoded({ type: 'stream', event_id: 'e', fn_index: 3, data });

test('a frame of values is JSON', () => {
  assert.deepEqual(JSON.parse(frame(['a']) as string), { type: 'stream', event_id: 'e', fn_index: 3, data: ['a'] });
  assert.equal(encoded({ type: 'ack', seq: 1 }), '{"type":"ack","seq":1}');
});

test('a frame with files is the length of its JSON, the JSON, and the files', async () => {
  const bytes = await (frame([new Blob(['ab'], { type: 'audio/wav' }), 'é', new File(['c'], 'c.txt')]) as Blob).arrayBuffer();
  const length = new DataView(bytes).getUint32(0);
  const text = (from: number, to?: number): string => new TextDecoder().decode(bytes.slice(from, to));
  assert.deepEqual(JSON.parse(text(4, 4 + length)), {
    type: 'stream', event_id: 'e', fn_index: 3, data: [null, 'é', null],
    files: [{ index: 0, name: 'blob', mime_type: 'audio/wav', size: 2 }, { index: 2, name: 'c.txt', mime_type: '', size: 1 }],
  });
  assert.equal(text(4 + length), 'abc');
});

test('two recordings are never taken for the same', () => {
  const one = new Blob(['a']);
  assert.equal(equal(one, one), true);
  assert.equal(equal(one, new Blob(['a'])), false);
});
