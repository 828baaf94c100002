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
      'Ada Marsh. Ferry may run again: An engine is found[N]. The Harbour Gazette, 2024-03-07(1).',
    ],
  ])('%s', (_case, cited, medium, reference) => {
    expect(citeGbt7714(cited, medium)).toBe(reference);
  });
});

/**
 * The layout of a newspaper article in GB/T 7714-2025, written as a CSL style: what a citation
 * processor makes of our CSL-JSON must be what we print.
 */
const style = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="zh-CN">
  <info><title>GB/T 7714-2025, newspaper</title><id>gbt</id><updated>2026-07-01T00:00:00+08:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography et-al-min="4" et-al-use-first="3">
    <layout suffix=".">
      <names variable="author" suffix=". "><name delimiter="，" delimiter-precedes-et-al="always" delimiter-precedes-last="always" name-as-sort-order="all" sort-separator=" " initialize="false"/><et-al term="et-al"/></names>
      <text variable="title"/><text value="[N/OL]. "/>
      <text variable="container-title" suffix="，"/>
      <date variable="issued" form="numeric" date-parts="year-month-day"><date-part name="year"/><date-part name="month" form="numeric-leading-zeros" prefix="-"/><date-part name="day" form="numeric-leading-zeros" prefix="-"/></date>
      <number variable="page" prefix="（" suffix="）. "/>
      <text variable="URL"/>
    </layout>
  </bibliography>
</style>`;
const locale = `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="zh-CN">
  <style-options punctuation-in-quote="false"/>
  <date form="numeric"><date-part name="year"/><date-part name="month" prefix="-"/><date-part name="day" prefix="-"/></date>
  <terms><term name="et-al">等</term><term name="page"><single></single><multiple></multiple></term><term name="page" form="short"><single></single><multiple></multiple></term></terms>
</locale>`;

function process(cited: CitedArticle): string {
  const item = citeCsl(cited);
  const engine = new CSL.Engine(
    { retrieveLocale: () => locale, retrieveItem: () => item },
    style,
    'zh-CN',
    true,
  );
  engine.setOutputFormat('text');
  engine.updateItems([item['id'] as string]);
  return engine.makeBibliography()[1][0]!.trim();
}

describe('citeCsl', () => {
  it.each([
    { ...article, deck: undefined },
    { ...article, deck: undefined, bylines: by('甲', '乙', '丙', '丁') },
    { ...article, deck: undefined, bylines: [] },
  ])('a citation processor makes the reference of it that we print', (cited) => {
    expect(process(cited)).toBe(citeGbt7714(cited, 'online'));
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
