import { pick, type Random } from '../../tests/seeded-random.ts';
import type { TruthItem } from '../../tests/page-truth.ts';
import type { NewsArticle } from './read-articles.ts';

/** What stands above an item's text, in print order; its body is in the truth. */
export type HeadPart =
  | { readonly part: 'column' | 'kicker' | 'headline' | 'deck'; readonly text: string }
  | { readonly part: 'byline'; readonly text: string };

/** An article set as a newspaper sets it. */
export interface PrintedItem {
  readonly truth: TruthItem;
  readonly head: readonly HeadPart[];
  /** Photo items: a line of its own after the caption, or the caption's end. */
  readonly credit?: { readonly text: string; readonly ownLine: boolean };
}

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严',
];
const givens = [
  ...'伟芳娜敏静丽强磊军洋艳勇杰娟涛明超霞平刚桂兰玲鑫宇辉健俊帆雪倩晨旭佳瑶琳凯浩轩怡宁博文欣思源子涵雨彤嘉懿建国志远晓东海燕春梅秀英红云鹏飞立新永成德胜',
];
const columns = [
  '基层新观察',
  '民生一线',
  '我们的节日',
  '重点项目巡礼',
  '走进企业看发展',
  '乡村振兴故事',
  '身边榜样',
  '营商环境直通车',
  '今日观察',
  '文化聚焦',
];

function inventName(random: Random): string {
  const given = pick(random, givens);
  return pick(random, surnames) + given + (random() < 0.72 ? pick(random, givens) : '');
}

/** 1 -> ①, 21 -> ㉑, 36 -> ㊱. */
function circled(number: number): string {
  if (number <= 20) return String.fromCodePoint(0x2460 + number - 1);
  if (number <= 35) return String.fromCodePoint(0x3251 + number - 21);
  return String.fromCodePoint(0x32b1 + number - 36);
}
const hanNumber = (number: number): string => {
  const digits = '零一二三四五六七八九';
  if (number < 10) return digits[number]!;
  const tens = Math.floor(number / 10);
  return `${tens === 1 ? '' : digits[tens]!}十${number % 10 === 0 ? '' : digits[number % 10]!}`;
};

/** Two-character names are set apart in many papers' bylines, so that they are as wide as three. */
const spread = (name: string, apart: boolean): string =>
  apart && name.length === 2 ? `${name[0]!} ${name[1]!}` : name;

type Byline = TruthItem['bylines'][number];

/** Gives a real article the furniture of a newspaper item: lead-in or byline, deck, column, picture. */
export function setItem(article: NewsArticle, random: Random): PrintedItem {
  const size = article.paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  const [year, month, day] = article.date.split('-').map(Number) as [number, number, number];
  void year;
  const segments = article.headline.split('　');
  const roll = random();
  if (article.paragraphs.length === 1 && size < 170 && roll < 0.55) {
    return setPicture(article, random, month, day);
  }
  const head: HeadPart[] = [];
  const truth: { -readonly [Key in keyof TruthItem]: TruthItem[Key] } = {
    kind: 'article',
    bylines: [],
    body: [],
    images: [],
    flagged: [],
  };
  if (article.label !== undefined || random() < 0.1) {
    const label = article.label ?? pick(random, columns);
    truth.column = label;
    let printed = label;
    if (random() < 0.35) {
      truth.part = 1 + Math.floor(random() * 30);
      printed += pick(random, [
        ` ${circled(truth.part)}`,
        circled(truth.part),
        `（${truth.part}）`,
        `（之${hanNumber(truth.part)}）`,
        `之${hanNumber(truth.part)}`,
      ]);
    }
    head.push({ part: 'column', text: printed });
  }
  const feature = size > 350 && random() < 0.4;
  let headline = article.headline;
  if (feature && segments.length === 2 && segments[0]!.length >= 6) {
    headline = segments[0]!;
    truth.deck = `——${segments[1]!}`;
  } else if (segments.length === 3 && segments[0]!.length >= 6) {
    truth.kicker = segments[0]!;
    headline = segments.slice(1).join('　');
    head.push({ part: 'kicker', text: truth.kicker });
  }
  truth.headline = headline;
  head.push({ part: 'headline', text: headline });
  if (truth.deck !== undefined) head.push({ part: 'deck', text: truth.deck });
  const paragraphs = [...article.paragraphs];
  if (feature) {
    const reporter = inventName(random);
    const second = inventName(random);
    const apart = random() < 0.4;
    const mark = pick(random, ['■ ', '■', '□ ', '', '◆ ', '']);
    const form = pick(random, ['one', 'two', 'both', 'writer', 'correspondent'] as const);
    const say = (name: string): string => spread(name, apart);
    const set: Record<typeof form, readonly [string, readonly Byline[]]> = {
      one: [`本报记者 ${say(reporter)}`, [{ name: reporter, role: 'reporter' }]],
      two: [
        `本报记者 ${say(reporter)} ${say(second)}`,
        [
          { name: reporter, role: 'reporter' },
          { name: second, role: 'reporter' },
        ],
      ],
      both: [
        `本报记者 ${say(reporter)} 通讯员 ${say(second)}`,
        [
          { name: reporter, role: 'reporter' },
          { name: second, role: 'correspondent' },
        ],
      ],
      writer: [say(reporter), [{ name: reporter, role: 'contributor' }]],
      correspondent: [`本报通讯员 ${say(reporter)}`, [{ name: reporter, role: 'correspondent' }]],
    };
    const [line, bylines] = set[form];
    head.push({ part: 'byline', text: (form === 'writer' && mark === '' ? '□ ' : mark) + line });
    truth.bylines = [...bylines];
  } else {
    const [lead, bylines] = inventLeadIn(random, month, day);
    paragraphs[0] = lead + paragraphs[0]!;
    truth.bylines = [...bylines];
  }
  truth.body = paragraphs;
  return { truth, head };
}

