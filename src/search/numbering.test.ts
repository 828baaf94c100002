import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simplifiedForm } from '../collation/variants.ts';
import { indexSegment, type SearchableArticle } from './index-segment.ts';
import { OtherPrintError } from './numbering.ts';
import { parseQuery } from './parse-query.ts';
import { SearchIndex } from './search-index.ts';
import { termFileCount } from './segment-format.ts';

type Files = ReadonlyMap<string, Uint8Array>;

const characters = Array.from('江北水城运河之都新闻记者昨日从市里获悉今年以来');

/** Forty days of three articles, each with a word of its own: 第7号. */
function paper(
  change: (articles: SearchableArticle[]) => void = () => undefined,
): SearchableArticle[] {
  const articles = Array.from({ length: 120 }, (_, at): SearchableArticle => {
    const pick = (step: number): string => characters[(at * step + step) % characters.length]!;
    const text = Array.from({ length: 40 }, (_, place) => pick(place + 3)).join('');
    return {
      date: `2024-0${Math.floor(at / 60) + 1}-${String(Math.floor((at % 60) / 3) + 1).padStart(2, '0')}`,
      page: 1,
      slug: `a${at}`,
      title: `第${at}号`,
      deck: '',
      section: 'yaowen',
      genre: 'news',
      column: undefined,
      columnists: [],
      head: [`第${at}号`],
      body: [text],
    };
  });
  change(articles);
  return articles;
}

const filesOf = (articles: readonly SearchableArticle[]): Files =>
  indexSegment(articles, simplifiedForm);

const changed = (before: Files, after: Files): string[] =>
  [...after.keys()].filter((name) => {
    const old = before.get(name);
    return old === undefined || !Buffer.from(old).equals(after.get(name)!);
  });

/** The index whose list of articles is of one print, and whose other files are of another. */
function mixed(listed: readonly SearchableArticle[], list: Files, others: Files): SearchIndex {
  return new SearchIndex(
    {
      version: 1,
      sections: {},
      folding: '',
      segments: [{ name: 's', version: '', articles: listed.length }],
    },
    (_, file) => {
      const bytes = (file === 'articles' ? list : others).get(file);
      return bytes ? Promise.resolve(inflateRawSync(bytes)) : Promise.reject(new Error('404'));
    },
  );
}

describe('what a change rewrites', () => {
  const before = filesOf(paper());

  test('one character put right: the files of the pairs around it', () => {
    const after = filesOf(
      paper((articles) => {
        const [text] = articles[7]!.body;
        articles[7] = { ...articles[7]!, body: [text!.slice(0, 20) + '湖' + text!.slice(21)] };
      }),
    );
    expect(changed(before, after).length).toBeGreaterThan(0);
    expect(changed(before, after).length).toBeLessThanOrEqual(4);
  });

  test('an edition behind: no title file but the last, no term file that it has no word for', () => {
    const after = filesOf(
      paper((articles) => {
        articles.push({
          ...articles[0]!,
          date: '2024-03-01',
          slug: 'new',
          head: ['麒麟'],
          body: ['麒麟'],
        });
      }),
    );
    expect(
      changed(before, after).filter((name) => name.startsWith('t')).length,
    ).toBeLessThanOrEqual(3);
    expect(changed(before, after).filter((name) => name.startsWith('h'))).toEqual(['h2']);
  });
});

describe('two prints at once', () => {
  const yesterday = paper();

  test.each<[string, (articles: SearchableArticle[]) => void]>([
    [
      'an article put in before',
      (articles) => articles.splice(3, 0, { ...articles[3]!, slug: 'in' }),
    ],
    ['an article taken out', (articles) => articles.splice(3, 1)],
    [
      'two change places',
      (articles) => ([articles[3], articles[4]] = [articles[4]!, articles[3]!]),
    ],
  ])('%s: an error, not the wrong article', async (_, change) => {
    const today = paper(change);
    const index = mixed(yesterday, filesOf(yesterday), filesOf(today));
    await expect(index.search(parseQuery('第99号', simplifiedForm))).rejects.toThrow(
      OtherPrintError,
    );
  });

  test('a list of today with the files of yesterday, or the other way: right, or an error', async () => {
    const today = paper((articles) =>
      articles.push({
        ...articles[0]!,
        date: '2024-03-01',
        slug: 'new',
        head: ['麒麟'],
        body: ['江北'],
      }),
    );
    const files = [filesOf(yesterday), filesOf(today)] as const;
    for (const [listed, list, others] of [
      [yesterday, files[0], files[1]],
      [today, files[1], files[0]],
    ] as const) {
      for (const text of ['第99号', '江北', '麒麟', '记者']) {
        const index = mixed(listed, list, others);
        try {
          for (const hit of await index.search(parseQuery(text, simplifiedForm))) {
            const [slug] = await index.titleOf(hit);
            expect(slug).toBe(listed[hit.article]!.slug);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(OtherPrintError);
        }
      }
    }
  });
});

test('the number of files grows in few steps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24_000 }), (articles) => {
      expect(termFileCount(articles)).toBeGreaterThanOrEqual(1);
      expect(termFileCount(articles + 1)).toBeGreaterThanOrEqual(termFileCount(articles));
      expect(termFileCount(articles)).toBeLessThanOrEqual(
        1.1 * Math.max(1, 12 * Math.sqrt(articles)),
      );
    }),
  );
  const counts = new Set(Array.from({ length: 3_000 }, (_, at) => termFileCount(at + 1)));
  expect(counts.size).toBeLessThan(40);
});
