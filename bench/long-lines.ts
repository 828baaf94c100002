/**
 * Whether any text keeps the importer busy out of proportion: pages of 60,000 characters that say one
 * thing again and again, on one line or on many. A pattern that looks ahead from every place of a line
 * shows here and on no real page: `\d+` before a unit took 12 s of 120,000 digits, a look ahead for a
 * letter 53 s.
 *
 *   node bench/long-lines.ts [CHARACTERS]
 *
 * Prints the slowest, in CPU seconds, and exits with 1 where one takes more than the bar.
 */
import { unknownPaper } from '../src/importer/page/known-paper.ts';
import { importPages } from '../src/importer/import-pages.ts';
import { parseIssueDate } from '../src/newspaper/issue-date.ts';

const characters = Number(process.argv[2] ?? 60_000);
/** In CPU seconds for 60,000 characters; ordinary prose of that length takes half a second. */
const bar = (2 * characters) / 60_000;

const marks = '。，、：；！？“”‘’（）《》【】·—…■●①②□＿－　!()[]{}<>*_`~^$\\|#+=-/@%&.,:;"\'';
const words = [
  ...['1', '１', '1.', '1,', '1-', '12:30 ', '(1)', '2024年', '3月4日', '3%', '十', '百万', '第一'],
  ...[
    'a',
    'Aa ',
    'ab cd\n',
    'a-\n',
    'www.a',
    'http://a.b/',
    'a@b.',
    '.jpg',
    '0635-',
    '&amp;',
    '&lt;',
  ],
  ...[
    '甲乙',
    '甲 ',
    '甲 乙 ',
    '甲。',
    '甲，',
    '甲：乙\n',
    '甲\n',
    '甲乙　丙丁\n\n',
    '“甲”',
    '《甲》',
  ],
  ...['记者', '记者 王小明\n\n', '王小明 ', '（王小明）\n\n', '——王小明\n\n', '图为', '图：甲\n\n'],
  ...['摄', '电话：', '本报讯 ', '第一版', '甲转第2版\n\n', '通讯员', '人', '入', '一、甲\n'],
  ...[
    '# 甲乙丙\n\n',
    '## 王小明\n\n',
    '- 甲\n',
    '1. 甲\n',
    '> 甲\n',
    '| 甲 | 乙 |\n',
    '![](a.jpg)\n\n',
  ],
  ...['<b>', '<td>', '<table><tr><td>甲</td></tr></table>\n', '[a](', '](b)', '**甲', '甲**', '$a'],
  ...['\\frac', '\\(', '{a}', '⋯', '\t', ' ', '\n', '甲乙丙丁戊己庚辛壬癸\n', '甲乙丙丁。\n\n'],
];

/**
 * Paragraphs that differ, N by N: those that stand there word for word are dropped as a tool's loop. To look
 * back from each of them to the page's head shows only here.
 */
const paragraphs = [
  '码头的早班船六点开到N，船老大把缆绳解开。\n\n',
  '愿意听你说话的N\n\n码头的早班船六点开到N，船老大把缆绳解开。\n\n',
  '## N小组\n\n码头的早班船六点开到N，船老大把缆绳解开。\n\n',
  '# N小组\n\n码头的早班船六点开到N。船老大把缆绳解开。江上起了雾。汽笛响了。\n\n',
  '## HELP WANTED\n\nCook at N, weekends, must be dependable.\n\n',
];
const digits = [...'甲乙丙丁戊己庚辛壬癸'];
const nameOf = (place: number): string =>
  [...String(place).padStart(4, '0')].map((digit) => digits[Number(digit)]!).join('');

function repeat(unit: string): string {
  const times = Math.ceil(characters / unit.length);
  return Array.from({ length: times }, (_, place) => unit.replaceAll('N', nameOf(place))).join('');
}

const took = ['', '甲'].flatMap((before) =>
  [...marks, ...words, ...paragraphs].map((unit) => {
    const text = `# 夜校开课\n\n本报讯 昨晚，城西夜校开课。\n\n${before}${repeat(unit)}\n\n结束。\n`;
    const since = process.cpuUsage();
    importPages({
      text,
      file: 'page.md',
      date: parseIssueDate('2024-01-01'),
      page: 1,
      known: unknownPaper,
      imageExtension: () => 'jpg',
    });
    const { user, system } = process.cpuUsage(since);
    return { what: JSON.stringify(before + unit), seconds: (user + system) / 1e6 };
  }),
);
for (const { what, seconds } of took.sort((a, b) => b.seconds - a.seconds).slice(0, 8)) {
  console.log(`${seconds.toFixed(1).padStart(6)}  ${what}`);
}
const slow = took.filter(({ seconds }) => seconds > bar);
console.log(
  `${took.length} texts of ${characters} characters; ${slow.length} over ${bar.toFixed(1)} CPU s`,
);
if (slow.length > 0) process.exitCode = 1;
