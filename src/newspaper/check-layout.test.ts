import { expect, it } from 'vitest';
import { checkLayout, type LaidArticle } from './check-layout.ts';
import type { LayoutHint } from './page.ts';

const article = (slug: string, headline: string, more: Partial<LaidArticle> = {}): LaidArticle => ({
  slug,
  kind: 'article',
  headline,
  images: [],
  ...more,
});
const page = [
  article('lead', '大桥今日通车'),
  article('long', '全市一百二十个社区开放书屋'),
  article('figures', '3座灌渠修好'),
  article('deck', '渔港开市', { deck: '——首日记' }),
  article('plain', '古树换新牌'),
];

it.each<[slug: string, hint: LayoutHint, reason: string]>([
  ['lead', { headline: 'vertical' }, '头条用横题'],
  ['long', { headline: 'vertical' }, '多于十二个字'],
  ['figures', { headline: 'vertical' }, '汉字以外的字'],
  ['deck', { headline: 'vertical' }, '有副题'],
  ['plain', { beside: 'nobody' }, '没有 nobody 这一篇'],
  ['plain', { beside: 'lead' }, '不相邻'],
  ['deck', { position: 'top-left' }, '只能是第一篇'],
  ['deck', { position: 'bottom-right' }, '只能是最后一篇'],
  ['plain', { frame: true, ground: true }, '不再加框'],
])('%s %o is refused: %s', (slug, hint, reason) => {
  const problems = checkLayout(page, { [slug]: hint });
  expect(problems.map(({ slug: name, field }) => [name, field])).toEqual([
    [slug, Object.keys(hint)[0]],
  ]);
  expect(problems[0]!.message.zh).toContain(reason);
});

it('begins at the other corner where the paper does', () => {
  const hints = { deck: { position: 'top-right' }, plain: { position: 'bottom-left' } } as const;
  expect(checkLayout(page, hints)).toEqual([]);
  expect(checkLayout(page, hints, 'top-right').map(({ slug }) => slug)).toEqual(['deck']);
  expect(checkLayout(page, { deck: { position: 'bottom-left' } }, 'top-right')).toMatchObject([
    { slug: 'deck', message: { zh: '版面读到这一角为止，这里只能是最后一篇' } },
  ]);
  expect(checkLayout(page, { lead: { position: 'top-left' } })).toEqual([]);
});

it('takes the weightiest for the lead; what has no headline leads nothing', () => {
  const ranked = [
    article('a', ''),
    article('b', '大桥通车'),
    article('c', '古树换牌', { rank: 1 }),
  ];
  const vertical = { headline: 'vertical' } as const;
  const refused = (...articles: readonly LaidArticle[]): string[] =>
    checkLayout(articles, { a: vertical, b: vertical, c: vertical })
      .filter(({ message }) => message.zh.includes('头条'))
      .map(({ slug }) => slug);
  expect(refused(...ranked)).toEqual(['c']);
  expect(refused(...ranked.slice(0, 2))).toEqual(['b']);
  // Of one weight, the first.
  expect(refused(article('b', '大桥通车', { rank: 2 }), article('c', '古树换牌'))).toEqual(['b']);
});

it('lets a picture and a column keep their headline across', () => {
  const hint = { headline: 'vertical' } as const;
  const refused = (more: Partial<LaidArticle>): string | undefined =>
    checkLayout([page[0]!, article('x', '古树换新牌', more)], { x: hint })[0]?.message.zh;
  expect(refused({})).toBeUndefined();
  expect(refused({ column: 'letters' })).toContain('有栏头');
  expect(refused({ images: [{}] })).toContain('有图片');
});

it('says what to do', () => {
  const hints = [
    { lead: { beside: 'plain' }, long: { headline: 'vertical' } },
    { lead: { beside: 'none', position: 'bottom-right' }, plain: { position: 'top-left' } },
    {
      lead: { position: 'top-right' },
      long: { position: 'top-right' },
      deck: { frame: true, ground: true },
    },
  ] as const;
  const told = hints.flatMap((hint) => checkLayout(page, hint));
  expect(told.length).toBe(7);
  for (const { message, action } of told) {
    expect(action.zh).toMatch(/写|删|改|留/);
    expect(action.en).toMatch(/^[A-Z]\w+ /);
    expect(message.zh).toMatch(/\p{Script=Han}/u);
    expect(message.en).toMatch(/^\P{Script=Han}{8,}$/u);
  }
});

it('a neighbour on either side may stand beside', () => {
  expect(checkLayout(page, { long: { beside: 'lead' }, lead: { beside: 'long' } })).toEqual([]);
});

it('gives a corner once', () => {
  const problems = checkLayout(page, {
    long: { position: 'bottom-left' },
    plain: { position: 'bottom-left' },
  });
  expect(problems).toMatchObject([{ slug: 'plain', field: 'position' }]);
});

it('has nothing against what can be done', () => {
  expect(
    checkLayout(page, {
      plain: { headline: 'vertical', beside: 'deck', span: 2, position: 'bottom-right' },
      deck: { ground: true },
    }),
  ).toEqual([]);
});
