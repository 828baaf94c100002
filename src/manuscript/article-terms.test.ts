import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleTerms } from './article-terms.ts';

test('names that no dictionary has are terms, as are the words of the headline', () => {
  const terms = articleTerms(
    ['燃动小微“先锋”力量'],
    '本报讯 记者尹腾淑在产业园见到马会英。尹腾淑说，产业园里的企业不少。',
    'zh-Hans',
  );
  expect(terms).toEqual(expect.arrayContaining(['尹腾淑', '力量', '企业']));
  expect(terms.indexOf('先锋')).toBeLessThan(terms.indexOf('企业'));
});

test('words of other scripts, in lower case; no numbers, no short words', () => {
  const terms = articleTerms(
    ['The Harbour at Saltmouth'],
    'In 1824 the harbour was 12 m deep.',
    'en',
  );
  expect(terms).toEqual(expect.arrayContaining(['harbour', 'saltmouth']));
  for (const none of ['1824', 'at', 'in', 'm']) expect(terms).not.toContain(none);
});

test('at most 24, none twice, none with a line end', () => {
  const han = fc.string({ unit: fc.constantFrom(...'江北水城运河之都的是在，。\n A1') });
  fc.assert(
    fc.property(fc.array(han, { maxLength: 3 }), han, (head, text) => {
      const terms = articleTerms(head, text, 'zh-Hans');
      expect(terms.length).toBeLessThanOrEqual(24);
      expect(new Set(terms).size).toBe(terms.length);
      for (const term of terms) expect(term).toMatch(/^\S+$/);
      expect(articleTerms(head, text, 'zh-Hans')).toEqual(terms);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['one character alone is no name', '他说，马来了。', ['马', '他', '说', '来']],
  ['five in a row are no name', '璩翀彧赟鋆到了。', ['璩翀彧赟鋆']],
  [
    'an address and a figure are no words',
    '见 example.org 和 A.5 与 3.14。',
    ['example.org', 'a.5'],
  ],
])('%s', (_, text, none) => {
  const terms = articleTerms([], text, 'zh-Hans');
  for (const one of none) expect(terms).not.toContain(one);
  for (const term of terms) expect(Array.from(term).length).toBeGreaterThan(1);
});

test.each([
  ['two', '璩翀到了。', '璩翀'],
  ['four', '璩翀彧赟到了。', '璩翀彧赟'],
  ['at the end', '到了的璩翀彧', '璩翀彧'],
  ['with an apostrophe', "L'Océan’s water", "l'océan’s"],
])('a name of %s', (_, text, name) => {
  expect(articleTerms([], text, 'zh-Hans')).toContain(name);
});

test('the most telling first, and equal ones as they stand', () => {
  const text = '渡口。桥梁。渡口。货物。桥梁。渡口。';
  expect(articleTerms([], text, 'zh-Hans')).toEqual(['渡口', '桥梁', '货物']);
  expect(articleTerms(['货物'], text, 'zh-Hans')).toEqual(['货物', '渡口', '桥梁']);
  // A word of the headline counts as four in the text; a longer word more than a shorter one.
  expect(articleTerms(['货物'], '桥梁。'.repeat(3) + '渡口。'.repeat(5), 'zh-Hans')).toEqual([
    '渡口',
    '货物',
    '桥梁',
  ]);
  expect(articleTerms([], 'lamp 渡口 璩翀彧赟', 'zh-Hans')).toEqual(['璩翀彧赟', 'lamp', '渡口']);
});

test('what stands far down in a long text is not read', () => {
  const far = (count: number): string[] =>
    articleTerms([], `${'，'.repeat(count)}璩翀彧`, 'zh-Hans');
  expect(far(1997)).toEqual(['璩翀彧']);
  expect(far(1998)).toEqual(['璩翀']);
  expect(far(2000)).toEqual([]);
});
