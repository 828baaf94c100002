/** What a module looks like once it has a width. Lengths in em of the text, areas in square em. */
export interface ModuleFacts {
  readonly isLead: boolean;
  readonly hasHeadline: boolean;
  readonly tracks: number;
  readonly sheetTracks: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  /** Of a text column. */
  readonly measure: number;
  /** In one column, the longest. */
  readonly textLines: number;
  /** Lines that the shorter columns lack. */
  readonly raggedLines: number;
  readonly headlineSize: number;
  readonly headlineLines: number;
  /** The widest line of the headline through the width it has. */
  readonly headlineFill: number;
  readonly isVertical: boolean;
  /** Beside pictures that are as high as they may be and narrower than the module. */
  readonly besidePictures: number;
  /** Beside a text that is too short for all columns of its module. */
  readonly besideText: number;
  /** Of the width of the printed page, where it is known (zones of a scan). */
  readonly printedShare?: number | undefined;
}

/** Two blocks side by side. */
export interface RowFacts {
  /** White below the lower of them that no head takes up. */
  readonly blankArea: number;
  /** White that the heads take up: planned, but white. */
  readonly stretchArea: number;
  /** The headlines that meet at the top of the cut; absent where one of them has none there. */
  readonly meeting?: readonly [HeadlineLook, HeadlineLook] | undefined;
  /** Modules on the left from which the eye goes back to the top. */
  readonly modulesOnLeft: number;
}

export interface HeadlineLook {
  readonly size: number;
  readonly face: string;
  readonly isEnclosed: boolean;
}

/** A cut through a run of articles. */
export interface CutFacts {
  /** It parts two articles of a column while others, of no part in it, stand with one of them. */
  readonly tearsColumn: boolean;
  /** On the printed page the two parts are cut the other way, where that is known. */
  readonly againstPrint?: boolean | undefined;
}

export interface SheetFacts {
  /** Height through width. */
  readonly proportion: number;
}

interface CostRow<Kind extends string, Facts> {
  readonly id: string;
  readonly of: Kind;
  readonly why: string;
  /** Square em of white that one unit is as bad as. */
  readonly weight: number;
  readonly cost: (facts: Facts) => number;
  /** Facts, and what the row says of them before weighing; read by the test. */
  readonly example: { readonly facts: Partial<Facts>; readonly cost: number };
}

type ModuleCost = CostRow<'module', ModuleFacts>;
type RowCost = CostRow<'row', RowFacts>;
type CutCost = CostRow<'cut', CutFacts>;
type SheetCost = CostRow<'sheet', SheetFacts>;

const over = (value: number, limit: number): number => Math.max(0, value - limit);

/** What is weighed of a module by itself. */
export const moduleCosts: readonly ModuleCost[] = [
  {
    id: 'ragged',
    of: 'module',
    why: '各栏不齐：末栏短几行，就是几行的空白',
    weight: 1.2,
    cost: ({ raggedLines, measure }) => raggedLines * measure * 1.6,
    example: { facts: { raggedLines: 2, measure: 14 }, cost: 44.8 },
  },
  {
    id: 'long-measure',
    of: 'module',
    why: '一行超过十七字，眼睛换行时容易串行；破栏可以，宽到二十三字为止',
    weight: 2,
    cost: ({ measure, textLines, columns }) => over(measure, 17) * Math.sqrt(textLines * columns),
    example: { facts: { measure: 19, textLines: 8, columns: 2 }, cost: 8 },
  },
  {
    id: 'narrow-measure',
    of: 'module',
    why: '一行不足十三字，标点一多就排不匀',
    weight: 1,
    cost: ({ measure, textLines, columns }) => over(13, measure) * textLines * columns,
    example: { facts: { measure: 12, textLines: 10, columns: 2 }, cost: 20 },
  },
  {
    id: 'short-legs',
    of: 'module',
    why: '一栏只有三四行，题压着文，像没有写完',
    weight: 8,
    cost: ({ columns, textLines }) => (columns > 1 ? over(5, textLines) * (columns - 1) : 0),
    example: { facts: { columns: 3, textLines: 3 }, cost: 4 },
  },
  {
    id: 'long-legs',
    of: 'module',
    why: '一栏长到四十行以上，读者找不到下一栏的头',
    weight: 3,
    cost: ({ textLines, columns }) => over(textLines, 40) * columns,
    example: { facts: { textLines: 50, columns: 1 }, cost: 10 },
  },
  {
    id: 'headline-stack',
    of: 'module',
    why: '横题一两行最好，单栏三行为限；再多就不是题，是一段文字',
    weight: 40,
    cost: ({ headlineLines, columns, isVertical }) =>
      isVertical ? 0 : over(headlineLines, columns === 1 ? 2.5 : 1.5) ** 2,
    example: { facts: { headlineLines: 3, columns: 2, isVertical: false }, cost: 2.25 },
  },
  {
    id: 'headline-lost',
    of: 'module',
    why: '一行短题摆在几栏当中，两边空着，轻重就看不出来',
    weight: 1,
    cost: ({ headlineFill, width, headlineSize, hasHeadline, isVertical }) =>
      hasHeadline && !isVertical ? over(0.55, headlineFill) * width * headlineSize : 0,
    example: {
      facts: {
        headlineFill: 0.3,
        width: 40,
        headlineSize: 2,
        hasHeadline: true,
        isVertical: false,
      },
      cost: 20,
    },
  },
  {
    id: 'weak-lead',
    of: 'module',
    why: '头条至少占版心的一半宽',
    weight: 90,
    cost: ({ isLead, tracks, sheetTracks }) => (isLead ? over(sheetTracks / 2, tracks) : 0),
    example: { facts: { isLead: true, tracks: 4, sheetTracks: 12 }, cost: 2 },
  },
  {
    id: 'wide-minor',
    of: 'module',
    why: '头条以外的文章横贯全版，就和头条争第一',
    weight: 30,
    cost: ({ isLead, tracks, sheetTracks }) => (isLead ? 0 : over(tracks, sheetTracks * 0.6)),
    example: { facts: { isLead: false, tracks: 10, sheetTracks: 12 }, cost: 2.8 },
  },
  {
    id: 'flat-strip',
    of: 'module',
    why: '又扁又长的一条不像文章，像通栏广告',
    weight: 12,
    cost: ({ width, height }) => over(width / height, 4.5),
    example: { facts: { width: 60, height: 10 }, cost: 1.5 },
  },
  {
    id: 'thin-tower',
    of: 'module',
    why: '又窄又高的一条把版面劈开',
    weight: 20,
    cost: ({ width, height }) => over(height / width, 3.2),
    example: { facts: { width: 14, height: 70 }, cost: 1.8 },
  },
  {
    id: 'picture-lost',
    of: 'module',
    why: '图片窄、版块宽，图的两边空着',
    weight: 0.6,
    cost: ({ besidePictures }) => besidePictures,
    example: { facts: { besidePictures: 40 }, cost: 40 },
  },
  {
    id: 'text-lost',
    of: 'module',
    why: '文短版块宽，文的两边空着',
    weight: 0.6,
    cost: ({ besideText }) => besideText,
    example: { facts: { besideText: 30 }, cost: 30 },
  },
  {
    id: 'vertical-headline',
    of: 'module',
    why: '竖题是点缀，一版一两处；多了横竖相争',
    weight: 50,
    cost: ({ isVertical }) => (isVertical ? 1 : 0),
    example: { facts: { isVertical: true }, cost: 1 },
  },
  {
    id: 'printed-width',
    of: 'module',
    why: '报上占多宽，也占多宽：有扫描图的版，照原来的样子',
    weight: 150,
    cost: ({ tracks, sheetTracks, printedShare }) =>
      printedShare === undefined ? 0 : over(Math.abs(tracks / sheetTracks - printedShare), 0.06),
    example: { facts: { tracks: 6, sheetTracks: 12, printedShare: 0.24 }, cost: 0.2 },
  },
];

