/**
 * Where a repair's limits lie: one text, set or worn step by step, and what the repair makes of each
 * step. A table reads from left to right over a limit; the words beside it name the two sides.
 */
import { expect, test } from 'vitest';
import { readBlocks } from './repair-examples.ts';
import { repairBlocks } from './repair-blocks.ts';
import { repairs } from './repairs.ts';

import type { RepairContext } from './repair.ts';

/** What one repair makes of blocks in the notation of the examples, and what it says of them. */
function run(id: string, text: string, context: Partial<RepairContext> = {}) {
  const repair = repairs.find((one) => one.id === id)!;
  const { blocks, notes } = repairBlocks(
    readBlocks(text),
    repair.stage,
    { script: repair.scripts[0]!, ...context },
    [repair],
  );
  const after = blocks.map(({ type, text }) => (type === 'heading' ? `# ${text}` : text));
  return { text: after.join(' ⏎ '), notes };
}

/** A table: what each row and column give together. The row's number stands before it, its text behind. */
function sheet<Row extends string | number | boolean | undefined, Column>(
  rows: readonly Row[],
  columns: readonly Column[],
  cell: (row: Row, column: Column) => string,
): string {
  const isText = typeof rows[0] === 'string';
  const lines = rows.map((row) => {
    const cells = columns.map((column) => cell(row, column));
    return isText ? [...cells, String(row)] : [String(row), ...cells];
  });
  const head = columns.map(String);
  return [isText ? head : ['', ...head], ...lines]
    .map((line) =>
      line
        .map((text) => text.padEnd(5))
        .join(' ')
        .trimEnd(),
    )
    .join('\n');
}

/** The head of a text, as wide as a printed line, in Han characters; a figure is half of one. */
function headOf(text: string, width: number): string {
  const whole = Math.floor(width);
  return text.slice(0, whole) + (whole < width ? '3' : '');
}
/** The same, of its end. */
function endOf(text: string, width: number): string {
  const whole = Math.floor(width);
  return (whole < width ? '3' : '') + text.slice(text.length - whole);
}

/** ¶ a new paragraph, ¶? one that a person should look at, ? none, but a person should look, - none. */
function splitOf(text: string, context: Partial<RepairContext> = {}): string {
  const { text: after, notes } = run('split-lost-paragraphs', text, context);
  const said = notes.map(({ message }) => (message.includes('已另起一段') ? '¶?' : '?')).join('');
  if (after === text) return said || '-';
  return said === '' ? '¶' : said;
}

// A column of 13 characters or 14; the last line of a paragraph in it, and the first of the next.
const column = '清晨的渡口还笼在薄雾里， 摆渡的老周把缆绳都理好了， 两只木桨也已经擦得很干净，';
const ending = '对岸的人家也都亮起了灯，老周在岸边又等来第一拨赶集的人上船。';
const opening = '据了解，渡口修好以后对岸的菜新鲜了价钱也便宜了买菜的人一天比一天多';
const anaphor = '他说渡口修好以后对岸的菜新鲜了价钱也便宜了买菜的人一天比一天多';
const rest = '两岸的人都说这是一件好事情， 再也不用绕道了。';
const lasts = [6, 11, 11.5, 12.5, 13, 14, 15, 15.5, 16, 20];
const firsts = [8, 10.5, 11, 12, 12.5, 13, 13.5, 14, 15, 15.5, 16, 20];

test('a paragraph that opens as paragraphs do is found by a short line or an indent', () => {
  const table = sheet(lasts, firsts, (last, first) =>
    splitOf(`${column} ${endOf(ending, last)} ${headOf(opening, first)} ${rest}`),
  );
  expect(table).toBe(`      8     10.5  11    12    12.5  13    13.5  14    15    15.5  16    20
6     ¶     ¶     ¶     ¶     ¶?    ¶?    ¶?    ¶?    ¶?    ¶     ¶     ¶
11    ¶?    ¶     ¶     ¶?    -     -     -     ¶?    ¶?    ¶?    ¶?    ¶?
11.5  ¶?    ¶     ¶     ¶?    -     -     -     -     -     ¶?    ¶?    ¶?
12.5  ?     ¶?    ¶?    ?     -     -     -     -     -     ?     ?     ?
13    ?     ¶?    ¶?    ?     -     -     -     -     ?     ?     ?     ?
14    ?     ?     ¶?    ?     -     -     -     -     -     ?     ?     ?
15    ?     ?     ¶?    ¶?    ¶?    ?     -     -     -     ?     ?     ?
15.5  ¶?    ¶?    ¶?    ¶?    ?     ?     ?     -     -     -     -     ¶?
16    ¶?    ¶?    ¶?    ¶?    ?     ?     ?     ?     ?     -     -     ¶?
20    ¶?    ¶?    ¶?    ¶?    ?     ?     ?     ?     ?     ¶?    ¶?    ¶?`);
});

test('words that hardly ever open a paragraph need more', () => {
  const table = sheet(lasts, firsts, (last, first) =>
    splitOf(`${column} ${endOf(ending, last)} ${headOf(anaphor, first)} ${rest}`),
  );
  expect(table).toBe(`      8     10.5  11    12    12.5  13    13.5  14    15    15.5  16    20
6     ¶?    ¶     ¶     ¶?    -     -     -     -     -     ¶?    ¶?    ¶?
11    -     ?     ?     -     -     -     -     -     -     -     -     -
11.5  -     ?     ?     -     -     -     -     -     -     -     -     -
12.5  -     -     -     -     -     -     -     -     -     -     -     -
13    -     -     -     -     -     -     -     -     -     -     -     -
14    -     -     -     -     -     -     -     -     -     -     -     -
15    -     -     -     -     -     ?     -     -     -     -     -     -
15.5  ?     ¶?    ¶?    ?     ?     ?     ?     -     -     -     -     ?
16    ?     ¶?    ¶?    ?     ?     ?     ?     ?     ?     -     -     ?
20    ?     ¶?    ¶?    ?     ?     ?     ?     ?     ?     ?     ?     ?`);
});

test('a line that is the last of all is cut by the column as often as it is indented', () => {
  const table = sheet([6, 11.5, 13, 14, 16], firsts, (last, first) =>
    splitOf(`${column} ${endOf(ending, last)} ${headOf(opening, first)}`),
  );
  expect(table).toBe(`      8     10.5  11    12    12.5  13    13.5  14    15    15.5  16    20
6     ¶     ¶     ¶     ¶     ¶?    ¶?    ¶?    ¶?    ¶     ¶     ¶     ¶
11.5  ?     ¶?    ¶?    ?     -     -     -     -     ?     ?     ?     ?
13    -     ?     ?     -     -     -     -     -     -     -     -     -
14    -     ?     ?     -     -     -     -     -     -     -     -     -
16    -     -     -     ¶?    ?     ?     ?     ?     ¶?    ¶?    ¶?    ¶?`);
});

