import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { buildArchive, type Archive, type PaperEntries } from './archive.ts';
import { fixturePaper } from './fixture-paper.ts';
import { relatedReading, type SealedLists } from './related-reading.ts';

interface Written {
  readonly terms: readonly string[];
  readonly page?: number;
  readonly headline?: string;
  readonly column?: string | undefined;
  readonly columnist?: string;
}

/** An edition a day from 1 March 2024 on, of two pages; the articles are called a0, a1 … */
function archiveOf(days: readonly (readonly Written[])[]): Archive {
  const plain = fixturePaper();
  const [usual] = plain.articles;
  const dates = days.map((_, day) => parseIssueDate(`2024-03-${String(day + 1).padStart(2, '0')}`));
  const entries: PaperEntries = {
    ...plain,
    editions: dates.map((date) => ({
      id: date,
      data: {
        date,
        dateSource: 'printed',
        pages: [1, 2].map((number) => ({ number, credits: [] })),
      },
    })),
    articles: days.flatMap((written, day) =>
      written.map(({ terms, page = 1, headline, column, columnist }, order) => ({
        ...usual!,
        id: `${dates[day]!}/0${page}/a${order}`,
        data: {
          ...usual!.data,
          edition: dates[day]!,
          page,
          order: order + 1,
          headline: headline ?? `${day} ${order}`,
          column,
          bylines:
            columnist === undefined
              ? []
              : [{ name: columnist, role: 'reporter' as const, columnist }],
        },
        rendered: { metadata: { terms: terms.join('\n') } },
      })),
    ),
  };
  return buildArchive(entries);
}

/** Articles that share nothing, so that what others share is rare. */
const filler = (count: number): Written[] =>
  Array.from({ length: count }, (_, at) => ({ terms: [`only-${at}`] }));

test('two rare terms in common relate; one does not; the nearest in time first', () => {
  const related = relatedReading(
    archiveOf([
      [...filler(200), { terms: ['宋庄', '鱼塘'] }, { terms: ['宋庄', '学校'] }],
      [{ terms: ['宋庄', '鱼塘'] }],
      [{ terms: ['鱼塘', '宋庄'] }],
    ]),
  );
  expect(related.get('2024-03-03/01/a0')).toEqual(['2024-03-02/01/a0', '2024-03-01/01/a200']);
  expect(related.get('2024-03-02/01/a0')).toEqual(['2024-03-01/01/a200']);
  expect(related.has('2024-03-01/01/a201')).toBe(false);
});

test('what every article says relates none', () => {
  const usual = { terms: ['记者', '日前'] };
  expect(relatedReading(archiveOf([Array.from({ length: 60 }, () => usual), [usual]])).size).toBe(
    0,
  );
});

test('a person with a word relates, and a column with a person', () => {
  const related = relatedReading(
    archiveOf([
      [
        ...filler(200),
        { terms: ['鱼塘'], columnist: 'yi' },
        ...Array.from({ length: 5 }, () => ({ terms: [], column: 'xilie' })),
      ],
      [{ terms: ['鱼塘'], columnist: 'yi' }],
    ]),
  );
  expect(related.get('2024-03-02/01/a0')).toEqual(['2024-03-01/01/a200']);
});

test('not of the same page, no headline twice', () => {
  const round = { terms: ['宋庄', '鱼塘'], headline: '快讯' };
  const related = relatedReading(
    archiveOf([
      [...filler(200), round],
      [round],
      [
        { terms: ['宋庄', '鱼塘'] },
        { terms: ['宋庄', '鱼塘'] },
        { terms: ['宋庄', '鱼塘'], page: 2 },
      ],
    ]),
  );
  expect(related.get('2024-03-03/01/a0')).toEqual(['2024-03-03/02/a2', '2024-03-02/01/a0']);
  expect(related.has('2024-03-02/01/a0')).toBe(false);
});

test('a new edition changes no list of an earlier one', () => {
  const terms = fc.uniqueArray(fc.constantFrom(...'甲乙丙丁戊己庚辛'), { maxLength: 5 });
  const edition = fc.array(
    fc.record({
      terms,
      page: fc.constantFrom(1, 2),
      columnist: fc.constantFrom('jia', 'yi', 'bing'),
      column: fc.constantFrom(undefined, 'xilie'),
    }),
    { maxLength: 4 },
  );
  let some = 0;
  fc.assert(
    fc.property(fc.array(edition, { minLength: 1, maxLength: 8 }), edition, (days, added) => {
      const base = [filler(120), ...days];
      const before = relatedReading(archiveOf(base));
      const after = relatedReading(archiveOf([...base, added]));
      some += before.size;
      for (const [id, list] of after) {
        if (!id.startsWith(`2024-03-${String(base.length + 1).padStart(2, '0')}`))
          expect(before.get(id)).toEqual(list);
      }
      for (const [id, list] of before) {
        expect(after.has(id)).toBe(true);
        for (const other of list) expect(other.slice(0, 10) <= id.slice(0, 10)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
  expect(some).toBeGreaterThan(0);
});

test('lists of an earlier build are taken as they stand, and say the same as new ones', () => {
  const shared = (day: number) => ({ terms: [`甲${day % 4}`, `乙${day % 4}`] });
  const days = Array.from({ length: 9 }, (_, day) => [shared(day), ...filler(6)]);
  const digested = (count: number, changed?: number): Archive => {
    const archive = archiveOf(days.slice(0, count));
    for (const article of archive.articleById.values()) {
      const isChanged = archive.editions[changed ?? -1]?.edition.date === article.data.edition;
      Object.assign(article, { digest: isChanged ? `${article.id}, put right` : article.id });
    }
    return archive;
  };
  const before: SealedLists = {};
  relatedReading(digested(8), {}, before);
  const after: SealedLists = {};
  const related = relatedReading(digested(9), before, after);
  expect(related).toEqual(relatedReading(digested(9)));
  expect(related.size).toBeGreaterThan(0);
  expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before)));
  expect(Object.keys(after)).toHaveLength(9);
  // What was known is taken: wrong lists would be, too.
  const emptied = Object.fromEntries(Object.keys(before).map((digest) => [digest, []]));
  expect(relatedReading(digested(8), emptied).size).toBe(0);
  // An article put right is another: from its edition on everything is made anew.
  relatedReading(digested(9, 4), before, after);
  expect(relatedReading(digested(9, 4), emptied)).toEqual(
    new Map([...related].filter(([id]) => id >= '2024-03-05')),
  );
});
