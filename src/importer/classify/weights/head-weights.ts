import { labelCost, tellsNews } from '../../lexicon/column-label.ts';
import { isClosingFormula, isSalutation } from '../../lexicon/letter.ts';
import { isNoticeTitle } from '../../lexicon/notice-title.ts';
import { isAdvertCategory, isPartTitle } from '../../lexicon/section-label.ts';
import { isFramed, type BlockPlace } from '../block-place.ts';
import {
  depthStep,
  isCapitalLabel,
  isDay,
  isDashed,
  isPointing,
  isRepeated,
  isTitleOver,
  isWhole,
  leftOpen,
  lineAbove,
  reported,
} from '../head-signs.ts';
import {
  countBrothers,
  endsLetter,
  framesItem,
  isPoemOfSeries,
  itemBefore,
  opensBriefs,
  shareOpened,
  signedBelow,
  standsInFeature,
  startsNumbered,
  tellsItsNews,
} from '../item-signs.ts';
import { otherwise, type Weight } from '../weight.ts';

const isColumnByWords = ({ shape }: BlockPlace): boolean => labelCost(shape.text, false) < 0.7;

/** Rank of a block below the title line above it; of the block below, below this one. */
const stepDown = (place: BlockPlace): number => depthStep(lineAbove(place)!, place.shape);
const stepTo = ({ shape, after }: BlockPlace): number => depthStep(shape, after!);