test('where the paragraphs of a page begin flush, a full first line speaks against none', () => {
  const cell = (setsIndents: boolean | undefined, first: number): string =>
    splitOf(`${column} ${endOf(ending, 11)} ${headOf(opening, first)} ${rest}`, { setsIndents });
  expect(sheet([true, undefined, false], firsts, cell))
    .toBe(`      8     10.5  11    12    12.5  13    13.5  14    15    15.5  16    20
true  ¶?    ¶     ¶     ¶?    -     -     -     ¶?    ¶?    ¶?    ¶?    ¶?
undefined ¶?    ¶     ¶     ¶?    -     -     -     ¶?    ¶?    ¶?    ¶?    ¶?
false ¶?    ¶     ¶     ¶?    ¶?    ¶?    ¶?    ¶     ¶     ¶?    ¶?    ¶?`);
});

test('one blank is the trace of a lost break, if there is text enough on either side', () => {
  const before = [4, 11, 12, 26, 27, 30];
  const cell = (begin: string) => (left: number, right: number) =>
    splitOf(`${endOf(ending, left)} ${headOf(begin, right - 1)}。`);
  expect(sheet(before, [11, 12, 20], cell(opening))).toBe(`      11    12    20
4     -     ¶?    ¶?
11    -     ¶?    ¶?
12    -     ¶?    ¶?
26    -     ¶?    ¶?
27    -     ¶?    ¶?
30    -     ¶?    ¶?`);
  expect(sheet(before, [11, 12, 20], cell(anaphor))).toBe(`      11    12    20
4     -     -     -
11    -     -     -
12    -     ?     ?
26    -     ?     ?
27    -     ?     ?
30    -     ?     ?`);
});

test('the rest of a sentence that a column has cut may be short', () => {
  const cut = '清晨的渡口还笼在薄雾里，老周又等来了';
  const cell = (previous: string, left: number): string =>
    splitOf(`${previous} ⏎ ${endOf('第一拨赶集的人上船。', left)} ${anaphor}。`);
  const befores = [
    cut,
    `渡口通船了。${cut}`,
    `${cut}一船人。`,
    `${cut}：`,
    `${cut}人。”`,
    `# ${cut}`,
  ];
  expect(sheet(befores, [4, 10], cell)).toBe(`4     10
?     ?     清晨的渡口还笼在薄雾里，老周又等来了
?     ?     渡口通船了。清晨的渡口还笼在薄雾里，老周又等来了
-     -     清晨的渡口还笼在薄雾里，老周又等来了一船人。
-     -     清晨的渡口还笼在薄雾里，老周又等来了：
-     -     清晨的渡口还笼在薄雾里，老周又等来了人。”
-     -     # 清晨的渡口还笼在薄雾里，老周又等来了`);
});

test('two lines of one width are lines of a column', () => {
  const cell = (first: number, second: number): string =>
    splitOf(`${headOf(opening, first)} ${endOf(ending, second)} ${opening}。`);
  expect(sheet([12, 14, 16, 17, 24, 26, 28], [14, 14.5, 26, 27], cell))
    .toBe(`      14    14.5  26    27
12    -     -     ¶?    ¶?
14    -     -     ¶?    ¶?
16    -     -     ¶?    ¶?
17    ¶?    -     ¶?    ¶?
24    ¶?    ¶?    -     ¶?
26    ¶?    ¶?    -     ¶?
28    ¶?    ¶?    -     ¶?`);
});

test('a doubtful paragraph is told of with the words on either side of it', () => {
  const said = (text: string): unknown[] =>
    run('split-lost-paragraphs', text).notes.map(({ message, line, excerpt }) => [
      message.slice(0, 10),
      line,
      excerpt,
    ]);
  expect(said(`渡口通船了。 ⏎ ${endOf(ending, 20)} ${opening}。`)).toEqual([
    ['这里像是丢了分段，已', 3, '等来第一拨赶集的人上船。 ¶ 据了解，渡口修好以后对岸'],
  ]);
  expect(said(`${column} ${endOf(ending, 11)} ${headOf(anaphor, 11)} ${rest}`)).toEqual([
    ['句号后有一处空白，可', 1, '来第一拨赶集的人上船。 ¶ 他说渡口修好以后对岸的 '],
  ]);
});

test('a second line is no rest of a sentence that a column has cut', () => {
  const cut = '清晨的渡口还笼在薄雾里，老周又等来了';
  expect(splitOf(`${cut} ⏎ 一船的人。 船满了。 ${anaphor}。`)).toBe('¶?');
});

test('a paragraph is measured by its own lines, and by those beside it if it has too few', () => {
  const few = `${endOf(ending, 9)} ${headOf(anaphor, 12)} ${headOf(rest, 14)}`;
  const wide =
    '清晨的渡口还笼在薄雾里，摆渡的老周已经把 缆绳都理得整整齐齐，两只木桨也已经擦得很干净， 等着对岸第一拨赶集的人走过来，一起上船过河去， 再也不用绕道了。';
  const narrow = `${column} ${rest}`;
  expect(splitOf(few)).toBe('-');
  expect(splitOf(`${narrow} ⏎ ${few}`)).toBe('¶?');
  expect(splitOf(`${wide} ⏎ ${few}`)).toBe('¶?');
  const own = `${column} ${endOf(ending, 9)} ${headOf(opening, 12)} ${rest}`;
  expect(splitOf(own)).toBe('¶');
  expect(splitOf(`${wide} ⏎ ${wide} ⏎ ${own}`)).toBe('¶');
});

test('a line ends a sentence with its last mark alone', () => {
  const cell = (end: string): string =>
    splitOf(`${column} 他说：“${end} ${headOf(opening, 12)} ${rest}`);
  expect(['好。”', '好！』」', '好…', '好。他', '好。”他', '好；', '好'].map(cell)).toEqual([
    '¶',
    '¶',
    '¶',
    '-',
    '-',
    '-',
    '-',
  ]);
});

/** A text of which so many characters, evenly spread, are read for others. */
function garble(text: string, count: number): string {
  const wrong = '水犬土夭未末干于夫失午牛力刀九几人入八日曰目白自';
  const step = (place: number): number => Math.round((place * count) / text.length);
  return [...text]
    .map((character, place) =>
      step(place + 1) > step(place) ? wrong[place % wrong.length]! : character,
    )
    .join('');
}

/** x a line taken out, ? one that a person should look at, - none. */
function ghostOf(text: string): string {
  const { text: after, notes } = run('drop-ghost-lines', text);
  return (after === text ? '' : 'x') + (notes.length > 0 && after === text ? '?' : '') || '-';
}

const told =
  '桥上的灯一盏盏亮起来，镇里的老人们说，这条河上从前只有一条渡船，如今孩子们上学再也不怕风雨了。';
