import { readFileSync, readSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { Finding } from '../newspaper/finding.ts';
import { isIssueDate, type IssueDate } from '../newspaper/issue-date.ts';
import { ContentImporter } from './content-importer.ts';
import { maxSourceBytes, tooLarge } from './segment/decode-source.ts';
import { errorCodeOf } from './place/disk.ts';
import { diskProblem } from './place/disk-problem.ts';
import { listInputs, type InputFile } from './place/list-inputs.ts';
import { loadKnownPaper } from './place/load-known-paper.ts';
import { nodeDisk } from './place/node-disk.ts';
import { openContent } from './place/open-content.ts';
import { explainWrongOption } from '../wording/explain-wrong-option.ts';
import { unknownPaper } from './page/known-paper.ts';
import { detachReport, renderJsonReport, renderReadableReport, type PageReport } from './report.ts';
import type { Reviewer } from './review/review-page.ts';
import { terminalReviewer } from './review/terminal-reviewer.ts';

const usage = `用法：npm run import -- 路径… --date 2022-12-19 [选项]

把识别出来的报纸版面（Markdown、纯文本、ALTO XML）变成 content/ 里的文章。
路径可以是文件、文件夹（连同其中各层），或 - 表示标准输入。

  --date 日期        报纸日期，如 2022-12-19；路径里有日期（2022-12-19/01.md）时可以不写
  --page 版次        第几版，从 1 起；不写则看版面所印，再看文件名，再按次序
  --page-name 版名   如：要闻
  --content 文件夹   内容文件夹，默认 content（或环境变量 EPAPER_CONTENT）
  --encoding 编码    原文不是 UTF-8 时指明，如 gb18030、big5、shift_jis
  --review           逐条看待核之处，当场决定；决定存在识别稿旁，再导入时照办。
                     没有终端时，印出可填写的决定文件，不写任何文件
  --dry-run          只报告，不写任何文件
  --json             报告以 JSON 打印在标准输出，此外什么也不打印
  --yes              不再询问
  --help             这份说明

退出码：0 完成（不论有没有待核之处）；1 有版被拒绝或失败；2 用法不对。
每条提示的意思和做法见 docs/importing.md。
`;

interface Options {
  readonly paths: readonly string[];
  readonly date: IssueDate | undefined;
  readonly page: number | undefined;
  readonly pageName: string | undefined;
  readonly content: string;
  readonly encoding: string | undefined;
  readonly dryRun: boolean;
  readonly review: boolean;
  readonly json: boolean;
  readonly yes: boolean;
}

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  if (typeof options === 'number') return options;
  const inputs = findInputs(options);
  if (!Array.isArray(inputs)) return 2;
  const dated = datedInputs(inputs as readonly InputFile[], options);
  if (dated === undefined) return 2;
  const hasTerminal = Boolean(process.stdin.isTTY && process.stderr.isTTY);
  const review = !options.review
    ? undefined
    : hasTerminal
      ? terminalReviewer(process.stdin, process.stderr)
      : 'template';
  if (
    !options.yes &&
    !options.json &&
    !options.dryRun &&
    review === undefined &&
    process.stdin.isTTY &&
    process.stdout.isTTY
  ) {
    if (!(await confirm(dated.length, options.content))) {
      console.log('没有导入。');
      return 0;
    }
  }
  const { reports, more, templates } = await importInputs(dated, options, review);
  const findings = [...more, ...reports.flatMap((report) => report.findings)];
  const failed = findings.some((finding) => finding.severity === 'error');
  if (review === 'template') {
    process.stdout.write(templates.join('\n'));
    for (const { file, line, message } of findings.filter((one) => one.severity === 'error')) {
      process.stderr.write(`${file}:${line} ${message}\n`);
    }
    return failed ? 1 : 0;
  }
  process.stdout.write(
    options.json ? renderJsonReport(reports, more) : renderReadableReport(reports, more, options),
  );
  return failed ? 1 : 0;
}

const optionShapes = {
  date: { type: 'string' },
  page: { type: 'string' },
  'page-name': { type: 'string' },
  content: { type: 'string' },
  encoding: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  review: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  yes: { type: 'boolean', short: 'y', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const optionExamples = {
  date: '2022-12-19',
  page: '1',
  'page-name': '要闻',
  content: 'content',
  encoding: 'gb18030',
};

/** Gives an exit code where there is nothing to do but say so. */
function readOptions(argv: readonly string[]): Options | number {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: optionShapes,
    });
  } catch (error) {
    return wrongUse(explainWrongOption(error, Object.keys(optionShapes), 'zh', optionExamples));
  }
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (positionals.length === 0) return wrongUse('没有给出要导入的文件或文件夹');
  if (positionals.filter((path) => path === '-').length > 1)
    return wrongUse('标准输入（-）只能给一次');
  if (values.review && values['dry-run'])
    return wrongUse('--review 要写决定文件，不能与 --dry-run 同用');
  const { date, page } = values;
  if (date !== undefined && !isIssueDate(date)) {
    return wrongUse(`--date 应为确有其日的 YYYY-MM-DD，实为 ${date || '空的'}`);
  }
  if (page !== undefined && (!/^\d{1,3}$/.test(page) || Number(page) < 1)) {
    return wrongUse(`--page 应为 1 至 999 的整数，实为 ${page || '空的'}`);
  }
  return {
    paths: positionals,
    date,
    page: page === undefined ? undefined : Number(page),
    pageName: values['page-name'],
    content: values.content ?? process.env.EPAPER_CONTENT ?? 'content',
    encoding: values.encoding,
    dryRun: values['dry-run'],
    review: values.review,
    json: values.json,
    yes: values.yes,
  };
}

