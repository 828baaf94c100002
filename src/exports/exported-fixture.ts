import { buildArchive, type Archive } from '../archive/archive.ts';
import { fixturePaper } from '../archive/fixture-paper.ts';
import { wordingFor } from '../wording/wording-for.ts';
import { exportArticle, type ExportedArticle } from './export-article.ts';

/** The small invented paper, read, for the tests of this room. */
export function fixtureArchive(): Archive {
  return buildArchive(fixturePaper());
}

export const fixtureAddress = (address: string): string =>
  new URL(address, 'https://paper.example.org').href;

/**
 * Its articles as they leave the site, newest edition first.
 *
 * @param change what a test wants otherwise, for every article
 */
export function fixtureArticles(change: Partial<ExportedArticle> = {}): ExportedArticle[] {
  const archive = fixtureArchive();
  const wording = wordingFor('zh-Hans');
  return archive.editions.toReversed().flatMap(({ pages }) =>
    pages.flatMap(({ articles }) =>
      articles.map((article) => ({
        ...exportArticle(archive, wording, fixtureAddress, article, {
          html: article.body.html,
          pictures: [],
        }),
        ...change,
      })),
    ),
  );
}
