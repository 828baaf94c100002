import { readFileSync, readSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { setFlagsFromString } from 'node:v8';
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
import type { Bilingual } from '../newspaper/bilingual.ts';
import {
  decideCommandLanguage,
  languageOption,
  wrongLanguage,
  type CommandLanguage,
} from '../wording/command-language.ts';
import { paperLanguageOf } from '../manuscript/paper-language.ts';
import { inLanguage } from '../wording/in-language.ts';
import { join } from 'node:path';
import { parseOptions } from '../wording/parse-options.ts';
import { unknownPaper } from './page/known-paper.ts';
import { detachReport, jsonReport, renderReadableReport, type PageReport } from './report.ts';
import type { Reviewer } from './review/review-page.ts';

const usage: Bilingual = {
  zh: `用法：npm run import -- 路径… --date 2022-12-19 [选项]

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
  --lang zh|en       说中文还是英文
  --yes              不再询问
  --help             这份说明

退出码：0 完成（不论有没有待核之处）；1 有版被拒绝或失败；2 用法不对。
每条提示的意思和做法见 docs/importing.md。
`,
  en: `Usage: npm run import -- PATH… --date 2022-12-19 [options]

Makes articles in content/ of OCR’d newspaper pages (Markdown, plain text, ALTO XML).
A path is a file, a folder with all in it, or - for standard input.

  --date DATE        date of the paper, as 2022-12-19; not needed where the path has it (2022-12-19/01.md)
  --page N           page number, from 1; else the printed one, the file’s name, or the order of the files
  --page-name NAME   such as News
  --content DIR      content folder; default content (or EPAPER_CONTENT)
  --encoding NAME    where the source is not UTF-8: gb18030, big5, shift_jis …
  --review           go through what a person should look at, and decide; decisions are kept beside
                     the source page and hold at the next import. Without a terminal it prints a
                     decisions file to fill in, and writes nothing
  --dry-run          report only, and write nothing
  --json             print the report as JSON on standard output, and nothing else
  --lang zh|en       the language of this command
  --yes              do not ask
  --help             this text

Exit codes: 0 done (with or without findings to review); 1 a page was refused or failed; 2 wrong use.
What each finding means, and what to do, stands in docs/importing.md.
`,
};

/**
 * Runs `npm run import`.
 *
 * @param argv after `--`
 * @returns the exit code
 */
export async function runImport(argv: readonly string[]): Promise<number> {
  try {
    const options = readOptions(argv);
    return options === undefined ? 0 : await importAll(options);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    process.stderr.write(error.message);
    return 2;
  }
}

/** Thrown where the command cannot be done as it was given. */
class WrongUse extends Error {
  constructor(message: Bilingual, language: CommandLanguage) {
    const hint = { zh: '用法见 npm run import -- --help', en: 'See npm run import -- --help' };
    super(`${message[language]}\n${hint[language]}\n`);
  }
}

async function importAll(options: Options): Promise<number> {
  const dated = findInputs(options);
  const hasTerminal = Boolean(process.stdin.isTTY && process.stderr.isTTY);
  const review = !options.review
    ? undefined
    : hasTerminal
      ? await openTerminal(options.language)
      : 'template';
  if (
    !options.yes &&
    !options.json &&
    !options.dryRun &&
    review === undefined &&
    process.stdin.isTTY &&
    process.stdout.isTTY
  ) {
    if (!(await confirm(dated.length, options))) {
      process.stdout.write(
        `${{ zh: '没有导入。', en: 'Nothing was imported.' }[options.language]}\n`,
      );
      return 0;
    }
  }
  const { reports, more, templates } = await importInputs(dated, options, review);
  const findings = [...more, ...reports.flatMap((report) => report.findings)];
  const failed = findings.some((finding) => finding.severity === 'error');
  if (review === 'template') {
    process.stdout.write(templates.join('\n'));
    for (const finding of findings.filter((one) => one.severity === 'error')) {
      const { file, line, message } = inLanguage(finding, options.language);
      process.stderr.write(`${file}:${line} ${message}\n`);
    }
    return failed ? 1 : 0;
  }
  if (options.json) {
    let pending = '';
    for (const piece of jsonReport(reports, more, options.language)) {
      pending += piece;
      if (pending.length < 65_536) continue;
      process.stdout.write(pending);
      pending = '';
    }
    process.stdout.write(pending);
  } else process.stdout.write(renderReadableReport(reports, more, options));
  return failed ? 1 : 0;
}

/** Asking takes a library that an import without questions does not wait for. */
async function openTerminal(language: CommandLanguage): Promise<Reviewer> {
  const { terminalReviewer } = await import('./review/terminal-reviewer.ts');
  return terminalReviewer(process.stdin, process.stderr, language);
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
  lang: { type: 'string' },
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

type Values = NonNullable<ReturnType<typeof parseOptions<typeof optionShapes>>['values']>;

interface Options extends Readonly<Pick<Values, 'encoding' | 'review' | 'json' | 'yes'>> {
  readonly paths: readonly string[];
  readonly date: IssueDate | undefined;
  readonly page: number | undefined;
  readonly pageName: string | undefined;
  readonly content: string;
  readonly dryRun: boolean;
  readonly language: CommandLanguage;
}

/** Gives undefined where help was asked for, and prints it. */
function readOptions(argv: readonly string[]): Options | undefined {
  let language = decideCommandLanguage(languageOption(argv), process.env);
  const parsed = parseOptions(argv, optionShapes, language, optionExamples);
  if (parsed.wrong !== undefined) {
    throw new WrongUse({ zh: parsed.wrong, en: parsed.wrong }, language);
  }
  const { values, positionals } = parsed;
  const content = values.content ?? process.env.EPAPER_CONTENT ?? 'content';
  language = decideCommandLanguage(values.lang, process.env, languageOf(content));
  if (values.help) {
    process.stdout.write(usage[language]);
    return undefined;
  }
  const wrong = wrongLanguage(values.lang) ?? findWrongUse(values, positionals);
  if (wrong !== undefined) throw new WrongUse(wrong, language);
  return {
    ...values,
    paths: positionals,
    date: values.date as IssueDate | undefined,
    page: values.page === undefined ? undefined : Number(values.page),
    pageName: values['page-name'],
    content,
    dryRun: values['dry-run'],
    language,
  };
}

function findWrongUse(values: Values, paths: readonly string[]): Bilingual | undefined {
  const { date, page, encoding } = values;
  if (paths.length === 0) {
    return {
      zh: '没有给出要导入的文件或文件夹，如 npm run import -- scans/2022-12-19',
      en: 'Name the files or folders to import, as in npm run import -- scans/2022-12-19',
    };
  }
  if (paths.filter((path) => path === '-').length > 1) {
    return { zh: '标准输入（-）只能给一次', en: 'Standard input (-) can be given once only' };
  }
  if (values.review && values['dry-run']) {
    return {
      zh: '--review 要写决定文件，不能与 --dry-run 同用',
      en: '--review writes a decisions file, and cannot go with --dry-run',
    };
  }
  if (date !== undefined && !isIssueDate(date)) {
    return {
      zh: `--date 应为确有其日的 YYYY-MM-DD，实为 ${date || '空的'}`,
      en: `--date must be a day that is, as YYYY-MM-DD; found ${date || 'nothing'}`,
    };
  }
  if (page !== undefined && (!/^\d{1,3}$/.test(page) || Number(page) < 1)) {
    return {
      zh: `--page 应为 1 至 999 的整数，实为 ${page || '空的'}`,
      en: `--page must be a whole number from 1 to 999; found ${page || 'nothing'}`,
    };
  }
  if (encoding !== undefined && !isEncoding(encoding)) {
    return {
      zh: `--encoding 应为 utf-8、utf-16le、utf-16be、gb18030、big5、shift_jis、euc-jp、euc-kr 之一，实为 ${encoding || '空的'}`,
      en: `--encoding must be utf-8, utf-16le, utf-16be, gb18030, big5, shift_jis, euc-jp or euc-kr; found ${encoding || 'nothing'}`,
    };
  }
  return undefined;
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

/** The paper's own language; undefined where it has none yet. */
function languageOf(content: string): string | undefined {
  const file = join(content, 'publication.yaml');
  try {
    return statSync(file).isFile() ? paperLanguageOf(readFileSync(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

interface DatedInput extends InputFile {
  readonly date: IssueDate;
}

function findInputs({ paths, date: given, language }: Options): readonly DatedInput[] {
  let inputs: readonly InputFile[];
  try {
    inputs = listInputs(nodeDisk, paths);
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === undefined) throw error;
    const path = (error as NodeJS.ErrnoException).path ?? paths.join(', ');
    throw new WrongUse(
      code === 'ENOENT'
        ? { zh: `没有这个文件或文件夹：${path}`, en: `There is no such file or folder: ${path}` }
        : {
            zh: `读不到 ${path}：${(error as Error).message}`,
            en: `Cannot read ${path}: ${(error as Error).message}`,
          },
      language,
    );
  }
  if (inputs.length === 0) {
    throw new WrongUse(
      {
        zh: '文件夹里没有 .md、.txt 或 .xml 文件',
        en: 'The folder has no .md, .txt or .xml file',
      },
      language,
    );
  }
  return inputs.map((input) => {
    const date = given ?? input.date;
    if (date !== undefined) return { ...input, date };
    throw new WrongUse(
      {
        zh: `不知道 ${input.path} 是哪一天的报纸：请加 --date，如 --date 2022-12-19`,
        en: `Nothing says of which day ${input.path} is: add --date, as in --date 2022-12-19`,
      },
      language,
    );
  });
}

async function confirm(count: number, { content, language }: Options): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const question = {
    zh: `把 ${count} 个文件导入 ${content}/？[Y/n] `,
    en: `Import ${count} ${count === 1 ? 'file' : 'files'} into ${content}/? [Y/n] `,
  };
  try {
    const answer = await lines.question(question[language]);
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

/**
 * V8 lets a heap grow to several times of what is kept before it looks what may go: a thousand pages take
 * 449 MB instead of 308. By two fifths at a time costs a single page 0.1 of its 0.8 CPU seconds.
 */
const manyInputs = 10;

async function importInputs(
  inputs: readonly DatedInput[],
  options: Options,
  review: Reviewer | 'template' | undefined,
): Promise<Run> {
  if (inputs.length > manyInputs) setFlagsFromString('--heap-growing-percent=40');
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
      language: options.language,
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
      // Only --json tells what needs nobody; a thousand pages have ten thousand such findings.
      const told = (page: PageReport): PageReport =>
        options.json
          ? page
          : { ...page, findings: page.findings.filter(({ severity }) => severity !== 'info') };
      reports.push(...pages.map((page) => detachReport(told(page))));
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
    return diskProblem(error, file, { zh: '没有读到内容', en: 'nothing was read' });
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
