import type { Bilingual } from '../newspaper/bilingual.ts';
import type { CommandLanguage } from '../wording/command-language.ts';
import { inLanguage } from '../wording/in-language.ts';
import { withVisibleControls } from '../wording/visible-controls.ts';
import type { Finding, Severity } from '../newspaper/finding.ts';
import type { ArticleStatus } from './merge/hand-edits.ts';
import { harmRank } from './page/if-nothing-is-done.ts';
import type { ImportedPage } from './draft/imported-page.ts';

export interface ReportedArticle {
  /** Relative to the content folder. */
  readonly file: string;
  readonly order: number;
  readonly status: ArticleStatus;
  readonly headline?: string | undefined;
}

/** What a run did, page by page. */
export interface PageReport {
  readonly page: Pick<ImportedPage, 'date' | 'page' | 'name' | 'mended' | 'refused'>;
  /** Name of the input. */
  readonly file: string;
  readonly articles: readonly ReportedArticle[];
  /** All of the page, those of the disk too. */
  readonly findings: readonly Finding[];
}

/**
 * A report that holds nothing of its page but what it tells: a run of a thousand pages keeps a thousand
 * of them. Cloned, because V8 keeps the whole of a text for every piece of 13 characters cut from it
 * (SlicedString), and an excerpt is one.
 */
export function detachReport({ page, file, articles, findings }: PageReport): PageReport {
  const { date, name, mended, refused } = page;
  const report = structuredClone({
    page: { date, page: page.page, mended, refused, name },
    file,
    articles,
    findings,
  });
  return { ...report, findings: report.findings.map(withSharedWords) };
}

/** What ten thousand findings say alike, once each; what is said of one place alone is not looked up. */
const shared = new Map<string, string>();
const mostShared = 1000;

function share<Text extends string>(text: Text): Text {
  const known = shared.get(text);
  if (known !== undefined) return known as Text;
  if (shared.size >= mostShared) shared.clear();
  shared.set(text, text);
  return text;
}

function withSharedWords({ id, severity, file, action, english, ...finding }: Finding): Finding {
  return {
    id: share(id),
    severity: share(severity),
    file: share(file),
    ...finding,
    action: share(action),
    english: { ...english, action: share(english.action) },
  };
}

const severities: readonly Severity[] = ['error', 'review', 'info'];

/**
 * The report of the contract, as `--json` prints it: errors first, and of what a person should look at
 * the most harmful; findings of one cause are one, with the lines of the others in `alsoAt`. In pieces:
 * that of a thousand pages is 60 MB.
 */
export function* jsonReport(
  reports: readonly PageReport[],
  more: readonly Finding[],
  language: CommandLanguage,
): Generator<string, void> {
  const articles = reports.flatMap((report) => report.articles);
  const findings = [...more, ...reports.flatMap((report) => report.findings)];
  const causes = severities.flatMap((severity) =>
    groupByCause(findings.filter((finding) => finding.severity === severity)),
  );
  yield '{\n  "articles": ';
  yield* jsonList(articles, ({ file, order, status }) => ({ file, order, status }));
  yield ',\n  "findings": ';
  yield* jsonList(causes, ({ finding, others }) => ({
    ...inLanguage(finding, language),
    ...(others.length > 0 ? { alsoAt: others.map(({ line }) => line) } : {}),
  }));
  yield '\n}\n';
}

/** As `JSON.stringify(list, null, 2)` sets a list that is a member of the outermost object. */
function* jsonList<Item>(
  items: readonly Item[],
  shownOf: (item: Item) => unknown,
): Generator<string, void> {
  if (items.length === 0) {
    yield '[]';
    return;
  }
  for (const [index, item] of items.entries()) {
    const shown = JSON.stringify(shownOf(item), null, 2).replaceAll('\n', '\n    ');
    yield `${index === 0 ? '[' : ','}\n    ${shown}`;
  }
  yield '\n  ]';
}

const statusNames: Readonly<Record<ArticleStatus, Bilingual>> = {
  created: { zh: '新建', en: 'created' },
  unchanged: { zh: '未变', en: 'unchanged' },
  updated: { zh: '更新', en: 'updated' },
  'kept-edited': { zh: '保留（有人改过）', en: 'kept (edited)' },
};

