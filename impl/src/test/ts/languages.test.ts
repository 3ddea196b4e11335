import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { bestLanguage, direction, LANGUAGES } from '../../main/ts/gradio4j/languages.js';
import { Translator } from '../../main/ts/gradio4j/translate.js';

// this test stands, bundled, in target/web-tests
const root = new URL('../../../', import.meta.url);
const folder = new URL('impl/src/main/ts/languages/', root);
const read = (file: URL) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
const texts = (language: string) => read(new URL(`${language}.json`, folder));
const marks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([mark]) => mark).sort().join();

/** The texts in English: those of the page, of the panels, of every component. */
function english(): Record<string, string> {
  const files = ['impl', 'components-core', 'components-media'].map(module => new URL(`${module}/src/main/`, root)).filter(sources => existsSync(sources))
    .flatMap(sources => readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('texts.json')).map(name => new URL(name, sources)));
  assert.ok(files.length > 5);
  return Object.assign({}, ...files.map(read)) as Record<string, string>;
}

describe('languages', () => {
  test('every language that is offered has a file, and no other', () => {
    const files = readdirSync(folder).filter(name => name.endsWith('.json')).map(name => name.slice(0, -5));
    assert.deepEqual(files.sort(), [...LANGUAGES].sort());
    assert.equal(LANGUAGES.length, 32);
  });

  test('no language says what English does not, or with other blanks to fill', () => {
    const all = english();
    for (const language of LANGUAGES) {
      for (const [key, text] of Object.entries(texts(language))) {
        assert.ok(key in all, `${language} ${key}`);
        assert.ok(text.trim() !== '', `${language} ${key}`);
        assert.equal(marks(text), marks(all[key]!), `${language} ${key}`);
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
