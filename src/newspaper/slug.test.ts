import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinctSlug, isSlug, maxSlugLength, slugFromPersonName, slugFromText } from './slug.ts';

describe('slugFromText', () => {
  test.each([
    ['一根水管，连着民生大事', 'yi-gen-shui-guan-lian-zhe-min-sheng-da-shi'],
    ['前11月全市授权专利11335件', 'qian-11-yue-quan-shi-shou-quan-zhuan-li-11335-jian'],
    // A polyphone is read by its word: 行 is xíng in 运行 and háng in 银行.
    ['银行运行', 'yin-hang-yun-xing'],
    ['Ferry may run again by June', 'ferry-may-run-again-by-june'],
    ['Café du Nôtre', 'cafe-du-notre'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'con-1'],
    ['女子旅行', 'nv-zi-lv-xing'],
    // Decomposed, as some systems name files.
    ['Cafe\u0301 A_B', 'cafe-a-b'],
    ['NUL', 'nul-1'],
    ['com0', 'com0-1'],
    ['LPT9', 'lpt9-1'],
    ['console', 'console'],
    ['icon', 'icon'],
    ['……！', ''],
    ['', ''],
    // One word as long as a slug may be, and longer; words that just fit, and do not.
    ['a'.repeat(80), 'a'.repeat(80)],
    ['a'.repeat(81), 'a'.repeat(80)],
    [`${'a'.repeat(77)} bc d`, `${'a'.repeat(77)}-bc`],
    [`${'a'.repeat(77)} bcd e`, 'a'.repeat(77)],
  ])('%s -> %s', (headline, slug) => {
    expect(slugFromText(headline)).toBe(slug);
  });

  test('whatever the headline, the slug is a slug or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (headline) => {
        const slug = slugFromText(headline);
        expect(slug === '' || isSlug(slug)).toBe(true);
      }),
    );
  });
});

test.each([
  ['曾国藩', 'zengguofan'],
  ['单田芳', 'shantianfang'],
  ["Inés O'Connor", 'ines-o-connor'],
  ['王A 明', 'wangaming'],
  ['吕绿', 'lvlv'],
  ['仇尔克', 'qiuerke'],
  ['……', ''],
])('the id of %s is %s', (name, id) => {
  expect(slugFromPersonName(name)).toBe(id);
});

test.each(['con', 'a--b', '-a', 'a-', 'A', 'ä', 'a/b', '..', 'a'.repeat(maxSlugLength + 1), ''])(
  '%j is no slug',
  (text) => {
    expect(isSlug(text)).toBe(false);
  },
);

test.each(['a', '0', 'a-b', 'a1-2b', 'console', 'acon', 'com10', 'a'.repeat(maxSlugLength)])(
  '%j is a slug',
  (text) => {
    expect(isSlug(text)).toBe(true);
  },
);

test.each(['prn', 'aux', 'nul', 'com1', 'lpt0'])('Windows keeps %s to itself', (text) => {
  expect(isSlug(text)).toBe(false);
});

test.each([
  ['a', ['a'], 'a-2'],
  ['a', ['a', 'a-2', 'a-3'], 'a-4'],
  ['a', [], 'a'],
  ['a'.repeat(80), ['a'.repeat(80)], `${'a'.repeat(78)}-2`],
  ['a-b', ['a-b'], 'a-b-2'],
  // What is cut off may end in a hyphen.
  [`${'a'.repeat(77)}-bc`, [`${'a'.repeat(77)}-bc`], `${'a'.repeat(77)}-2`],
])('the distinct one of %s beside %j is %s', (base, taken, distinct) => {
  expect(distinctSlug(base, (slug) => taken.includes(slug))).toBe(distinct);
});

test('a distinct slug is a slug, and free', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z0-9]{1,80}$/).filter(isSlug),
      fc.integer({ min: 0, max: 12 }),
      (base, count) => {
        const taken = new Set<string>();
        for (let index = 0; index <= count; index += 1) {
          const slug = distinctSlug(base, (candidate) => taken.has(candidate));
          expect(taken.has(slug)).toBe(false);
          expect(isSlug(slug)).toBe(true);
          taken.add(slug);
        }
      },
    ),
  );
});
