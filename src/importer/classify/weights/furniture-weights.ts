import { labelCost } from '../../lexicon/column-label.ts';
import { isClosingFormula } from '../../lexicon/letter.ts';
import { isNoticeTitle } from '../../lexicon/notice-title.ts';
import { isOffice } from '../../lexicon/office.ts';
import { opensWebTail } from '../../lexicon/web-words.ts';
import { readsAsPageName } from '../../page/folio.ts';
import { isBracketed, type BlockPlace } from '../block-place.ts';
import { endsLetter } from '../item-signs.ts';
import type { PlacedShape } from '../placed-shape.ts';
import type { Weight } from '../weight.ts';

/** Whether a short line stands in the list under 相关阅读. */
export function standsUnderWebTail(shapes: readonly PlacedShape[], index: number): boolean {
  const shape = shapes[index]!;
  return (
    shape.measure <= 40 &&
    !shape.opensNews &&
    shapes.slice(Math.max(0, index - 4), index).some((one) => opensWebTail(one.text))
  );
}

const mayName = ({ shape }: BlockPlace): boolean =>
  shape.byline !== undefined && shape.byline.strength !== 'strong';

/** Under an office's name, or at the end of a text, a date signs; under 荧屏导视 it says of when. */
const isDateAtEdge = ({ shape, before }: BlockPlace): boolean =>
  shape.folioKind === 'date' &&
  shape.fromEdge <= 2 &&
  !(before && (isOffice(before.text) || isNoticeTitle(before.text)));

/** The editors alone are no folio, though one may name them. */
const isFolio = ({ shape }: BlockPlace): boolean =>
  shape.folioKind === 'strong' && !shape.editorsOnly;

/** A few words at the head of a page over the line that has its date and number, and no name. */
function isNameOverFolio({ shapes, index, shape }: BlockPlace): boolean {
  const [line, below] = [shapes[1], shapes[2]];
  return (
    index === 0 &&
    line?.folio?.page !== undefined &&
    line.folio.name === undefined &&
    below !== undefined &&
    (below.heading || !shape.heading) &&
    readsAsPageName(shape.text)
  );
}

/** A line without a stop over the paper's own name. */
const isOverPapersName = ({ shape, after }: BlockPlace): boolean =>
  after?.nameplate === true && !shape.nameplate && !shape.ended && shape.folioKind === undefined;

/** 今日导读 over lines that point to other pages, and each of those: a table of contents is no item. */
function isOfContents({ shapes, index }: BlockPlace): boolean {
  let at = index;
  while (at > 0 && shapes[at]!.guide) at -= 1;
  return contents.test(shapes[at]!.text.trim()) && shapes[at + 1]?.guide === true;
}

const contents =
  /^[【［[]?(?:今日|本期|本报|本版|内页|新闻|重点|精彩|热点)?(?:导读|导航|导览|要目|目录|提要|看点|速览)[】］\]]?[：:]?$/u;