const ghosts = [4, 5, 6, 7, 8, 9, 12, 16, 24];
const wrongs = [0, 1, 2, 3, 4, 5, 6, 8, 10];
const next = '眼下，学校里正忙着排练节目，迎接新年。';

test('the line that begins a paragraph is a ghost by what it shares with the end before it', () => {
  const line = (length: number, wrong: number): string =>
    `${garble(told.slice(-length, -1), wrong)}。`;
  const parted = sheet(ghosts, wrongs, (length, wrong) =>
    ghostOf(`${told} ⏎ ${line(length, wrong)} ${next}`),
  );
  expect(parted).toBe(`      0     1     2     3     4     5     6     8     10
4     -     -     -     -     -     -     -     -     -
5     x     x     ?     -     -     -     -     -     -
6     x     x     ?     ?     -     -     -     -     -
7     x     x     x     ?     -     -     -     -     -
8     x     x     x     x     x     ?     -     -     -
9     x     x     x     x     x     ?     -     -     -
12    x     x     x     x     x     x     x     -     -
16    x     x     x     x     x     x     x     x     ?
24    x     x     x     x     x     x     x     x     x`);
  const joined = sheet(ghosts, wrongs, (length, wrong) =>
    ghostOf(`${told} ⏎ ${line(length, wrong)}${next}`),
  );
  expect(joined).toBe(`      0     1     2     3     4     5     6     8     10
4     -     -     -     -     -     -     -     -     -
5     -     -     -     -     -     -     -     -     -
6     -     -     -     -     -     -     -     -     -
7     -     -     -     -     -     -     -     -     -
8     x     x     x     -     -     -     -     -     -
9     x     x     x     -     -     -     -     -     -
12    x     x     x     x     -     -     -     -     -
16    x     x     x     x     x     -     -     -     -
24    x     x     x     x     x     x     x     -     -`);
});

test('a block of its own is a ghost, after a paragraph of several lines', () => {
  const line = (length: number, wrong: number): string =>
    `${garble(told.slice(-length, -1), wrong)}。`;
  expect(
    sheet(ghosts, wrongs, (length, wrong) => ghostOf(`${told} ⏎ ${line(length, wrong)} ⏎ ${next}`)),
  ).toBe(`      0     1     2     3     4     5     6     8     10
4     -     -     -     -     -     -     -     -     -
5     x     x     -     -     -     -     -     -     -
6     x     x     -     -     -     -     -     -     -
7     x     x     x     -     -     -     -     -     -
8     x     x     x     -     -     -     -     -     -
9     x     x     x     x     -     -     -     -     -
12    x     x     x     x     x     -     -     -     -
16    x     x     x     x     x     x     -     -     -
24    x     x     x     x     x     x     x     x     -`);
  const brief = (length: number, more: number): string =>
    `${told.slice(-length - more)} ⏎ ${garble(told.slice(-length, -1), 1)}。 ⏎ ${next}`;
  expect(sheet([5, 7, 8, 9], [3, 4, 5, 11, 12, 13], (length, more) => ghostOf(brief(length, more))))
    .toBe(`      3     4     5     11    12    13
5     -     -     -     -     x     x
7     -     -     -     -     x     x
8     -     x     x     x     x     x
9     -     x     x     x     x     x`);
});

test('a paragraph that repeats its own end at its end loses the second', () => {
  const line = (length: number, wrong: number): string =>
    `${garble(told.slice(-length, -1), wrong)}。`;
  expect(sheet(ghosts, wrongs, (length, wrong) => ghostOf(`${told}${line(length, wrong)}`)))
    .toBe(`      0     1     2     3     4     5     6     8     10
4     -     -     -     -     -     -     -     -     -
5     -     -     -     -     -     -     -     -     -
6     -     -     -     -     -     -     -     -     -
7     -     -     -     -     -     -     -     -     -
8     x     x     x     -     -     -     -     -     -
9     x     x     x     -     -     -     -     -     -
12    x     x     x     x     -     -     -     -     -
16    x     x     x     x     x     -     -     -     -
24    x     x     x     x     x     x     x     -     -`);
  expect(ghostOf(`${told}他说：“${told.slice(-14)}”`)).toBe('-');
  expect(ghostOf(`${told}${told.slice(-12, -1)}`)).toBe('-');
});

test('a block that is the head of the next, read once before, is taken out', () => {
  const cell = (length: number, wrong: number): string =>
    ghostOf(`${garble(told.slice(0, length), wrong)} ⏎ ${told}`);
  expect(sheet([9, 10, 12, 20, 30], [0, 1, 2, 3, 4, 5, 6, 7], cell))
    .toBe(`      0     1     2     3     4     5     6     7
9     -     -     -     -     -     -     -     -
10    x     x     x     -     -     -     -     -
12    x     x     x     -     -     -     -     -
20    x     x     x     x     x     -     -     -
30    x     x     x     x     x     x     x     -`);
  const more = (length: number): string =>
    ghostOf(`${told.slice(0, 20)} ⏎ ${told.slice(0, 20 + length)}`);
  expect([4, 5, 6, 7].map(more)).toEqual(['-', '-', 'x', 'x']);
  const long = told.repeat(2).replaceAll('。', '，');
  expect([59, 60, 61].map((length) => ghostOf(`${long.slice(0, length)} ⏎ ${long}`))).toEqual([
    'x',
    'x',
    '-',
  ]);
});

test('a line whose figures the text has not is no ghost', () => {
  const cell = (line: string): string =>
    ghostOf(`全镇共有学校24所，在校生36.5万人，教师1280人。 ⏎ ${line} ${next}`);
  expect(
    [
      '在校主36.5万人，教师1280人。',
      '在校主36.6万人，教师1280人。',
      '在校主3 6.5万人，教帅1280人。',
      '万人，教师1280入。',
      '万人，教师1281人。',
      '万人，教师280人。',
    ].map(cell),
  ).toEqual(['x', '-', 'x', 'x', '-', 'x']);
});

test('a printed line in the midst of the paragraph before is found again, with no mark behind it', () => {
  const cell = (length: number, wrong: number): string =>
    ghostOf(`${told} ⏎ ${garble(told.slice(13, 13 + length), wrong)}${next}`);
  expect(sheet([8, 9, 10, 12, 16, 20, 27, 28], [0, 1, 2, 3, 4, 5, 6], cell))
    .toBe(`      0     1     2     3     4     5     6
8     -     -     -     -     -     -     -
9     -     x     -     -     -     -     -
10    -     x     -     -     -     -     -
12    -     x     x     -     -     -     -
16    -     x     x     x     x     -     -
20    -     x     x     x     x     x     -
27    -     x     x     x     x     x     x
28    -     x     x     x     x     x     x`);
  const from = (start: number): string =>
    ghostOf(`${told} ⏎ ${garble(told.slice(start, start + 14), 2)}${next}`);
  expect([0, 1, 5, 10, 11, 12, 17, 20].map(from)).toEqual(['-', 'x', 'x', 'x', 'x', 'x', 'x', 'x']);
  const rest = (length: number): string =>
    ghostOf(`${told} ⏎ ${garble(told.slice(13, 27), 2)}${next.slice(0, length)}`);
  expect([10, 11, 12, 13].map(rest)).toEqual(['-', '-', 'x', 'x']);
});

