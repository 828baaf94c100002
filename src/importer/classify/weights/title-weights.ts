import { isContactLine } from '../../lexicon/contact-line.ts';
import { isClosingFormula, isSalutation } from '../../lexicon/letter.ts';
import { isHanDay } from '../../lexicon/printed-date.ts';
import { isNoticeTitle } from '../../lexicon/notice-title.ts';
import type { BlockPlace } from '../block-place.ts';
import { isClosed } from '../placed-shape.ts';
import { isTitleLike, leadsToList, lengthCost, speaks } from '../head-signs.ts';
import { opensPoem } from '../item-signs.ts';
import type { Weight } from '../weight.ts';

/** Ends, or is parted, as sentences are. */
export const sentenceLikeWeights: readonly Weight[] = [
  {
    id: 'title-full-stop',
    role: 'title',
    of: 'end',
    why: 'A plain line that ends with a full stop is a short paragraph or a caption.',
    when: ({ shape, titled }) => !titled && /[。；][”’」』）)]*$/u.test(shape.text),
    cost: 4,
    example: '▶特此公告。',
  },
  {
    id: 'title-long-ended',
    role: 'title',
    of: 'end',
    why: 'Titles end with ！ or ？ at most, and are short then.',
    when: ({ shape }) => shape.ended && shape.measure > 30,
    cost: 3,
    example: '▶宁川的码头从来没有像今天这样热闹过，早班船一天要开出二十四趟！',
  },
  {
    id: 'title-sentences',
    role: 'title',
    why: 'A stop within: three a sentence, nine at most.',
    when: ({ shape }) => shape.sentences > 0,
    cost: ({ shape }) => Math.min(shape.sentences * 3, 9),
    example: '▶船开了。码头又静下来',
  },
];

/** Begins with a mark, stands in brackets, or names an office that signs. */
export const fragmentWeights: readonly Weight[] = [
  {
    id: 'title-opens-with-mark',
    role: 'title',
    why: 'A mark that closes begins no title.',
    when: ({ shape }) => /^[，。、；：？！”’）》」』)]/u.test(shape.text),
    cost: 6,
    example: '▶，去年卖了三亿元',
  },
  {
    id: 'title-begins-small',
    role: 'title',
    why: 'A line that begins in small letters goes on from another: ont la tristesse de vous faire part.',
    when: ({ shape, before, titled }) =>
      !titled &&
      /^\p{Ll}{2,}\s.*\s/u.test(shape.text) &&
      // cherche un meunier right under Le vieux moulin is a headline's second line.
      !(shape.block.adjoins && before?.block.list === undefined),
    cost: 4,
    example:
      'ses cinq petits-enfants, ⏎ ▶ont la tristesse de vous faire part du décès de ⏎ Monsieur Le Dantec',
  },
  {
    id: 'title-bracketed',
    role: 'title',
    why: 'What stands in brackets is a byline or a note.',
    when: ({ shape }) => /^[（(].*[）)]$/u.test(shape.text),
    cost: 4,
    example: '▶（祁连）',
  },
  {
    id: 'title-signed-as',
    role: 'title',
    why: '西街居民 曾凡玉 says who signs, and as what.',
    when: ({ shape, titled }) =>
      !titled &&
      shape.byline?.strength === 'weak' &&
      shape.byline.bylines.every(({ label }) => label !== undefined),
    cost: 2.5,
    example: '孩子走路都要绕开。 ⏎ ▶西街居民 曾凡玉',
  },
  {
    id: 'title-office-signs',
    role: 'title',
    why: "An office's name under a text signs it.",
    when: ({ signs, titled }) => signs && !titled,
    cost: 2,
    example: '码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。 ⏎ ▶渌水汽车站',
  },
];

/** Looks like running text on a page that has headings. */
export const plainWeights: readonly Weight[] = [
  {
    id: 'title-unmarked',
    role: 'title',
    why: 'What it costs on this page to take a line without a mark for a title (PageShape.plainTitle).',
    when: ({ titled }) => !titled,
    cost: ({ page }) => page.plainTitle,
    example: '▶渡口的早班船',
  },
  {
    id: 'title-three-parts',
    role: 'title',
    why: 'Titles of three parts are rare, sentences that lost their stop are not.',
    when: ({ shape, titled }) => !titled && /[，,].*[，,]/u.test(shape.text),
    cost: 0.8,
    example: '▶球队没有名字，也没有队服，最小的队员',
  },
];

/** Words that no line of text or title ends with. */
const leaning =
  /\s(?:an|the|of|at|by|for|from|into|with|and|or|le|la|les|des|du|de|et|un|une|dans|pour|par|sur|avec|der|die|das|dem|den|und|von|für)$/u;

const followsOpenText = ({ titled, before }: BlockPlace): boolean =>
  !titled && before !== undefined && !isClosed(before) && before.measure > 20;

