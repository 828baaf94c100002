import type { ArticleBody } from '../manuscript/article-body.ts';
import { parseArticle } from '../manuscript/parse-article.ts';
import { renderArticle } from '../manuscript/render-article.ts';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import type { ArticleData, ArticleEntry, PaperEntries } from './archive.ts';

/** A small invented paper for the tests of this folder: two editions, two pages, three people. */
export function fixturePaper(): PaperEntries {
  return {
    publication: {
      name: '某日报',
      language: 'zh-Hans',
      timeZone: 'Asia/Shanghai',
      address: 'https://paper.example.org/',
      description: '一份虚构的报纸',
      ears: [],
      rights: { holder: '某社', notice: '测试用。' },
    },
    editions: [edition('2024-03-07', [1, 2]), edition('2024-02-29', [1])],
    articles: [
      article('2024-03-07', 2, 1, 'bei-mian', { section: 'fukan', genre: 'essay' }),
      article('2024-03-07', 1, 2, 'er-tiao', {
        column: 'xilie',
        part: 2,
        bylines: [by('yi'), by('bing', 'photographer')],
      }),
      article(
        '2024-03-07',
        1,
        1,
        'tou-tiao',
        { bylines: [by('jia'), by('yi')] },
        '本报讯（记者 甲 乙）昨日有雨。\n\n今日无雨。\n',
      ),
      article('2024-02-29', 1, 1, 'jiu-wen', { column: 'xilie', part: 1, bylines: [by('yi')] }),
      article(
        '2024-02-29',
        1,
        2,
        'tu-pian',
        {
          kind: 'photo-news',
          genre: 'photo',
          headline: null,
          bylines: [by('bing', 'photographer')],
        },
        '河边的柳树。\n',
      ),
    ],
    sections: [
      { id: 'fukan', data: { name: '副刊', order: 2 } },
      { id: 'yaowen', data: { name: '要闻', order: 1 } },
    ],
    columns: [{ id: 'xilie', data: { name: '某系列', series: true, aliases: [] } }],
    columnists: [
      { id: 'jia', data: { name: '甲', aliases: [] } },
      {
        id: 'yi',
        data: {
          name: '乙',
          aliases: ['乙乙'],
          affiliation: '本报',
          disambiguation: '城东',
          sameAs: ['https://example.net/yi'],
        },
      },
      { id: 'bing', data: { name: '丙', aliases: [] } },
    ],
  };
}

function edition(date: string, pages: readonly number[]): PaperEntries['editions'][number] {
  return {
    id: date,
    data: {
      date: parseIssueDate(date),
      dateSource: 'printed',
      pages: pages.map((number) => ({ number, name: number === 1 ? '要闻' : '副刊', credits: [] })),
    },
  };
}

/** The body of an article with this text, as the loader makes it. */
export function fixtureBody(
  source: string,
  edition = '2024-03-07',
  language = 'zh-Hans',
): ArticleBody {
  const { tree } = parseArticle(source);
  if (tree === undefined) throw new Error(`unreadable fixture: ${source}`);
  return renderArticle(tree, { base: '/', edition, language });
}

const names: Readonly<Record<string, string>> = { jia: '甲', yi: '乙', bing: '丙' };

function by(columnist: string, role: 'reporter' | 'photographer' = 'reporter') {
  return { name: names[columnist]!, role, columnist };
}

function article(
  date: string,
  page: number,
  order: number,
  slug: string,
  data: Partial<ArticleData>,
  source = '一段。\n',
): ArticleEntry {
  return {
    id: `${date}/0${page}/${slug}`,
    data: {
      kind: 'article',
      genre: 'news',
      edition: parseIssueDate(date),
      page,
      order,
      section: 'yaowen',
      headline: `题${slug}`,
      bylines: [],
      images: [],
      proof: 'read',
      corrections: [],
      ...data,
    },
    source,
    articleBody: fixtureBody(source, date),
    rendered: { metadata: { characters: 3, excerpt: '一段。' } },
  };
}
