import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { parseHTML } from 'linkedom';
import { isSafeLink, sanitize } from '../../main/ts/gradio4j/sanitize.js';

let html: (markup: string) => string;

before(() => {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  Object.assign(globalThis, { document });
  html = markup => {
    const div = document.createElement('div');
    div.append(sanitize(markup) as never);
    return div.innerHTML;
  };
});

describe('a message\'s HTML', () => {
  test('keeps simple markup and text', () => {
    assert.equal(html('a <b>bold</b> &lt;i&gt;<br><code>x</code><ul><li>1</li></ul>'), 'a <b>bold</b> &lt;i&gt;<br><code>x</code><ul><li>1</li></ul>');
  });

  test('links open elsewhere and give nothing away', () => {
    const link = sanitize('<a href="https://example.org/" onclick="x()" style="x">t</a>').firstChild as Element;
    assert.deepEqual(Object.fromEntries([...link.attributes].map(a => [a.name, a.value])), { href: 'https://example.org/', target: '_blank', rel: 'noopener noreferrer' });
  });

  test('loses scripts, handlers, styles and foreign content', () => {
    for (const markup of ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)><script>alert(1)</script></svg>', '<iframe src="javascript:alert(1)"></iframe>',
      '<style>*{display:none}</style>', '<math><mtext><img src=x></mtext></math>', '<template><b>x</b></template>', '<object data=x></object>']) {
      assert.equal(html(markup), '', markup);
    }
    assert.equal(html('<p onclick="alert(1)" style="position:fixed" class="c" id="i">x</p>'), '<p>x</p>');
  });

  test('keeps the text of elements it does not know', () => {
    assert.equal(html('<custom-thing><b>x</b></custom-thing><h1>y</h1><form><button>z</button></form>'), '<b>x</b>yz');
  });

  test('drops addresses that would run code', () => {
    for (const href of ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'blob:x']) assert.equal(isSafeLink(href), false, href);
    for (const href of ['https://a/b', 'http://a', 'mailto:a@b', '/path', 'relative', '#x', '?q=1']) assert.equal(isSafeLink(href), true, href);
    assert.equal(html('<a href="javascript:alert(1)">x</a>'), '<a>x</a>');
  });
});
