import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simplifiedForm } from '../collation/variants.ts';
import { indexSegment, type SearchableArticle } from './index-segment.ts';
import { findPhrases } from './find-phrase.ts';
import { parseQuery } from './parse-query.ts';
import { SearchIndex, type LookIntoArticle } from './search-index.ts';
import { segmentFileNames } from './segment-format.ts';

const root = join(import.meta.dirname, '../..');

function article(head: readonly string[], body: readonly string[], at = 0): SearchableArticle {
  const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(at / 8))).toISOString().slice(0, 10);
  return {
    date: day,
    page: 1,
    slug: `a${at}`,
    title: head[0] ?? '',
    deck: '',
    section: 'yaowen',
    genre: 'news',
    column: undefined,
    columnists: [],
    head,
    body,
  };
}

/** Articles as the index takes them, cut into segments of a size, and the index over these. */
function indexOf(
  articles: readonly SearchableArticle[],
  {
    segmentSize = articles.length,
    heavyFrom = 6_000,
    looksInto = false,
    reads = (_file: string, _bytes: number): void => {},
  } = {},
): SearchIndex {
  const segments = Array.from({ length: Math.ceil(articles.length / segmentSize) }, (_, at) =>
    articles.slice(at * segmentSize, (at + 1) * segmentSize),
  );
  const files = segments.map((segment) => indexSegment(segment, simplifiedForm, heavyFrom));
  const manifest = {
    version: 1,
    sections: {},
    folding: '',
    segments: segments.map(({ length }, at) => ({
      name: String(at),
      version: '',
      articles: length,
    })),
  };
  const bySlug = new Map(articles.map((one) => [`${one.date} ${one.slug}`, one]));
  const look: LookIntoArticle = ({ date, slug }, clause) => {
    const { head, body } = bySlug.get(`${date} ${slug}`)!;
    reads('text', 6_000);
    const has = (texts: readonly string[]): boolean =>
      texts.some((text) => findPhrases(text, [clause], simplifiedForm).length > 0);
    return Promise.resolve({ inHead: has(head), stands: has([...head, ...body]) });
  };
  return new SearchIndex(
    manifest,
    (segment, file) => {
      const bytes = files[Number(segment.name)]!.get(file)!;
      reads(file, bytes.length);
      return Promise.resolve(inflateRawSync(bytes));
    },
    looksInto ? look : undefined,
  );
}

async function slugsFound(index: SearchIndex, text: string): Promise<string[]> {
  const hits = await index.search(parseQuery(text, simplifiedForm));
  const titles = await Promise.all(hits.map((hit) => index.titleOf(hit)));
  return titles.map(([slug]) => slug);
}

/** As a reader sees it: no blank where a line of the file ends between characters. */
const folded = (text: string): string =>
  Array.from(
    text.replaceAll(/(?<=\p{Script=Han})[ \t]*\n[ \t]*(?=\p{Script=Han})/gu, ''),
    simplifiedForm,
  ).join('');

/** Gives the articles one of whose texts has some characters, one after the other. */
function plainScanOf(articles: readonly SearchableArticle[]): (text: string) => string[] {
  const texts = articles.map(({ slug, head, body }) => ({
    slug,
    text: [...head, ...body].map(folded).join('\u0000'),
  }));
  return (wanted) => {
    const piece = folded(wanted);
    return texts
      .filter(({ text }) => text.includes(piece))
      .map(({ slug }) => slug)
      .sort();
  };
}

/** As many as fill two segments and a third: with 380 this file took 20 s. */
const mostPages = 140;

/** The sample edition and pages that the importer is tested with: each paragraph is a text. */
function contentArticles(): SearchableArticle[] {
  const folders = [
    join(root, 'content/articles/2022-12-19/01'),
    join(root, 'tests/fixtures/pages'),
  ];
  return folders
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /\.mdx?$/.test(name))
        .sort()
        .slice(0, mostPages)
        .map((name) => readFileSync(join(folder, name), 'utf8').split(/\n\s*\n/)),
    )
    .map(([first = '', ...rest], at) => article([first], rest, at));
}

const isHan = /^\p{Script=Han}+$/u;

