import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentRoot } from '../../collections/content-root.ts';
import { ledgerFolder } from '../../manuscript/address-ledger.ts';
import type { Bilingual } from '../../newspaper/bilingual.ts';
import {
  decideCommandLanguage,
  languageOption,
  wrongLanguage,
  type CommandLanguage,
} from '../../wording/command-language.ts';
import { parseOptions } from '../../wording/parse-options.ts';
import { diskFaultOf, diskSentence } from '../site/disk-sentence.ts';
import { paperLanguage } from '../paper-language.ts';
import { checkContent, importCacheOf, type ContentCheck } from './check-content.ts';
import { checkImports } from './check-imports.ts';
import { sortFindings } from '../../collections/format-findings.ts';
import { formatPageNumber } from '../../newspaper/format-page-number.ts';
import { inLanguage } from '../../wording/in-language.ts';
import { fixFiles } from './fix-files.ts';
import { recordAddresses, writeAddresses } from './record-addresses.ts';
import { renderAnnotations, renderFindings, renderJson, renderSummary } from './render-findings.ts';

export const checkUsage: Bilingual = {
  zh: `用法：npm run check [-- 选项] [路径…]

不构建，检查内容文件夹里能看出的一切：文章信息、引用、记号、标点、引号、断开的词、次序、图片……，
以及导入时问过、还没有人定的（只看最新的几版）。给出路径（文件或文件夹）时，只说这一部分。

  --fix              改好能稳妥改好的，其余照报；有 addresses/ 的，记下新网址，改名的写好转到哪里
  --json             报告以 JSON 打印在标准输出，此外什么也不打印
  --content 文件夹   内容文件夹，默认 content（或环境变量 EPAPER_CONTENT）
  --lang zh|en       说中文还是英文
  --help             这份说明

退出码：0 没有错误（不论有没有待核之处）；1 有错误，不能构建；2 用法不对。
照印如此、不必再提的，写进文章的 allow；见 docs/writing.md。
`,
  en: `Usage: npm run check [-- options] [path…]

Checks all that can be seen in the content folder without a build: front matter, references, marks,
punctuation, quotes, broken words, order, pictures …, and what the importer asked and nobody has
settled (of the newest pages). Paths narrow the report to files or folders.

  --fix              mend what is safe to mend, and report the rest; where there is addresses/,
                     record new addresses, and lead renamed ones to where they went
  --json             print the report as JSON on standard output, and nothing else
  --content DIR      content folder; default content (or EPAPER_CONTENT)
  --lang zh|en       the language of this command
  --help             this text

Exit codes: 0 no errors (with or without findings to review); 1 errors, no build; 2 wrong use.
What is printed so and should not be told again goes into the article's allow: docs/writing.md.
`,
};

const optionShapes = {
  fix: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  content: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What one passage mends may show the next what it hid; three have been enough for all fixtures. */
const maxPasses = 6;
const maxShown = 200;

/** What was asked for, once it makes sense. */
interface CheckOrder {
  readonly root: string;
  /** Paths of the content folder that the report is narrowed to; all where there is none. */
  readonly only: readonly string[];
  readonly fix: boolean;
  readonly json: boolean;
  readonly language: CommandLanguage;
  readonly environment: Environment;
}

type Environment = Readonly<Record<string, string | undefined>>;

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Runs `npm run check`.
 *
 * @param args after `--`
 * @param environment usually process.env
 * @returns the exit code
 */
export function runCheck(args: readonly string[], environment: Environment): number {
  const order = readOrder(args, environment);
  if (typeof order === 'number') return order;
  const { root, language } = order;
  try {
    const { checked, fixed } = order.fix ? fix(order) : { checked: check(order), fixed: 0 };
    return report(order, checked, fixed);
  } catch (error) {
    const fault = diskFaultOf(error);
    if (fault === undefined) throw error;
    process.stderr.write(`${diskSentence(fault, fault.path ?? root)[language]}\n`);
    return 1;
  }
}

/** @returns the exit code where there is nothing to check */
function readOrder(args: readonly string[], environment: Environment): CheckOrder | number {
  let language = decideCommandLanguage(languageOption(args), environment);
  const wrongUse = (message: string): number => {
    const hint = { zh: '用法见 npm run check -- --help', en: 'See npm run check -- --help' };
    process.stderr.write(`${message}\n${hint[language]}\n`);
    return 2;
  };
  const parsed = parseOptions(args, optionShapes, language);
  if (parsed.wrong !== undefined) return wrongUse(parsed.wrong);
  const { values, positionals } = parsed;
  const root =
    values.content === undefined ? contentRoot(projectRoot, environment) : resolve(values.content);
  language = decideCommandLanguage(values.lang, environment, paperLanguage(root));
  const wrong = wrongLanguage(values.lang);
  if (wrong !== undefined) return wrongUse(wrong[language]);
  if (values.help) {
    process.stdout.write(checkUsage[language]);
    return 0;
  }
  const only: string[] = [];
  for (const path of positionals) {
    const inside = insidePath(root, path);
    if (inside === undefined) return wrongUse(noSuchPath(path)[language]);
    only.push(inside);
  }
  return { root, only, fix: values.fix, json: values.json, language, environment };
}

function noSuchPath(path: string): Bilingual {
  return {
    zh: `内容文件夹里没有 ${path}`,
    en: `There is no ${path} in the content folder`,
  };
}

function check({ root, only }: CheckOrder): ContentCheck {
  const checked = checkContent(root, projectRoot);
  return { ...checked, findings: checked.findings.filter(({ file }) => isAmong(file, only)) };
}

/** Mends and checks again, as long as there is something to mend. */
function fix(order: CheckOrder): { readonly checked: ContentCheck; readonly fixed: number } {
  const { root, only } = order;
  const fixableOf = ({ findings }: ContentCheck): number =>
    findings.filter((finding) => finding.fix !== undefined).length;
  let checked = check(order);
  let fixed = 0;
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const fixable = fixableOf(checked);
    if (fixable === 0 || fixFiles(root, checked.findings) === 0) break;
    checked = check(order);
    fixed += Math.max(0, fixable - fixableOf(checked));
  }
  const { ledger } = checked.addresses;
  if (ledger === undefined || !isAmong(ledgerFolder, only)) return { checked, fixed };
  const before = checked.findings.length;
  const entries = recordAddresses(checked.addresses);
  if (writeAddresses(root, ledger, entries, checked.findings) > 0) {
    checked = check(order);
    fixed += before - checked.findings.length;
  }
  return { checked, fixed };
}