/** What a person reads for a repair's id; a test holds that none is missing. */
export const repairNames: Readonly<Record<string, Bilingual>> = {
  'close-line-joins': { zh: '行末空格', en: 'blanks at line ends' },
  'widen-punctuation': { zh: '半角标点', en: 'half-width punctuation' },
  'pair-quotes': { zh: '引号', en: 'quotation marks' },
  'pair-heading-quotes': { zh: '标题引号', en: 'quotation marks in headlines' },
  'rejoin-broken-sentences': { zh: '分栏断句', en: 'sentences broken by columns' },
  'split-lost-paragraphs': { zh: '丢失的分段', en: 'lost paragraph ends' },
  'drop-ghost-lines': { zh: '重影行', en: 'ghost lines' },
  'simplify-glyphs': { zh: '繁体字', en: 'traditional forms' },
  'restore-final-stops': { zh: '段末句号', en: 'full stops at paragraph ends' },
  'restore-deck-dashes': { zh: '副题破折号', en: 'dashes of decks' },
  'close-role-words': { zh: '断开的“记者”“通讯员”', en: 'broken words for reporter' },
  'space-reporter-names': { zh: '记者姓名前的空格', en: 'blanks before reporters’ names' },
  'close-list-gaps': { zh: '列表、署名里词中的空格', en: 'gaps within words of lists' },
  'strip-invisible': { zh: '看不见的字符', en: 'invisible characters' },
  'decode-entities': { zh: '字符实体', en: 'character entities' },
  'unwrap-number-formulas': { zh: '数字公式', en: 'numbers as formulas' },
  'mend-dashes': { zh: '破折号', en: 'dashes' },
  'mend-ellipses': { zh: '省略号', en: 'ellipses' },
  'narrow-digits': { zh: '全角数字', en: 'full-width digits' },
  'plain-blanks': { zh: '异形空格', en: 'odd blanks' },
  'compose-characters': { zh: '组合字符', en: 'combining characters' },
  'confusable-glyphs': { zh: '形近字', en: 'look-alike characters' },
  'close-title-numbers': { zh: '标题中数字旁的空格', en: 'blanks beside numbers in headlines' },
  'dehyphenate-words': { zh: '行末连字符', en: 'hyphens at line ends' },
  'join-printed-lines': { zh: '印刷行', en: 'printed lines' },
  'rejoin-latin-sentences': { zh: '西文断句', en: 'broken sentences in Latin script' },
};

/** Detail is for a sitting: beyond this many pages the report gives sums and names what to read. */
const pagesInDetail = 20;

type Place = Pick<Finding, 'line' | 'lastLine'>;

function isLong({ line, lastLine = line }: Place): boolean {
  return lastLine > line;
}

/** 12, or 12–40 where it is about more than a line. */
function span(place: Place): string {
  return isLong(place) ? `${place.line}–${place.lastLine}` : String(place.line);
}

interface PageSummary {
  readonly file: string;
  readonly date: string;
  readonly page: number;
  readonly name: string | undefined;
  readonly articles: number;
}

const zh = {
  refusedPage: (file: string) => `${file}：没有导入`,
  page: ({ file, date, page, name, articles }: PageSummary) =>
    `${file} → ${date} 第 ${page} 版${name === undefined ? '' : ` ${name}`}，${articles} 篇`,
  photoNews: '（图片新闻）',
  error: '错误',
  review: '待核',
  /** Between the parts of a list. */
  comma: '、',
  sum: (pages: number, articles: number, statuses: string, refused: number) =>
    `${pages} 个版，${articles} 篇${statuses === '' ? '' : `（${statuses}）`}${refused > 0 ? `；${refused} 个版没有导入` : ''}。`,
  repaired: (count: number, kinds: string) =>
    `修复 ${count} 处${kinds === '' ? '' : `：${kinds}`}。`,
  nothingToReview: '没有需要人看的地方。',
  toReview: (count: number) => `需要人看的 ${count} 处。`,
  /** Further places of the same cause. */
  alsoAt: (places: readonly Place[]) =>
    `同样的还有 ${places.length} 处：第 ${places.map(span).join('、')} 行`,
  until: (place: Place) => (isLong(place) ? `（第 ${span(place)} 行）` : ''),
  /** Before the words at a further line. */
  alsoThere: (line: number) => `又第 ${line} 行`,
  askJson: '逐条列出请加 --json。',
  next: '下一步：npm run dev，在校对台对照原版；校好了 npm run check -- --fix（记下新网址），连同 addresses/ 一起提交。',
  dryRun: '这是试运行：没有写入任何文件。',
};
const en: typeof zh = {
  refusedPage: (file) => `${file}: not imported`,
  page: ({ file, date, page, name, articles }) =>
    `${file} → ${date}, page ${page}${name === undefined ? '' : ` (${name})`}: ${counted(articles, 'article')}`,
  photoNews: '(photo news)',
  error: 'error',
  review: 'review',
  comma: ', ',
  sum: (pages, articles, statuses, refused) =>
    `${counted(pages, 'page')}, ${counted(articles, 'article')}${statuses === '' ? '' : ` (${statuses})`}${refused > 0 ? `; ${counted(refused, 'page')} not imported` : ''}.`,
  repaired: (count, kinds) => `${counted(count, 'repair')}${kinds === '' ? '' : `: ${kinds}`}.`,
  nothingToReview: 'Nothing for a person to look at.',
  toReview: (count) => `${counted(count, 'place')} for a person to look at.`,
  alsoAt: (places) =>
    `The same at ${counted(places.length, 'more place')}: line ${places.map(span).join(', ')}`,
  until: (place) => (isLong(place) ? ` (lines ${span(place)})` : ''),
  alsoThere: (line) => `also line ${line}:`,
  askJson: 'For each of them, add --json.',
  next: 'Next: npm run dev, and compare at the proofreading desk; then npm run check -- --fix (records new addresses), and commit addresses/ too.',
  dryRun: 'This was a dry run: nothing was written.',
};
const reportWording: Readonly<Record<CommandLanguage, typeof zh>> = { zh, en };

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

