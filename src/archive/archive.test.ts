import { describe, expect, it } from 'vitest';
import { zhHans } from '../wording/zh-hans.ts';
import { buildArchive, type ArchivedEdition } from './archive.ts';
import { articleView } from './article-view.ts';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { publicationDaysSchema } from '../newspaper/publication-days.ts';
import {
  archiveIndex,
  calendarYears,
  monthCalendar,
  monthNeighbours,
  yearNeighbours,
  type KnownDays,
} from './calendar.ts';
import { bookletView, editionView, pageView } from './edition-view.ts';
import { fixturePaper } from './fixture-paper.ts';
import {
  columnIndex,
  columnistIndex,
  columnistView,
  columnView,
  openListView,
  sectionIndex,
  sectionView,
} from './list-views.ts';

const archive = buildArchive(fixturePaper());
const articleOf = (id: string) => articleView(archive, zhHans, archive.articleById.get(id)!);
const newest = archive.editions.at(-1)!;

describe('buildArchive', () => {
  it('sorts editions from the oldest, pages by number and articles by place', () => {
    expect([...archive.articleById.keys()]).toEqual([
      '2024-02-29/01/jiu-wen',
      '2024-02-29/01/tu-pian',
      '2024-03-07/01/tou-tiao',
      '2024-03-07/01/er-tiao',
      '2024-03-07/02/bei-mian',
    ]);
  });

  it('leaves out an article whose edition does not exist', () => {
    const paper = fixturePaper();
    const orphaned = buildArchive({ ...paper, editions: [] });
    expect(orphaned.articleById.size).toBe(0);
  });
});

describe('articleView', () => {
  it('walks from article to article across the pages of an edition', () => {
    const view = articleOf('2024-03-07/01/er-tiao');
    expect(view.previous?.address).toBe('/2024-03-07/01/tou-tiao/');
    expect(view.next?.address).toBe('/2024-03-07/02/bei-mian/');
    expect(articleOf('2024-03-07/01/tou-tiao').previous).toBeUndefined();
    expect(articleOf('2024-03-07/02/bei-mian').next).toBeUndefined();
  });

  it('prints no byline that the lead-in already gives, and keeps the people', () => {
    const view = articleOf('2024-03-07/01/tou-tiao');
    expect(view.printedBylines).toEqual([]);
    expect(view.line.bylines).toEqual([
      {
        role: 'reporter',
        before: '记者',
        names: [
          { name: '甲', address: '/columnists/jia/' },
          { name: '乙', address: '/columnists/yi/' },
        ],
        after: '',
      },
    ]);
    expect(view.writers.map(({ text }) => text)).toEqual(['甲', '乙']);
  });

  it('names a picture by its caption, and says that the picture is missing', () => {
    const view = articleOf('2024-02-29/01/tu-pian');
    expect([view.line.title, view.line.hasHeadline, view.pictureMissing]).toEqual([
      '河边的柳树',
      false,
      true,
    ]);
  });

  it('shows the other parts of a column, and earlier work of a writer', () => {
    const view = articleOf('2024-03-07/01/er-tiao');
    expect(view.columnParts.map(({ title }) => title)).toEqual(['题jiu-wen']);
    expect(view.line.column?.part).toBe('②');
    expect([view.columnPrevious?.text, view.columnNext]).toEqual(['题jiu-wen', undefined]);
    const yi = view.writers.find(({ id }) => id === 'yi')!;
    expect(yi.others.map(({ title }) => title)).toEqual(['题tou-tiao', '题jiu-wen']);
  });
});

describe('editions and pages', () => {
  it('opens the first page and lists them all', () => {
    const view = editionView(archive, zhHans, newest);
    expect(view.front?.items.map(({ line }) => line.title)).toEqual(['题tou-tiao', '题er-tiao']);
    expect(view.pages.map(({ link }) => link.text)).toEqual(['第01版 要闻', '第02版 副刊']);
    expect(view.neighbours).toEqual({
      previous: { address: '/2024-02-29/', text: '2024年2月29日' },
    });
    expect(view.isLatest).toBe(true);
  });

  it('links a page to the one before', () => {
    const view = pageView(archive, zhHans, newest, newest.pages[1]!);
    expect(view.previous).toEqual({ address: '/2024-03-07/01/', text: '第01版 要闻' });
    expect(view.next).toBeUndefined();
  });

  it('gives a booklet anchors that differ from page to page', () => {
    const view = bookletView(archive, zhHans, newest);
    expect(view.pages.flatMap(({ articles }) => articles.map(({ anchor }) => anchor))).toEqual([
      'p1-tou-tiao',
      'p1-er-tiao',
      'p2-bei-mian',
    ]);
  });
});

