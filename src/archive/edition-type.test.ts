import { expect, test } from 'vitest';
import type { Article } from '../newspaper/article.ts';
import type { Edition } from '../newspaper/edition.ts';
import type { NewspaperPage } from '../newspaper/page.ts';
import type { ArchivedArticle, ArchivedEdition } from './archive.ts';
import { editionType } from './edition-type.ts';

function edition(...pages: readonly (readonly Partial<Article>[])[]): ArchivedEdition {
  return {
    edition: { date: '2024-03-07' } as Edition,
    index: 0,
    pages: pages.map((articles, page) => ({
      page: { number: page + 1, credits: [] } as NewspaperPage,
      articles: articles.map((data, index) => {
        const article = { id: `${page + 1}/${index + 1}`, index, data: { genre: 'news', ...data } };
        return article as unknown as ArchivedArticle;
      }),
    })),
  };
}

test('the characters of the headlines, without those that are set in Kai or have none', () => {
  const { characters, set } = editionType(
    edition([{ headline: '一根水管' }, { headline: '读报', genre: 'essay' }, { headline: null }]),
  );
  expect(characters).toBe('一根水管');
  expect([...set]).toEqual(['1/1']);
});

test('where there are too many characters, the leads of all pages go before short news', () => {
  // 130 characters each: a second fits, a third does not.
  const long = (from: number): string =>
    Array.from({ length: 130 }, (_, index) => String.fromCodePoint(from + index)).join('');
  const { set } = editionType(
    edition(
      [{ headline: long(0x4e00) }],
      [
        { headline: long(0x5000), rank: 2 },
        { headline: long(0x6000), rank: 1 },
      ],
    ),
  );
  expect([...set]).toEqual(['1/1', '2/2']);
});
