import type { Edition } from '../newspaper/edition.ts';
import { findingWords } from '../newspaper/finding-words.ts';
import type { Finding } from '../newspaper/finding.ts';
import type { Place } from '../newspaper/local-finding.ts';
import type { UnheededHint } from './unheeded-hints.ts';

/**
 * Says which hints of a page the engine could not keep, and why. Only composing shows it: what can be
 * seen in the files alone is `layout-refused` (newspaper/check-layout.ts).
 *
 * @param page its number
 * @param locate finds the place of a field in the edition's file
 */
export function tellUnheededHints(
  { date, pages }: Edition,
  page: number,
  unheeded: readonly UnheededHint[],
  locate: (field: readonly PropertyKey[]) => Place,
): Finding[] {
  const index = pages.findIndex(({ number }) => number === page);
  return unheeded.map(({ id, field, columns, rival }) => ({
    id: 'layout-unheeded',
    severity: 'review',
    file: `editions/${date}.yaml`,
    ...locate(['pages', index, 'layout', id, field]),
    excerpt: id,
    ...findingWords(
      rival === undefined
        ? {
            zh: `${id} 的 ${field} 在 ${columns.join('、')} 栏的版面上没有照办：各篇依阅读次序切成矩形，没有一种切法办得到`,
            en: `${field} of ${id} was not kept on ${columns.join(', ')} columns: no way to cut the page into rectangles in reading order does it`,
          }
        : {
            zh: `${id} 的 ${field} 在 ${columns.join('、')} 栏的版面上没有照办：和 ${rival} 的提示不能两全`,
            en: `${field} of ${id} was not kept on ${columns.join(', ')} columns: the page cannot have it and what ${rival} is asked`,
          },
      {
        zh: '换一个提示，或删去一个；npm run dev 的版式台列着办得到的',
        en: 'Ask something else, or take one hint away; the layout desk of npm run dev lists what can be had',
      },
    ),
  }));
}