describe('any Han characters', () => {
  const articles = contentArticles();
  const plainScan = plainScanOf(articles);

  test.each([
    { what: 'in one segment', segmentSize: 1_000, heavyFrom: 6_000 },
    { what: 'in segments, frequent terms kept by longer ones', segmentSize: 60, heavyFrom: 8 },
    { what: 'looking into articles', segmentSize: 60, heavyFrom: 8, looksInto: true },
  ])(
    '500 pieces of the content, 2 to 8 long, found as a plain scan finds them: $what',
    async (cut) => {
      const index = indexOf(articles, cut);
      const runs = articles.flatMap(({ head, body }) =>
        [...head, ...body].flatMap((text) => text.match(/\p{Script=Han}{2,}/gu) ?? []),
      );
      // A walk with fixed steps: the same 500 at every run.
      const wrong: string[] = [];
      for (let draw = 0; draw < 500; draw += 1) {
        const run = runs[(draw * 7919 + 13) % runs.length]!;
        const length = Math.min(2 + (draw % 7), run.length);
        const from = (draw * 104_729) % (run.length - length + 1);
        const piece = run.slice(from, from + length);
        if (!isHan.test(piece)) continue;
        const [found, true_] = [(await slugsFound(index, piece)).sort(), plainScan(piece)];
        if (found.join() !== true_.join()) wrong.push(piece);
      }
      expect(wrong).toEqual([]);
    },
  );

  test('texts of few characters, where every pair stands everywhere', async () => {
    const text = fc.string({
      unit: fc.constantFrom('中', '国', '人', '臺', '台', '，'),
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 12 }),
        fc.string({ unit: fc.constantFrom('中', '国', '人', '台'), minLength: 2, maxLength: 8 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        async (texts, wanted, heavyFrom, segmentSize, looksInto) => {
          const made = texts.map(([head, ...body], at) => article([head], body, at));
          const index = indexOf(made, { segmentSize, heavyFrom, looksInto });
          expect((await slugsFound(index, wanted)).sort()).toEqual(plainScanOf(made)(wanted));
        },
      ),
      { numRuns: 100 },
    );
  });
});

test('a phrase of any length asks for few files: then the article itself is looked into', async () => {
  const articles = contentArticles();
  const phrase = /\p{Script=Han}{10}[\p{Script=Han}，、]{50,80}/u.exec(
    articles.flatMap(({ body }) => body).join('\n'),
  )![0];
  const fetched: string[] = [];
  const index = indexOf(articles, { looksInto: true, reads: (file) => fetched.push(file) });
  const found = await slugsFound(index, phrase);
  expect(found).toEqual(plainScanOf(articles)(phrase));
  expect(found.length).toBeGreaterThan(0);
  expect(fetched.filter((file) => file.startsWith('t') && file !== 'text').length).toBeLessThan(5);
});