/** What speaks against a headline, beyond what speaks against any title. */
export const headlineWeights: readonly Weight[] = [
  {
    id: 'headline-over-nameplate',
    role: 'headline',
    why: "Over the paper's own name stands a slogan, and no item.",
    when: ({ index, after }) => index === 0 && after?.nameplate === true,
    cost: 5,
    example: '▶# 深入推进“厕所革命” 建设宜居美丽乡村 ⏎ # 望川日报',
  },
  {
    id: 'headline-dashed',
    role: 'headline',
    why: 'A dash begins a deck.',
    when: isDashed,
    cost: 3,
    example: '▶——宁川县柳林镇柳编产业见闻',
  },
  {
    id: 'headline-reports-speech',
    role: 'headline',
    why: '市委书记在调研时强调: what was said stands below, in the headline.',
    when: ({ shape, after }) =>
      reported.test(shape.text) && after !== undefined && !after.ended && after.measure <= 40,
    cost: 2,
    example: '▶市委书记在宁川港调研时强调 ⏎ # 把老码头办成新港口',
  },
  {
    id: 'headline-repeated',
    role: 'headline',
    why: 'Words that stand over two items are a column.',
    when: isRepeated,
    cost: 1.5,
    example: '▶# 宁川这十年 ⏎ # 老街巷换上新筋骨 ⏎ # 宁川这十年',
  },
  {
    id: 'headline-framed-over-title',
    role: 'headline',
    why: 'A frame over another title is a column.',
    when: ({ shape, after }) => isFramed(shape.text) && isTitleOver(after),
    cost: 2.5,
    example: '▶# 【夜读】 ⏎ # 母亲的秤',
  },
  {
    id: 'headline-of-frames',
    role: 'headline',
    why: '【招聘】 …… 【房屋】 ……: frames alike, each over its text, are titles.',
    when: framesItem,
    cost: -3.5,
    example:
      '▶【招聘】 ⏎ 渡口饭店招服务员两名，包吃住，工资面议。 ⏎ 【房屋】 ⏎ 出租码头附近两居室一套，有暖气。',
  },
  {
    id: 'headline-poem-of-series',
    role: 'headline',
    why: '渡口 under 诗二首 is one of the two.',
    when: isPoemOfSeries,
    cost: 4,
    example: '# 诗二首 ⏎ ■ 江小渡 ⏎ ▶**渡口** ⏎ 船走以后\n水又合上了\n像什么也没有发生',
  },
  {
    id: 'headline-day',
    role: 'headline',
    why: 'A day alone tells of nothing.',
    when: ({ shape }) => isDay(shape.text),
    cost: 4,
    example: '荧屏导视 ⏎ ▶11月6日 星期一 ⏎ 码头电视台一套',
  },
  {
    id: 'headline-part-title',
    role: 'headline',
    why: 'Results after a text are its own.',
    when: ({ shape, before }) => isPartTitle(shape.text) && before?.ended === true,
    cost: 2.5,
    example:
      'The Badgers won the last match of the night in the old gym on Friday. ⏎ ▶Results ⏎ 106: Eli Marsh pinned Dax Oberle, 1:12',
  },
  {
    id: 'headline-unmarked-over-list',
    role: 'headline',
    why: 'On a page whose titles are marked a plain line over lines of a list is of their text.',
    when: ({ shape, after, page, titled }) =>
      !titled && page.plainTitle > 1 && shape.measure <= 16 && after?.block.list !== undefined,
    cost: 2.5,
    example:
      '# 龙舟赛昨日落幕 ⏎ 十八支队伍在渡口外的江面上比了三天，岸上挤满了人。 ⏎ ▶团体总分前三名 ⏎ 一中 286分 ⏎ 五中 251分',
  },
  {
    id: 'headline-column-part',
    role: 'headline',
    of: 'part',
    why: "Words of a column and a part's number.",
    when: (place) => place.shape.part !== undefined && isColumnByWords(place),
    cost: 2.5,
    example: '▶# 我与报纸的故事 ⑥',
  },
  {
    id: 'headline-part',
    role: 'headline',
    of: 'part',
    why: "A part's number stands behind a column more often than behind a headline.",
    when: ({ shape }) => shape.part !== undefined,
    cost: 1,
    example: '▶# 低碳生活①',
  },
  {
    id: 'headline-known-column',
    role: 'headline',
    why: 'The paper has a column of that name.',
    when: ({ shape }) => shape.knownColumn === 'same',
    cost: 4,
    example: '▶# 民生直通车',
  },
  {
    id: 'headline-over-briefs',
    role: 'headline',
    of: 'inside',
    why: '●…… ●…… below are an item by themselves: this is its headline.',
    when: opensBriefs,
    cost: -0.5,
    example:
      '▶# 一句话新闻 ⏎ ●望川市总工会为二百名环卫工人免费体检。 ⏎ ●望川市图书馆“流动书车”开进社区。',
  },
  {
    id: 'headline-numbered-in-text',
    role: 'headline',
    of: 'inside',
    why: '一、 after a text that has ended counts its sections.',
    when: ({ shape, before }) => startsNumbered(shape.text) && before?.ended === true,
    cost: 2.5,
    example: '码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。 ⏎ ▶一、堵在哪儿',
  },
  {
    id: 'headline-numbered',
    role: 'headline',
    of: 'inside',
    why: 'A number begins a crosshead or a list.',
    when: ({ shape }) => startsNumbered(shape.text),
    cost: 1,
    example: '▶一、堵在哪儿',
  },
  {
    id: 'headline-no-crosshead',
    role: 'headline',
    of: 'inside',
    why: 'Too long for a crosshead, or tells its news: its place says nothing. 三年凿一朵莲 counts, and tells no news yet.',
    when: ({ shape }) =>
      shape.measure > 16 ||
      (shape.measure > 8 && tellsItsNews(shape.text)) ||
      isNoticeTitle(shape.text),
    cost: 0,
    example: '▶# 招标公告',
  },
  {
    id: 'headline-in-feature',
    role: 'headline',
    of: 'inside',
    why: 'Within a signed text short titles are its crossheads.',
    when: (place) => standsInFeature(place) && (place.titled || countBrothers(place) > 0),
    cost: 1.3,
    example:
      '# 古渡口的摆渡人 ⏎ ■ 本报记者 沈知秋 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。 ⏎ ▶**一条船**',
  },
  {
    id: 'headline-opens-item',
    role: 'headline',
    of: 'inside',
    why: 'A plain line, one after unsigned news, and one over a signed text may be headlines.',
    when: (place) => !place.titled || itemBefore(place) !== 'signed' || signedBelow(place),
    cost: 0,
    example: '▶渡口的早班船',
  },
  {
    id: 'headline-alone-unopened',
    role: 'headline',
    of: 'inside',
    why: 'All longer headings of the page open an item with a byline, a deck or 本报讯, and this one does not.',
    when: ({ shapes }) => shareOpened(shapes) === 1,
    cost: (place) => (countBrothers(place) >= 1 ? 1.3 : 1.2),
    example:
      '# 老街巷换上新筋骨 ⏎ ■ 本报记者 柏舟 ⏎ 锚链哗哗响。 ⏎ # 古渡口的摆渡人 ⏎ ■ 本报记者 沈知秋 ⏎ 水鸟掠过船舷。 ⏎ ▶# 一条船 ⏎ 孩子趴在窗边看。',
  },
  {
    id: 'headline-with-brothers',
    role: 'headline',
    of: 'inside',
    why: 'Two short titles more in the same text.',
    when: (place) => countBrothers(place) >= 2,
    cost: 0.9,
    example:
      '# 老街巷换上新筋骨 ⏎ ■ 本报记者 柏舟 ⏎ 锚链哗哗响。 ⏎ # 渌水汽车站候车大厅今天重新装修开放 ⏎ 旧座椅搬走了。 ⏎ # 古渡口的摆渡人 ⏎ ■ 本报记者 沈知秋 ⏎ 水鸟掠过船舷。 ⏎ ▶# 一条木船的来历 ⏎ 孩子趴在窗边看。 ⏎ # 码头上的灯火 ⏎ 茶水凉了又添。 ⏎ # 三代人的渡口 ⏎ 票价还是两元。',
  },
  {
    id: 'headline-with-brother',
    role: 'headline',
    of: 'inside',
    why: 'One short title more in the same text, and most longer headings of the page open an item.',
    when: (place) => shareOpened(place.shapes) >= 0.6 && countBrothers(place) >= 1,
    cost: 0.7,
    example:
      '# 老街巷换上新筋骨 ⏎ ■ 本报记者 柏舟 ⏎ 锚链哗哗响。 ⏎ # 海风吹来大风车 ⏎ ■ 本报记者 符瑶 ⏎ 舵手打了个哈欠。 ⏎ # 渌水汽车站候车大厅今天重新装修开放 ⏎ 旧座椅搬走了。 ⏎ # 古渡口的摆渡人 ⏎ ■ 本报记者 沈知秋 ⏎ 水鸟掠过船舷。 ⏎ ▶# 一条木船的来历 ⏎ 孩子趴在窗边看。 ⏎ # 码头上的灯火 ⏎ 茶水凉了又添。',
  },
];

