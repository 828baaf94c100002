import { expect, test } from 'vitest';
import { articleView } from '../archive/article-view.ts';
import { articleTitle } from '../archive/article-line.ts';
import { buildArchive, type Archive, type ArticleEntry } from '../archive/archive.ts';
import { fixturePaper } from '../archive/fixture-paper.ts';
import { listPageNumbers } from '../archive/list-pages.ts';
import { columnistView, columnView, sectionView, type ListView } from '../archive/list-views.ts';
import { pageHead } from '../exports/page-head.ts';
import { addressOf } from '../newspaper/address.ts';
import type { ArticleData } from '../archive/archive.ts';
import { wordingFor } from '../wording/wording-for.ts';
import { listHead } from './list-head.ts';
import { pageTitle } from './page-title.ts';

const languages = ['zh-Hans', 'zh-Hant', 'en'];

/** All that can be alike is alike: headlines and openings, names of people, columns and sections. */
function paperOfNamesakes(language: string): Archive {
  const paper = fixturePaper();
  const like = (
    from: ArticleEntry,
    at: { page: number; order: number; slug: string },
    data: Partial<ArticleData> = {},
  ): ArticleEntry => ({
    ...from,
    id: `${from.data.edition}/0${at.page}/${at.slug}`,
    data: { ...from.data, page: at.page, order: at.order, ...data },
  });
  const [essay, second, , old, picture] = paper.articles;
  const long = '很长的题目'.repeat(14);
  return buildArchive({
    ...paper,
    publication: { ...paper.publication, language },
    articles: [
      ...paper.articles,
      ...Array.from({ length: 130 }, (_, at) =>
        like(second!, { page: 1, order: 10 + at, slug: `er-${at}` }),
      ),
      like(second!, { page: 2, order: 2, slug: 'er-tiao' }),
      like(old!, { page: 1, order: 3, slug: 'er' }, { headline: second!.data.headline }),
      like(picture!, { page: 1, order: 4, slug: 'tu' }),
      like(picture!, { page: 1, order: 5, slug: 'ti' }, { headline: '河边的柳树' }),
      like(essay!, { page: 2, order: 3, slug: 'chang' }, { headline: long }),
      like(old!, { page: 1, order: 6, slug: 'chang' }, { headline: long }),
    ],
    sections: [
      ...paper.sections,
      { id: 'yaowen-2', data: { name: '要闻', description: '一句话' } },
      { id: 'xi', data: { name: '某系列', description: '一句话' } },
    ],
    columnists: [
      ...paper.columnists,
      { id: 'yi-2', data: { name: '乙', aliases: [], disambiguation: '摄影' } },
      { id: 'yi-3', data: { name: '乙', aliases: [] } },
      { id: 'xi', data: { name: '某系列', aliases: [], description: '一句话' } },
    ],
  });
}

function headsOf(language: string): { address: string; title: string; description: string }[] {
  const archive = paperOfNamesakes(language);
  const wording = wordingFor(language);
  const paper = archive.publication.name;
  const articles = Array.from(archive.articleById.values(), (article) => {
    const { line, printed, description } = articleView(archive, wording, article);
    const { title } = articleTitle(wording, article);
    const head = pageHead(
      { archive, wording, absolute: (path) => path, hasPictureType: false },
      { canonical: line.address, title, description },
    );
    return {
      address: line.address,
      title: pageTitle(title, paper, printed),
      description: head.description ?? '',
    };
  });
  const list = (
    kind: string,
    length: number,
    view: (number: number | undefined) => ListView | undefined,
  ) =>
    listPageNumbers(length)
      .map((number) => view(number)!)
      .filter(({ address, canonical }) => address === canonical)
      .map((one) => {
        const { title, description } = listHead(one, wording, paper, kind);
        return { address: one.address, title: pageTitle(title, paper, undefined), description };
      });
  return [
    ...articles,
    ...Array.from(archive.sections.values(), ({ id, articles: { length } }) =>
      list(wording.section.indexTitle, length, (at) => sectionView(archive, wording, id, at)),
    ).flat(),
    ...Array.from(archive.columns.values(), ({ id, articles: { length } }) =>
      list(wording.column.indexTitle, length, (at) => columnView(archive, wording, id, at)),
    ).flat(),
    ...Array.from(archive.columnists.values(), ({ id, works: { length } }) =>
      list(wording.columnist.indexTitle, length, (at) => columnistView(archive, wording, id, at)),
    ).flat(),
  ];
}

test.each(languages)('in %s no two pages share a title or a description', (language) => {
  const heads = headsOf(language);
  expect(heads.map(({ address }) => address)).toContain(addressOf.section('yaowen', 1));
  expect(heads.length).toBeGreaterThan(150);
  for (const what of ['title', 'description'] as const) {
    const shared = Object.entries(Object.groupBy(heads, (head) => head[what])).flatMap(
      ([text, pages = []]) =>
        pages.length === 1 && text !== '' ? [] : [[text, pages.map(({ address }) => address)]],
    );
    expect(shared).toEqual([]);
  }
});

test('a headline that comes once a day has its day alone; the second of a day says where', () => {
  const titles = new Map(headsOf('zh-Hans').map(({ address, title }) => [address, title]));
  expect(titles.get('/2024-03-07/01/tou-tiao/')).toBe('题tou-tiao - 某日报 2024-03-07');
  expect(titles.get('/2024-03-07/02/er-tiao/')).toBe('题er-tiao - 某日报 2024-03-07 第02版 2');
  expect(titles.get('/sections/yaowen/1/')).toBe(
    '要闻（yaowen） - 第1页（自最早起） - 版块 - 某日报',
  );
  expect(titles.get('/columnists/yi-2/')).toBe('乙（摄影） - 作者 - 某日报');
});
