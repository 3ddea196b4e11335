import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { ENGLISH } from '../../main/ts/gradio4j/i18n.js';
import { bestLanguage, direction, LANGUAGES } from '../../main/ts/gradio4j/languages.js';
import { Translator } from '../../main/ts/gradio4j/translate.js';

// this test stands, bundled, in target/web-tests
const folder = new URL('../../src/main/ts/languages/', import.meta.url);
const texts = (language: string) => JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as Record<string, string>;
const marks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([mark]) => mark).sort().join();

describe('languages', () => {
  test('every language that is offered has a file, and no other', () => {
    const files = readdirSync(folder).filter(name => name.endsWith('.json')).map(name => name.slice(0, -5));
    assert.deepEqual(files.sort(), [...LANGUAGES].sort());
    assert.equal(LANGUAGES.length, 32);
  });

  test('all of them say the same things, with the same blanks to fill', () => {
    const german = Object.keys(texts('de'));
    assert.ok(german.length > 60);
    for (const language of LANGUAGES) {
      const words = texts(language);
      assert.deepEqual(Object.keys(words).sort(), [...german].sort(), language);
      for (const [key, text] of Object.entries(words)) {
        assert.ok(text.trim() !== '', `${language} ${key}`);
        if (key in ENGLISH) assert.equal(marks(text), marks(ENGLISH[key]!), `${language} ${key}`);
      }
    }
  });

  test('the best one for a reader, as it is, under another name, or without its region', () => {
    const best = (...wanted: string[]) => bestLanguage(wanted, ['en', ...LANGUAGES]);
    assert.equal(best('pt-BR'), 'pt-BR');
    assert.equal(best('pt-AO'), 'pt');
    assert.equal(best('zh'), 'zh-CN');
    assert.equal(best('zh-Hant-HK'), 'zh-TW');
    assert.equal(best('no'), 'nb');
    assert.equal(best('nn-NO'), 'nb');
    assert.equal(best('xx', 'de-AT'), 'de');
    assert.equal(best('en-US', 'de'), 'en');
    assert.equal(best('xx'), undefined);
  });

  test('directions', () => {
    assert.deepEqual(['ar', 'he', 'de', 'ckb'].map(direction), ['rtl', 'rtl', 'ltr', 'rtl']);
  });
});

test('a label that is the name of a text says that text; a value does not', () => {
  const { props } = new Translator({ en: { greeting: 'Good day' } }, ['en']);
  assert.deepEqual(props({ label: 'common.submit', title: 'greeting', value: 'greeting', info: 'plain' }), { label: 'Submit', title: 'Good day', value: 'greeting', info: 'plain' });
});
