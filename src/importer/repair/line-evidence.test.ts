import { expect, test } from 'vitest';
import {
  decideColumnWidth,
  endsOfEvenLines,
  isFull,
  isIndented,
  isShort,
  printedLines,
  widthInHan,
  showsFlushParagraphs,
} from './line-evidence.ts';

test.each([
  ['渡口修好了', 5],
  ['渡口 修好\n了', 5],
  ['2024年5月', 4.5],
  ['他说"好"', 5],
  ["它的'名'·字", 7],
  ['App下载，3.5万', 7],
  ['𠮷野家', 3],
  ['', 0],
])('%j is printed %d characters wide', (text, width) => {
  expect(widthInHan(text)).toBe(width);
});

test.each([
  ['渡口 修好了', ['渡口', '修好了']],
  ['本报讯（记者 张三 通讯员 李四）渡口 修好了', ['本报讯（记者 张三 通讯员 李四）渡口', '修好了']],
  [
    '新华社北京5月6日电 （记者张三）渡口\n修好了',
    ['新华社北京5月6日电 （记者张三）渡口', '修好了'],
  ],
  [' 渡口', [' 渡口']],
  ['', []],
])('%j has the lines %j', (text, lines) => {
  expect(printedLines(text).map(({ start, end }) => text.slice(start, end))).toEqual(lines);
});

/** Lines of the widths given, joined with a blank as some tools do. */
const joined = (...widths: readonly number[]): string =>
  widths.map((width) => '字'.repeat(width)).join(' ');

test.each([
  [[12, 14, 14, 14, 5], 14],
  [[12, 14, 5], undefined],
  [[12, 14, 14, 5], 14],
  [[12, 14, 15, 16, 5], 15],
  [[12, 14, 17, 5], undefined],
  [[12, 20, 20, 11, 11, 5], 20],
  [[12, 11, 11, 20, 20, 5], 20],
  [[12, 14, 14, 20, 26, 32, 38, 5], undefined],
  [[12, 5, 5, 5, 5], undefined],
  [[12, 6, 6, 5], 6],
  [[12, 45, 45, 5], 45],
  [[12, 46, 46, 5], undefined],
])('lines of %j tell a column of %s', (widths, column) => {
  expect(decideColumnWidth([joined(...widths)])).toBe(column);
});

test('several texts tell of one column', () => {
  expect(decideColumnWidth([joined(12, 14, 5), joined(12, 14, 5)])).toBe(14);
});

test('paragraphs begin flush where three full first lines say so, and hardly one is indented', () => {
  const flush = joined(14, 14, 14, 14, 5);
  const indented = joined(12, 14, 14, 14, 5);
  const led = `本报讯（记者 张三）${'字'.repeat(4)} ${joined(14, 14, 14, 5)}`;
  expect(showsFlushParagraphs([flush, flush, flush])).toBe(true);
  expect(showsFlushParagraphs([flush, flush])).toBe(false);
  expect(showsFlushParagraphs([flush, flush, flush, indented])).toBe(false);
  expect(showsFlushParagraphs([...Array<string>(5).fill(flush), indented])).toBe(true);
  expect(showsFlushParagraphs([indented, indented, indented])).toBe(false);
  expect(showsFlushParagraphs([led, led, led])).toBe(true);
  expect(showsFlushParagraphs(['没有空格的一段', '', flush])).toBe(false);
  expect(
    showsFlushParagraphs([joined(13, 14, 14, 5), joined(13, 14, 14, 5), joined(13, 14, 14, 5)]),
  ).toBe(false);
});

test.each([
  [joined(14, 14, 5), [14, 29]],
  [joined(12, 14, 14, 5), [12, 27, 42]],
  [joined(14, 5), []],
  [joined(14, 9, 3, 20, 5), []],
  [joined(14, 14, 14, 3, 5), [14, 29, 44]],
  [`${'字'.repeat(10)}2024 ${'字'.repeat(12)} ${'字'.repeat(12)} 完`, [14, 27, 40]],
  [`${'字'.repeat(10)}2024 ${'字'.repeat(14)} ${'字'.repeat(14)} 完`, [14, 29, 44]],
])('%s has line ends at %j', (text, ends) => {
  expect([...endsOfEvenLines(text)]).toEqual(ends);
});

test('a line is full, indented or short by what it lacks of its column', () => {
  const widths = [10, 11, 11.5, 12, 12.5, 13, 14, 15, 15.5];
  const say = (width: number): string =>
    [
      isFull(width, 14) && 'full',
      isIndented(width, 14) && 'indented',
      isShort(width, 14) && 'short',
    ]
      .filter((one) => one !== false)
      .join(' ');
  expect(widths.map((width) => `${width} ${say(width)}`.trim())).toEqual([
    '10 short',
    '11 indented short',
    '11.5 indented',
    '12 indented',
    '12.5 indented',
    '13 full',
    '14 full',
    '15 full',
    '15.5',
  ]);
});
