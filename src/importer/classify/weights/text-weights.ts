import { labelCost } from '../../lexicon/column-label.ts';
import { isContactLine } from '../../lexicon/contact-line.ts';
import { isClosingFormula, isSalutation } from '../../lexicon/letter.ts';
import { isNoticeTitle } from '../../lexicon/notice-title.ts';
import { isOffice } from '../../lexicon/office.ts';
import { isBracketed, type BlockPlace } from '../block-place.ts';
import { isClosed, type PlacedShape } from '../placed-shape.ts';
import { leadsToList, speaks } from '../head-signs.ts';
import {
  isCaptioned,
  isDatedUnderPicture,
  isOverPicture,
  isPictured,
  standsInSignedPhoto,
} from '../picture-signs.ts';
import { otherwise, sumWeights, type Weight } from '../weight.ts';

/** 市气象台昨日17时发布 under the lines or the table that it gave. */
function isSourceOfList({ shape, shapes, index }: BlockPlace): boolean {
  return (
    /^\p{Script=Han}[\p{Script=Han}\d：:、 ]{1,24}(?:发布|提供|供稿|制表)$/u.test(shape.text) &&
    [1, 2].some((step) => {
      const block = shapes[index - step]?.block;
      return block?.type === 'table' || block?.list === 'item';
    })
  );
}

/** Lines of running text that look like none: nothing else speaks against them. */
export function isOwnKindOfText(place: BlockPlace): boolean {
  const { shape, titled } = place;
  return (
    shape.guide ||
    speaks.test(shape.text) ||
    isSalutation(shape.text) ||
    isClosingFormula(shape.text) ||
    isContactLine(shape.text) ||
    (!titled && (leadsToList(shape.text) || isSourceOfList(place)))
  );
}

/** 核心提示 over a text; an editor's note may be the text itself. */
export const isSummary = ({ shape, after }: BlockPlace): boolean =>
  /^.?(?:核心提示|阅读提示|内容提要|内容提示|提要|摘要)/u.test(shape.text) && !after?.guide;

/** A title of two lines or three: longer than others, over a deck, a byline or a lead-in. */
const isLongTitle = ({ shape, before, after }: BlockPlace): boolean =>
  !shape.ended &&
  !shape.goesOn &&
  shape.measure > 45 &&
  shape.measure <= 70 &&
  (before === undefined || isClosed(before) || before.measure <= 30) &&
  after !== undefined &&
  (/^——/u.test(after.text) || after.opensNews || after.byline?.strength === 'strong');

/** A paragraph of more than a line that ends as one does, or of several lines that a column has cut. */
const isFullText = (shape: PlacedShape): boolean =>
  !shape.heading && (shape.ended ? shape.measure >= 24 : shape.measure >= 50);

/** The date under the office's name that signs a notice. */
const isSigningDate = ({ shape, before }: BlockPlace): boolean =>
  (shape.folioKind === 'date' || /^\d{1,2}月\d{1,2}日$/u.test(shape.text)) &&
  before !== undefined &&
  isOffice(before.text);

const couldBeTitle = ({ after: shape, page }: BlockPlace): boolean =>
  shape !== undefined &&
  (shape.heading ||
    (page.plainTitle < 1 && !shape.ended && shape.measure > 5 && shape.measure <= 40));

/** Short, and without a stop, as a title is. */
const isShortOpen = ({ shape }: BlockPlace): boolean =>
  !shape.ended && shape.measure <= (/[，。；！？]/u.test(shape.text) ? 30 : 45);

/** Nothing is left open before it. */
const isAfterWhole = ({ before }: BlockPlace): boolean =>
  before === undefined || isClosed(before) || before.measure <= 24;

/** Words alone: a sentence cut short has its marks. */
const hasNoMark = ({ shape }: BlockPlace): boolean => !/[，。；：！？、]/u.test(shape.text);

const isPlainOpen = ({ shape, titled }: BlockPlace): boolean => !titled && !shape.ended;