/** Stands where the paragraph before has no end. */
export const brokenWeights: readonly Weight[] = [
  {
    id: 'title-breaks-sentence',
    role: 'title',
    of: 'broken',
    why: 'By its words the text before goes on in it.',
    when: (place) => followsOpenText(place) && place.before!.goesOn,
    cost: 3,
    example: '就是在这样的坡地上，红土坡县种出了十八万亩花椒，去年卖了 ⏎ ▶三亿二千万元。',
  },
  {
    id: 'title-under-leaning',
    role: 'title',
    of: 'broken',
    why: 'The line above ends with a word that leans on the next: du décès de, the death of.',
    when: ({ shape, before, titled }) =>
      !titled &&
      before !== undefined &&
      leaning.test(before.text) &&
      // Hay Springs High right under Honor roll listed at.
      !(shape.block.adjoins && before.measure <= 15),
    cost: 4,
    example:
      'ont la tristesse de vous faire part du décès de ⏎ ▶Monsieur François LE DANTEC ⏎ survenu à 84 ans.',
  },
  {
    id: 'title-after-open-text',
    role: 'title',
    of: 'broken',
    why: 'The text before has no end, and may have lost its stop.',
    when: followsOpenText,
    cost: 0.8,
    example: '工程分三期实施，明年年底前惠及两千户家庭和三座老旧小区 ⏎ ▶文化站里“三宝”',
  },
];

/** Titles have 7 to 32 characters. */
export const titleLengthWeights: readonly Weight[] = [
  {
    id: 'title-length',
    role: 'title',
    why: 'Titles have 7 to 32 characters, on both of two lines; notices, guides and poems any number.',
    when: (place) => !isNoticeTitle(place.shape.text) && !place.after?.guide && !opensPoem(place),
    cost: ({ shape, after }) =>
      lengthCost(shape.measure + (shape.unfinished && after ? after.measure : 0)),
    example: '▶渡口',
  },
  {
    id: 'title-notice-over-title',
    role: 'title',
    why: '公告 over a title is its column.',
    when: ({ shape, after }) => isNoticeTitle(shape.text) && isTitleLike(after),
    cost: 1.5,
    example: '▶天气 ⏎ 未来三天秋高气爽',
  },
];

/** What a line's words and reading say against its being a title. */
export const titleWordWeights: readonly Weight[] = [
  {
    id: 'title-says-otherwise',
    role: 'title',
    why: 'A byline, a folio or a jump line says what it is.',
    when: ({ says }) => says > 0,
    cost: ({ says }) => says * 1.5,
    example: '▶■ 本报记者 沈知秋',
  },
  {
    id: 'title-could-be-byline',
    role: 'title',
    why: 'It may name who wrote it.',
    when: ({ shape }) => shape.byline !== undefined,
    cost: 0.8,
    example: '▶薄荷',
  },
  {
    id: 'title-over-signature',
    role: 'title',
    why: 'Who signs under it signs the end of a text, and this is its last line.',
    when: ({ shape, before, after }) =>
      shape.ended &&
      before?.ended === true &&
      after?.signature !== undefined &&
      after.byline !== undefined,
    cost: 4,
    example:
      'Nobody plows the sidewalks. ⏎ ▶Is it too much to ask for one small tractor? ⏎ Frances Delaney',
  },
  {
    id: 'title-lead-in',
    role: 'title',
    why: '本报讯 opens a text.',
    when: ({ shape }) => shape.opensNews,
    cost: 4,
    example: '▶本报讯（记者 陶望舒）11月21日，宁川至海州城际公交开通运营。',
  },
  {
    id: 'title-goes-on',
    role: 'title',
    of: 'rest',
    why: 'It goes on in the next block, or points to another page.',
    when: ({ shape }) => shape.goesOn || shape.guide,
    cost: 3,
    example: '▶大闸蟹“爬”上高铁 >>5版',
  },
  {
    id: 'title-may-go-on',
    role: 'title',
    of: 'rest',
    why: 'By its words it may go on in the next block, as sure as the model is.',
    when: ({ shape }) => shape.mayGoOn > 0,
    cost: ({ shape }) => shape.mayGoOn,
    example: '▶宫桂兰笑着说：“图个 ⏎ 晚上睡得着。',
  },
  {
    id: 'title-letter',
    role: 'title',
    why: 'What greets, what closes a letter, the day that signs it, and where to reach somebody are text.',
    when: ({ shape: { text } }) =>
      isSalutation(text) || isClosingFormula(text) || isContactLine(text) || isHanDay(text.trim()),
    cost: 6,
    example: '▶此致',
  },
  {
    id: 'title-words',
    role: 'title',
    why: "Half of what the model says of its words; below 0 where they are a title's.",
    when: ({ shape }) => shape.titleWords !== 0,
    cost: ({ shape }) => -shape.titleWords / 2,
    example: '▶宁川水运六十年走过了一条路',
  },
  {
    id: 'title-speaks',
    role: 'title',
    why: '记者：, 问：: a turn of an interview.',
    when: ({ shape }) => speaks.test(shape.text),
    cost: 3,
    example: '▶# 记者：船什么时候开',
  },
  {
    id: 'title-leads-to-list',
    role: 'title',
    why: '现将名单公布如下： leads to the lines under it.',
    when: ({ shape }) => leadsToList(shape.text),
    cost: 3,
    example: '▶经评选，现将名单公布如下： ⏎ 沈知秋 陶望舒 白小乐',
  },
];
