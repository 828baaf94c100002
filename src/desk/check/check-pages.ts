import type { Article } from '../../newspaper/article.ts';
import { formatPageNumber } from '../../newspaper/format-page-number.ts';
import { findingWords } from '../../newspaper/finding-words.ts';
import type { Finding } from '../../newspaper/finding.ts';
import type { Place } from '../../newspaper/local-finding.ts';
import type { Bilingual } from '../../newspaper/bilingual.ts';

interface CheckedArticle {
  readonly path: string;
  readonly data: Article;
}

type LocateIn = (path: string) => (field: readonly PropertyKey[]) => Place;

/** A fault at a field of an article, before it has its line. */
interface FieldFault {
  readonly article: CheckedArticle;
  readonly field: readonly PropertyKey[];
  readonly id: string;
  readonly excerpt: string | number;
  readonly message: Bilingual;
  readonly action: Bilingual;
}

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
): Finding[] {
  const pages = Map.groupBy(articles, ({ data }) => `${data.edition}/${data.page}`);
  const brokenPages = new Set(broken.map((id) => id.slice(0, id.lastIndexOf('/'))));
  const mayHaveGaps = (ofPage: readonly CheckedArticle[]): boolean => {
    const { edition, page } = ofPage[0]!.data;
    return !brokenPages.has(`${edition}/${formatPageNumber(page)}`);
  };
  const inOrder = [...pages.values()].map((ofPage) =>
    ofPage.toSorted((left, right) => left.data.order - right.data.order),
  );
  const faults = [
    ...inOrder.filter(mayHaveGaps).flatMap(findGaps),
    ...inOrder.flatMap(findRepeatedHeadlines),
    ...findRepeatedParts(articles),
    ...articles.flatMap(findBarePictures),
  ];
  return faults.map(({ article, field, id, excerpt, message, action }) => ({
    id,
    severity: 'review',
    file: article.path,
    ...locateIn(article.path)(field),
    excerpt: String(excerpt),
    ...findingWords(message, action),
  }));
}

function findGaps(ofPage: readonly CheckedArticle[]): FieldFault[] {
  let expected = 1;
  return ofPage.flatMap((article): FieldFault[] => {
    const { order, page } = article.data;
    const missing = expected;
    expected = order + 1;
    if (order <= missing) return [];
    return [
      {
        article,
        field: ['order'],
        id: 'order-gap',
        excerpt: order,
        message: {
          zh: `第 ${page} 版的次序应连续，${order} 之前缺 ${missing}`,
          en: `The order on page ${page} should have no gaps; ${missing} is missing before ${order}`,
        },
        action: { zh: '补上缺的一篇，或改小 order', en: 'Add what is missing, or lower order' },
      },
    ];
  });
}

function findRepeatedHeadlines(ofPage: readonly CheckedArticle[]): FieldFault[] {
  const headlines = new Map<string, string>();
  return ofPage.flatMap((article): FieldFault[] => {
    const { headline } = article.data;
    if (headline === undefined || headline === null) return [];
    const other = headlines.get(headline);
    if (other === undefined) headlines.set(headline, article.path);
    if (other === undefined) return [];
    return [
      {
        article,
        field: ['headline'],
        id: 'headline-duplicate',
        excerpt: headline,
        message: {
          zh: `标题与本版 ${other} 相同`,
          en: `The same headline as ${other} on this page`,
        },
        action: { zh: '若是同一篇，删去一个', en: 'Remove one if they are the same article' },
      },
    ];
  });
}

function findRepeatedParts(articles: readonly CheckedArticle[]): FieldFault[] {
  const parts = new Map<string, string>();
  return articles.flatMap((article): FieldFault[] => {
    const { column, part } = article.data;
    if (column === undefined || part === undefined) return [];
    const other = parts.get(`${column}/${part}`);
    if (other === undefined) parts.set(`${column}/${part}`, article.path);
    if (other === undefined) return [];
    return [
      {
        article,
        field: ['part'],
        id: 'part-duplicate',
        excerpt: part,
        message: {
          zh: `栏目 ${column} 的第 ${part} 篇已是 ${other}`,
          en: `Part ${part} of ${column} is ${other} already`,
        },
        action: { zh: '对照原版的序号', en: 'Compare with the number printed' },
      },
    ];
  });
}

function findBarePictures(article: CheckedArticle): FieldFault[] {
  const { images, kind, bylines } = article.data;
  const hasPhotographer = bylines.some(({ role }) => role === 'photographer');
  return images.flatMap(({ file, credit, caption }, index): FieldFault[] => {
    const at = { article, field: ['images', index], excerpt: file };
    return [
      ...(credit !== undefined || hasPhotographer
        ? []
        : [
            {
              ...at,
              id: 'picture-credit',
              message: {
                zh: `${file} 没有摄影者或来源`,
                en: `${file} has no photographer or source`,
              },
              action: {
                zh: '写 credit，或在 bylines 里加 role: photographer',
                en: 'Write credit, or add a byline with role: photographer',
              },
            },
          ]),
      ...(caption !== undefined || kind === 'photo-news'
        ? []
        : [
            {
              ...at,
              id: 'picture-caption',
              message: { zh: `${file} 没有图说`, en: `${file} has no caption` },
              action: { zh: '照原版写 caption', en: 'Write caption' },
            },
          ]),
    ];
  });
}
