import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { Finding } from '../newspaper/finding.ts';
import { isIssueDate, type IssueDate } from '../newspaper/issue-date.ts';
import { formatPageNumber } from '../newspaper/page.ts';
import { decodeSource, maxSourceBytes, tooLarge } from './disk/decode-source.ts';
import { errorCodeOf } from './disk/disk.ts';
import { diskProblem } from './disk/disk-problem.ts';
import { reconcileHandEdits } from './disk/hand-edits.ts';
import { importRecordPath, parseImportRecord } from './disk/import-record.ts';
import { listInputs, type InputFile } from './disk/list-inputs.ts';
import { loadKnownPaper } from './disk/load-known-paper.ts';
import { nodeDisk } from './disk/node-disk.ts';
import { openContent, type OpenContent } from './disk/open-content.ts';
import { pageImages, type PageImages } from './disk/page-images.ts';
import {
  importPages,
  listPageImages,
  renderPageFiles,
  widenPaper,
  type ContentFile,
  type ImportedPage,
} from './import-page.ts';
import { unknownPaper, type KnownPaper } from './known-paper.ts';
import {
  renderJsonReport,
  renderReadableReport,
  type PageReport,
  type ReportedArticle,
} from './report.ts';

const usage = `用法：npm run import -- 路径… --date 2022-12-19 [选项]

把识别出来的报纸版面（Markdown、纯文本、ALTO XML）变成 content/ 里的文章。
路径可以是文件、文件夹（连同其中各层），或 - 表示标准输入。

  --date 日期        报纸日期，如 2022-12-19；路径里有日期（2022-12-19/01.md）时可以不写
  --page 版次        第几版，从 1 起；不写则看版面所印，再看文件名，再按次序
  --page-name 版名   如：要闻
  --content 文件夹   内容文件夹，默认 content（或环境变量 EPAPER_CONTENT）
  --encoding 编码    原文不是 UTF-8 时指明，如 gb18030、big5、shift_jis
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
  if (
    !options.yes &&
    !options.json &&
    !options.dryRun &&
    process.stdin.isTTY &&
    process.stdout.isTTY
  ) {
    if (!(await confirm(dated.length, options.content))) {
      console.log('没有导入。');
      return 0;
    }
  }
  const { reports, more } = importInputs(dated, options);
  const text = options.json
    ? renderJsonReport(reports, more)
    : renderReadableReport(reports, more, options);
  process.stdout.write(text);
  const findings = [...more, ...reports.flatMap((report) => report.findings)];
  return findings.some((finding) => finding.severity === 'error') ? 1 : 0;
}

/** Gives an exit code where there is nothing to do but say so. */
function readOptions(argv: readonly string[]): Options | number {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        date: { type: 'string' },
        page: { type: 'string' },
        'page-name': { type: 'string' },
        content: { type: 'string' },
        encoding: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        yes: { type: 'boolean', short: 'y', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return wrongUse(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (positionals.length === 0) return wrongUse('没有给出要导入的文件或文件夹');
  if (positionals.filter((path) => path === '-').length > 1)
    return wrongUse('标准输入（-）只能给一次');
  const { date, page } = values;
  if (date !== undefined && !isIssueDate(date)) {
    return wrongUse(`--date 应为确有其日的 YYYY-MM-DD，实为 ${date}`);
  }
  if (page !== undefined && (!/^\d{1,3}$/.test(page) || Number(page) < 1)) {
    return wrongUse(`--page 应为 1 至 999 的整数，实为 ${page}`);
  }
  return {
    paths: positionals,
    date,
    page: page === undefined ? undefined : Number(page),
    pageName: values['page-name'],
    content: values.content ?? process.env.EPAPER_CONTENT ?? 'content',
    encoding: values.encoding,
    dryRun: values['dry-run'],
    json: values.json,
    yes: values.yes,
  };
}

function wrongUse(message: string): number {
  process.stderr.write(`${message}\n\n${usage}`);
  return 2;
}

function findInputs(options: Options): readonly InputFile[] | number {
  try {
    const inputs = listInputs(nodeDisk, options.paths);
    return inputs.length > 0 ? inputs : wrongUse('文件夹里没有 .md、.txt 或 .xml 文件');
  } catch (error) {
    if (errorCodeOf(error) === undefined) throw error;
    return wrongUse(`读不到 ${options.paths.join('、')}：${(error as Error).message}`);
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

function importInputs(
  inputs: readonly DatedInput[],
  options: Options,
): { reports: readonly PageReport[]; more: readonly Finding[] } {
  const content = options.dryRun ? undefined : openContent(nodeDisk, options.content);
  if (Array.isArray(content)) return { reports: [], more: content };
  const open = content as OpenContent | undefined;
  try {
    const root = open?.root ?? options.content;
    const dates = [...new Set(inputs.map((input) => input.date))];
    const more: Finding[] = [...(open?.findings ?? [])];
    let known = unknownPaper;
    if (open || nodeDisk.entryAt(root) !== undefined) {
      const loaded = loadKnownPaper(nodeDisk, root, dates);
      known = loaded.paper;
      more.push(...loaded.findings);
    }
    const desk = new Desk(open, root, known, options);
    const reports: PageReport[] = [];
    const nextPage = new Map<IssueDate, number>();
    const shows = process.stderr.isTTY && !options.json && inputs.length > 20;
    for (const [index, input] of inputs.entries()) {
      if (shows)
        process.stderr.write(`\r${index + 1}/${inputs.length} ${input.path.slice(-60)}\u001b[K`);
      const number = options.page ?? input.page ?? nextPage.get(input.date) ?? 1;
      const pages = desk.importFile(
        input,
        number,
        options.page !== undefined && inputs.length === 1,
      );
      reports.push(...pages);
      nextPage.set(input.date, Math.max(number, ...pages.map(({ page }) => page.page)) + 1);
    }
    if (shows) process.stderr.write('\r\u001b[K');
    return { reports, more };
  } finally {
    open?.close();
  }
}

/** Imports file after file into one content folder, and remembers what the paper has become. */
class Desk {
  readonly #content: OpenContent | undefined;
  readonly #root: string;
  readonly #options: Options;
  #known: KnownPaper;

  constructor(content: OpenContent | undefined, root: string, known: KnownPaper, options: Options) {
    this.#content = content;
    this.#root = root;
    this.#known = known;
    this.#options = options;
  }

  importFile(input: DatedInput, number: number, numberGiven: boolean): readonly PageReport[] {
    const file = input.path === '-' ? 'stdin' : input.path;
    const bytes = readInput(input.path, file);
    const decoded =
      bytes instanceof Uint8Array
        ? decodeSource({
            bytes,
            file,
            ...(this.#options.encoding === undefined ? {} : { encoding: this.#options.encoding }),
          })
        : { kind: 'refused' as const, findings: [bytes] };
    if (decoded.kind === 'refused') return [refusal(input, file, number, decoded.findings)];
    const images = pageImages(nodeDisk, input.path === '-' ? undefined : input.path);
    const pages = importPages({
      text: decoded.text,
      file,
      date: input.date,
      page: number,
      pageGiven: numberGiven,
      ...(this.#options.pageName === undefined ? {} : { pageName: this.#options.pageName }),
      known: this.#known,
      imageExtension: (path) => images.extensionOf(path),
    });
    return pages.map((page, index) => {
      const report = this.#place(
        page,
        file,
        images,
        pages.length === 1 ? (bytes as Uint8Array) : undefined,
      );
      return index === 0
        ? { ...report, findings: [...decoded.findings, ...report.findings] }
        : report;
    });
  }

  #place(
    page: ImportedPage,
    file: string,
    images: PageImages,
    bytes: Uint8Array | undefined,
  ): PageReport {
    if (page.refused) return { page, file, articles: [], findings: page.findings };
    const number = formatPageNumber(page.page);
    const texts = renderPageFiles(page, this.#known, bytes);
    const pictures = listPageImages(page).map(({ from, to }): ContentFile => ({
      path: to,
      contents: images.bytesOf(from),
      role: 'article',
    }));
    const recordPath = importRecordPath(page.date, number);
    const read = (path: string): Uint8Array | undefined => {
      const whole = join(this.#root, path);
      return nodeDisk.entryAt(whole) === 'file' ? nodeDisk.readFile(whole) : undefined;
    };
    const recordBytes = read(recordPath);
    const { record, findings: recordFindings } = parseImportRecord(
      recordBytes && new TextDecoder().decode(recordBytes),
      recordPath,
    );
    const reconciled = reconcileHandEdits({
      record,
      recordPath,
      folder: `articles/${page.date}/${number}`,
      incoming: [...texts, ...pictures],
      read,
      file,
      firstLine: page.source.firstLine,
    });
    const placed = this.#content?.place(reconciled.placement);
    const findings = [...page.findings, ...recordFindings, ...reconciled.findings];
    if (placed?.kind === 'refused') {
      return {
        page: { ...page, refused: true },
        file,
        articles: [],
        findings: [...placed.findings, ...findings],
      };
    }
    this.#remember(page, texts);
    const statusAt = new Map(reconciled.statuses.map(({ path, status }) => [path, status]));
    const articles = page.articles.map((draft): ReportedArticle => {
      const path = `articles/${page.date}/${number}/${draft.slug}.mdx`;
      const { headline, order } = draft.frontMatter;
      return {
        file: path,
        order,
        status: statusAt.get(path) ?? 'unchanged',
        ...(headline ? { headline } : {}),
      };
    });
    return { page, file, articles, findings };
  }

  #remember(page: ImportedPage, files: readonly ContentFile[]): void {
    const edition = files.find((one) => one.role === 'edition');
    const wide = widenPaper(this.#known, page);
    this.#known = {
      ...wide,
      articles: wide.articles.filter((one) => one.edition !== page.date || one.page !== page.page),
      editions: edition
        ? [
            ...wide.editions.filter((one) => one.date !== page.date),
            { date: page.date, yaml: String(edition.contents) },
          ]
        : wide.editions,
    };
  }
}

function readInput(path: string, file: string): Uint8Array | Finding {
  try {
    if (path === '-') return readFileSync(0);
    const { size } = statSync(path);
    return size > maxSourceBytes ? tooLarge(file, size) : readFileSync(path);
  } catch (error) {
    return diskProblem(error, file);
  }
}

function refusal(
  input: DatedInput,
  file: string,
  number: number,
  findings: readonly Finding[],
): PageReport {
  return {
    file,
    articles: [],
    findings,
    page: {
      date: input.date,
      page: number,
      credits: [],
      datePrinted: false,
      source: { text: '', firstLine: 1 },
      articles: [],
      newSections: [],
      newColumns: [],
      newColumnists: [],
      findings,
      mended: new Map(),
      refused: true,
    },
  };
}

process.exitCode = await run(process.argv.slice(2));
