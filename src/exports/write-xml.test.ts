import { expect, test } from 'vitest';
import { x } from 'xastscript';
import { attackTexts } from './attack-texts.ts';
import { writeXml } from './write-xml.ts';

test.each([
  ['甲]]>乙', '<t>甲]]&gt;乙</t>'],
  ['<b>&amp;</b>', '<t>&#x3C;b>&#x26;amp;&#x3C;/b></t>'],
  ['一\u0000二\ufffe', '<t>一二</t>'],
])('%j stays text', (text, wanted) => {
  expect(writeXml(x('t', text))).toBe(`<?xml version="1.0" encoding="UTF-8"?>\n${wanted}\n`);
});

test('whatever the text, the end of a CDATA section is not in it (XML 1.0, 2.4)', () => {
  for (const text of attackTexts(2000, 11)) {
    expect(writeXml(x('t', { a: text }, text))).not.toContain(']]>');
  }
});
