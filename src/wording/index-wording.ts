type Run = readonly [first: number, last: number];

interface Counted {
  readonly first: string;
  readonly last: string;
  readonly total: number;
  readonly most: number;
  readonly when: string;
}

/** What the indexes say of what is there and what is not. */
export interface IndexWording {
  /** 第20篇；1–19 未收录 */
  readonly parts: (held: readonly Run[], missing: readonly Run[]) => string;
  /** 2019–2022年 */
  readonly years: (first: string, last: string) => string;
  /** Over the years of a long list: the way to one of them. */
  readonly byYear: string;
  readonly alsoKnownAs: string;
  readonly elsewhere: string;
  /** At the number of a list page that is not full: where its articles stand. */
  readonly openListPage: (name: string, page: number) => string;
  /** Under the chart of a list: what it shows, and where it has most. */
  readonly chart: Readonly<Record<'month' | 'year', (counted: Counted) => string>>;
  /** 往年今日: editions of this day in earlier years. */
  readonly onThisDay: string;
  /** A day of the calendar: there is an edition; it was published and is not here; none was published. */
  readonly day: Readonly<Record<'held' | 'missing' | 'none', string>>;
}

const runs = (list: readonly Run[], comma: string): string =>
  list.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(comma);

const chinese = (words: {
  held: (runs: string) => string;
  missing: string;
  byYear: string;
  alsoKnownAs: string;
  elsewhere: string;
  mostIn: string;
  openListPage: IndexWording['openListPage'];
  onThisDay: string;
  day: IndexWording['day'];
}): IndexWording => ({
  chart: {
    month: ({ first, last, total, most, when }) =>
      `${first}至${last}共${total}篇，逐月；${words.mostIn}${when}，${most}篇。`,
    year: ({ first, last, total, most, when }) =>
      `${first}至${last}共${total}篇，逐年；${words.mostIn}${when}，${most}篇。`,
  },
  openListPage: words.openListPage,
  onThisDay: words.onThisDay,
  parts: (held, missing) =>
    words.held(runs(held, '、')) +
    (missing.length > 0 ? `；${runs(missing, '、')} ${words.missing}` : ''),
  years: (first, last) => `${first === last ? first : `${first}–${last}`}年`,
  byYear: words.byYear,
  alsoKnownAs: words.alsoKnownAs,
  elsewhere: words.elsewhere,
  day: words.day,
});

const hans = chinese({
  held: (parts) => `第${parts}篇`,
  missing: '未收录',
  byYear: '按年份查找',
  alsoKnownAs: '又作',
  elsewhere: '别处的介绍',
  mostIn: '最多的是',
  openListPage: (name, page) => `${name}第${page}页还没有满，它的文章都在最新的一页`,
  onThisDay: '往年今日',
  day: { held: '已收录', missing: '未收录', none: '未出报' },
});

const hant = chinese({
  held: (parts) => `第${parts}篇`,
  missing: '未收錄',
  byYear: '按年份查找',
  alsoKnownAs: '又作',
  elsewhere: '別處的介紹',
  mostIn: '最多的是',
  openListPage: (name, page) => `${name}第${page}頁還沒有滿，它的文章都在最新的一頁`,
  onThisDay: '往年今日',
  day: { held: '已收錄', missing: '未收錄', none: '未出報' },
});

const en: IndexWording = {
  parts: (held, missing) =>
    `${held.length === 1 && held[0]![0] === held[0]![1] ? 'Part' : 'Parts'} ${runs(held, ', ')}` +
    (missing.length > 0 ? `; ${runs(missing, ', ')} not in the collection` : ''),
  years: (first, last) => (first === last ? first : `${first}–${last}`),
  byYear: 'By year',
  alsoKnownAs: 'Also as',
  elsewhere: 'Elsewhere',
  chart: {
    month: ({ first, last, total, most, when }) =>
      `${total} articles from ${first} to ${last}, by month; most in ${when}: ${most}.`,
    year: ({ first, last, total, most, when }) =>
      `${total} articles from ${first} to ${last}, by year; most in ${when}: ${most}.`,
  },
  openListPage: (name, page) =>
    `Page ${page} of ${name} is not full yet: its articles are on the newest page`,
  onThisDay: 'On this day in earlier years',
  day: {
    held: 'in the collection',
    missing: 'not in the collection',
    none: 'no edition published',
  },
};

/** Picks the texts as `wordingFor` does. */
export function indexWordingFor(language: string): IndexWording {
  const locale = new Intl.Locale(language).maximize();
  if (locale.language !== 'zh') return en;
  return locale.script === 'Hant' ? hant : hans;
}