/** What speaks against a line without a stop, after a text that is whole. */
export const openTextWeights: readonly Weight[] = [
  {
    id: 'text-open',
    role: 'paragraph',
    why: 'Where the tool leaves titles unmarked a line without a stop is likelier one of them.',
    when: otherwise,
    cost: ({ page }) => 2 - (page.plainTitle - 0.5) / 1.7,
    example: '▶渡口的第一班船六点开',
  },
  {
    id: 'text-few-words',
    role: 'paragraph',
    why: 'A few words without a mark are no sentence, over a heading even less.',
    when: (place) => hasNoMark(place) && place.shape.measure <= 16,
    cost: ({ after }) => (after?.heading ? 1.8 : 0.8),
    example: '▶渡口的早班船',
  },
  {
    id: 'text-over-full-text',
    role: 'paragraph',
    why: 'Nor is what a whole paragraph follows on; a text that lost its stop ends its item.',
    when: (place) =>
      hasNoMark(place) &&
      place.shape.measure >= 6 &&
      place.after !== undefined &&
      isFullText(place.after),
    cost: ({ shape }) => (shape.measure <= 16 ? 0.7 : 1.5),
    example: '▶渡口的早班船 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
];

/** What a block's form says against its being running text. */
export const textFormWeights: readonly Weight[] = [
  {
    id: 'text-titled-ended',
    role: 'paragraph',
    of: 'form',
    why: 'A heading that ends as sentences do, of a line or more, is text all the same.',
    when: ({ shape, titled }) => titled && shape.ended && shape.measure > 24,
    cost: 0.4,
    example:
      '▶# 为了这四十天，园区把检测室搬到了站台边，车皮一到，边检边装，一天也没有停过。 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'text-titled-long',
    role: 'paragraph',
    of: 'form',
    why: 'So is a heading longer than titles are.',
    when: ({ shape, titled }) => titled && shape.measure > 60,
    cost: 0.2,
    example:
      '▶# 为了这四十天，园区把检测室搬到了站台边，车皮一到，边检边装，一天也没有停过，老站长说自己在这里守了三十年，还从没见过这样的阵势和这样多的车皮 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'text-titled-stop',
    role: 'paragraph',
    of: 'form',
    why: 'A short heading with a stop may be text.',
    when: ({ shape, titled }) => titled && shape.ended,
    cost: 2.2,
    example: '▶# 下一步怎么办？ ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'text-titled',
    role: 'paragraph',
    of: 'form',
    why: 'A heading is seldom text.',
    when: ({ titled }) => titled,
    cost: 3.5,
    example: '▶# 樱桃熟了 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'text-long-title',
    role: 'paragraph',
    of: 'form',
    why: 'A title of two lines or three stands over a deck, a byline or a lead-in.',
    when: isLongTitle,
    cost: 4,
    example:
      '▶从一条船、一座码头、一代人到四条航线、十二座码头、三代人，宁川水运六十年走过了怎样的一条路，还要走向哪里 ⏎ ——写在宁川港开港六十周年之际',
  },
  {
    id: 'text-goes-on',
    role: 'paragraph',
    of: 'form',
    why: 'A short line that the next goes on from, and what signs a text, need no stop.',
    when: (place) =>
      isShortOpen(place) && (place.shape.goesOn || place.signs || isSigningDate(place)),
    cost: 0,
    example: '就是在这样的坡地上，红土坡县种出了十八万亩花椒，去年卖了 ⏎ ▶渌水汽车站',
  },
  {
    id: 'text-short-open',
    role: 'paragraph',
    of: 'form',
    why: 'A short line without a stop after a text that is whole (openTextWeights), unless it may go on.',
    when: (place) => isShortOpen(place) && isAfterWhole(place),
    cost: (place) =>
      Math.max(-place.says, sumWeights(openTextWeights, place) - place.shape.mayGoOn),
    example: '▶渡口的早班船',
  },
  {
    id: 'text-label',
    role: 'paragraph',
    of: 'form',
    why: "A column's name stands over a headline though the text before has lost its stop; no column of print cuts a text to a few words.",
    when: (place) =>
      isShortOpen(place) &&
      hasNoMark(place) &&
      place.shape.measure <= 16 &&
      couldBeTitle(place) &&
      (place.shape.measure <= 8 || labelCost(place.shape.text, false) < 0.7),
    cost: 2,
    example: '居民却不领情，问题往往出在没有问一问：你到底想要什么 ⏎ ▶宁川漫笔 ⏎ # 渡口三记',
  },
];

/** What a block's words and neighbours say against its being running text, whatever its form. */
export const textWordWeights: readonly Weight[] = [
  {
    id: 'text-notice',
    role: 'paragraph',
    why: '招标公告 is a title.',
    when: ({ shape, titled }) => !titled && isNoticeTitle(shape.text),
    cost: 3,
    example: '▶招标公告',
  },
  {
    id: 'text-label-over-text',
    role: 'paragraph',
    why: '来信照登 between a text that has ended and another is a title, though of few words.',
    when: ({ shape, before, after, titled }) =>
      !titled &&
      shape.measure >= 3 &&
      shape.measure <= 8 &&
      labelCost(shape.text, false) < 0.3 &&
      before?.block.type === 'paragraph' &&
      (before.ended || before.byline !== undefined) &&
      after !== undefined &&
      isFullText(after),
    cost: 2,
    example:
      '码头边的早班船六点开出。 ⏎ ▶来信照登 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'text-signed-by-calling',
    role: 'paragraph',
    why: '骑手 顾小飞 under the last paragraph signs it.',
    when: ({ shape, before, after }) =>
      shape.byline?.bylines[0]?.label !== undefined &&
      before?.ended === true &&
      (after === undefined || after.heading || after.bold),
    cost: 1,
    example: '码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。 ⏎ ▶骑手 顾小飞',
  },
  {
    id: 'text-over-byline',
    role: 'paragraph',
    why: 'Over who wrote it, or over 本报讯, stands a headline, whether the text before has its stop or not.',
    when: (place) =>
      isPlainOpen(place) &&
      place.shape.measure <= 24 &&
      place.shape.measure >= 4 &&
      !/[，。；：、]$/u.test(place.shape.text) &&
      (place.after?.opensNews === true ||
        (place.after?.byline !== undefined && place.after.byline.strength !== 'faint')),
    cost: 1.5,
    example: '▶渡口的早班船 ⏎ ■ 本报记者 沈知秋',
  },
  {
    id: 'text-over-letter',
    role: 'paragraph',
    why: 'A line over To the Editor: is the title of the letter.',
    when: (place) =>
      isPlainOpen(place) &&
      place.shape.measure <= 24 &&
      place.shape.measure >= 3 &&
      place.after !== undefined &&
      isSalutation(place.after.text),
    cost: 2,
    example: 'The crew worked through the night. ⏎ ▶Slow down on Mill Road ⏎ To the Editor:',
  },
  {
    id: 'text-at-head-of-page',
    role: 'paragraph',
    why: 'At the head of a page nothing has begun that a line without a stop could go on in.',
    when: (place) =>
      isPlainOpen(place) &&
      place.after?.heading === true &&
      (place.before === undefined || place.before.folioKind !== undefined),
    cost: 2,
    example: '▶渡口的早班船 ⏎ # 四代人的同一个码头',
  },
  {
    id: 'text-bracketed-name',
    role: 'paragraph',
    why: 'A name in brackets is who wrote it.',
    when: ({ shape }) => shape.byline !== undefined && isBracketed(shape.text),
    cost: 3,
    example: '▶（祁连）',
  },
  {
    id: 'text-part',
    role: 'paragraph',
    why: "A series counts its parts; a sentence's end does not.",
    when: (place) =>
      isPlainOpen(place) && place.shape.part !== undefined && place.shape.measure <= 20,
    cost: 2.5,
    example: '▶项目建设一线看 ③',
  },
];

/** What says that a block is a caption rather than text. */
export const textAsCaptionWeights: readonly Weight[] = [
  {
    id: 'text-over-picture',
    role: 'paragraph',
    of: 'caption',
    why: 'A line over a picture that says what it shows and who took it.',
    when: isOverPicture,
    cost: 5,
    example: '▶图为早班船离开码头。 沈知秋 摄 ⏎ ![](a.jpg)',
  },
  {
    id: 'text-captioned-at-picture',
    role: 'paragraph',
    of: 'caption',
    why: '图为 opens it or a photographer ends it, and a picture is near.',
    when: (place) => isCaptioned(place) && isPictured(place),
    cost: 2,
    example: '![](a.jpg) ⏎ ▶图为早班船离开码头。',
  },
  {
    id: 'text-named-picture',
    role: 'paragraph',
    of: 'caption',
    why: '圖：… says in so many words what it is.',
    when: ({ shape }) => /^(?:[图圖]片?|写真)[：:]\S/u.test(shape.text),
    cost: 4,
    example: '▶圖：北門里社區圖書室內部。',
  },
  {
    id: 'text-captioned',
    role: 'paragraph',
    of: 'caption',
    why: 'The same without a picture: tools drop pictures.',
    when: isCaptioned,
    cost: 1,
    example: '▶图为早班船离开码头。',
  },
  {
    id: 'text-photographed',
    role: 'paragraph',
    why: 'A short text that ends with 摄, 撮影 or Photo by is a caption.',
    when: ({ shape }) =>
      shape.trailingCredit &&
      (/(?:[摄攝]|撮影)[）)]?$/u.test(shape.text)
        ? shape.measure <= 60
        : shape.measure <= 140 && /\b(?:photos?|fotos?|bild)\b[^.]{2,60}$/iu.test(shape.text)),
    cost: 3,
    example: '▶早班船离开码头。 沈知秋 摄',
  },
  {
    id: 'text-dated-under-picture',
    role: 'paragraph',
    why: 'A short sentence under a picture begins with its day, as captions do.',
    when: isDatedUnderPicture,
    cost: 1.2,
    example: '![](a.jpg) ⏎ ▶11月20日，工人在宁川港堆场吊装风机叶片。',
  },
  {
    id: 'text-in-signed-photo',
    role: 'paragraph',
    of: 'photo',
    why: 'From its day to the word 摄 a caption whose picture the tool has dropped.',
    when: (place) => standsInSignedPhoto(place) === 'shot',
    cost: 3,
    example: '▶11月6日，群众在渠首看通水。 ⏎ 沈知秋 摄',
  },
  {
    id: 'text-in-marked-photo',
    role: 'paragraph',
    of: 'photo',
    why: "The same with only a printer's mark before the name.",
    when: (place) => standsInSignedPhoto(place) === 'marked',
    cost: 2,
    example: '▶11月18日，在望湖市石桥镇，合作社的社员把刚出水的莲藕装进竹筐。 ⏎ ■ 晏小山',
  },
];
