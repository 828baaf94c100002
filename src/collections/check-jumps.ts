import { findingWords } from '../newspaper/finding-words.ts';
import type { ArticleJump } from '../manuscript/check-article.ts';
import type { Article } from '../newspaper/article.ts';
import type { LocalFinding, Place } from '../newspaper/local-finding.ts';
import type { KnownAddresses } from './check-links.ts';

/** Pages of the own edition that are not there: not all of a paper may have been read. */
export function checkJumps(
  jumps: readonly ArticleJump[],
  { edition, jump }: Article,
  { pagesOf }: KnownAddresses,
  locate: (field: readonly PropertyKey[]) => Place,
): LocalFinding[] {
  const pages = pagesOf(edition);
  if (pages === undefined) return [];
  const told = (page: number, place: Place): LocalFinding => ({
    id: 'jump-page-unknown',
    severity: 'review',
    ...place,
    excerpt: String(page),
    ...findingWords(
      {
        zh: `${edition} 这一期没有第 ${page} 版；有：${pages.join('、')}`,
        en: `The edition ${edition} has no page ${page}; there are: ${pages.join(', ')}`,
      },
      {
        zh: '改正版次；那一版还没有收录的，不用管',
        en: 'Mend the page number; for a page that is not collected yet, nothing',
      },
    ),
  });
  const written = (['to', 'from'] as const).flatMap((way) => {
    const page = jump?.[way];
    return page === undefined || pages.includes(page) ? [] : [told(page, locate(['jump', way]))];
  });
  return [
    ...written,
    ...jumps
      .filter(({ page }) => !pages.includes(page))
      .map(({ page, line, column }) => told(page, { line, column })),
  ];
}
