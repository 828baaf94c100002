import { readFileSync } from 'node:fs';
import CSL from 'citeproc';
import { describe, expect, it, test } from 'vitest';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { attackTexts } from './attack-texts.ts';
import {
  citationMetaTags,
  citeBibtex,
  citeCsl,
  citeGbt7714,
  citeRis,
  type CitedArticle,
} from './citation.ts';

const article: CitedArticle = {
  id: '2024-03-07/01/yi-gen-shui-guan',
  headline: '一根水管，连着民生大事',
  deck: '——城乡供水优化服务',
  bylines: [{ name: '林望舒', role: 'reporter' }],
  paper: '某日报',
  place: '某市',
  language: 'zh-Hans',
  date: parseIssueDate('2024-03-07'),
  page: 1,
  address: 'https://paper.example.org/2024-03-07/01/yi-gen-shui-guan/',
};
const by = (...names: string[]): CitedArticle['bylines'] =>
  names.map((name) => ({ name, role: 'reporter' }));
const english: CitedArticle = {
  ...article,
  headline: 'Ferry may run again',
  deck: 'An engine is found',
  bylines: by('Ada Marsh'),
  paper: 'The Harbour Gazette',
  language: 'en',
};

describe('citeGbt7714', () => {
  it.each<[string, CitedArticle, 'print' | 'online', string]>([
    [
      'print, with a deck that opens with a dash',
      article,
      'print',
      '林望舒. 一根水管，连着民生大事——城乡供水优化服务[N]. 某日报，2024-03-07（1）.',
    ],
    [
      'online',
      { ...article, deck: undefined },
      'online',
      '林望舒. 一根水管，连着民生大事[N/OL]. 某日报，2024-03-07（1）. https://paper.example.org/2024-03-07/01/yi-gen-shui-guan/.',
    ],
    [
      'a deck as subtitle',
      { ...article, deck: '今年已通三村' },
      'print',
      '林望舒. 一根水管，连着民生大事：今年已通三村[N]. 某日报，2024-03-07（1）.',
    ],
    [
      'three authors at most, each once',
      { ...article, deck: undefined, bylines: by('甲', '乙', '丙', '丁', '甲') },
      'print',
      '甲，乙，丙，等. 一根水管，连着民生大事[N]. 某日报，2024-03-07（1）.',
    ],
    [
      'nobody signed',
      { ...article, deck: undefined, bylines: [], page: 15 },
      'print',
      '一根水管，连着民生大事[N]. 某日报，2024-03-07（15）.',
    ],
    [
      'an English paper',
      english,
      'print',
      'Marsh A. Ferry may run again: An engine is found[N]. The Harbour Gazette，2024-03-07（1）.',
    ],
  ])('%s', (_case, cited, medium, reference) => {
    expect(citeGbt7714(cited, medium)).toBe(reference);
  });
});

const styles = new URL('../../tests/fixtures/citation-styles/', import.meta.url);
const style = readFileSync(new URL('gb-t-7714-2025-numeric.csl', styles), 'utf8');

/** What a citation processor makes of our CSL-JSON, in the published style. */
function process(item: ReturnType<typeof citeCsl>): string {
  const engine = new CSL.Engine(
    {
      retrieveLocale: (language) =>
        readFileSync(
          new URL(`locales-${language.startsWith('zh') ? 'zh-CN' : 'en-US'}.xml`, styles),
          'utf8',
        ),
      retrieveItem: () => item,
    },
    style,
    'zh-CN',
    true,
  );
  engine.setOutputFormat('text');
  engine.updateItems([item['id'] as string]);
  // `[1] `: the place in somebody's list.
  return engine
    .makeBibliography()[1][0]!
    .trim()
    .replace(/^\[1\] /, '');
}

describe('citeCsl', () => {
  it.each([
    { ...article, deck: undefined },
    article,
    { ...article, deck: '今年已通三村', page: 15 },
    { ...article, bylines: by('甲', '乙', '丙', '丁') },
    { ...article, bylines: [] },
    { ...article, bylines: by('Ada Marsh', '林望舒') },
    english,
    { ...english, bylines: by('Mary Ann Lee', 'Jean-Luc Moreau', 'J. B. Smith', 'Tom Reed') },
    { ...english, bylines: by('O’Neill', 'Élise Marchand') },
  ])('a citation processor with the published style makes the reference that we print', (cited) => {
    expect(process(citeCsl(cited))).toBe(citeGbt7714(cited, 'online'));
    expect(process({ ...citeCsl(cited), URL: undefined })).toBe(citeGbt7714(cited, 'print'));
  });

  it('keeps a Chinese name whole and parts a Latin one', () => {
    expect(citeCsl(article)['author']).toEqual([{ literal: '林望舒' }]);
    expect(citeCsl(english)['author']).toEqual([{ family: 'Marsh', given: 'Ada' }]);
  });
});

test('citeBibtex', () => {
  expect(citeBibtex({ ...article, headline: '涨 5%_{a}', deck: undefined })).toBe(
    [
      '@article{2024-03-07-01-yi-gen-shui-guan,',
      '  title = {{涨 5\\%\\_\\{a\\}}},',
      '  author = {{林望舒}},',
      '  journal = {某日报},',
      '  year = {2024},',
      '  month = {3},',
      '  day = {7},',
      '  pages = {1},',
      '  entrysubtype = {newspaper},',
      '  langid = {chinese},',
      '  url = {https://paper.example.org/2024-03-07/01/yi-gen-shui-guan/},',
      '}',
    ].join('\n'),
  );
});

test('citeRis', () => {
  expect(citeRis(article).split('\r\n').slice(0, 5)).toEqual([
    'TY  - NEWS',
    'AU  - 林望舒',
    'TI  - 一根水管，连着民生大事——城乡供水优化服务',
    'T2  - 某日报',
    'DA  - 2024/03/07',
  ]);
  expect(citeRis(english)).toContain('\r\nAU  - Marsh, Ada\r\n');
});

test('Zotero’s connector finds a newspaper article, and each author as one field', () => {
  const tags = citationMetaTags(article);
  expect(tags).toContainEqual({ name: 'dc.type', content: 'newspaperArticle' });
  expect(tags).toContainEqual({ name: 'citation_author', content: '林望舒' });
  expect(tags.map(({ name }) => name)).not.toContain('citation_journal_title');
});

test('ten thousand titles that nobody would print break no format', () => {
  for (const title of attackTexts(10_000, 5)) {
    const cited = { ...article, headline: title, deck: title, paper: title, bylines: by(title) };
    // One record, each line a tag.
    const ris = citeRis(cited).split('\r\n');
    expect(ris.at(-2)).toBe('ER  - ');
    if (!ris.slice(0, -1).every((line) => /^[A-Z][A-Z0-9] {2}- [^\r\n]*$/.test(line))) {
      expect(ris).toBe('lines with a tag each');
    }
    let depth = 0;
    for (const [piece] of citeBibtex(cited).matchAll(/\\.|[{}]/gs)) {
      if (piece === '{') depth += 1;
      if (piece === '}') depth -= 1;
      if (depth < 0) break;
    }
    if (depth !== 0) expect(`${title}: braces`).toBe('in balance');
    JSON.parse(JSON.stringify(citeCsl(cited)));
    if (/[\r\n\u2028]/.test(citeGbt7714(cited, 'online'))) expect(title).toBe('one line');
  }
});