describe('lists', () => {
  it('groups a section by edition, newest first, each in reading order', () => {
    const view = sectionView(archive, zhHans, 'yaowen', undefined)!;
    expect(
      view.groups.map(({ date, lines }) => [date, ...lines.map(({ title }) => title)]),
    ).toEqual([
      ['2024-03-07', '题tou-tiao', '题er-tiao'],
      ['2024-02-29', '题jiu-wen', '河边的柳树'],
    ]);
    expect(view.columns?.map(({ text }) => text)).toEqual(['某系列']);
    expect(sectionView(archive, zhHans, 'wu', undefined)).toBeUndefined();
  });

  it('leads from the newest of a long list to any of its years in one step, and from any page to the oldest', () => {
    const paper = fixturePaper();
    const first = paper.articles.find(({ data }) => data.section === 'yaowen')!;
    const edition = paper.editions[0]!;
    const years = [2009, 2010, 2011, 2012];
    const dates = years.flatMap((year) => [`${year}-03-01`, `${year}-09-01`]);
    const long = buildArchive({
      ...paper,
      editions: dates.map((date) => ({
        ...edition,
        id: date,
        data: { ...edition.data, date: parseIssueDate(date) },
      })),
      articles: dates.flatMap((date) =>
        Array.from({ length: 30 }, (_, at) => ({
          ...first,
          id: `${date}/01/a${at}`,
          data: { ...first.data, edition: parseIssueDate(date) },
        })),
      ),
    });
    const bare = sectionView(long, zhHans, 'yaowen', undefined)!;
    expect(bare.years?.map(({ text, address }) => [text, address])).toEqual([
      ['2012年', '/sections/yaowen/#d2012-09-01'],
      ['2011年', '/sections/yaowen/#d2011-09-01'],
      ['2010年', '/sections/yaowen/3/#d2010-09-01'],
      ['2009年', '/sections/yaowen/2/#d2009-09-01'],
    ]);
    for (const { address } of bare.years!) {
      const [path = '', date] = address.split('#d');
      const number = /(\d+)\/$/.exec(path)?.[1];
      const page = sectionView(
        long,
        zhHans,
        'yaowen',
        number === undefined ? undefined : Number(number),
      )!;
      expect(page.groups.map((group) => group.date)).toContain(date);
    }
    const sealed = sectionView(long, zhHans, 'yaowen', 4)!;
    expect(sealed.years).toBeUndefined();
    expect(sealed.paging.oldest?.address).toBe('/sections/yaowen/1/');
    expect(sectionView(long, zhHans, 'yaowen', 1)!.paging.oldest).toBeUndefined();
    expect(sectionView(archive, zhHans, 'yaowen', undefined)!.years).toBeUndefined();
  });

  it('says on the numbered page that is not full where its articles are, the same until it is full', () => {
    const paper = fixturePaper();
    const first = paper.articles.find(({ data }) => data.section === 'yaowen')!;
    const ofLength = (length: number) =>
      buildArchive({
        ...paper,
        articles: Array.from({ length }, (_, index) => ({ ...first, id: `${first.id}-${index}` })),
      });
    const openAt = (length: number, page?: number) =>
      openListView(ofLength(length), zhHans, 'section', 'yaowen', page);
    expect(openAt(40)).toBeUndefined();
    expect(openAt(41)).toBeUndefined();
    expect(openAt(41, 1)).toBeUndefined();
    expect(openAt(41, 2)).toMatchObject({
      address: '/sections/yaowen/2/',
      target: '/sections/yaowen/',
      description: '要闻第2页还没有满，它的文章都在最新的一页',
    });
    expect(openAt(80, 2)).toEqual(openAt(41, 2));
    expect(openAt(81, 2)).toBeUndefined();
    const shown = (page?: number) =>
      sectionView(ofLength(80), zhHans, 'yaowen', page)!.groups.flatMap(({ lines }) => lines);
    expect(shown()).toEqual(expect.arrayContaining(shown(2)));
  });

  it('groups a person’s work by role', () => {
    const view = columnistView(archive, zhHans, 'bing', undefined)!;
    expect(view.groups.map(({ heading, lines }) => [heading, lines.length])).toEqual([['摄影', 2]]);
    expect(columnistView(archive, zhHans, 'jia', undefined)!.columns).toEqual([]);
    expect(columnistView(archive, zhHans, 'yi', undefined)!.columns).toEqual([
      { address: '/columns/xilie/', text: '某系列' },
    ]);
  });

  it('orders sections as the paper does, and columns by their latest part', () => {
    expect(sectionIndex(archive, zhHans).map(({ text, count }) => [text, count])).toEqual([
      ['要闻', 4],
      ['副刊', 1],
    ]);
    expect(columnIndex(archive, zhHans)[0]?.latest?.title).toBe('题er-tiao');
    expect(columnView(archive, zhHans, 'xilie', undefined)).toMatchObject({
      series: true,
      parts: '第1–2篇',
    });
  });

  it('indexes people by pinyin', () => {
    expect(
      columnistIndex(archive, zhHans).map(({ initial, people }) => [
        initial,
        ...people.map(({ text, roles, years, count, columns }) => [
          text,
          roles,
          years,
          count,
          columns,
        ]),
      ]),
    ).toEqual([
      ['B', ['丙', ['photographer'], '2024年', 2, ['某系列']]],
      ['J', ['甲', ['reporter'], '2024年', 1, []]],
      ['Y', ['乙', ['reporter'], '2024年', 3, ['某系列']]],
    ]);
  });
});