test('a full stop that only the ghost has goes to the text', () => {
  const cell = (before: string, line: string): string =>
    run('drop-ghost-lines', `${before} ⏎ ${line} ${next}`).text;
  expect(cell('书包里有两本字典，还有一封从哨所寄来的信', '一封从哨所寄夹的信。')).toBe(
    '书包里有两本字典，还有一封从哨所寄来的信。 ⏎ 眼下，学校里正忙着排练节目，迎接新年。',
  );
  expect(cell('书包里有两本字典，还有一封从哨所寄来的信', '一封从哨所寄夹的信！')).toBe(
    '书包里有两本字典，还有一封从哨所寄来的信！ ⏎ 眼下，学校里正忙着排练节目，迎接新年。',
  );
  expect(cell('书包里有两本字典，还有一封从哨所寄来的信。', '一封从哨所寄夹的信。')).toBe(
    '书包里有两本字典，还有一封从哨所寄来的信。 ⏎ 眼下，学校里正忙着排练节目，迎接新年。',
  );
  expect(cell('书包里有两本字典，还有一封从哨所寄来的“信”', '一封从哨所寄夹的“信”。')).toBe(
    '书包里有两本字典，还有一封从哨所寄来的“信” ⏎ 一封从哨所寄夹的“信”。 眼下，学校里正忙着排练节目，迎接新年。',
  );
  expect(cell('字典有两本，信有一封，从哨所寄来，邮票是1998', '从哨所寄夹，邮票是1998。')).toBe(
    '字典有两本，信有一封，从哨所寄来，邮票是1998。 ⏎ 眼下，学校里正忙着排练节目，迎接新年。',
  );
});

test('a ghost may end with a quotation mark, or leave it to the text', () => {
  const before = '老周站在岸边，又说了一遍：“孩子们上学再也不怕风雨了。”';
  const cell = (line: string): string => run('drop-ghost-lines', `${before} ⏎ ${line}`).text;
  expect(cell(`孩子们上学再也不怕风丽了。”${next}`)).toBe(
    '老周站在岸边，又说了一遍：“孩子们上学再也不怕风雨了。” ⏎ 眼下，学校里正忙着排练节目，迎接新年。',
  );
  expect(cell(`孩子们上学再也不怕风丽了。”镇里的人也这么说。${next}`)).toBe(
    '老周站在岸边，又说了一遍：“孩子们上学再也不怕风雨了。” ⏎ 镇里的人也这么说。眼下，学校里正忙着排练节目，迎接新年。',
  );
  const straight = '老周站在岸边,又说了一遍:"孩子们上学再也不怕风雨了。"';
  const plain = (line: string): string => run('drop-ghost-lines', `${straight} ⏎ ${line}`).text;
  expect(plain(`又说了一遍:"孩子门上学再也不怕风丽了。"${next}`)).toBe(
    '老周站在岸边,又说了一遍:"孩子们上学再也不怕风雨了。" ⏎ 眼下，学校里正忙着排练节目，迎接新年。',
  );
  expect(plain(`又说了一遍:孩子门上学再也不怕风丽了。"眼下"成了流行词,大家都说。`)).toBe(
    '老周站在岸边,又说了一遍:"孩子们上学再也不怕风雨了。" ⏎ 又说了一遍:孩子门上学再也不怕风丽了。"眼下"成了流行词,大家都说。',
  );
});

test('of a ghost it is said which line it was, and what became of it', () => {
  const said = (text: string): unknown[] =>
    run('drop-ghost-lines', text).notes.map(({ message, severity, line, excerpt }) => [
      severity,
      line,
      excerpt,
      message,
    ]);
  expect(said(`${told} ⏎ ${garble(told.slice(-12, -1), 2)}。 ${next}`)).toEqual([
    [
      'review',
      3,
      '子们土学再也不怕夫雨了。',
      '这一行像是上文末行的重影（被识别了两次），已删去：“子们土学再也不怕夫雨了。”。',
    ],
  ]);
  expect(said(`${told} ⏎ ${garble(told.slice(-12, -1), 6)}。 ${next}`)).toEqual([
    [
      'review',
      3,
      '水们土学未也干怕夫雨午。',
      '这一行像是上文末行的重影（被识别了两次），已删去：“水们土学未也干怕夫雨午。”。',
    ],
  ]);
  expect(said(`${told}${garble(told.slice(-12, -1), 2)}。`)).toEqual([
    [
      'review',
      1,
      '子们土学再也不怕夫雨了。',
      '段末这一行像是前一行的重影（被识别了两次），已删去：“子们土学再也不怕夫雨了。”。',
    ],
  ]);
  expect(said(`${told.slice(0, 20)} ⏎ ${told}`)).toEqual([
    [
      'review',
      1,
      '桥上的灯一盏盏亮起来，镇里的老人们说，这',
      '这一行像是下文首行的重影（被识别了两次），已删去：“桥上的灯一盏盏亮起来，镇里的老人们说，这”。',
    ],
  ]);
});

/** 。 a full stop set, ? a paragraph said to break off, - nothing. */
function stopOf(text: string): string {
  const { text: after, notes } = run('restore-final-stops', text);
  return after === text ? (notes.length > 0 ? '?' : '-') : '。';
}
const whole = '两岸的人都说这是一件好事。';
const places = ['alone', 'first', 'last', 'amid', 'list'];
/** A paragraph by itself, before one, after one, between two, and beside lines without a stop. */
function setAmong(text: string): (place: string) => string {
  const around: Record<string, string> = {
    alone: text,
    first: `${text} ⏎ ${whole}`,
    last: `${whole} ⏎ ${text}`,
    amid: `${whole} ⏎ ${text} ⏎ ${whole}`,
    list: `渡口的老周 ⏎ ${text} ⏎ 摆渡的人`,
  };
  return (place) => stopOf(around[place]!);
}
const stopsOf = (texts: readonly string[]): string =>
  sheet(texts, places, (text, place) => setAmong(text)(place));

