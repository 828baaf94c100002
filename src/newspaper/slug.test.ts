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
    ['……！', ''],
    ['', ''],
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
])('the id of %s is %s', (name, id) => {
  expect(slugFromPersonName(name)).toBe(id);
});

test.each(['con', 'a--b', '-a', 'a-', 'A', 'ä', 'a/b', '..', 'a'.repeat(maxSlugLength + 1), ''])(
  '%j is no slug',
  (text) => {
    expect(isSlug(text)).toBe(false);
  },
);

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
