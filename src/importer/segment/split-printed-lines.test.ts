import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInColumn, splitPrintedLines, surveyColumns } from './split-printed-lines.ts';

/** Sets text as a column does: two characters of indent, taken off again, marks hanging by one. */
function setLines(text: string, width: number, indent = 2): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    const room = lines.length === 0 ? width - indent : width;
    if (line.length >= room && !/[，。、；：]/u.test(character)) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}

const paragraphs = [
  '清河镇今年新修了三条通村公路，村民们再也不用为卖菜发愁。过去一到雨天，菜车就陷在泥里出不来。',
  '镇里的农技员老周告诉记者，路通以后，合作社把冷库建到了地头，当天采的菜当天就能运进城。',
  '“去年一亩地多卖了两千块。”种菜大户方嫂说，她打算明年再包二十亩地，种上新品种的番茄。',
  '镇政府还请来专家开办夜校，教大家用手机卖菜、看行情，几个月下来已有三百多人学会了开网店。',
];

const textsOf = (lines: readonly string[]): string[] =>
  splitPrintedLines(lines).map(({ start, end }) => lines.slice(start, end).join(''));

describe('splitPrintedLines', () => {
  test.each([13, 14, 15, 16, 17])('paragraphs in a column of %i characters', (width) => {
    const lines = paragraphs.flatMap((text) => setLines(text, width));
    expect(textsOf(lines)).toEqual(paragraphs);
  });

  test('a tool, or a paper, that sets no indent', () => {
    const lines = paragraphs.flatMap((text) => setLines(text, 16, 0));
    expect(textsOf(lines)).toEqual(paragraphs);
  });

  test('a tool that wraps at so many characters, figures counted like Han', () => {
    const texts = [
      '2023年全镇新修公路120公里，比2022年多修38.5公里，有16个村第1次通上了班车。',
      '截至11月30日，合作社卖出番茄1250吨、黄瓜860吨，收入1960万元，同比增长12.6%。',
      '预计到2025年，冷库会从3座增加到9座，可以存放菜品4500吨，损耗下降到5%以下。',
    ];
    const lines = texts.flatMap((text) => text.match(/.{1,14}/gu)!);
    expect(textsOf(lines)).toEqual(texts);
  });

  test('one wide caption says nothing of the columns beside it', () => {
    const caption =
      '12月5日，菜农在清河镇新修的冷库前装车。今年以来，镇里修通三条公路，当天采的菜当天就能运进城。';
    const lines = [caption, ...paragraphs.flatMap((text) => setLines(text, 16))];
    expect(textsOf(lines)).toEqual([caption, ...paragraphs]);
  });

  test('nothing goes on behind a jump line or a photographer', () => {
    const texts = [
      `${paragraphs[1]!}（下转第三版）`,
      '12月5日，菜农在清河镇新修的冷库前装车。 本报记者 方小满 摄',
      '12月6日，镇里的农技员在夜校教村民看行情。 通讯员 容若溪 摄',
      paragraphs[0]!,
    ];
    const lines = texts.flatMap((text, at) => setLines(text, 16, at === 1 || at === 2 ? 0 : 2));
    expect(textsOf(lines)).toEqual(texts);
  });

  test('two notices, each signed and dated', () => {
    const notice = '因线路检修，定于1月9日8时至18时对清河镇停电，由此给您带来的不便敬请谅解。';
    const lines = [
      '停电公告',
      ...setLines(notice, 12),
      '临海市清河镇供电公司',
      '2024年1月8日',
      '关于公开征集路名的公告',
      ...setLines(notice, 22),
      '临海市清河镇供电公司',
      '2024年1月8日',
    ];
    const signed = [notice, '临海市清河镇供电公司', '2024年1月8日'];
    expect(textsOf(lines)).toEqual(['停电公告', ...signed, '关于公开征集路名的公告', ...signed]);
  });

  test('a headline over its lead-in, and columns of two widths', () => {
    const first = `本报讯（记者 方小满）${paragraphs[0]!}`;
    const second = `本报讯（记者 容若溪）${paragraphs[2]!}`;
    const lines = [
      '三条公路修到家门口',
      ...setLines(first, 14),
      ...setLines(paragraphs[1]!, 14),
      '番茄新品种明年下地　方嫂再包二十亩',
      ...setLines(second, 17),
      ...setLines(paragraphs[3]!, 17),
    ];
    expect(textsOf(lines)).toEqual([
      '三条公路修到家门口',
      first,
      paragraphs[1],
      '番茄新品种明年下地　方嫂再包二十亩',
      second,
      paragraphs[3],
    ]);
  });

  test('a caption ends with its photographer, though a printed line ends within the name', () => {
    const caption = '11月20日，社员在大棚里给草莓苗培土。 通讯员 乐正源 摄';
    const lines = [
      ...setLines(paragraphs[1]!, 14),
      ...setLines(caption, 14),
      '一线见闻',
      ...setLines(paragraphs[2]!, 14),
    ];
    expect(textsOf(lines)).toEqual([paragraphs[1], caption, '一线见闻', paragraphs[2]]);
  });

  test('a deck set in one line is no part of the text below it', () => {
    const lines = [
      '三条公路修到家门口',
      '——清河镇见闻',
      ...setLines(paragraphs[0]!, 14),
      ...setLines(paragraphs[1]!, 14),
    ];
    expect(textsOf(lines)).toEqual([
      '三条公路修到家门口',
      '——清河镇见闻',
      paragraphs[0],
      paragraphs[1],
    ]);
  });

  test('the first line of a paragraph is no headline, though it ends in a comma', () => {
    const lines = setLines('今年以来，全镇开出夜校一百多场，听课的人一场比一场多。', 7);
    expect(textsOf(lines)).toEqual([lines.join('')]);
  });

  test('a last line that fills the column by chance, where the words leave it open', () => {
    // 14 characters, as wide as the column: only words and the indent below tell.
    const lines = [
      '水库开闸放水以后，下游各村都接',
      '到了通知，渠道沿线安排了专人看守。',
      '他说，今年的水比去年足了三成。',
      '明年还会再多一些。',
    ];
    const unsure = splitPrintedLines(lines).flatMap((run) => run.unsure ?? []);
    expect(unsure).not.toEqual([]);
  });

  test('a few lines of a column are told from verse by the page', () => {
    const page = [...paragraphs, ...paragraphs].flatMap((text) => [...setLines(text, 14), '']);
    const columns = surveyColumns(page, 'han-simplified');
    expect(columns.indented).toBeGreaterThan(columns.flush);
    expect(isInColumn(setLines(paragraphs[1]!, 14).slice(0, 3), columns)).toBe(true);
    expect(isInColumn(['山高月小', '水落石出', '曾日月之几何'], columns)).toBe(false);
  });

  test('every line is in one run, in order', () => {
    const line = fc.oneof(
      fc.constantFrom(...paragraphs.flatMap((text) => setLines(text, 14))),
      fc.string({ unit: fc.constantFrom(...'甲乙，。“”（）1a ——'), minLength: 1, maxLength: 40 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const runs = splitPrintedLines(lines);
        expect(
          runs.flatMap(({ start, end }) =>
            Array.from({ length: end - start }, (_, at) => start + at),
          ),
        ).toEqual(lines.map((_, at) => at));
      }),
      { numRuns: 200 },
    );
  });
});

test('the line of the page’s editors stands alone before a headline', () => {
  const lines = [
    '编辑/赖超怡 版式/邹健 校对/何洁欣',
    '旧书市集周末回到文庙广场',
    '停办两年的旧书市集本周末将在文庙广',
    '场重新开市，预计有六十多家书摊参加，市',
    '民可以带书交换。',
  ];
  expect(splitPrintedLines(lines)[0]).toMatchObject({ start: 0, end: 1 });
});