/** What speaks against the second line of a headline; asked under a title line only. */
export const headlineLineWeights: readonly Weight[] = [
  {
    id: 'line-goes-on',
    role: 'headline-line',
    of: 'above',
    why: 'The line above is open: a mark is not closed, or its words go on.',
    when: (place) => leftOpen(lineAbove(place)!),
    cost: 0,
    example: '# 让“老码头 ⏎ ▶# 活起来”',
  },
  {
    id: 'line-after-whole',
    role: 'headline-line',
    of: 'above',
    why: '强项目 稳投资 促发展 above is a headline by itself.',
    when: (place) => isWhole(lineAbove(place)!.text),
    cost: 3.7,
    example: '# 稳就业 惠民生 促发展 ⏎ ▶# 零工市场里的早班车',
  },
  {
    id: 'line-after-line',
    role: 'headline-line',
    of: 'above',
    why: 'Most headlines have one line.',
    when: otherwise,
    cost: 2.2,
    example: '# 柳编出海记 ⏎ ▶# 零工市场里的早班车',
  },
  {
    id: 'line-of-other-rank',
    role: 'headline-line',
    why: 'Lines of one headline have one rank.',
    when: (place) => stepDown(place) !== 0,
    cost: 0.8,
    example:
      '# 柳编出海记 ⏎ ▶## 零工市场里的早班车 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'line-dashed',
    role: 'headline-line',
    why: 'A dash begins a deck.',
    when: isDashed,
    cost: 4,
    example: '# 柳编出海记 ⏎ ▶——宁川县柳林镇柳编产业见闻',
  },
];

