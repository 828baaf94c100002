import type { ElementContent, Properties } from 'hast';
import { expect, test } from 'vitest';
import {
  escapeAttribute,
  escapeText,
  isHeading,
  printAttributes,
  printChildren,
} from './print-html.ts';

const element = (
  tagName: string,
  properties: Properties = {},
  children: ElementContent[] = [],
): ElementContent => ({ type: 'element', tagName, properties, children });

test.each('area base br col embed hr img input link meta source track wbr'.split(' '))(
  '%s has no end tag (HTML, section 13.1.2)',
  (tagName) => {
    expect(printChildren([element(tagName)])).toBe(`<${tagName}/>`);
  },
);

test.each(['p', 'a', 'div', 'script', 'svg'])('%s has one, empty or not', (tagName) => {
  expect(printChildren([element(tagName)])).toBe(`<${tagName}></${tagName}>`);
});

test('attributes are XML as well: escaped, and each with a value', () => {
  const properties = {
    className: ['甲', '乙'],
    title: '<"&">',
    hidden: true,
    disabled: false,
    lang: undefined,
    tabIndex: 0,
    ariaLabel: '',
    dataPage: '3',
  };
  expect(printChildren([element('p', properties, [{ type: 'text', value: '<"&">' }])])).toBe(
    '<p class="甲 乙" title="&lt;&quot;&amp;&quot;&gt;" hidden="" tabindex="0" aria-label="" data-page="3">&lt;"&amp;"&gt;</p>',
  );
});

test('what has no printed form is not left out in silence', () => {
  expect(() => printChildren([{ type: 'comment', value: '注' }])).toThrow('comment');
});

test.each([
  ['h1', true],
  ['h6', true],
  ['hr', false],
  ['p', false],
  ['td', false],
  ['header', false],
])('%s is a heading: %s', (tagName, expected) => {
  expect(isHeading(tagName)).toBe(expected);
});

test('attributes for a tag that a view prints', () => {
  expect(
    printAttributes({
      src: '/甲&乙.webp',
      width: 40,
      alt: '',
      hidden: true,
      a: false,
      b: null,
      c: undefined,
    }),
  ).toBe('src="/甲&amp;乙.webp" width="40" alt="" hidden=""');
  expect(printAttributes({})).toBe('');
});

test('quotes are escaped where they would end an attribute', () => {
  expect(escapeText('“甲” & "乙" < 丙 > \'')).toBe('“甲” &amp; "乙" &lt; 丙 &gt; \'');
  expect(escapeAttribute('“甲” & "乙" < 丙 > \'')).toBe("“甲” &amp; &quot;乙&quot; &lt; 丙 &gt; '");
});
