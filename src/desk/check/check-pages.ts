import type { Article } from '../../newspaper/article.ts';
import { formatPageNumber } from '../../newspaper/format-page-number.ts';
import type { Finding } from '../../newspaper/finding.ts';
import type { Place } from '../../newspaper/local-finding.ts';
import type { CommandLanguage } from '../../wording/command-language.ts';

interface CheckedArticle {
  readonly path: string;
  readonly data: Article;
}

type LocateIn = (path: string) => (field: readonly PropertyKey[]) => Place;

/**
 * What articles show side by side: gaps in a page's order, parts and headlines used twice, pictures
 * without a name.
 *
 * @param broken ids (`2022-12-19/01/a-slug`) of articles that cannot be read: one of them may fill the gap
 */
export function checkPages(
  articles: readonly CheckedArticle[],
  broken: readonly string[],
  locateIn: LocateIn,
  words: CommandLanguage,
): Finding[] {
  const findings: Finding[] = [];
  const report = (
    { path }: CheckedArticle,
    field: readonly PropertyKey[],
    id: string,
    excerpt: unknown,
    message: { readonly zh: string; readonly en: string },
    action: { readonly zh: string; readonly en: string },
  ): void => {
    findings.push({
      id,
      severity: 'review',
      file: path,
      ...locateIn(path)(field),
      excerpt: String(excerpt),
      message: message[words],
      action: action[words],
    });
  };

  const pages = Map.groupBy(articles, ({ data }) => `${data.edition}/${data.page}`);
  const brokenPages = new Set(broken.map((id) => id.slice(0, id.lastIndexOf('/'))));
  for (const ofPage of pages.values()) {
    const inOrder = ofPage.toSorted((left, right) => left.data.order - right.data.order);
    let expected = 1;
    const headlines = new Map<string, string>();
    for (const article of inOrder) {
      const { order, page, headline } = article.data;
      const hasBroken = brokenPages.has(`${article.data.edition}/${formatPageNumber(page)}`);
      if (order > expected && !hasBroken) {
        report(
          article,
          ['order'],
          'order-gap',
          order,
          {
            zh: `第 ${page} 版的次序应连续，${order} 之前缺 ${expected}`,
            en: `The order on page ${page} should have no gaps; ${expected} is missing before ${order}`,
          },
          { zh: '补上缺的一篇，或改小 order', en: 'Add what is missing, or lower order' },
        );
      }
      expected = order + 1;
      if (headline === undefined || headline === null) continue;
      const other = headlines.get(headline);
      if (other === undefined) headlines.set(headline, article.path);
      else {
        report(
          article,
          ['headline'],
          'headline-duplicate',
          headline,
          { zh: `标题与本版 ${other} 相同`, en: `The same headline as ${other} on this page` },
          { zh: '若是同一篇，删去一个', en: 'Remove one if they are the same article' },
        );
      }
    }
  }

  const parts = new Map<string, string>();
  for (const article of articles) {
    const { column, part, images, kind, bylines } = article.data;
    if (column !== undefined && part !== undefined) {
      const other = parts.get(`${column}/${part}`);
      if (other === undefined) parts.set(`${column}/${part}`, article.path);
      else {
        report(
          article,
          ['part'],
          'part-duplicate',
          part,
          {
            zh: `栏目 ${column} 的第 ${part} 篇已是 ${other}`,
            en: `Part ${part} of ${column} is ${other} already`,
          },
          { zh: '对照原版的序号', en: 'Compare with the number printed' },
        );
      }
    }
    const hasPhotographer = bylines.some(({ role }) => role === 'photographer');
    images.forEach((image, index) => {
      if (image.credit !== undefined || hasPhotographer) return;
      report(
        article,
        ['images', index],
        'picture-credit',
        image.file,
        { zh: `${image.file} 没有摄影者或来源`, en: `${image.file} has no photographer or source` },
        {
          zh: '写 credit，或在 bylines 里加 role: photographer',
          en: 'Write credit, or add a byline with role: photographer',
        },
      );
    });
    images.forEach((image, index) => {
      if (image.caption !== undefined || kind === 'photo-news') return;
      report(
        article,
        ['images', index],
        'picture-caption',
        image.file,
        { zh: `${image.file} 没有图说`, en: `${image.file} has no caption` },
        { zh: '照原版写 caption', en: 'Write caption' },
      );
    });
  }
  return findings;
}
