import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseInline } from '../../main/ts/gradio4j/inline-parser.js';
import { progressLevels, progressUnits } from '../../main/ts/gradio4j/progress.js';
import { Translator } from '../../main/ts/gradio4j/translate.js';
import { sizeText } from '../../main/ts/gradio4j/upload.js';

const text = (value: string) => ({ kind: 'text', text: value });

describe('inline Markdown', () => {
  test('code, bold, italics, links and line breaks', () => {
    assert.deepEqual(parseInline('a `b*c*` **d _e_** __f__ *g*\n[h](https://i/)'), [
      text('a '), { kind: 'code', text: 'b*c*' }, text(' '), { kind: 'strong', children: [text('d '), { kind: 'em', children: [text('e')] }] }, text(' '),
      { kind: 'strong', children: [text('f')] }, text(' '), { kind: 'em', children: [text('g')] }, { kind: 'break' }, { kind: 'link', href: 'https://i/', children: [text('h')] },
    ]);
  });

  test('other schemes keep the text only', () => {
    assert.deepEqual(parseInline('[x](javascript:alert(1))'), [text('x'), text(')')]);
    assert.deepEqual(parseInline('[x](/docs)'), [{ kind: 'link', href: '/docs', children: [text('x')] }]);
  });

  test('what is no markup is text', () => {
    for (const plain of ['snake_case_name', '2 * 3 * 4', '**', '`', '[a](', '<b>x</b>', '5 ** 2']) assert.deepEqual(parseInline(plain), [text(plain)], plain);
  });

  test('takes a long hostile text without delay', () => {
    const started = performance.now();
    parseInline('*a '.repeat(5_000) + '['.repeat(5_000) + '`');
    assert.ok(performance.now() - started < 1_000);
  });
});

describe('progress', () => {
  test('counts of all units, outermost first', () => {
    assert.equal(progressUnits([{ index: 1, length: 4, unit: 'files' }, { index: 1500, length: 2_000_000, unit: null }, { progress: 0.5 }, { index: 7 }]), '1/4 files 1.5k/2.0M steps 7 steps');
    assert.equal(progressUnits(null), '');
  });

  test('descriptions with shares; the innermost one fills the bar', () => {
    assert.deepEqual(progressLevels([{ index: 1, length: 4, desc: 'Outer' }, { progress: 0.123, desc: 'Inner' }]), { text: 'Outer - 25.0% / Inner - 12.3%', last: 0.123 });
    assert.deepEqual(progressLevels([{ desc: 'Only words' }]), { text: 'Only words', last: null });
    assert.deepEqual(progressLevels([{ index: 9, length: 4 }]), { text: '100.0%', last: 1 });
  });
});

describe('translations', () => {
  const translations = { en: { hello: 'Hello {name}' }, de: { hello: 'Hallo', 'common.copy': 'Kopieren' }, 'pt-BR': { hello: 'Olá' } };

  test('the first language of the reader that the app has, also without its region', () => {
    assert.equal(new Translator(translations, ['fr', 'de-AT']).text('hello'), 'Hallo');
    assert.equal(new Translator(translations, ['pt-br']).text('hello'), 'Olá');
    assert.equal(new Translator(translations, ['fr']).text('hello', { name: 'Ada' }), 'Hello Ada');
    assert.equal(new Translator(translations, ['de']).text('common.copy'), 'Kopieren');
    assert.equal(new Translator(null, ['de']).text('common.copy'), 'Copy');
  });

  test('marked texts inside properties, with what surrounds them', () => {
    const { props } = new Translator(translations, ['de']);
    const given = { label: '> __i18n__{"__type__": "translation_metadata", "key": "hello"} & __i18n__{"key":"hello"}!', elem_id: '__i18n__{"key":"hello"}', value: 3 };
    assert.deepEqual(props(given), { ...given, label: '> Hallo & Hallo!' });
    const plain = { label: 'x' };
    assert.equal(props(plain), plain);
    assert.deepEqual(props({ label: '__i18n__{broken' }), { label: '__i18n__{broken' });
  });
});

test('file sizes', () => {
  assert.deepEqual([0, 1023, 1536, 5 * 1024 ** 3].map(sizeText), ['0.0 b', '1023.0 b', '1.5 Kb', '5.0 Gb']);
});