/** What is weighed of two blocks side by side. */
export const rowCosts: readonly RowCost[] = [
  {
    id: 'blank',
    of: 'row',
    why: '一块比邻块短，下面空出来的就是窟窿',
    weight: 3,
    cost: ({ blankArea }) => blankArea,
    example: { facts: { blankArea: 30 }, cost: 30 },
  },
  {
    id: 'stretched',
    of: 'row',
    why: '题上题下多留一点白可以，能不留就不留',
    weight: 0.8,
    cost: ({ stretchArea }) => stretchArea,
    example: { facts: { stretchArea: 12 }, cost: 12 },
  },
  {
    id: 'tombstone',
    of: 'row',
    why: '两条一样字号、一样字体的题并肩而立，读者会连成一句（碰题）',
    weight: 45,
    cost: ({ meeting }) => {
      if (meeting === undefined) return 0;
      const [left, right] = meeting;
      if (left.isEnclosed !== right.isEnclosed) return 0;
      const ratio = Math.max(left.size, right.size) / Math.min(left.size, right.size);
      return over(1.4, ratio) * 2.5 * (left.face === right.face ? 1 : 0.5);
    },
    example: {
      facts: {
        meeting: [
          { size: 2, face: 'song', isEnclosed: false },
          { size: 2, face: 'song', isEnclosed: false },
        ],
      },
      cost: 1,
    },
  },
  {
    id: 'long-return',
    of: 'row',
    why: '左边叠了许多篇再回到右上，阅读次序就断了',
    weight: 10,
    cost: ({ modulesOnLeft }) => over(modulesOnLeft, 3),
    example: { facts: { modulesOnLeft: 5 }, cost: 2 },
  },
];

/** What is weighed of every cut, of either direction. */
export const cutCosts: readonly CutCost[] = [
  {
    id: 'torn-column',
    of: 'cut',
    why: '同一栏目的几篇要在一起',
    weight: 200,
    cost: ({ tearsColumn }) => (tearsColumn ? 1 : 0),
    example: { facts: { tearsColumn: true }, cost: 1 },
  },
  {
    id: 'printed-cut',
    of: 'cut',
    why: '报上左右相邻的仍左右相邻，上下相接的仍上下相接：有扫描图的版，照原来的样子',
    weight: 60,
    cost: ({ againstPrint }) => (againstPrint === true ? 1 : 0),
    example: { facts: { againstPrint: true }, cost: 1 },
  },
];

/** What is weighed of the whole sheet. */
export const sheetCosts: readonly SheetCost[] = [
  {
    id: 'proportion',
    of: 'sheet',
    why: '一版竖着看，高不过宽的一倍半',
    weight: 400,
    cost: ({ proportion }) => over(proportion, 1.5),
    example: { facts: { proportion: 1.75 }, cost: 0.25 },
  },
];

/** Every row: for the documents, the tests and the preview of `astro dev`. */
export const compositionCosts = [...moduleCosts, ...rowCosts, ...cutCosts, ...sheetCosts] as const;

/** The weighed sum of the rows of one kind. */
export function sumCosts<Facts>(
  rows: readonly { readonly weight: number; readonly cost: (facts: Facts) => number }[],
  facts: Facts,
): number {
  let sum = 0;
  for (const { weight, cost } of rows) sum += weight * cost(facts);
  return sum;
}