test('what ends with a mark has its stop', () => {
  const ends = [
    '。',
    '！',
    '？',
    '…',
    '：',
    '；',
    '。”',
    '！”',
    '。’”',
    '？』',
    '。）',
    '—',
    '~',
    '】',
    '，',
    '、',
    '”',
    '”）',
    '的）',
  ];
  expect(stopsOf(ends.map((end) => `渡口修好以后，对岸的菜新鲜了，价钱也便宜了${end}`)))
    .toBe(`alone first last  amid  list
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了。
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了！
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了？
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了…
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了：
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了；
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了。”
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了！”
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了。’”
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了？』
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了。）
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了—
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了~
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了】
?     ?     ?     ?     ?     渡口修好以后，对岸的菜新鲜了，价钱也便宜了，
?     ?     ?     ?     ?     渡口修好以后，对岸的菜新鲜了，价钱也便宜了、
。     。     。     。     。     渡口修好以后，对岸的菜新鲜了，价钱也便宜了”
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了”）
-     -     -     -     -     渡口修好以后，对岸的菜新鲜了，价钱也便宜了的）`);
  expect(
    stopsOf([
      '讲座每两周一场，覆盖全部县（市、区）',
      '讲座每两周一场，覆盖全部乡（镇）',
      '讲座每两周一场，由何敏主讲（图）',
      '讲座每两周一场。（市、区）',
      '讲座的听众来自全部县（市、区）',
    ]),
  ).toBe(`alone first last  amid  list
。     。     。     。     。     讲座每两周一场，覆盖全部县（市、区）
。     。     。     。     。     讲座每两周一场，覆盖全部乡（镇）
-     -     -     -     -     讲座每两周一场，由何敏主讲（图）
-     -     -     -     -     讲座每两周一场。（市、区）
-     -     -     -     -     讲座的听众来自全部县（市、区）`);
});

test('without a mark inside, a paragraph must read as a sentence and stand among whole ones', () => {
  expect(
    stopsOf([
      '他走了',
      '近日国家领导人在京会见来访的外国客人',
      '市商务局和有关县区的负责同志参加了座谈',
      '他把这件事情告诉了村里的人',
      '他把这件事情告诉了村里的每个人',
      '他把这件事情告诉了村里的每一个人',
      '他把这件事情告诉了村里的每一个人和邻居',
      '深化务实合作推动老工业城市转型',
      '深化务实合作推动老工业城市产业转型升级',
      '深化务实合作 推动城市转型 建设美丽家园',
      '深化务实合作推动城市 转型',
      '一、他把这件事情告诉了村里的每一个人',
      '一是他把这件事情告诉了村里的每一个人',
      '3.他把这件事情告诉了村里的每一个人',
      '（一）他把这件事情告诉了村里的每一个人',
      '●他把这件事情告诉了村里的每一个人',
    ]),
  ).toBe(`alone first last  amid  list
-     -     -     -     -     他走了
?     。     。     。     ?     近日国家领导人在京会见来访的外国客人
?     。     。     。     ?     市商务局和有关县区的负责同志参加了座谈
-     -     -     -     -     他把这件事情告诉了村里的人
-     -     -     -     -     他把这件事情告诉了村里的每个人
-     -     -     -     -     他把这件事情告诉了村里的每一个人
?     ?     ?     ?     ?     他把这件事情告诉了村里的每一个人和邻居
-     -     -     -     -     深化务实合作推动老工业城市转型
?     ?     ?     ?     ?     深化务实合作推动老工业城市产业转型升级
-     -     -     -     -     深化务实合作 推动城市转型 建设美丽家园
-     -     -     -     -     深化务实合作推动城市 转型
?     ?     ?     ?     ?     一、他把这件事情告诉了村里的每一个人
?     ?     ?     ?     ?     一是他把这件事情告诉了村里的每一个人
?     ?     ?     ?     ?     3.他把这件事情告诉了村里的每一个人
?     ?     ?     ?     ?     （一）他把这件事情告诉了村里的每一个人
-     -     -     -     -     ●他把这件事情告诉了村里的每一个人`);
});

test('news closes with who was there and what else was done', () => {
  expect(
    stopsOf([
      '王强参加会见',
      '王强、李明等参加会见',
      '王强、李明等出席会议',
      '王强等陪同调研',
      '王强主持了会议',
      '王强等参加了有关活动',
      '王强等参加了上述活动',
      '王强等参加会见和宴会',
      '会议还研究了其他事项',
      '会上还听取了有关汇报',
      '大会表决通过了上述议案',
      '会议研究事项',
      '军乐队奏两国国歌',
      '渡口鸣礼炮21响',
      '王强参加',
      '参加会见',
    ]),
  ).toBe(`alone first last  amid  list
-     -     。     。     -     王强参加会见
-     。     。     。     -     王强、李明等参加会见
-     。     。     。     -     王强、李明等出席会议
-     -     。     。     -     王强等陪同调研
-     -     。     。     -     王强主持了会议
-     。     。     。     -     王强等参加了有关活动
-     。     。     。     -     王强等参加了上述活动
-     -     -     -     -     王强等参加会见和宴会
-     。     。     。     -     会议还研究了其他事项
-     。     。     。     -     会上还听取了有关汇报
-     。     。     。     -     大会表决通过了上述议案
-     -     -     -     -     会议研究事项
-     -     。     。     -     军乐队奏两国国歌
-     -     。     。     -     渡口鸣礼炮21响
-     -     。     。     -     王强参加
-     -     -     -     -     参加会见`);
});

test('what is set without a stop gets none', () => {
  expect(
    stopsOf([
      '王建国、李明、张丽丽、刘小敏、陈军',
      '王建国、李明、张丽丽等参加活动的人员',
      '有意者请在月底以前联系本店，电话：0635-8277092',
      '有意者请在月底以前联系本店。微信：zhou_2024',
      '有意者请在月底以前联系本店，电话：8277092（何敏）',
      '有意者请在月底以前联系本店，电话：110',
      '有意者请在月底以前，咨询电话是8277',
      '联系电话：0635-8277092',
      '图为孩子们在渡口等船。 王生金 摄',
      '图为孩子们在渡口等船。 本报记者 王生金 摄影报道',
      '图为孩子们在渡口等船。王生金 供图',
      '孩子们在渡口等船，岸上的灯都亮着 王生金 摄',
      '孩子们在渡口等船，岸上的灯都亮着 本报记者 王生金 摄影报道',
      '孩子们在渡口等船，岸上的灯都亮着，王生金 摄',
      '一只钱包遗失，内有证件，特此致谢。失主：仲先生',
      '一只钱包遗失，内有证件，特此致谢。 仲志明',
      '一只钱包遗失，内有证件，特此致谢，失主是仲先生',
      '责任编辑：周启明 校对：何敏',
      '责任编辑：周启明',
    ]),
  ).toBe(`alone first last  amid  list
-     -     -     -     -     王建国、李明、张丽丽、刘小敏、陈军
?     。     。     。     ?     王建国、李明、张丽丽等参加活动的人员
-     -     -     -     -     有意者请在月底以前联系本店，电话：0635-8277092
-     -     -     -     -     有意者请在月底以前联系本店。微信：zhou_2024
-     -     -     -     -     有意者请在月底以前联系本店，电话：8277092（何敏）
?     ?     ?     ?     ?     有意者请在月底以前联系本店，电话：110
?     ?     ?     ?     ?     有意者请在月底以前，咨询电话是8277
-     -     -     -     -     联系电话：0635-8277092
-     -     -     -     -     图为孩子们在渡口等船。 王生金 摄
-     -     -     -     -     图为孩子们在渡口等船。 本报记者 王生金 摄影报道
-     -     -     -     -     图为孩子们在渡口等船。王生金 供图
-     -     -     -     -     孩子们在渡口等船，岸上的灯都亮着 王生金 摄
-     -     -     -     -     孩子们在渡口等船，岸上的灯都亮着 本报记者 王生金 摄影报道
。     。     。     。     。     孩子们在渡口等船，岸上的灯都亮着，王生金 摄
-     -     -     -     -     一只钱包遗失，内有证件，特此致谢。失主：仲先生
-     -     -     -     -     一只钱包遗失，内有证件，特此致谢。 仲志明
。     。     。     。     。     一只钱包遗失，内有证件，特此致谢，失主是仲先生
-     -     -     -     -     责任编辑：周启明 校对：何敏
-     -     -     -     -     责任编辑：周启明`);
});

