import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escaped, html, joined } from './html.js';

describe('html', () => {
  it('escapes what is put in, and keeps markup of its own', () => {
    const hostile = `<script>alert("1")</script>&'`;
    expect(html`<p title="${hostile}">${hostile}${html`<b>${1}</b>`}</p>`.toString()).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;">' +
        '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;<b>1</b></p>',
    );
  });

  it('says nothing for null, undefined and false, and joins lists', () => {
    expect(html`a${null}${undefined}${false}${['b', html`<i>c</i>`, ['d']]}e`.toString()).toBe('ab<i>c</i>de');
    expect(joined(['a', '<', 'c'], html`<br />`).toString()).toBe('a<br />&lt;<br />c');
  });

  it('takes out control characters, which no page may hold', () => {
    expect(escaped('a\u0000b\u001bc\nd')).toBe('a\ufffdb\ufffdc\nd');
  });

  it('lets no text become markup or leave its attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escaped(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
      }),
      { numRuns: 500 },
    );
  });
});
