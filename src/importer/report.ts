import type { Finding } from '../newspaper/finding.ts';
import type { ImportedPage } from './draft/imported-page.ts';

export type ArticleStatus = 'created' | 'unchanged' | 'updated' | 'kept-edited';

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
  return structuredClone({
    page: { date, page: page.page, mended, refused, name },
    file,
    articles,
    findings,
  });
}

/** The report of the contract, as `--json` prints it. */
export function renderJsonReport(reports: readonly PageReport[], more: readonly Finding[]): string {
  return `${JSON.stringify(
    {
      articles: reports.flatMap(({ articles }) =>
        articles.map(({ file, order, status }) => ({ file, order, status })),
      ),
      findings: [...more, ...reports.flatMap((report) => report.findings)],
    },
    null,
    2,
  )}\n`;
}

const statusNames: Readonly<Record<ArticleStatus, string>> = {
  created: '新建',
  unchanged: '未变',
  updated: '更新',
  'kept-edited': '保留（有人改过）',
};

/** What a person reads for a repair's id; a test holds that none is missing. */
export const repairNames: Readonly<Record<string, string>> = {
  'close-line-joins': '行末空格',
  'widen-punctuation': '半角标点',
  'pair-quotes': '引号',
  'pair-heading-quotes': '标题引号',
  'rejoin-broken-sentences': '分栏断句',
  'split-lost-paragraphs': '丢失的分段',
  'drop-ghost-lines': '重影行',
  'simplify-glyphs': '繁体字',
  'restore-final-stops': '段末句号',
  'restore-deck-dashes': '副题破折号',
  'close-role-words': '断开的“记者”“通讯员”',
  'space-reporter-names': '记者姓名前的空格',
  'strip-invisible': '看不见的字符',
  'decode-entities': '字符实体',
  'unwrap-number-formulas': '数字公式',
  'mend-dashes': '破折号',
  'mend-ellipses': '省略号',
  'narrow-digits': '全角数字',
  'plain-blanks': '异形空格',
  'compose-characters': '组合字符',
  'confusable-glyphs': '形近字',
  'close-title-numbers': '标题中数字旁的空格',
  'dehyphenate-words': '行末连字符',
  'join-printed-lines': '印刷行',
  'rejoin-latin-sentences': '西文断句',
};

/** Detail is for a sitting: beyond this many pages the report gives sums and names what to read. */
const pagesInDetail = 20;

/** The report that a person reads on a terminal, in Chinese. */
export function renderReadableReport(
  reports: readonly PageReport[],
  more: readonly Finding[],
  options: { readonly dryRun: boolean },
): string {
  const lines: string[] = [];
  const inDetail = reports.length <= pagesInDetail;
  if (inDetail) {
    for (const { page, file, articles } of reports) {
      const name = page.name === undefined ? '' : ` ${page.name}`;
      lines.push(
        page.refused
          ? `${file}：没有导入`
          : `${file} → ${page.date} 第 ${page.page} 版${name}，${articles.length} 篇`,
      );
      for (const { order, status, headline, file: path } of articles) {
        lines.push(
          `  ${String(order).padStart(2)}. ${headline ?? '（图片新闻）'}　${statusNames[status]}　${path}`,
        );
      }
    }
  }
  const findings = [...more, ...reports.flatMap((report) => report.findings)];
  const toReview = findings.filter((finding) => finding.severity === 'review');
  const errors = findings.filter((finding) => finding.severity === 'error');
  const shown = inDetail ? [...errors, ...toReview] : errors;
  if (shown.length > 0) lines.push('');
  for (const finding of shown) {
    lines.push(
      `${finding.file}:${finding.line}:${finding.column} ${finding.severity === 'error' ? '错误' : '待核'} [${finding.id}] ${finding.message}`,
    );
    if (finding.excerpt !== '') lines.push(`    ${shorten(finding.excerpt)}`);
    lines.push(`    → ${finding.action}`);
  }
  const mended = new Map<string, number>();
  for (const { page } of reports) {
    for (const [id, times] of page.mended) mended.set(id, (mended.get(id) ?? 0) + times);
  }
  const total = [...mended.values()].reduce((sum, times) => sum + times, 0);
  const kinds = [...mended]
    .sort((left, right) => right[1] - left[1])
    .map(([id, times]) => `${repairNames[id] ?? id} ${times}`)
    .join('、');
  const articles = reports.flatMap((report) => report.articles);
  const counts = (Object.keys(statusNames) as ArticleStatus[])
    .map((status) => ({ status, count: articles.filter((one) => one.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${statusNames[status]} ${count}`)
    .join('、');
  const refused = reports.filter(({ page }) => page.refused).length;
  lines.push(
    '',
    `${reports.length - refused} 个版，${articles.length} 篇${counts === '' ? '' : `（${counts}）`}${refused > 0 ? `；${refused} 个版没有导入` : ''}。`,
    `修复 ${total} 处${kinds === '' ? '' : `：${kinds}`}。`,
    toReview.length === 0 ? '没有需要人看的地方。' : `需要人看的 ${toReview.length} 处。`,
  );
  if (!inDetail && toReview.length > 0) {
    const byId = new Map<string, number>();
    for (const { id } of toReview) byId.set(id, (byId.get(id) ?? 0) + 1);
    for (const [id, times] of [...byId].sort((left, right) => right[1] - left[1])) {
      lines.push(`  ${id} ${times}`);
    }
    lines.push('逐条列出请加 --json。');
  }
  if (options.dryRun) lines.push('这是试运行：没有写入任何文件。');
  return `${lines.join('\n').trimStart()}\n`;
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 80).toWellFormed()}…` : line;
}
