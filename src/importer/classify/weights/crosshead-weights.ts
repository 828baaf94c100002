import { isContactLine } from '../../lexicon/contact-line.ts';
import { isNoticeTitle } from '../../lexicon/notice-title.ts';
import { isPartTitle, isSectionLabel } from '../../lexicon/section-label.ts';
import type { BlockPlace } from '../block-place.ts';
import { isDay } from '../head-signs.ts';
import {
  countBrothers,
  hasLikeBrother,
  isPoemOfSeries,
  isUnderClassifieds,
  isTitle,
  itemBefore,
  opensBriefs,
  opensPoem,
  shareOpened,
  signedBelow,
  standsInFeature,
  startsNumbered,
  tellsItsNews,
} from '../item-signs.ts';
import { otherwise, type Weight } from '../weight.ts';

const isNumbered = ({ shape }: BlockPlace): boolean => startsNumbered(shape.text);

/** Nothing but text of its own follows: a date that signs has none. */
const standsOverText = ({ after }: BlockPlace): boolean =>
  after !== undefined &&
  !after.heading &&
  !after.bold &&
  after.byline === undefined &&
  ['paragraph', 'list-item', 'table'].includes(after.block.type);

const lengthOf = ({ shape: { measure } }: BlockPlace): number =>
  measure <= 8 ? 0.3 : measure <= 12 ? 0.7 : measure <= 16 ? 1.5 : measure <= 22 ? 3 : 5;

/**
 * What speaks for or against a crosshead; the sum is never below 0. A crosshead is short and has
 * brothers: a heading alone in the middle of a text is more likely the next item's headline whose
 * lead-in is lost.
 */
