import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { bestLanguage, direction, LANGUAGES } from '../../main/ts/gradio4j/languages.js';
import { translatable, Translator } from '../../main/ts/gradio4j/translate.js';

// this test stands, bundled, in target/web-tests
const root = new URL('../../../', import.meta.url);
const folder = new URL('impl/src/main/ts/languages/', root);
const read = (file: URL) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
const texts = (language: string) => read(new URL(`${language}.json`, folder));
const marks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([mark]) => mark).sort().join();

/** Words that these languages share with English. */
const ALIKE: Readonly<Record<string, string>> = {
  'colorpicker.text': 'ca es',
  'common.error': 'ca es',
  'dataset.pages': 'fr',
  'highlightedtext.label': 'id',
  'highlightedtext.placeholder': 'id',
  'label.chatbot': 'de es fr nl pl pt-BR pt ro',
  'label.code': 'de fr nl',
  'label.datetime': 'fr',
  'label.dialogue': 'fr',
  'label.label': 'id',
  'markdown.diagram': 'nb nl pl sv',
  'paramviewer.header': 'nl',
  'settings.system': 'nb sv',
  'toast.error': 'ca es',
  'toast.info': 'id nl',
  'upload.status': 'pt-BR',
};

/** Files of all modules, by the end of their names. */
function sources(end: string): URL[] {
  return ['impl', 'components-core', 'components-media'].map(module => new URL(`${module}/src/main/`, root)).filter(folder => existsSync(folder))
    .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith(end)).map(name => new URL(name, folder)));
}

/** The texts in English: those of the page, of the panels, of every component. */
function english(): Record<string, string> {
  const all: Record<string, string> = {};
  for (const file of sources('texts.json')) {
    for (const [key, text] of Object.entries(read(file))) {
      assert.equal(all[key] ??= text, text, `${key} in ${file.pathname}`);
    }
  }
  return all;
}

describe('languages', () => {
  test('every language that is offered has a file, and no other', () => {
    const files = readdirSync(folder).filter(name => name.endsWith('.json')).map(name => name.slice(0, -5));
    assert.deepEqual(files.sort(), [...LANGUAGES].sort());
    assert.equal(LANGUAGES.length, 32);
  });

  test('all of them say all that English says, with the same blanks to fill', () => {
    const all = english();
    for (const language of LANGUAGES) {
      const words = texts(language);
      assert.deepEqual(Object.keys(words).sort(), Object.keys(all).sort(), language);
      for (const [key, text] of Object.entries(words)) {
        assert.ok(text.trim() !== '', `${language} ${key}`);
        assert.equal(marks(text), marks(all[key]!), `${language} ${key}`);
      }
    }
  });

  test('what sounds like English is no forgotten translation', () => {
    const all = english();
    const alike: Record<string, string> = {};
    for (const language of LANGUAGES) {
      for (const [key, text] of Object.entries(texts(language))) if (text === all[key]) alike[key] = `${alike[key] ?? ''} ${language}`.trim();
    }
    assert.deepEqual(alike, ALIKE);
  });

  test('there is a text for every key that is asked for', () => {
    const all = english();
    const asked = sources('.ts').flatMap(file => [...readFileSync(file, 'utf8').matchAll(/\b(?:t|text|say)\('([a-z_]+\.\w+)'/g)].map(([, key]) => key!));
    assert.ok(asked.length > 100);
    for (const key of asked) assert.ok(key in all, key);
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

test('what a component says by itself is said in the reader\'s language, what its author wrote is not', () => {
  const { props } = new Translator({ de: { 'common.submit': 'Absenden' } }, ['de']);
  const own_texts = { value: ['common.submit', 'common.stop'] };
  assert.equal(props({ value: 'Submit', own_texts })['value'], 'Absenden');
  assert.equal(props({ value: 'Submit' }, { own_texts })['value'], 'Absenden');
  assert.equal(props({ value: 'Send', own_texts })['value'], 'Send');
  assert.equal(props({ value: 'Submit' })['value'], 'Submit');
  assert.equal(props({ label: 'Submit', own_texts })['label'], 'Submit');
});

test('names of choices are in the reader\'s language, their values are not', () => {
  const { props } = new Translator({ de: { yes: 'Ja' } }, ['de']);
  const choices = [['__i18n__{"key": "yes"}', 'yes'], ['no', 'no']];
  const translated = props({ choices });
  assert.deepEqual(translated['choices'], [['Ja', 'yes'], ['no', 'no']]);
  assert.deepEqual(translatable({ choices, label: 'x', value: 3 }), ['label', 'choices']);
  const plain = { choices: [['no', 'no']] };
  assert.equal(props(plain), plain);
});

test('a label that is the name of a text says that text; a value does not', () => {
  const { props } = new Translator({ en: { greeting: 'Good day' } }, ['en']);
  assert.deepEqual(props({ label: 'common.submit', title: 'greeting', value: 'greeting', info: 'plain' }), { label: 'Submit', title: 'Good day', value: 'greeting', info: 'plain' });
});
