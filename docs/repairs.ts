/**
 * Writes docs/repairs.md: what each repair does, its pairs (from the head of its source, which the
 * tests read too) and its measured rates (from bench/results/ocr-repairs.json).
 *
 *   npm run bench -- ocr-repairs && node docs/repairs.ts
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseRepairExamples } from '../src/importer/repair/repair-examples.ts';
import { repairs } from '../src/importer/repair/repairs.ts';

interface Results {
  readonly details: {
    readonly clean: readonly {
      repair: string;
      paragraphs: number;
      silent: number;
      flagged: number;
      per10000: number;
    }[];
    readonly damage: readonly {
      damage: string;
      places: number;
      paragraphs: number;
      verbatim: number;
      flagged: number;
      silent: number;
    }[];
  };
}

/** What each repair does, and what it does where it is not sure. */
const told: Readonly<Record<string, string>> = {
  'decode-entities':
    '识别工具留在正文里的 HTML 实体和标签（`&amp;`、`<sup>`、`<br>` 等）还原成文字。静默。',
  'strip-invisible':
    '删去看不见的字符：零宽空格、BOM、软连字符、控制符、双向覆盖符。表情里的连接符、从右向左文字里的方向符保留。静默。',
  'compose-characters':
    '把拆开的字符合成（NFC），把康熙部首、竖排标点、半角日文标点换成通用字符；不用 NFKC，⑳、m²、½ 不变。静默。',
  'unwrap-number-formulas':
    '把排成 LaTeX 公式的数字（`$15.4\\%$`）还原；公式里不只是数字的，保留并提示 `formula-left`。',
  'narrow-digits': '全角数字、拉丁字母改半角。静默。',
  'plain-blanks':
    '各种空格统一为一个普通空格，去掉首尾空格；句号后的两格缩进是丢了的分段，在那里分开。静默。',
  'close-role-words': '署名、电头里被断行拆开的“本报记者”“通讯员”等（`通讯 员`）接上。静默。',
  'widen-punctuation': '中文里的半角标点改全角；数字、时间、比分、网址、外文里的不动。静默。',
  'close-title-numbers': '标题里数字两旁由工具加上的空格去掉。',
  'mend-ellipses': '`...`、`。。。`、单个 `…` 等改为 `……`。静默。',
  'mend-dashes': '`--`、制表线等改为 `——`；数字之间误认为“一”的连接号改为 `—`。静默。',
  'simplify-glyphs':
    '简体文字里零星的繁体字改为简体；整段繁体不动；人名里的改后提示 `traditional-in-name`。',
  'confusable-glyphs':
    '形近误认的字（人/入、已/己、未/末……）按上下文改正；换一个形近字才成词的（生恋 → 生态）查表改正。把握大的静默，小一些的改后提示，再小的只提示 `confusable-glyph`。',
  'restore-deck-dashes':
    '副题开头的破折号被认成“一”或短横的，改回 `——`：要紧接标题，下面是署名、电头、正文或图片；认成“一”的提示 `deck-dash`。',
  'space-reporter-names': '本报讯里“记者”与人名之间丢了的空格补上。静默。',
  'close-list-gaps':
    '名单、时刻、价目等行里和文末括号署名里，排宽的人名（卢 敏）并拢，全角标点旁的空格去掉；栏目之间的空格不动。静默。',
  'pair-heading-quotes': '标题里的直引号配成 “ ” 和 ‘ ’；配不上的保留并提示 `quote-unpaired`。',
  'drop-ghost-lines':
    '被识别了两次的一行（上文末行的重影，或下文首行先读了一遍）删去，提示 `ghost-line`（提示里有全文）；只有几分像的只提示，不删；与上一句成对、从句首起的（第一组……第二组……）是另一句，不删。',
  'split-lost-paragraphs':
    '丢了的分段按行宽（末行短、首行缩进）和段首用语找回；证据不足的提示 `paragraph-split-unsure`。',
  'rejoin-broken-sentences':
    '被分栏断开的句子接上。看两边的字词、未闭合的引号和括号、行宽；拿不准的提示 `sentence-join-unsure` 或 `sentence-break-unsure`。',
  'restore-final-stops':
    '整段完整、只丢了句号的补上，提示 `missing-full-stop`；段内没有标点的，用词像正文、上下都是整段才补；话没说完的不动，提示 `paragraph-breaks-off`。',
  'close-line-joins':
    '换行处留下的空格去掉；人名之间、标题两半之间的空格保留；拿不准的提示 `title-blank`。',
  'pair-quotes': '正文里的直引号配对（可嵌套），在断句接好之后做；配不上的提示 `quote-unpaired`。',
  'rejoin-latin-sentences': '外文：被分栏断开的句子接上。静默。',
  'dehyphenate-words':
    '外文：行末断开的单词接上；同页别处有整词或连字符词的照它，没有的接上并提示 `word-rejoined`。',
  'join-printed-lines': '外文、繁体、日文、韩文：段内的换行去掉，词与词之间留空格。静默。',
};

const scriptNames: Readonly<Record<string, string>> = {
  'han-simplified': '简体',
  'han-traditional': '繁体',
  japanese: '日文',
  korean: '韩文',
  latin: '拉丁字母',
};

const damageNames: Readonly<Record<string, string>> = {
  none: '不弄坏',
  'line-joins': '换行处留空格',
  'column-breaks': '分栏断句',
  'lost-breaks': '丢分段',
  'ghost-lines': '重影行',
  'lost-stops': '丢句号',
  'lost-lines': '丢末行',
  glyphs: '形近误认',
  'half-width': '半角标点',
  'straight-quotes': '直引号',
  traditional: '零星繁体',
  strokes: '破折号、省略号走样',
  'all at once': '以上一起（各三成）',
};