interface FoundCause {
  /** At the first of its places. */
  readonly finding: Finding;
  /** At its further places. */
  readonly others: readonly Finding[];
}

/** Say the same but for the word that stands at their place: a person reads them as one list. */
const namesItsWord: ReadonlySet<string> = new Set([
  'column-unknown',
  'low-confidence',
  'word-rejoined',
]);

/** Findings of one file that say the same are one; the most harmful first. */
export function groupByCause(
  findings: readonly Finding[],
  asList: ReadonlySet<string> = new Set(),
): readonly FoundCause[] {
  const groups = Map.groupBy(findings, ({ file, id, message }) =>
    [file, id, asList.has(id) ? '' : message].join('\n'),
  );
  return [...groups.values()]
    .map(([finding, ...others]) => ({ finding: finding!, others }))
    .sort((left, right) => harmRank(left.finding.id) - harmRank(right.finding.id));
}

/** The report that a person reads on a terminal. */
export function renderReadableReport(
  reports: readonly PageReport[],
  more: readonly Finding[],
  options: { readonly dryRun: boolean; readonly language: CommandLanguage },
): string {
  const { language } = options;
  const words = reportWording[language];
  const lines: string[] = [];
  const inDetail = reports.length <= pagesInDetail;
  if (inDetail) {
    for (const { page, file, articles } of reports) {
      lines.push(
        page.refused
          ? words.refusedPage(file)
          : words.page({ ...page, name: page.name, file, articles: articles.length }),
      );
      for (const { order, status, headline, file: path } of articles) {
        lines.push(
          `  ${String(order).padStart(2)}. ${headline ?? words.photoNews}　${statusNames[status][language]}　${path}`,
        );
      }
    }
  }
  const findings = [...more, ...reports.flatMap((report) => report.findings)];
  const toReview = findings.filter((finding) => finding.severity === 'review');
  const errors = findings.filter((finding) => finding.severity === 'error');
  const shown = inDetail
    ? [...groupByCause(errors), ...groupByCause(toReview, namesItsWord)]
    : groupByCause(errors);
  if (shown.length > 0) lines.push('');
  for (const { finding, others } of shown) {
    const { message, action } = inLanguage(finding, language);
    lines.push(
      `${finding.file}:${finding.line}:${finding.column} ${finding.severity === 'error' ? words.error : words.review} [${finding.id}] ${message}`,
    );
    if (finding.excerpt !== '') {
      lines.push(`    ${shorten(finding.excerpt)}${words.until(finding)}`);
    }
    if (others.some((other) => other.message !== finding.message)) {
      lines.push(
        ...others.map((other) => `    ${words.alsoThere(other.line)} ${shorten(other.excerpt)}`),
      );
    } else if (others.length > 0) lines.push(`    ${words.alsoAt(others)}`);
    lines.push(`    → ${action}`);
  }
  const mended = sumUp(reports.flatMap(({ page }) => [...page.mended]));
  const total = mended.reduce((sum, [, times]) => sum + times, 0);
  const kinds = mended
    .map(([id, times]) => `${repairNames[id]?.[language] ?? id} ${times}`)
    .join(words.comma);
  const articles = reports.flatMap((report) => report.articles);
  const counts = (Object.keys(statusNames) as ArticleStatus[])
    .map((status) => ({ status, count: articles.filter((one) => one.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${statusNames[status][language]} ${count}`)
    .join(words.comma);
  const refused = reports.filter(({ page }) => page.refused).length;
  lines.push(
    '',
    words.sum(reports.length - refused, articles.length, counts, refused),
    words.repaired(total, kinds),
    toReview.length === 0 ? words.nothingToReview : words.toReview(toReview.length),
  );
  if (!inDetail && toReview.length > 0) {
    lines.push(
      ...sumUp(toReview.map(({ id }) => [id, 1])).map(([id, times]) => `  ${id} ${times}`),
    );
    lines.push(words.askJson);
  }
  if (options.dryRun) lines.push(words.dryRun);
  else if (articles.some(({ status }) => status === 'created')) lines.push(words.next);
  return withVisibleControls(`${lines.join('\n').trimStart()}\n`);
}

/** How often each is counted in all, the most frequent first. */
function sumUp(counts: readonly (readonly [id: string, times: number])[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [id, times] of counts) sums.set(id, (sums.get(id) ?? 0) + times);
  return [...sums].sort(([, left], [, right]) => right - left);
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 80).toWellFormed()}…` : line;
}