test('a notice ends with its formula', () => {
  expect(
    stopsOf([
      '昨日本报第3版的地名有误，特此更正',
      '因设备检修，明日停水，特此通知',
      '因设备检修，明日停水，敬请谅解',
      '因设备检修，明日停水，并向读者致歉',
      '因设备检修，明日停水，恕不另行通知',
      '因设备检修，明日停水，请有关的',
    ]),
  ).toBe(`alone first last  amid  list
。     。     。     。     。     昨日本报第3版的地名有误，特此更正
。     。     。     。     。     因设备检修，明日停水，特此通知
。     。     。     。     。     因设备检修，明日停水，敬请谅解
。     。     。     。     。     因设备检修，明日停水，并向读者致歉
。     。     。     。     。     因设备检修，明日停水，恕不另行通知
?     ?     ?     ?     ?     因设备检修，明日停水，请有关的`);
});

test('the name of a work needs no stop, a sentence about one does', () => {
  expect(
    stopsOf([
      '《红楼梦》',
      '《红楼梦》《西游记》《水浒传》',
      '何敏《河上的灯》',
      '日前有关部门印发《关于加强城市公园管理的若干意见》',
      '何敏发表《关于加强城市公园管理的若干意见》',
      '何敏的《关于加强城市公园管理的若干意见》',
      '何敏和老周，《河上的灯》',
      '何敏用十年时间写成了一本书，叫做《河上的灯》',
      '他读了很多书，何敏在河边的小屋里写的《河上的灯》',
      '他读书，《河上的灯》',
    ]),
  ).toBe(`alone first last  amid  list
-     -     -     -     -     《红楼梦》
-     -     -     -     -     《红楼梦》《西游记》《水浒传》
-     -     -     -     -     何敏《河上的灯》
-     -     -     -     -     日前有关部门印发《关于加强城市公园管理的若干意见》
-     -     -     -     -     何敏发表《关于加强城市公园管理的若干意见》
-     -     -     -     -     何敏的《关于加强城市公园管理的若干意见》
-     -     -     -     -     何敏和老周，《河上的灯》
-     。     。     。     -     何敏用十年时间写成了一本书，叫做《河上的灯》
。     。     。     。     。     他读了很多书，何敏在河边的小屋里写的《河上的灯》
-     -     -     -     -     他读书，《河上的灯》`);
});

test('after a word that leaves something due, the words must speak louder', () => {
  const due = ['', '的', '和', '把', '被', '在', '将', '了', '人', '好事'];
  expect(stopsOf(due.map((word) => `渡口修好以后，两岸的人都说这是一件${word}`)))
    .toBe(`alone first last  amid  list
。     。     。     。     。     渡口修好以后，两岸的人都说这是一件
?     ?     ?     ?     ?     渡口修好以后，两岸的人都说这是一件的
?     ?     ?     ?     ?     渡口修好以后，两岸的人都说这是一件和
。     。     。     。     。     渡口修好以后，两岸的人都说这是一件把
?     ?     ?     ?     ?     渡口修好以后，两岸的人都说这是一件被
?     ?     ?     ?     ?     渡口修好以后，两岸的人都说这是一件在
?     ?     ?     ?     ?     渡口修好以后，两岸的人都说这是一件将
。     。     。     。     。     渡口修好以后，两岸的人都说这是一件了
。     。     。     。     。     渡口修好以后，两岸的人都说这是一件人
。     。     。     。     。     渡口修好以后，两岸的人都说这是一件好事`);
  expect(stopsOf(due.map((word) => `他到学校作报告，受到了师生${word}`)))
    .toBe(`alone first last  amid  list
?     ?     ?     ?     ?     他到学校作报告，受到了师生
?     ?     ?     ?     ?     他到学校作报告，受到了师生的
?     ?     ?     ?     ?     他到学校作报告，受到了师生和
。     。     。     。     。     他到学校作报告，受到了师生把
。     。     。     。     。     他到学校作报告，受到了师生被
?     ?     ?     ?     ?     他到学校作报告，受到了师生在
?     ?     ?     ?     ?     他到学校作报告，受到了师生将
。     。     。     。     。     他到学校作报告，受到了师生了
。     。     。     。     。     他到学校作报告，受到了师生人
。     。     。     。     。     他到学校作报告，受到了师生好事`);
});

test('a lead-in makes a line news, if more than a few words follow it', () => {
  const led = '本报讯（记者 何敏）';
  const news = '昨天上午新修的渡口开航了两岸居民又能坐船往来';
  expect(stopsOf([3, 11, 12, 14, 22].map((length) => led + news.slice(0, length))))
    .toBe(`alone first last  amid  list
?     ?     ?     ?     ?     本报讯（记者 何敏）昨天上
?     ?     ?     ?     ?     本报讯（记者 何敏）昨天上午新修的渡口开航
。     。     。     。     。     本报讯（记者 何敏）昨天上午新修的渡口开航了
?     ?     ?     ?     ?     本报讯（记者 何敏）昨天上午新修的渡口开航了两岸
。     。     。     。     。     本报讯（记者 何敏）昨天上午新修的渡口开航了两岸居民又能坐船往来`);
  expect(
    stopsOf([
      '新华社北京5月6日电 （记者何敏）昨天上午新修的渡口开航了',
      '何敏（记者）昨天上午新修的渡口开航了',
    ]),
  ).toBe(`alone first last  amid  list
。     。     。     。     。     新华社北京5月6日电 （记者何敏）昨天上午新修的渡口开航了
?     ?     ?     ?     ?     何敏（记者）昨天上午新修的渡口开航了`);
});