/** Lines that say what they are. A role of this table is open to a block of which a row of it holds. */
export const furnitureWeights: readonly Weight[] = [
  {
    id: 'byline-bracketed',
    role: 'byline',
    of: 'strength',
    why: '（祁连） alone under a text signs it.',
    when: ({ shape, before }) =>
      shape.byline !== undefined && isBracketed(shape.text) && before?.ended === true,
    cost: 0,
    example: '茶芽肥壮，满山笑脸。 ⏎ ▶（祁连）',
  },
  {
    id: 'byline-photographer',
    role: 'byline',
    of: 'strength',
    why: '沈知秋 摄 names who took the picture.',
    when: ({ shape }) => shape.byline?.strength === 'strong' && /[摄攝]$/u.test(shape.text),
    cost: 0.8,
    example: '▶本报记者 沈知秋 摄',
  },
  {
    id: 'byline-strong',
    role: 'byline',
    of: 'strength',
    why: "A role word or a printer's mark says so.",
    when: ({ shape }) => shape.byline?.strength === 'strong',
    cost: 0,
    example: '▶■ 本报记者 沈知秋',
  },
  {
    id: 'byline-signs-letter',
    role: 'byline',
    of: 'strength',
    why: '一位老船工 沈知秋 under a letter that has ended signs it.',
    when: (place) =>
      place.shape.byline?.strength === 'weak' &&
      place.shape.byline.bylines[0]?.label !== undefined &&
      endsLetter(place),
    cost: -1.6,
    example:
      '# 码头要修一修 ⏎ 编辑同志： ⏎ 码头边的早班船六点开出，雨天路滑，望有关部门修一修。 ⏎ ▶一位退休职工 沈知秋 ⏎ 编者附言：码头下月动工。',
  },
  {
    id: 'byline-calling',
    role: 'byline',
    of: 'strength',
    why: '市二院康复科 沈知秋 under a title or an ended text says who signs, and as what; 全国模范法官冉旭明 without a gap is a title as often.',
    when: ({ shape, before }) =>
      shape.byline?.strength === 'weak' &&
      shape.byline.bylines[0]?.label !== undefined &&
      /\s/u.test(shape.text) &&
      before !== undefined &&
      (before.heading || before.ended),
    cost: 0,
    example: '# 热敷还是冷敷 ⏎ ▶市二院康复科 沈知秋',
  },
  {
    id: 'byline-weak',
    role: 'byline',
    of: 'strength',
    why: 'Names alone; set apart as titles are, less likely.',
    when: ({ shape }) => shape.byline?.strength === 'weak',
    cost: ({ titled }) => 0.5 + (titled ? 0.7 : 0),
    example: '▶沈知秋 柏舟',
  },
  {
    id: 'byline-faint',
    role: 'byline',
    of: 'strength',
    why: 'One word that could be a name as well as any other word.',
    when: ({ shape }) => shape.byline?.strength === 'faint',
    cost: ({ titled }) => 0.9 + (titled ? 3 : 0),
    example: '▶渡口',
  },
  {
    id: 'byline-faint-over-text',
    role: 'byline',
    why: 'Who signs the end of a text stands over no text: 警方提示.',
    when: ({ shape, before, after }) =>
      shape.byline?.strength === 'faint' &&
      before !== undefined &&
      (before.ended || isClosingFormula(before.text)) &&
      after?.ended === true &&
      !after.heading &&
      after.measure > 24,
    cost: 2.5,
    example:
      '荷花开了。 ⏎ ▶警方提示 ⏎ 近期有人冒充社保工作人员打电话，称社保卡被冻结，要求转账汇款。',
  },
  {
    id: 'byline-column',
    role: 'byline',
    why: '一周热评 could be a name by its length, and is a column by its words.',
    when: (place) => mayName(place) && labelCost(place.shape.text, false) < 0.3,
    cost: 1.5,
    example: '▶今日快评',
  },
  {
    id: 'byline-notice',
    role: 'byline',
    why: '更正 over a text could be a name, too.',
    when: (place) => mayName(place) && isNoticeTitle(place.shape.text),
    cost: 3,
    example: '▶更正',
  },
  {
    id: 'credit',
    role: 'credit',
    why: "A photographer's name with its word or its mark.",
    when: ({ shape }) => shape.credit !== undefined,
    cost: 0,
    example: '▶沈知秋 摄',
  },
  {
    id: 'credit-under-signed',
    role: 'credit',
    why: 'The caption above names its photographer: □ 本报记者 范小雨 under it wrote the text that follows.',
    when: ({ shape, before, after }) =>
      before?.trailingCredit === true &&
      shape.byline?.strength === 'strong' &&
      shape.byline.bylines.every(({ role }) => role !== 'photographer') &&
      after?.block.type === 'paragraph' &&
      after.ended,
    cost: 2.5,
    example:
      '早班船离开码头。 沈知秋 摄 ⏎ ▶□ 本报记者 陶望舒 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'jump',
    role: 'jump',
    why: '下转第三版: the whole line says where the text goes on.',
    when: ({ shape }) => shape.jump !== undefined,
    cost: 0,
    example: '▶（下转第三版）',
  },
  {
    id: 'page-credits',
    role: 'page-credits',
    why: '责编 and the like, and nothing else.',
    when: ({ shape }) => shape.editorsOnly,
    cost: 0,
    example: '▶责编：符瑶　美编：柏舟',
  },
  {
    id: 'folio-at-edge',
    role: 'folio',
    of: 'place',
    why: 'Date, number and name of the page stand at its edge.',
    when: (place) => isFolio(place) && place.shape.fromEdge <= 4,
    cost: 0,
    example: '▶05版 社会 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'folio-within',
    role: 'folio',
    of: 'place',
    why: 'A tool may read them in the middle.',
    when: isFolio,
    cost: 1.5,
    example:
      '船六点开出。 ⏎ 老大解开缆绳。 ⏎ 江上起了雾。 ⏎ 汽笛响了两声。 ⏎ 对岸有人招手。 ⏎ ▶2024年11月6日 星期三 05版 社会 ⏎ 码头醒了。 ⏎ 早市摆开了。 ⏎ 豆浆冒着热气。 ⏎ 挑夫上了岸。 ⏎ 太阳出来了。',
  },
  {
    id: 'folio-name-over',
    role: 'folio',
    of: 'place',
    why: '乡村周刊 at the head of a page, over its date and number, is its name.',
    when: isNameOverFolio,
    cost: 0,
    example: '▶# 渡口周刊 ⏎ 2024年11月6日 星期三 第5版 ⏎ # 四代人的同一个码头',
  },
  {
    id: 'folio-date-at-edge',
    role: 'folio',
    of: 'place',
    why: "A date alone at the page's edge is the page's.",
    when: isDateAtEdge,
    cost: 0.2,
    example: '▶2024年11月6日',
  },
  {
    id: 'folio-date-within',
    role: 'folio',
    of: 'place',
    why: "Under an office's name, or within the page, a date signs.",
    when: ({ shape }) => shape.folioKind === 'date',
    cost: 3.5,
    example: '右溪市图书馆 ⏎ ▶2024年11月6日',
  },
  {
    id: 'clutter-over-nameplate',
    role: 'clutter',
    of: 'over-name',
    why: "A slogan over the paper's own name, at the head of the page.",
    when: (place) =>
      isOverPapersName(place) &&
      place.index <= 2 &&
      (place.before === undefined || place.before.folioKind !== undefined) &&
      place.shape.measure <= 40 &&
      place.after!.measure <= 12,
    cost: -1,
    example: '▶建设美丽渡口 共享幸福生活 ⏎ # 望川日报',
  },
  {
    id: 'clutter-over-long-name',
    role: 'clutter',
    of: 'over-name',
    why: 'Over a name as long as a headline is a slogan only where nothing stands above.',
    when: (place) => isOverPapersName(place) && place.index === 0 && place.shape.measure <= 36,
    cost: 0,
    example: '▶All the news that fits the harbour ⏎ The Northern Harbour Evening Gazette',
  },
  {
    id: 'nameplate-at-edge',
    role: 'nameplate',
    of: 'place',
    why: 'The paper names itself at the edge of a page.',
    when: ({ shape }) => shape.nameplate && shape.fromEdge <= 4,
    cost: 0,
    example: '▶# 望川日报',
  },
  {
    id: 'nameplate-within',
    role: 'nameplate',
    of: 'place',
    why: 'Within a page its name stands in a text.',
    when: ({ shape }) => shape.nameplate,
    cost: 2,
    example:
      '船六点开出。 ⏎ 老大解开缆绳。 ⏎ 江上起了雾。 ⏎ 汽笛响了两声。 ⏎ 对岸有人招手。 ⏎ ▶宁川日报 ⏎ 码头醒了。 ⏎ 早市摆开了。 ⏎ 豆浆冒着热气。 ⏎ 挑夫上了岸。 ⏎ 太阳出来了。',
  },
  {
    id: 'clutter-contents',
    role: 'clutter',
    why: '今日导读 and the lines under it point to other pages.',
    when: isOfContents,
    cost: -1,
    example:
      '▶## 今日导读 ⏎ 早班船又改点了 （2版） ⏎ 一位老艄公的四十年 （5版） ⏎ # 四代人的同一个码头',
  },
  {
    id: 'clutter-list',
    role: 'clutter',
    why: 'Under 相关阅读 its list follows.',
    when: ({ shapes, index }) => standsUnderWebTail(shapes, index),
    cost: 1.2,
    example: '相关阅读 ⏎ ▶《我市八成公厕已加装暖气》',
  },
];