/** What speaks for or against a deck; asked under a title line only. */
export const deckWeights: readonly Weight[] = [
  {
    id: 'deck-dashed',
    role: 'deck',
    alone: true,
    why: 'A dash says so.',
    when: isDashed,
    cost: ({ says }) => says,
    example: '# 柳编出海记 ⏎ ▶——宁川县柳林镇柳编产业见闻',
  },
  {
    id: 'deck-undashed',
    role: 'deck',
    why: 'Half of what speaks against a title, and most headlines have no deck.',
    when: otherwise,
    cost: 2,
    example: '# 柳编出海记 ⏎ ▶宁川县柳林镇走出一条富民路',
  },
  {
    id: 'deck-day',
    role: 'deck',
    why: 'A day under the title of a calendar is the first of its days.',
    when: ({ shape }) => isDay(shape.text),
    cost: 4,
    example: '# Community calendar ⏎ ▶## Friday, July 19 ⏎ Bean supper, Grange Hall, 5 to 7 p.m.',
  },
  {
    id: 'deck-under-capitals',
    role: 'deck',
    why: 'FOOTBALL – DISTRICT over a line of news is its column.',
    when: (place) => isCapitalLabel(lineAbove(place)!, place.shape),
    cost: 2.5,
    example:
      "# FOOTBALL – DISTRICT ⏎ ▶## Varennes s'offre le leader au bout du suspense ⏎ Le stade de la Tuilerie a chaviré.",
  },
  {
    id: 'deck-below',
    role: 'deck',
    of: 'rank',
    why: 'A deck is of a lower rank than its headline.',
    when: (place) => stepDown(place) > 0,
    cost: -0.8,
    example:
      '# 柳编出海记 ⏎ ▶## 宁川县柳林镇走出一条富民路 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'deck-above',
    role: 'deck',
    of: 'rank',
    why: 'It is hardly ever of a higher one.',
    when: (place) => stepDown(place) < 0,
    cost: 1.5,
    example:
      '## 柳编出海记 ⏎ ▶# 宁川县柳林镇走出一条富民路 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'deck-beside',
    role: 'deck',
    of: 'rank',
    why: 'Tools give both one rank now and then.',
    when: otherwise,
    cost: 0.2,
    example: '# 柳编出海记 ⏎ ▶# 宁川县柳林镇走出一条富民路',
  },
  {
    id: 'deck-longer',
    role: 'deck',
    of: 'length',
    why: 'A deck is set smaller and says more than its headline.',
    when: (place) => place.shape.measure > lineAbove(place)!.measure * 1.15,
    cost: -0.4,
    example: '# 柳编出海记 ⏎ ▶宁川县柳林镇走出一条富民路',
  },
  {
    id: 'deck-shorter',
    role: 'deck',
    of: 'length',
    why: 'A shorter line is seldom one.',
    when: otherwise,
    cost: 0.4,
    example: '# 宁川县柳林镇走出一条富民路 ⏎ ▶柳编出海记',
  },
  {
    id: 'deck-tells-how',
    role: 'deck',
    why: 'What a deck calls the piece under it: 市行政审批服务局打造“全科窗口”纪实.',
    when: ({ shape }) =>
      shape.measure >= 10 &&
      /(?:纪实|见闻|侧记|综述|探访记?|走访记?|访谈|访谈录|掠影|启示录?|扫描|速写|巡礼|回眸|透视)$|^(?:研究|审议|部署|听取|传达|讨论).*(?:工作|事项|问题|报告|意见|精神)$/u.test(
        shape.text,
      ),
    cost: -1.4,
    example: '老参农的“新参谱” ⏎ ▶通岭县人参产业提质增效见闻',
  },
  {
    id: 'deck-under-whole',
    role: 'deck',
    why: '强项目 稳投资 促发展 above is a headline, a longer line under it its deck.',
    when: (place) => {
      const above = lineAbove(place)!;
      return (
        isWhole(above.text) && !isWhole(place.shape.text) && place.shape.measure > above.measure
      );
    },
    cost: -1.4,
    example: '# 稳就业 惠民生 促发展 ⏎ ▶# 零工市场里的“早班车”这样开出来',
  },
  {
    id: 'deck-under-column',
    role: 'deck',
    why: 'A few words over a line of many are its column.',
    when: (place) => {
      const { measure } = lineAbove(place)!;
      return measure <= 8 && place.shape.measure >= measure * 2.5;
    },
    cost: 0.5,
    example: '# 天气 ⏎ ▶# 未来三天秋高气爽',
  },
  {
    id: 'deck-under-lines',
    role: 'deck',
    why: 'In Latin letters a headline has two lines or three, and one line under it is its deck.',
    when: (place) =>
      place.page.script === 'latin' &&
      lineAbove(place)!.text.includes('\n') &&
      !place.shape.text.includes('\n'),
    cost: -1.2,
    example:
      'Smelt season opens\nwith thin catches ⏎ ▶Fishermen blame snow water ⏎ By DELBERT HOOD',
  },
  {
    id: 'deck-plain',
    role: 'deck',
    why: 'A line without a mark is likelier text, where the tool marks its titles.',
    when: ({ titled }) => !titled,
    cost: ({ page }) => (page.plainTitle < 1 ? 0.5 : 1),
    example: '柳编出海记 ⏎ ▶宁川县柳林镇走出一条富民路',
  },
];