/** Prints what was found. @returns the exit code */
function report(order: CheckOrder, checked: ContentCheck, fixed: number): number {
  const { root, only, language, environment } = order;
  // A file that cannot be read may not be one: what is imported rests on those that can.
  const isSound = !checked.findings.some(({ severity }) => severity === 'error');
  const imports = checkImports(
    root,
    projectRoot,
    importCacheOf(root, projectRoot),
    isSound ? checked.loaded.map(({ data }) => data) : [],
    only.length === 0 ? undefined : (edition, page) => holdsPage(only, edition, page),
  );
  const findings = sortFindings([...checked.findings, ...imports.findings]).map((finding) =>
    inLanguage(finding, language),
  );
  const exitCode = findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  if (order.json) {
    process.stdout.write(renderJson(findings));
    return exitCode;
  }
  const nameFile = (path: string): string =>
    path === '' ? root : relative(process.cwd(), join(root, path)).split(sep).join('/');
  const rendered = renderFindings(findings, {
    language,
    color: process.stdout.isTTY === true && !environment['NO_COLOR'],
    nameFile,
    lineOf: lineReader(root),
    maxShown,
  });
  process.stdout.write(rendered === '' ? '' : `${rendered}\n`);
  if (environment['GITHUB_ACTIONS'] === 'true') {
    process.stdout.write(renderAnnotations(findings, nameFile));
  }
  process.stdout.write(`${renderSummary(findings, checked.articles, fixed, language)}\n`);
  if (imports.pagesLeft > 0) {
    process.stdout.write(`${pagesLeftSentence(imports.pagesLeft)[language]}\n`);
  }
  return exitCode;
}

/** A path as given, from here or from the content folder, relative to the content folder. */
function insidePath(root: string, path: string): string | undefined {
  const absolute = [resolve(path), resolve(root, path)].find((one) => existsSync(one));
  const inside = absolute === undefined ? undefined : relative(root, absolute);
  if (inside === undefined || inside === '..' || inside.startsWith(`..${sep}`)) return undefined;
  return inside.split(sep).join('/');
}

/** Whether the paths asked about have to do with a page: its articles, its source, or a folder above. */
function holdsPage(only: readonly string[], edition: string, page: number): boolean {
  const page2 = formatPageNumber(page);
  const places = [`articles/${edition}/${page2}/`, `sources/${edition}/${page2}.md`];
  return only.some(
    (path) =>
      path === '' || places.some((place) => place.startsWith(path) || path.startsWith(place)),
  );
}

function pagesLeftSentence(pages: number): Bilingual {
  return {
    zh: `导入后没有人读过的还有 ${pages} 个版，没有列出：给出路径，如 npm run check -- content/articles/2022-12-19`,
    en: `${pages} more pages that nobody has read since their import are not listed: name a path, as in npm run check -- content/articles/2022-12-19`,
  };
}

function isAmong(file: string, only: readonly string[]): boolean {
  return (
    only.length === 0 ||
    only.some((path) => path === '' || file === path || file.startsWith(`${path}/`))
  );
}

/** Reads each file once; findings come file by file. */
function lineReader(root: string): (path: string, line: number) => string | undefined {
  let last: { readonly path: string; readonly lines: readonly string[] } | undefined;
  return (path, line) => {
    if (last?.path !== path) {
      let text = '';
      try {
        // A pipe would be waited for.
        if (statSync(join(root, path)).isFile()) text = readFileSync(join(root, path), 'utf8');
      } catch {
        // Nothing to show of what cannot be read.
      }
      last = { path, lines: text.replace(/^\ufeff/, '').split(/\r\n?|\n/) };
    }
    return last.lines[line - 1];
  };
}