test('a last line that fills its column may have another behind it', () => {
  const cell = (end: string, width: number): string => stopOf(`${column} ${endOf(end, width)}`);
  const ends = [
    '老周在岸边又等来了对岸第一拨赶集的人',
    '老周在岸边等人，心里说不出来的高兴',
    '他说这一天里从早到晚，两岸的人都说这是第一',
    '他说从早到晚，老周在岸边又等来了城里客',
    '他说从早到晚，老周在岸边又等来了第一批老',
  ];
  expect(sheet(ends, [8, 11, 12.5, 13, 14, 15, 15.5], cell))
    .toBe(`8     11    12.5  13    14    15    15.5
。     。     ?     ?     ?     。     。     老周在岸边又等来了对岸第一拨赶集的人
。     。     ?     ?     ?     。     。     老周在岸边等人，心里说不出来的高兴
?     。     ?     ?     ?     。     。     他说这一天里从早到晚，两岸的人都说这是第一
。     。     ?     ?     ?     。     。     他说从早到晚，老周在岸边又等来了城里客
?     ?     ?     ?     ?     ?     ?     他说从早到晚，老周在岸边又等来了第一批老`);
  const beside = `${column} ${rest} ⏎ 他说从早到晚老周又等来了城里来的客人， `;
  expect(
    [11, 12.5, 13, 14].map((width) =>
      stopOf(
        `${beside}${endOf('两岸的人都说这是第一', 9)} ${endOf('他说从早到晚，老周在岸边又等来了城里客', width)}`,
      ),
    ),
  ).toEqual(['。', '?', '?', '?']);
});

test('a stop stands within the marks of a speech that a colon leads to, or that is a sentence', () => {
  const stopped = (text: string): string =>
    run('restore-final-stops', `${text} ⏎ ${whole}`).text.split(' ⏎ ')[0]!;
  expect(
    [
      '学员在信里写道：“娘，我会写你的名字了”',
      '学员在信里写道:"娘，我会写你的名字了"',
      '“娘，我会写你的名字了，再也不用求人了”',
      '学员笑了。“娘，我会写你的名字了”',
      '给春耕吃下了“定心丸”',
      '学员笑了，“娘，我会写你的名字了”',
      '学员写道：“‘娘’字，我会写了，‘家’字也会写了”',
    ].map(stopped),
  ).toEqual([
    '学员在信里写道：“娘，我会写你的名字了。”',
    '学员在信里写道:"娘，我会写你的名字了。"',
    '“娘，我会写你的名字了，再也不用求人了。”',
    '学员笑了。“娘，我会写你的名字了。”',
    '给春耕吃下了“定心丸”',
    '学员笑了，“娘，我会写你的名字了”。',
    '学员写道：“‘娘’字，我会写了，‘家’字也会写了。”',
  ]);
});

test('what has got its stop is a whole paragraph to those beside it', () => {
  const unmarked = '近日国家领导人在京会见来访的外国客人';
  const open = '渡口修好以后，对岸的菜新鲜了，价钱也便宜了';
  const stopped = (text: string): string => run('restore-final-stops', text).text;
  expect(stopped(`${whole} ⏎ ${unmarked} ⏎ ${open}`)).toBe(
    '两岸的人都说这是一件好事。 ⏎ 近日国家领导人在京会见来访的外国客人。 ⏎ 渡口修好以后，对岸的菜新鲜了，价钱也便宜了。',
  );
  expect(stopped(`${open} ⏎ ${unmarked} ⏎ ${whole}`)).toBe(
    '渡口修好以后，对岸的菜新鲜了，价钱也便宜了。 ⏎ 近日国家领导人在京会见来访的外国客人。 ⏎ 两岸的人都说这是一件好事。',
  );
  expect(stopped(`${unmarked} ⏎ ${unmarked} ⏎ ${open}`)).toBe(
    '近日国家领导人在京会见来访的外国客人 ⏎ 近日国家领导人在京会见来访的外国客人 ⏎ 渡口修好以后，对岸的菜新鲜了，价钱也便宜了。',
  );
  const { notes } = run('restore-final-stops', `${whole} ⏎ ${unmarked} ⏎ ${open}`);
  expect(notes.map(({ id, line }) => `${id} ${line}`)).toEqual([
    'missing-full-stop 5',
    'missing-full-stop 3',
  ]);
});

test('of a stop it is said where, and how the next paragraph begins', () => {
  const said = (text: string): unknown[] =>
    run('restore-final-stops', text).notes.map(({ id, line, excerpt, message }) => [
      id,
      line,
      excerpt,
      message,
    ]);
  const open = '他到学校作报告，受到了师生的';
  const stopped = '渡口修好以后，对岸的菜新鲜了，价钱也便宜了';
  expect(said(`${open} ⏎ ${whole} ⏎ ${stopped} ⏎ # 市场`)).toEqual([
    ['missing-full-stop', 5, '…后，对岸的菜新鲜了，价钱也便宜了', '这一段末尾丢了句号，已补上。'],
    [
      'paragraph-breaks-off',
      1,
      '…他到学校作报告，受到了师生的 ¶ 两岸的人都说这是一件好事…',
      '这一段到此中断，末尾像是丢了一行或几个字，没有改动。',
    ],
  ]);
  expect(said('深化务实合作推动老工业城市产业转型升级')).toEqual([
    [
      'paragraph-breaks-off',
      1,
      '…实合作推动老工业城市产业转型升级',
      '这一段没有标点：也许是标题，也许是丢了句号或末行，没有改动。',
    ],
  ]);
});

/** + two blocks made one, +? one that a person should look at, ? left apart, but look, - left apart. */
function joinOf(text: string, context: Partial<RepairContext> = {}): string {
  const { text: after, notes } = run('rejoin-broken-sentences', text, context);
  return (after === text ? '' : '+') + (notes.length > 0 ? '?' : after === text ? '-' : '');
}

test('words on either side of a break tell whether a sentence goes on', () => {
  const lefts = [
    '老周在岸边又等来了对岸第一拨赶集',
    '老周在岸边又等来了对岸的',
    '两岸的人都说这是一件好',
    '两岸的人都说这是一件好事，',
    '两岸的人都说这是一件好事、',
    '两岸的人都说：“这是一件好事，”',
    '两岸的人都说这是一件好事,',
    '两岸的人都说这是一件好事',
    '两岸的人都说这是一件好事。',
    '老周买了米、面、油、',
  ];
  const rights = [
    '的人，船上的人都笑了。',
    '事，再也不用绕道了。',
    '们，船上的人都笑了。',
    '市场里的菜也便宜了许多。',
    '据了解，渡口修好以后菜便宜了。',
    '他说渡口修好以后菜便宜了。',
    '同时，镇里还修了路。',
    '会议强调，要守住耕地红线。',
  ];
  const heads = rights.map((right) => right.slice(0, 2));
  const cell = (left: string, head: string): string =>
    joinOf(`${left} ⏎ ${rights.find((right) => right.startsWith(head))}`);
  expect(sheet(lefts, heads, cell))
    .toBe(`的人    事，    们，    市场    据了    他说    同时    会议
+     +     +?    -     -     -     -     -     老周在岸边又等来了对岸第一拨赶集
+     +     +?    -     -     -     +?    -     老周在岸边又等来了对岸的
+     +     +     -     -     -     -     -     两岸的人都说这是一件好
+     +     +     +?    ?     +     ?     ?     两岸的人都说这是一件好事，
+     +     +     +?    ?     ?     ?     ?     两岸的人都说这是一件好事、
+     +?    +?    +?    ?     +?    ?     ?     两岸的人都说：“这是一件好事，”
+     +     +     ?     ?     +?    ?     ?     两岸的人都说这是一件好事,
+     +?    +?    -     -     -     -     -     两岸的人都说这是一件好事
-     -     -     -     -     -     -     -     两岸的人都说这是一件好事。
+     +     +     +?    ?     +?    ?     ?     老周买了米、面、油、`);
});