export const crossheadWeights: readonly Weight[] = [
  {
    id: 'crosshead-poem-of-series',
    role: 'crosshead',
    alone: true,
    why: '渡口 under 诗二首 is one of the two.',
    when: isPoemOfSeries,
    cost: 0,
    example: '# 诗二首 ⏎ ■ 江小渡 ⏎ ▶**渡口** ⏎ 船走以后\n水又合上了\n像什么也没有发生',
  },
  {
    id: 'crosshead-day',
    role: 'crosshead',
    alone: true,
    why: 'Friday, July 19 over what there is on the day: a day of a calendar or a log.',
    when: (place) => place.titled && isDay(place.shape.text) && standsOverText(place),
    cost: 0,
    example: '# Community calendar ⏎ ▶## Friday, July 19 ⏎ Bean supper, Grange Hall, 5 to 7 p.m.',
  },
  {
    id: 'crosshead-part-title',
    role: 'crosshead',
    alone: true,
    why: 'Results, Les résultats after a text that has ended: the part of it that they are.',
    when: (place) =>
      isPartTitle(place.shape.text) && place.before?.ended === true && standsOverText(place),
    cost: 0.3,
    example:
      'The Badgers won the last match of the night in the old gym on Friday. ⏎ ▶Results ⏎ 106: Eli Marsh pinned Dax Oberle, 1:12',
  },
  {
    id: 'crosshead-day-plain',
    role: 'crosshead',
    alone: true,
    why: 'The same without a mark, where its weekday is named.',
    when: (place) =>
      isDay(place.shape.text) &&
      /\p{L}{4}.*\d|[周期曜]/u.test(place.shape.text) &&
      place.before !== undefined &&
      standsOverText(place),
    cost: 1,
    example: 'Community calendar ⏎ ▶Friday, July 19 ⏎ Bean supper, Grange Hall, 5 to 7 p.m.',
  },
  {
    id: 'crosshead-category',
    role: 'crosshead',
    alone: true,
    why: 'HELP WANTED under CLASSIFIEDS sorts its advertisements.',
    when: isUnderClassifieds,
    cost: 0,
    example: '# CLASSIFIEDS ⏎ ▶## HELP WANTED ⏎ COOK, weekends, must be dependable.',
  },
  {
    id: 'crosshead-after-signature',
    role: 'crosshead',
    alone: true,
    why: 'Who signs the end of a text closes it: what follows is of another.',
    when: ({ before }) => before?.signature !== undefined && before.byline !== undefined,
    cost: 4,
    example:
      'La passerelle a été rendue aux piétons samedi matin. ⏎ Jean-Noël Terrier ⏎ ▶# État civil ⏎ Lilou Bastier ; Noé Garrigou-Lefort ; Inès Amrani.',
  },
  {
    id: 'crosshead-over-day',
    role: 'crosshead',
    alone: true,
    why: 'A heading over the first day of a calendar is the title of the calendar.',
    when: ({ shape, after }) =>
      shape.heading && after?.heading === true && isDay(after.text) && !isDay(shape.text),
    cost: 4,
    example: 'The storm was over in ten minutes. ⏎ ▶# Agenda ⏎ ## Demain ⏎ Conseil municipal.',
  },
  {
    id: 'crosshead-section-label',
    role: 'crosshead',
    alone: true,
    why: 'OBITUARIES and the like stand over items of their own.',
    when: ({ shape }) => isSectionLabel(shape.text),
    cost: 6,
    example:
      'The storm was over in ten minutes. ⏎ ▶# CLASSIFIEDS ⏎ COOK, weekends, must be dependable.',
  },
  {
    id: 'crosshead-not-set-apart',
    role: 'crosshead',
    alone: true,
    why: 'Nothing sets it apart: no mark, no number, no place of its own.',
    when: (place) => !isNumbered(place) && !isTitle(place, place.index),
    cost: 5,
    example: '▶码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'crosshead-other-title',
    role: 'crosshead',
    alone: true,
    why: "A notice's, a guide's and a poem's title open an item.",
    when: (place) =>
      isNoticeTitle(place.shape.text) || place.after?.guide === true || opensPoem(place),
    cost: 5,
    example: '▶# 招标公告 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'crosshead-contact',
    role: 'crosshead',
    alone: true,
    why: 'Where to reach somebody is text.',
    when: ({ shape }) => isContactLine(shape.text),
    cost: 5,
    example: '▶# 新闻热线：0631-5550123 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'crosshead-ended',
    role: 'crosshead',
    alone: true,
    why: 'A crosshead has no stop, though it may ask or call.',
    when: ({ shape }) => shape.ended && !/[！？!?]$/u.test(shape.text),
    cost: 5,
    example: '▶**渡口的早班船开了。**',
  },
  {
    id: 'crosshead-outside',
    role: 'crosshead',
    alone: true,
    why: 'A plain line is one only within a signed text.',
    when: (place) => !isNumbered(place) && !place.titled && !standsInFeature(place),
    cost: 5,
    example:
      '交通事故法律咨询：好意搭乘出事故，谁担责？ ⏎ ▶法律信箱 ⏎ 交警认定我负全责。同事要求我赔偿全部损失，合理吗？',
  },
  {
    id: 'crosshead-numbered',
    role: 'crosshead',
    of: 'length',
    why: '1.早高峰：… has its number to say what it is, however long.',
    when: isNumbered,
    cost: (place) => Math.min(lengthOf(place), 2) - 1.5,
    example: '▶一、堵在哪儿',
  },
  {
    id: 'crosshead-length',
    role: 'crosshead',
    of: 'length',
    why: 'Crossheads have eight characters, seldom sixteen.',
    when: otherwise,
    cost: lengthOf,
    example: '▶**樱桃熟了**',
  },
  {
    id: 'crosshead-single',
    role: 'crosshead',
    of: 'brothers',
    why: 'It has no brother in its text; within a signed text that says less.',
    when: (place) => countBrothers(place) === 0 && !isNumbered(place),
    cost: (place) => (standsInFeature(place) && place.titled ? 0.2 : 1.3),
    example: '▶**樱桃熟了**',
  },
  {
    id: 'crosshead-brothers',
    role: 'crosshead',
    of: 'brothers',
    why: 'Two brothers or more stand in its text.',
    when: (place) => countBrothers(place) >= 2,
    cost: -0.3,
    example:
      '# 古渡口的摆渡人 ⏎ ■ 本报记者 沈知秋 ⏎ 船六点开出。 ⏎ ▶**一条木船的来历** ⏎ 江上起了雾。 ⏎ **码头上的灯火** ⏎ 早市摆开了。 ⏎ **三代人的渡口** ⏎ 挑夫上了岸。',
  },
  {
    id: 'crosshead-plain-long',
    role: 'crosshead',
    why: 'A plain line of more than twelve characters has nothing to say what it is.',
    when: (place) => !place.titled && !isNumbered(place) && place.shape.measure > 12,
    cost: 1,
    example:
      '# 古渡口的摆渡人 ⏎ ■ 本报记者 沈知秋 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。 ⏎ ▶一条船和一座码头的四代主人 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'crosshead-bold',
    role: 'crosshead',
    why: 'Some tools show crossheads in bold, and headlines as headings.',
    when: ({ shape }) => shape.bold,
    cost: -0.4,
    example: '▶**一条船**',
  },
  {
    id: 'crosshead-like-brother',
    role: 'crosshead',
    why: '拆：零件摆得像棋盘, 传：把“绝活”变成“明白话”: sections that are named alike.',
    when: hasLikeBrother,
    cost: -0.8,
    example:
      '▶# 拆：零件摆得像棋盘 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。 ⏎ # 传：把“绝活”变成“明白话”',
  },
  {
    id: 'crosshead-tells-news',
    role: 'crosshead',
    why: "News without a mark is the next item's; a crosshead names a side of what is told.",
    when: (place) => !isNumbered(place) && tellsItsNews(place.shape.text),
    cost: ({ titled }) => (titled ? 0.8 : 1.5),
    example: '▶**早班船今日开航**',
  },
  {
    id: 'crosshead-in-news',
    role: 'crosshead',
    why: 'News that 本报讯 opens hardly ever has crossheads.',
    when: (place) => !isNumbered(place) && itemBefore(place) === 'news',
    cost: 0.8,
    example:
      '# 早班船昨日开航 ⏎ 本报讯（记者 陶望舒）11月21日，宁川至海州城际公交开通运营。 ⏎ ▶# 一条船 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'crosshead-over-signed',
    role: 'crosshead',
    why: 'The text under it is signed, as that of every longer heading of the page is.',
    when: (place) =>
      !isNumbered(place) && place.titled && shareOpened(place.shapes) === 1 && signedBelow(place),
    cost: 1,
    example:
      '# 老街巷换上新筋骨 ⏎ ■ 本报记者 柏舟 ⏎ 锚链哗哗响。 ⏎ ▶# 古渡口的摆渡人 ⏎ ■ 本报记者 沈知秋 ⏎ 水鸟掠过船舷。',
  },
  {
    id: 'crosshead-over-byline',
    role: 'crosshead',
    why: '市二院康复科 沈知秋 right below says who wrote what begins there.',
    when: (place) =>
      !isNumbered(place) &&
      place.shape.heading &&
      place.after?.byline?.strength === 'weak' &&
      place.after.byline.bylines[0]?.label !== undefined,
    cost: 2.5,
    example: '▶# 热敷还是冷敷 ⏎ 市二院康复科 沈知秋 ⏎ 崴了脚，先用冷水敷上一刻钟。',
  },
  {
    id: 'crosshead-of-one-level',
    role: 'crosshead',
    why: 'A heading of the same level as every headline, in an unsigned text.',
    when: (place) =>
      place.page.oneLevel && place.shape.heading && !isNumbered(place) && !standsInFeature(place),
    cost: 1.5,
    example:
      '# Library bake sale raises $1,312 ⏎ The Friends of the Library raised the money on Saturday. ⏎ ▶# Leaf pickup ⏎ Crews will collect leaves in October.',
  },
  {
    id: 'crosshead-over-briefs',
    role: 'crosshead',
    why: '●…… ●…… below are an item by themselves.',
    when: opensBriefs,
    cost: 2,
    example:
      '▶# 一句话新闻 ⏎ ●望川市总工会为二百名环卫工人免费体检。 ⏎ ●望川市图书馆“流动书车”开进社区。',
  },
];