const damageName = (damage: string): string =>
  damage
    .split(' + ')
    .map((part) => damageNames[part] ?? part)
    .join(' + ');

/** In a table's cell or a code span nothing may be read as Markdown. */
const cell = (text: string): string => `\`${text.replaceAll('|', '\\|').trim()}\``;

const resultsFile = new URL('../bench/results/ocr-repairs.json', import.meta.url);
if (!existsSync(resultsFile)) {
  console.error('没有 bench/results/ocr-repairs.json：请先运行 npm run bench -- ocr-repairs');
  process.exit(1);
}
const { details } = JSON.parse(readFileSync(resultsFile, 'utf8')) as Results;

const lines: string[] = [
  '# 修补',
  '',
  '导入时，识别之误由一张有次序的表逐项修补（`src/importer/repair/repairs.ts`）。每项只提出“替换、接上、分开”三种改动，由同一处执行并记账：按账重放必须得到新文字，否则整版拒收。没有哪个字会无声地丢掉。',
  '',
  '拿得准的静默修好，拿不准的修好并提示，再没有把握的只提示。每项只对它所属的文字生效：繁体、日文、外文版面不会被按简体修补。',
  '',
  '本页由 `npm run bench -- ocr-repairs && node docs/repairs.ts` 生成；例子取自各项源文件的开头，测试读的也是它们。',
  '',
  '## 量得的误改率',
  '',
  `干净文字是 2024 年的真实新闻（训练只用 2022、2023 年），每项单独运行。无声改动的标准：每万段不超过一处。`,
  '',
  '| 修补 | 段落 | 无声改动 | 有提示的改动 | 无声改动／万段 |',
  '| --- | ---: | ---: | ---: | ---: |',
  ...details.clean.map(
    (row) =>
      `| ${row.repair.includes(':') ? '书名号、引号里的间隔' : `[${row.repair}](#${row.repair})`} | ${row.paragraphs} | ${row.silent} | ${row.flagged} | ${row.per10000.toFixed(2)} |`,
  ),
  '',
  '## 在弄坏的文字上',
  '',
  '把同样的新闻按 13 至 17 字的栏宽排好，照识别工具的样子弄坏，再用全部修补还原，逐段比对。“丢末行”的段落不可能还原，只看有没有提示。',
  '',
  '| 损坏 | 处 | 段落 | 逐字无误 | 有误有提示 | 有误无提示 |',
  '| --- | ---: | ---: | ---: | ---: | ---: |',
  ...details.damage.map(
    (row) =>
      `| ${damageName(row.damage)} | ${row.places} | ${row.paragraphs} | ${row.verbatim.toFixed(2)} % | ${row.flagged.toFixed(2)} % | ${row.silent.toFixed(2)} % |`,
  ),
  '',
  '## 断句怎样定',
  '',
  '没有句号不等于话没说完：样例版面 11 处里有 3 处是真的段落结尾。`decide-boundary.ts` 用三个小模型：两边的字词接得上吗（`boundaryScore`）、左边是完整的句子吗（`completionScore`）、右边像段首吗（`openingScore`），再加行宽、缩进、未闭合的引号和括号。模型是哈希过的字词特征上的逻辑回归，分词和词性取自 jieba 的词典，从广播新闻和自编的地方新闻（`bench/corpus/local-news`）学来；权重一字节一个，压缩后存在 `boundary-table.json`，形近字的在 `confusable-table.json`。',
  '',
  '重新训练（语料放在 `EPAPER_CORPUS` 所指的文件夹）：`node bench/ocr-train-boundary.ts --write`、`node bench/ocr-train-confusables.ts --write`。',
  '',
  '# 各项修补',
  '',
  '下面按运行次序排列。`⏎` 隔开段落，`#` 是标题，`\\u3000` 之类是看不见的字符。',
];
for (const repair of repairs) {
  const source = readFileSync(
    new URL(`../src/importer/repair/repairs/${repair.id}.ts`, import.meta.url),
    'utf8',
  );
  const what = told[repair.id];
  if (what === undefined) {
    console.error(`docs/repairs.ts：没有 ${repair.id} 的说明，请在 told 里补上一句。`);
    process.exit(1);
  }
  lines.push(
    '',
    `## ${repair.id}`,
    '',
    what,
    '',
    `阶段：${repair.stage === 'page' ? '整版' : '单篇'}；文字：${repair.scripts.map((script) => scriptNames[script] ?? script).join('、')}；先做：${repair.after.length === 0 ? '无' : repair.after.join('、')}。`,
  );
  const pairs: string[] = [];
  const kept: string[] = [];
  for (const { line } of parseRepairExamples(source)) {
    const [before = '', rest = ''] = line.split(' -> ');
    const [after = '', ...notes] = rest.split(' ! ');
    const finding = notes.map((note) => `\`${note.trim()}\``).join('、');
    if (after.trim() === '==')
      kept.push(`- ${cell(before)}${finding === '' ? '' : `（提示 ${finding}）`}`);
    else pairs.push(`| ${cell(before)} | ${cell(after)} | ${finding} |`);
  }
  lines.push('', '| 之前 | 之后 | 提示 |', '| --- | --- | --- |', ...pairs);
  lines.push('', '不得改动：', '', ...kept);
}
writeFileSync(new URL('repairs.md', import.meta.url), `${lines.join('\n')}\n`);
console.log('docs/repairs.md');