test('pieces with marks in them, single characters between marks among them', async () => {
  const unit = fc.constantFrom('中', '国', '人', '民', '、', '，');
  const text = fc.string({ unit, maxLength: 24 });
  // Marks are not told apart.
  const plain = (texts: readonly string[]): string =>
    texts.map((one) => one.replaceAll(/[、，]+/g, '，')).join('\u0000');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }),
      fc.string({ unit, minLength: 2, maxLength: 9 }),
      fc.integer({ min: 0, max: 8 }),
      fc.boolean(),
      async (texts, typed, heavyFrom, looksInto) => {
        const piece = /[^、，].*[^、，]/u.exec(typed)?.[0].replaceAll(/[、，]+/g, '，');
        fc.pre(piece !== undefined);
        const made = texts.map(([head, body], at) => article([head], [body], at));
        const index = indexOf(made, { heavyFrom, looksInto });
        const found = made.filter(({ head, body }) => plain([...head, ...body]).includes(piece!));
        expect((await slugsFound(index, `"${piece!}"`)).sort()).toEqual(
          found.map(({ slug }) => slug).sort(),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test('a long phrase that stands everywhere asks for few files: its terms are as long', async () => {
  const phrase = '新时代中国特色社会主义思想';
  const articles = contentArticles().map((one): SearchableArticle => ({
    ...one,
    body: [...one.body, `以${phrase}为指导`],
  }));
  const files = new Set<string>();
  const reads = (file: string): void => void files.add(file);
  const index = indexOf(articles, { heavyFrom: articles.length >> 1, looksInto: true, reads });
  expect(await slugsFound(index, phrase)).toHaveLength(articles.length);
  // In one article its parts stand apart from one another.
  const apart = '新时代中国特色社会主义道路，代中国特色社会主义思想';
  const mixed = articles.with(0, article(['题'], [apart]));
  expect(await slugsFound(indexOf(mixed, { heavyFrom: 4 }), phrase)).toHaveLength(
    articles.length - 1,
  );
  // Thirteen characters: two terms of eight hold them.
  expect([...files].filter((file) => /^t\d/.test(file)).length).toBeLessThanOrEqual(2);
});

describe('what a reader types', () => {
  const index = indexOf([
    article(
      ['全市GDP增长6.5%', '王军豪'],
      ['全年ＧＤＰ 达 12,500 亿元，增速 0.125，编号11335。', '前半句为了继\n续变革'],
      0,
    ),
    article(['湾区日报社的故事'], ['Artificial intelligence, again', '臺灣与内地，中国人民'], 1),
    article(['国庆'], ['中国 人民，G增长 GDP增长', '湾区', '小吃、住、行、游乐'], 2),
  ]);
  test.each([
    ['GDP', ['a0', 'a2']],
    ['gdp增长', ['a0', 'a2']],
    ['11335', ['a0']],
    ['113', []],
    ['0.125', ['a0']],
    ['12500', ['a0']],
    ['12,500', ['a0']],
    ['继续变革', ['a0']],
    ['台湾', ['a1']],
    ['台灣與', ['a1']],
    ['灣區', ['a1', 'a2']],
    ['中国人民', ['a1']],
    ['中国 人民', ['a2', 'a1']],
    ['"artificial intelligence"', ['a1']],
    ['“intelligence artificial”', []],
    ['国', ['a2']],
    ['豪', ['a0']],
    ['民', []],
    ['湾区 -故事', ['a2']],
    ['湾区 −日报社', ['a2']],
    ['内地，中国', ['a1']],
    ['吃、住、行', ['a2']],
    ['住、行、游', ['a2']],
    ['住、吃、行', []],
    ['吃、住', ['a2']],
    ['行、游', ['a2']],
    ['地，中', ['a1']],
    ['地中', []],
    ['民，G', ['a2']],
    ['GDP AND 王军豪', ['a0']],
    ['<script>', []],
    ['没有的话', []],
  ])('%s', async (text, found) => {
    expect((await slugsFound(index, text)).sort()).toEqual([...found].sort());
  });

  test('headlines come first, then the newest', async () => {
    expect(await slugsFound(index, '湾区')).toEqual(['a1', 'a2']);
    expect(await slugsFound(index, '人民')).toEqual(['a1', 'a2']);
  });

  test.each([
    ['', 'empty'],
    ['，。', 'no-words'],
    ['"', 'no-words'],
    ['-', 'no-words'],
    ['😀', 'no-words'],
    ['\u0007\u200b', 'no-words'],
    ['  \u3000', 'empty'],
    ['-湾区', 'only-excluded'],
    ['长'.repeat(2_000), 'too-long'],
    ['一 二 三 四 五 六 七 八 九', 'too-long'],
  ])('%s is not asked: %s', (text, problem) => {
    expect(parseQuery(text, simplifiedForm).problem).toBe(problem);
  });

  test('nothing that is typed breaks it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), async (text) => {
        await index.search(parseQuery(text, simplifiedForm));
      }),
    );
  });
});

describe('the files', () => {
  const articles = contentArticles().slice(0, 40);

  test('the same articles give the same bytes, under names that are known beforehand', () => {
    const [one, other] = [
      indexSegment(articles, simplifiedForm),
      indexSegment(articles, simplifiedForm),
    ];
    expect([...one.keys()].sort()).toEqual(segmentFileNames(articles.length).sort());
    expect(other).toEqual(one);
  });

  test('titles with marks and control characters come back as they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (title) => {
        const index = indexOf([article([`${title} 燕子`], [title])]);
        const [hit] = await index.search(parseQuery('燕子', simplifiedForm));
        expect((await index.titleOf(hit!))[1]).toBe(`${title} 燕子`);
      }),
    );
  });

  test('broken bytes are an error, not an answer', async () => {
    const files = indexSegment(articles, simplifiedForm);
    const manifest = {
      version: 1,
      sections: {},
      folding: '',
      segments: [{ name: 's', version: '', articles: 40 }],
    };
    const index = new SearchIndex(manifest, (_, file) => {
      const bytes = inflateRawSync(files.get(file)!);
      return Promise.resolve(file.startsWith('t') ? bytes.subarray(0, bytes.length / 2) : bytes);
    });
    await expect(index.search(parseQuery('记者', simplifiedForm))).rejects.toThrow();
  });
});