test('printed lines speak for or against it', () => {
  const lines = '清晨的渡口还笼在薄雾里， 摆渡的老周把缆绳都理好了，';
  const more = '船上的人都笑了起来说这是好， 再也不用绕道去城里买菜了， 大家都高兴。';
  const cell =
    (left: string, right: string) =>
    (last: number, first: number): string =>
      joinOf(`${lines} ${endOf(left, last)} ⏎ ${headOf(right, first)} ${more}`);
  const [short, cut] = [
    '在岸边又等来了两岸的人都说这是一件好事',
    '两岸的人都说市场里的菜便宜老周在岸边又等来了乡亲，',
  ];
  const [joins, goesOn, opens, perhaps] = [
    '们再也不用绕道去城里买菜了船上的',
    '情再也不用绕道去城里买菜了',
    '据了解渡口修好以后对岸的菜也',
    '市场里的菜也便宜了许多新鲜又',
  ];
  const rows = [9, 11, 12.5, 13, 14, 15, 15.5];
  const columns = [10.5, 11, 12, 12.5, 13, 13.5];
  expect(sheet(rows, columns, cell(short, goesOn))).toBe(`      10.5  11    12    12.5  13    13.5
9     +?    +?    +?    +?    +?    +?
11    +     +?    +?    +?    +     +
12.5  +     +?    +?    +?    +     +
13    +     +     +     +     +     +
14    +?    +?    +?    +?    +?    +
15    +     +     +     +     +     +
15.5  +?    +?    +?    +?    +?    +`);
  expect(sheet(rows, columns, cell(short, joins))).toBe(`      10.5  11    12    12.5  13    13.5
9     +?    +?    +?    +?    +?    +?
11    +?    +?    +?    +?    +?    +
12.5  +?    +?    +?    +?    +?    +
13    +     +?    +?    +?    +     +
14    +?    +?    +?    +?    +?    +
15    +     +?    +?    +?    +     +
15.5  +?    +?    +?    +?    +?    +`);
  expect(sheet(rows, columns, cell(cut, perhaps))).toBe(`      10.5  11    12    12.5  13    13.5
9     +?    +?    +?    +?    +?    +?
11    +?    +?    +?    +?    +?    +?
12.5  +?    +?    +?    +?    +?    +?
13    +?    +?    +?    +?    +?    +?
14    +?    +?    +?    +?    +?    +?
15    +?    +?    +?    +?    +?    +?
15.5  +?    +?    +?    +?    +?    +?`);
  expect(sheet([9, 13, 14], columns, cell(cut, opens)))
    .toBe(`      10.5  11    12    12.5  13    13.5
9     ?     ?     ?     ?     ?     +?
13    ?     ?     ?     ?     ?     +?
14    ?     ?     ?     ?     ?     +?`);
  const ended = `${endOf(short, 13)}。`;
  expect(
    columns.map((first) => joinOf(`${lines} ${ended} ⏎ ${headOf(goesOn, first)} ${more}`)),
  ).toEqual(['-', '-', '-', '-', '-', '+?']);
  expect(
    columns.map((first) => joinOf(`${lines} ${ended} ⏎ ${headOf(perhaps, first)} ${more}`)),
  ).toEqual(['-', '-', '-', '-', '-', '+?']);
  const flush = { setsIndents: false };
  expect(
    columns.map((first) =>
      joinOf(`${lines} ${endOf(cut, 13)} ⏎ ${headOf(perhaps, first)} ${more}`, flush),
    ),
  ).toEqual(['+?', '+?', '+?', '+?', '+?', '+?']);
});

test('a paragraph in three pieces is made whole, and a heading or a list parts two', () => {
  const made = (text: string) => run('rejoin-broken-sentences', text).text;
  expect(
    made('老周又等来了对岸第一拨赶集 ⏎ 的人，两岸的人都说这是一件好 ⏎ 事，再也不用绕道了。'),
  ).toBe('老周又等来了对岸第一拨赶集的人，两岸的人都说这是一件好事，再也不用绕道了。');
  expect(made('老周又等来了对岸第一拨赶集 ⏎ # 市场 ⏎ 的人，船上的人都笑了。')).toBe(
    '老周又等来了对岸第一拨赶集 ⏎ # 市场 ⏎ 的人，船上的人都笑了。',
  );
  expect(made('老周又等来了对岸第一拨赶集 ⏎ # 的人都笑了 ⏎ 船上很热闹。')).toBe(
    '老周又等来了对岸第一拨赶集 ⏎ # 的人都笑了 ⏎ 船上很热闹。',
  );
  expect(made('# 老周等来了第一拨赶集 ⏎ 的人，船上的人都笑了。')).toBe(
    '# 老周等来了第一拨赶集 ⏎ 的人，船上的人都笑了。',
  );
  expect(made('（一）修好渡口 ⏎ （二）修好大桥 ⏎ （三）修好老街 ⏎ 的路面，再也不用绕道。')).toBe(
    '（一）修好渡口 ⏎ （二）修好大桥 ⏎ （三）修好老街 ⏎ 的路面，再也不用绕道。',
  );
});

test('of an unsure join it is said where, and which words meet', () => {
  const said = (text: string): unknown[] =>
    run('rejoin-broken-sentences', text).notes.map(({ id, line, excerpt }) => [id, line, excerpt]);
  expect(said('渡口通船了。 ⏎ 老周在岸边又等来了对岸的 ⏎ 们，渡口修好以后菜便宜了。')).toEqual([
    ['sentence-join-unsure', 5, '老周在岸边又等来了对岸的 ¶ 们，渡口修好以后菜便宜了'],
  ]);
  expect(said('两岸的人都说这是一件好事， ⏎ 据了解，渡口修好以后菜便宜了。')).toEqual([
    ['sentence-break-unsure', 3, '岸的人都说这是一件好事， ¶ 据了解，渡口修好以后菜便'],
  ]);
});