function wrongUse(message: string): number {
  process.stderr.write(`${message}\n用法见 npm run import -- --help\n`);
  return 2;
}

function findInputs(options: Options): readonly InputFile[] | number {
  try {
    const inputs = listInputs(nodeDisk, options.paths);
    return inputs.length > 0 ? inputs : wrongUse('文件夹里没有 .md、.txt 或 .xml 文件');
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === undefined) throw error;
    const path = (error as NodeJS.ErrnoException).path ?? options.paths.join('、');
    if (code === 'ENOENT') return wrongUse(`没有这个文件或文件夹：${path}`);
    return wrongUse(`读不到 ${path}：${(error as Error).message}`);
  }
}

interface DatedInput extends InputFile {
  readonly date: IssueDate;
}

function datedInputs(
  inputs: readonly InputFile[],
  options: Options,
): readonly DatedInput[] | undefined {
  const dated: DatedInput[] = [];
  for (const input of inputs) {
    const date = options.date ?? input.date;
    if (date === undefined) {
      wrongUse(`不知道 ${input.path} 是哪一天的报纸：请加 --date，如 --date 2022-12-19`);
      return undefined;
    }
    dated.push({ ...input, date });
  }
  return dated;
}

async function confirm(count: number, content: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await lines.question(`把 ${count} 个文件导入 ${content}/？[Y/n] `);
    return !/^\s*n/i.test(answer);
  } finally {
    lines.close();
  }
}

interface Run {
  readonly reports: readonly PageReport[];
  /** Findings about the content folder, and about no page. */
  readonly more: readonly Finding[];
  /** What a person without a terminal is to fill in. */
  readonly templates: readonly string[];
}

async function importInputs(
  inputs: readonly DatedInput[],
  options: Options,
  review: Reviewer | 'template' | undefined,
): Promise<Run> {
  const writes = !options.dryRun && review !== 'template';
  const content = writes ? openContent(nodeDisk, options.content) : undefined;
  if (content !== undefined && !('root' in content)) {
    return { reports: [], more: content, templates: [] };
  }
  try {
    const root = content?.root ?? options.content;
    const dates = [...new Set(inputs.map((input) => input.date))];
    const more: Finding[] = [...(content?.findings ?? [])];
    let known = unknownPaper;
    if (content || nodeDisk.entryAt(root) !== undefined) {
      const loaded = loadKnownPaper(nodeDisk, root, dates);
      known = loaded.paper;
      more.push(...loaded.findings);
    }
    const importer = new ContentImporter(nodeDisk, root, content, known, {
      encoding: options.encoding,
      pageName: options.pageName,
      review,
    });
    const reports: PageReport[] = [];
    const nextPage = new Map<IssueDate, number>();
    const shows = process.stderr.isTTY && !options.json && inputs.length > 20;
    for (const [index, input] of inputs.entries()) {
      if (shows)
        process.stderr.write(`\r${index + 1}/${inputs.length} ${input.path.slice(-60)}\u001b[K`);
      const number = options.page ?? input.page ?? nextPage.get(input.date) ?? 1;
      const isStandardInput = input.path === '-';
      const file = isStandardInput ? 'stdin' : input.path;
      const pages = await importer.importFile({
        path: isStandardInput ? undefined : input.path,
        file,
        bytes: readInput(input.path, file),
        date: input.date,
        page: number,
        pageGiven: options.page !== undefined && inputs.length === 1,
      });
      reports.push(...pages.map(detachReport));
      nextPage.set(input.date, Math.max(number, ...pages.map(({ page }) => page.page)) + 1);
    }
    if (shows) process.stderr.write('\r\u001b[K');
    return { reports, more, templates: importer.templates };
  } finally {
    content?.close();
  }
}

function readInput(path: string, file: string): Uint8Array | Finding {
  try {
    if (path === '-') return readStandardInput(file);
    const { size } = statSync(path);
    return size > maxSourceBytes ? tooLarge(file, size) : readFileSync(path);
  } catch (error) {
    return diskProblem(error, file, '没有读到内容');
  }
}

/** Reads no more than a page can be: what is piped in may have no end. */
function readStandardInput(file: string): Uint8Array | Finding {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const chunk = new Uint8Array(64 * 1024);
    let count: number;
    try {
      count = readSync(0, chunk);
    } catch (error) {
      // A terminal or a pipe with nothing in it yet; on Windows, its end.
      if (errorCodeOf(error) === 'EAGAIN') continue;
      if (errorCodeOf(error) === 'EOF') break;
      throw error;
    }
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
    total += count;
    if (total > maxSourceBytes) return tooLarge(file, total);
  }
  return Buffer.concat(chunks);
}

process.exitCode = await run(process.argv.slice(2));