describe('calendar', () => {
  it('shows months and years without an edition where it is known when the paper came out', () => {
    expect(calendarYears(archive)).toEqual(archiveIndex(archive).years);
    const [first, last] = [archive.editions[0]!, archive.editions.at(-1)!];
    const edition = (date: string): ArchivedEdition => ({
      ...first,
      edition: { ...first.edition, date: parseIssueDate(date) },
    });
    const publicationDays = publicationDaysSchema.parse({
      except: [{ from: '2023-01-01', to: '2023-01-31' }],
    });
    const gapped = {
      ...archive,
      publication: { ...archive.publication, publicationDays },
      editions: [edition('2021-11-30'), edition('2023-02-01'), last],
    };
    const years = calendarYears(gapped);
    expect(years.map(({ year, address, editionCount }) => [year, address, editionCount])).toEqual([
      ['2021', '/archive/2021/', 1],
      ['2022', undefined, 0],
      ['2023', '/archive/2023/', 1],
      ['2024', '/archive/2024/', 1],
    ]);
    expect(years[0]!.months.map(({ month, state }) => [month, state])).toEqual([
      ['11', undefined],
      ['12', 'missing'],
    ]);
    expect(years[2]!.months.slice(0, 3).map(({ state }) => state)).toEqual([
      'none',
      undefined,
      'missing',
    ]);
    expect(years[3]!.months.at(-1)!.month).toBe('03');
  });

  const calendar = monthCalendar(zhHans, '2024', '02', [archive.editions[0]!]);

  it('lays February 2024 out from Monday, with its 29th linked', () => {
    expect(calendar.weeks.map((week) => week.map((day) => day?.day ?? 0))).toEqual([
      [0, 0, 0, 1, 2, 3, 4],
      [5, 6, 7, 8, 9, 10, 11],
      [12, 13, 14, 15, 16, 17, 18],
      [19, 20, 21, 22, 23, 24, 25],
      [26, 27, 28, 29, 0, 0, 0],
    ]);
    const days = calendar.weeks.flat().filter((day) => day?.address !== undefined);
    expect(days.map((day) => [day!.address, day!.lunar])).toEqual([['/2024-02-29/', '二十']]);
  });

  it('tells days without an edition apart, as far as they are known', () => {
    const stateOf = (days: KnownDays): Record<string, string | undefined> =>
      Object.fromEntries(
        monthCalendar(zhHans, '2024', '02', [archive.editions[0]!], days)
          .weeks.flat()
          .flatMap((day) => (day === null ? [] : [[day.date.slice(8), day.label]])),
      );
    expect(stateOf({})['28']).toBe('2024年2月28日 星期三');
    const weekly = publicationDaysSchema.parse({ weekdays: ['thursday'] });
    const known = {
      days: weekly,
      first: parseIssueDate('2024-02-15'),
      last: parseIssueDate('2024-03-07'),
    };
    const states = stateOf(known);
    expect([states['08'], states['22'], states['23'], states['29']]).toEqual([
      '2024年2月8日 星期四',
      '2024年2月22日 星期四 未收录',
      '2024年2月23日 星期五 未出报',
      '2024年2月29日 星期四 已收录',
    ]);
  });

  it('names the months that have editions, and their neighbours', () => {
    expect(
      archiveIndex(archive).years.map(({ year, months }) => [year, months.map((m) => m.month)]),
    ).toEqual([['2024', ['02', '03']]]);
    expect(monthNeighbours(archive, zhHans, '2024', '02')).toEqual({
      next: { address: '/archive/2024/03/', text: '2024年3月' },
    });
    expect(yearNeighbours(archive, zhHans, '2024')).toEqual({});
  });
});