/** What speaks against a column's label, beyond a fragment and a sentence; asked over a block only. */
export const labelWeights: readonly Weight[] = [
  {
    id: 'label-known',
    role: 'column-label',
    of: 'name',
    why: 'The paper has a column of that name.',
    when: ({ shape }) => shape.knownColumn === 'same',
    cost: 0,
    example: '▶民生直通车 ⏎ # 八座天桥装上了电梯',
  },
  {
    id: 'label-misread',
    role: 'column-label',
    of: 'name',
    why: "A column's name with a glyph misread.",
    when: ({ shape }) => shape.knownColumn === 'misread',
    cost: 0.1,
    example: '▶民牛直通车 ⏎ # 八座天桥装上了电梯',
  },
  {
    id: 'label-capitals',
    role: 'column-label',
    of: 'name',
    why: 'A few words in capitals over a longer line that is not: FOOTBALL – DISTRICT.',
    when: ({ shape, after }) => isCapitalLabel(shape, after!),
    cost: 0.4,
    example:
      "▶# FOOTBALL – DISTRICT ⏎ ## Varennes s'offre le leader au bout du suspense ⏎ Le stade de la Tuilerie a chaviré.",
  },
  {
    id: 'label-part',
    role: 'column-label',
    of: 'name',
    why: "A part's number stands behind a column's name.",
    when: ({ shape }) => shape.part !== undefined,
    cost: 0.2,
    example: '▶民生实事“回头看”② ⏎ # 八座天桥装上了电梯',
  },
  {
    id: 'label-repeated',
    role: 'column-label',
    of: 'name',
    why: 'Words that stand over two items are a column.',
    when: isRepeated,
    cost: 0.2,
    example: '▶# 宁川这十年 ⏎ # 老街巷换上新筋骨 ⏎ # 宁川这十年',
  },
  {
    id: 'label-words',
    role: 'column-label',
    of: 'name',
    why: "How unlike a column's its words are; an unfinished line is none.",
    when: otherwise,
    cost: ({ shape }) => labelCost(shape.text, shape.halfBold) + (shape.unfinished ? 1 : 0),
    example: '▶宁川漫笔 ⏎ # 四代人的同一个码头',
  },
  {
    id: 'label-says-otherwise',
    role: 'column-label',
    why: 'A byline, a folio or a jump line says what it is.',
    when: ({ says }) => says > 0,
    cost: ({ says }) => says,
    example: '▶■ 本报记者 沈知秋 ⏎ # 四代人的同一个码头',
  },
  {
    id: 'label-signed',
    role: 'column-label',
    why: '■ 本报记者 沈知秋 says whose name it is, unless a column is called so.',
    when: ({ shape }) => shape.byline?.strength === 'strong' && shape.knownColumn !== 'same',
    cost: 4,
    example: '▶■ 本报记者 沈知秋 ⏎ # 四代人的同一个码头',
  },
  {
    id: 'label-notice',
    role: 'column-label',
    why: "AVIS D'OBSÈQUES is the title of its notice, whatever place or name stands under it.",
    when: ({ shape }) =>
      isNoticeTitle(shape.text) && !/\p{Script=Han}|\p{Script=Hiragana}/u.test(shape.text),
    cost: 4.5,
    example: "▶AVIS D'OBSÈQUES ⏎ LANVÉZAC – KERBIHAN ⏎ Mme Yvonne Le Dantec, son épouse ;",
  },
  {
    id: 'label-weekly',
    role: 'column-label',
    why: '教育周刊 第12期 at the head of a page is its name.',
    when: ({ shape, index }) => index === 0 && shape.folioKind === 'strong',
    cost: 2,
    example: '▶教育周刊 第12期 ⏎ # 八座天桥装上了电梯',
  },
  {
    id: 'label-over-category',
    role: 'column-label',
    why: 'CLASSIFIEDS over HELP WANTED, a calendar over its first day is the headline of them all.',
    when: ({ after, shape }) =>
      after !== undefined &&
      (isDay(after.text) ||
        (isAdvertCategory(after.text) && /classified|anzeigen|annonces/iu.test(shape.text))),
    cost: 4,
    example: '▶# CLASSIFIEDS ⏎ ## HELP WANTED ⏎ COOK, weekends, must be dependable.',
  },
  {
    id: 'label-tells-news',
    role: 'column-label',
    why: '我县中考成绩公布 happened once: no column is called so.',
    when: (place) => tellsItsNews(place.shape.text) && !isColumnByWords(place),
    cost: 0.6,
    example: '▶我县早班船昨日开航 ⏎ 宁川水运六十年走过了一条路',
  },
  {
    id: 'label-letter',
    role: 'column-label',
    why: '敬启 closes a letter or a notice.',
    when: ({ shape }) => isClosingFormula(shape.text),
    cost: 5,
    example: '申建国 路晓云 ⏎ ▶敬启 ⏎ 迁址通知',
  },
  {
    id: 'label-notice-over-text',
    role: 'column-label',
    why: '鸣谢 over a sentence, a salutation or lines of a list is the title of that text.',
    when: ({ shape, after }) =>
      isNoticeTitle(shape.text) &&
      after !== undefined &&
      !after.heading &&
      !after.bold &&
      (after.ended ||
        after.measure > 24 ||
        after.block.list !== undefined ||
        isSalutation(after.text)),
    cost: 3,
    example: '▶贺喜 ⏎ 热烈祝贺渡口小学建校六十周年！ ⏎ 校友会',
  },
  {
    id: 'label-ends-letter',
    role: 'column-label',
    why: 'Under a letter a plain line before the next title signs it, on a page whose titles are marked.',
    when: (place) => !place.titled && place.page.plainTitle > 1 && endsLetter(place),
    cost: 3,
    example:
      '# 回信 ⏎ 小渡同学： ⏎ 早班船六点开出，你带上书，坐在窗边就好，什么也不用怕。 ⏎ ▶愿意听你说话的江渡 ⏎ # 四代人的同一个码头',
  },
  {
    id: 'label-of-listing',
    role: 'column-label',
    why: 'A title over channels or firms stands with them in one item.',
    when: ({ page, index }) => page.listings.get(index) === 'title',
    cost: 3,
    example:
      '▶# 今晚荧屏 ⏎ ## 码头电视台一套 ⏎ 18:30 本地新闻 ⏎ 19:40 戏曲大舞台 ⏎ ## 码头电视台二套 ⏎ 18:00 动画片 ⏎ 20:10 译制片',
  },
  {
    id: 'label-dashed',
    role: 'column-label',
    why: 'A dash begins a deck.',
    when: isDashed,
    cost: 5,
    example: '▶——评《大河去处》 ⏎ ■ 白小乐',
  },
  {
    id: 'label-lead-in',
    role: 'column-label',
    why: '本报讯 opens a text.',
    when: ({ shape }) => shape.opensNews,
    cost: 5,
    example:
      '▶本报讯（记者 陶望舒）11月21日，宁川至海州城际公交开通运营。 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
];

/** What speaks for or against a kicker; asked over a block only. */
export const kickerWeights: readonly Weight[] = [
  {
    id: 'kicker',
    role: 'kicker',
    why: 'Seven tenths of what speaks against a title, and few headlines have a kicker.',
    when: otherwise,
    cost: 1.5,
    example: '▶宁川港开港六十周年 ⏎ # 四代人的同一个码头',
  },
  {
    id: 'kicker-below',
    role: 'kicker',
    of: 'rank',
    why: 'A kicker is of a lower rank than the headline under it.',
    when: (place) => stepTo(place) < 0,
    cost: -0.7,
    example:
      '▶## 宁川港开港六十周年 ⏎ # 四代人的同一个码头 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'kicker-above',
    role: 'kicker',
    of: 'rank',
    why: 'It is seldom of a higher one.',
    when: (place) => stepTo(place) > 0,
    cost: 0.7,
    example:
      '▶# 宁川港开港六十周年 ⏎ ## 四代人的同一个码头 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'kicker-of-other-hands',
    role: 'kicker',
    of: 'rank',
    why: 'Papers in Latin letters, traditional characters and kana set a deck under the headline, and no second line over it.',
    when: ({ page }) => page.script !== 'han-simplified',
    cost: 1.8,
    example: '▶Smelt season opens with thin catches ⏎ Fishermen blame snow water ⏎ By DELBERT HOOD',
  },
  {
    id: 'kicker-full',
    role: 'kicker',
    of: 'words',
    why: 'A kicker says when, where or who: nine characters or more.',
    when: ({ shape }) => shape.measure >= 9,
    cost: -0.3,
    example: '▶宁川港开港六十周年 ⏎ # 四代人的同一个码头',
  },
  {
    id: 'kicker-few-words',
    role: 'kicker',
    of: 'words',
    why: 'Fewer are likelier a label.',
    when: otherwise,
    cost: 0.6,
    example: '▶宁川漫笔 ⏎ # 四代人的同一个码头',
  },
  {
    id: 'kicker-longer',
    role: 'kicker',
    of: 'length',
    why: 'It is set smaller than its headline, and may be longer.',
    when: ({ shape, after }) => shape.measure > after!.measure * 1.1,
    cost: -0.2,
    example: '▶宁川港开港六十周年系列活动启动 ⏎ # 同一个码头',
  },
  {
    id: 'kicker-shorter',
    role: 'kicker',
    of: 'length',
    why: 'A shorter one says little either way.',
    when: otherwise,
    cost: 0.1,
    example: '▶宁川漫笔 ⏎ # 四代人的同一个码头',
  },
  {
    id: 'kicker-part',
    role: 'kicker',
    why: "A part's number stands behind a column's name.",
    when: ({ shape }) => shape.part !== undefined,
    cost: 2,
    example: '▶民生实事“回头看”② ⏎ 八座天桥装上了电梯',
  },
  {
    id: 'kicker-unfinished',
    role: 'kicker',
    why: 'A line that goes on is the first of a headline.',
    when: ({ shape }) => shape.unfinished,
    cost: 1,
    example: '▶端午前的粽子香 ⏎ 林海波',
  },
  {
    id: 'kicker-reports',
    role: 'kicker',
    of: 'reports',
    why: '市委书记在调研时强调 stands over what was said.',
    when: ({ shape }) => reported.test(shape.text),
    cost: -1.5,
    example: '▶市委书记在宁川港调研时强调 ⏎ # 把老码头办成新港口',
  },
  {
    id: 'kicker-from-to',
    role: 'kicker',
    of: 'reports',
    why: '从……到…… leads to what the headline tells.',
    when: ({ shape }) => /^从.+到/u.test(shape.text),
    cost: -0.4,
    example: '▶从“靠天吃饭”到“知天而作” ⏎ # 淮陵把气象站搬进大棚',
  },
  {
    id: 'kicker-column',
    role: 'kicker',
    why: 'A short line that tells no news, or has the words of a column, is a label.',
    when: (place) =>
      place.shape.measure <= 16 && (!tellsNews(place.shape.text) || isColumnByWords(place)),
    cost: 0.7,
    example: '▶宁川漫笔 ⏎ # 四代人的同一个码头',
  },
  {
    id: 'kicker-over-deck',
    role: 'kicker',
    why: 'A deck follows a headline, and no kicker.',
    when: ({ after }) => /^(?:——|──)/u.test(after!.text),
    cost: 3,
    example: '▶柳编出海记 ⏎ ——宁川县柳林镇柳编产业见闻',
  },
  {
    id: 'kicker-known-column',
    role: 'kicker',
    why: 'The paper has a column of that name.',
    when: ({ shape }) => shape.knownColumn === 'same',
    cost: 4,
    example: '▶民生直通车 ⏎ # 八座天桥装上了电梯',
  },
  {
    id: 'kicker-dashed',
    role: 'kicker',
    why: 'A dash begins a deck.',
    when: isDashed,
    cost: 5,
    example: '▶——评《大河去处》 ⏎ ■ 白小乐',
  },
];

/** What speaks against a standfirst. */
export const standfirstWeights: readonly Weight[] = [
  {
    id: 'standfirst-over-guide',
    role: 'standfirst',
    of: 'words',
    why: "核心提示 over another page's titles is no standfirst.",
    when: ({ shape, after }) => shape.standfirst && after?.guide === true,
    cost: 6,
    example: '▶内容提要 ⏎ 大闸蟹“爬”上高铁 >>5版',
  },
  {
    id: 'standfirst-after-text',
    role: 'standfirst',
    of: 'words',
    why: '编者按 alone, behind a text and who signs it, stands over a note of its own.',
    when: ({ shape, before, shapes, index }) =>
      shape.standfirst &&
      shape.measure <= 5 &&
      (before?.ended === true ||
        (before?.byline?.strength === 'weak' && shapes[index - 2]?.ended === true)),
    cost: 4,
    example: '孩子走路都要绕开。 ⏎ 西街居民 曾凡玉 ⏎ ▶**编者按** ⏎ 来信反映的问题已转市政管理处。',
  },
  {
    id: 'standfirst-words',
    role: 'standfirst',
    of: 'words',
    why: '编者按, 核心提示 and the like open it.',
    when: ({ shape }) => shape.standfirst,
    cost: 0,
    example: '▶编者按：渡口的早班船开了六十年。',
  },
  {
    id: 'standfirst-set-apart',
    role: 'standfirst',
    of: 'words',
    why: 'A sentence or more that is set apart as titles are.',
    when: ({ shape }) => (shape.bold || shape.heading) && shape.measure > 30 && shape.ended,
    cost: 0.8,
    example:
      '▶## 从前，青墩米走公路，到沿海要三天半；如今走铁路，只要二十九个小时。 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'standfirst-unsaid',
    role: 'standfirst',
    of: 'words',
    why: 'Nothing says so.',
    when: otherwise,
    cost: 6,
    example: '▶码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
];

/** A line that only points is a label: what it costs to take it for a headline. */
export const pointingWeights: readonly Weight[] = [
  {
    id: 'headline-pointing',
    role: 'headline',
    why: '△ before a line says only that it belongs to a neighbour.',
    when: isPointing,
    cost: 2,
    example: '▶△ 四代人的同一个码头',
  },
];