function inventLeadIn(
  random: Random,
  month: number,
  day: number,
): readonly [string, readonly Byline[]] {
  const one = inventName(random);
  const two = inventName(random);
  const three = inventName(random);
  const reporter = (name: string): Byline => ({ name, role: 'reporter' });
  const correspondent = (name: string): Byline => ({ name, role: 'correspondent' });
  const roll = random();
  if (roll < 0.35) return [`本报讯（记者 ${one}）`, [reporter(one)]];
  if (roll < 0.5) return [`本报讯（记者 ${one} ${two}）`, [reporter(one), reporter(two)]];
  if (roll < 0.66)
    return [`本报讯（记者 ${one} 通讯员 ${two}）`, [reporter(one), correspondent(two)]];
  if (roll < 0.72) {
    return [
      `本报讯（记者 ${one} 通讯员 ${two} ${three}）`,
      [reporter(one), correspondent(two), correspondent(three)],
    ];
  }
  if (roll < 0.78) return [`本报讯（通讯员 ${one}）`, [correspondent(one)]];
  if (roll < 0.84) return [`本报${month}月${day}日讯（记者 ${one}）`, [reporter(one)]];
  if (roll < 0.89)
    return [
      `新华社北京${month}月${day}日电（记者 ${one}、${two}）`,
      [reporter(one), reporter(two)],
    ];
  if (roll < 0.93) return [`据新华社电　`, []];
  if (roll < 0.96) return [`本报讯　`, []];
  return ['', []];
}

function setPicture(article: NewsArticle, random: Random, month: number, day: number): PrintedItem {
  const titled = random() < 0.4;
  const photographer = inventName(random);
  const caption = article.paragraphs[0]!;
  const dated = /^\d+月|^\d+日|^今天|^近日/u.test(caption)
    ? caption
    : `${month}月${day}日，${caption}`;
  const apart = random() < 0.3;
  const form = pick(random, [
    `本报记者 ${spread(photographer, apart)} 摄`,
    `■ 本报记者 ${spread(photographer, apart)}`,
    `${spread(photographer, apart)} 摄`,
    `${photographer}/摄`,
    `（${photographer} 摄）`,
    `本报记者 ${spread(photographer, apart)} 摄影报道`,
  ]);
  return {
    truth: {
      kind: 'photo-news',
      ...(titled ? { headline: article.headline } : {}),
      bylines: [{ name: photographer, role: 'photographer' }],
      body: [dated],
      images: [],
      flagged: [],
    },
    head: titled ? [{ part: 'headline', text: article.headline }] : [],
    credit: { text: form, ownLine: !form.startsWith('（') && random() < 0.5 },
  };
}
