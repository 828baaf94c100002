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
