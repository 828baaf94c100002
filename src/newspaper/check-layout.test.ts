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
  expect(problems[0]!.message).toContain(reason);
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
