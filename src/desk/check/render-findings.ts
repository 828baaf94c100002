import stringWidth from 'string-width';
import type { PrintedFinding } from '../../newspaper/finding.ts';
import type { CommandLanguage } from '../../wording/command-language.ts';
import { withVisibleControls } from '../../wording/visible-controls.ts';

export interface RenderOptions {
  readonly language: CommandLanguage;
  readonly color: boolean;
  /** How a file of the content folder is named to the person, e.g. from where the command runs. */
  readonly nameFile: (path: string) => string;
  /** The line of a file, 1-based; undefined where there is none. */
  readonly lineOf: (path: string, line: number) => string | undefined;
  readonly maxShown: number;
}

const severityNames = {
  error: { zh: '错误', en: 'error', color: 31 },
  review: { zh: '待核', en: 'review', color: 33 },
  info: { zh: '提示', en: 'note', color: 36 },
} as const;

/** Cells of a terminal line that an excerpt takes at most. */
const maxCells = 76;

/**
 * Writes findings as a compiler does: by file, each with its line, and a mark under the place that is
 * right however wide the characters before it are (UAX 11: a Han character takes two cells).
 */
export function renderFindings(
  findings: readonly PrintedFinding[],
  options: RenderOptions,
): string {
  const { language, nameFile, maxShown } = options;
  const paint = (code: number, text: string): string =>
    options.color ? `\u001b[${code}m${text}\u001b[0m` : text;
  const lines: string[] = [];
  const shown = findings.slice(0, maxShown);
  for (const [file, ofFile] of Map.groupBy(shown, (finding) => finding.file)) {
    lines.push(paint(1, withVisibleControls(nameFile(file))));
    for (const finding of ofFile) {
      const { line, column, id } = finding;
      const message = withVisibleControls(finding.message);
      const action = withVisibleControls(finding.action);
      const severity = severityNames[finding.severity];
      lines.push(
        `  ${line}:${column}  ${paint(severity.color, severity[language])}  ${message}  ${paint(2, id)}`,
      );
      const text = options.lineOf(file, line);
      if (text !== undefined && text.trim() !== '') {
        const { excerpt, before, marked } = excerptAround(text, column - 1, lengthOf(finding));
        const gutter = String(line).padStart(7);
        lines.push(`${paint(2, `${gutter} │`)} ${excerpt}`);
        lines.push(
          `${paint(2, '        │')} ${' '.repeat(before)}${paint(severity.color, '^'.repeat(marked))}`,
        );
      }
      lines.push(`        → ${action}`);
    }
    lines.push('');
  }
  if (findings.length > shown.length) {
    const more = findings.length - shown.length;
    lines.push(
      {
        zh: `……还有 ${more} 处。给出路径，只看一部分：npm run check -- content/articles/2022-12-19`,
        en: `… and ${more} more. Name a path to see a part: npm run check -- content/articles/2022-12-19`,
      }[language],
      '',
    );
  }
  return lines.join('\n');
}

/** How many UTF-16 units the mark covers. */
function lengthOf({ fix }: PrintedFinding): number {
  return fix === undefined ? 1 : Math.max(1, fix.end - fix.start);
}

interface Excerpt {
  readonly excerpt: string;
  /** In cells. */
  readonly before: number;
  readonly marked: number;
}

/** As much of a line as a terminal shows, with the place in it. */
function excerptAround(text: string, offset: number, length: number): Excerpt {
  // A tab's width depends on where it stands; as a blank it is one cell everywhere.
  const line = withVisibleControls(text.replaceAll('\t', ' '));
  const [head, mark] = [line.slice(0, offset), line.slice(offset, offset + length)];
  const kept = tailWithin(head, maxCells / 2);
  const cut = kept.length < head.length ? '…' : '';
  const rest = headWithin(line.slice(offset), maxCells - stringWidth(kept));
  const end = rest.length < line.length - offset ? '…' : '';
  return {
    excerpt: `${cut}${kept}${rest}${end}`,
    before: stringWidth(cut + kept),
    marked: Math.max(1, Math.min(stringWidth(mark), stringWidth(rest))),
  };
}

function headWithin(text: string, cells: number): string {
  let taken = '';
  let width = 0;
  for (const character of text) {
    width += stringWidth(character);
    if (width > cells) break;
    taken += character;
  }
  return taken;
}

function tailWithin(text: string, cells: number): string {
  return Array.from(headWithin(Array.from(text).toReversed().join(''), cells))
    .toReversed()
    .join('');
}

/** How many there are, and what to do next. */
export function renderSummary(
  findings: readonly PrintedFinding[],
  articles: number,
  fixed: number,
  language: CommandLanguage,
): string {
  const count = (severity: PrintedFinding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, reviews] = [count('error'), count('review')];
  const fixable = findings.filter(({ fix }) => fix !== undefined).length;
  const isUnrecorded = findings.some(({ id }) => id === 'address-unrecorded');
  const files = new Set(findings.map(({ file }) => file)).size;
  const mended = {
    zh: fixed === 0 ? '' : `改好 ${fixed} 处。`,
    en: fixed === 0 ? '' : `Mended ${fixed}. `,
  }[language];
  if (findings.length === 0) {
    return {
      zh: `${mended}${articles} 篇文章，没有要改的。`,
      en: `${mended}${counted(articles, 'article')}, nothing to mend.`,
    }[language];
  }
  const next =
    fixable > 0
      ? {
          zh: `下一步：npm run check -- --fix 可以改好其中 ${fixable} 处`,
          en: `Next: npm run check -- --fix mends ${fixable} of them`,
        }
      : errors > 0
        ? {
            zh: '下一步：照箭头所说改错误；有错误时不能构建',
            en: 'Next: mend the errors as the arrows say; a build refuses them',
          }
        : findings.some(({ file }) => file.startsWith('sources/'))
          ? {
              zh: '下一步：对照原版看 sources/ 里的待核之处；看过的文章写 proof: read，或用 npm run import -- --review 逐条定',
              en: 'Next: compare what stands under sources/ with the page; write proof: read in the articles you have read, or decide with npm run import -- --review',
            }
          : isUnrecorded &&
              reviews === findings.filter(({ id }) => id === 'address-unrecorded').length
            ? {
                zh: '下一步：发布之前 npm run check -- --fix 记下新网址，连同 addresses/ 一起提交',
                en: 'Next: before publishing, npm run check -- --fix records new addresses; commit addresses/ too',
              }
            : {
                zh: '下一步：对照原版看待核之处；照印如此的，在文章信息里写 allow（见 docs/writing.md）',
                en: 'Next: compare with the page; what is printed so goes into allow (docs/writing.md)',
              };
  return {
    zh: `${mended}${articles} 篇文章，${files} 个文件里有 ${errors} 处错误、${reviews} 处待核。\n${next.zh}`,
    en: `${mended}${counted(articles, 'article')}; ${counted(errors, 'error')} and ${reviews} to review in ${counted(files, 'file')}.\n${next.en}`,
  }[language];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `{ "findings": [ … ] }` in the form of the import report, and nothing else. */
export function renderJson(findings: readonly PrintedFinding[]): string {
  const printed = findings.map(
    ({ id, severity, file, line, column, excerpt, message, action }) => ({
      id,
      severity,
      file,
      line,
      column,
      excerpt,
      message,
      action,
    }),
  );
  return `${JSON.stringify({ findings: printed }, null, 2)}\n`;
}

/** Workflow commands of GitHub Actions, which show findings beside the lines of a pull request. */
export function renderAnnotations(
  findings: readonly PrintedFinding[],
  nameFile: (path: string) => string,
): string {
  const data = (text: string): string =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string =>
    data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const levels = { error: 'error', review: 'warning', info: 'notice' } as const;
  return findings
    .map(
      ({ severity, file, line, column, id, message, action }) =>
        `::${levels[severity]} file=${property(nameFile(file))},line=${line},col=${column},title=${property(id)}::${data(withVisibleControls(`${message} → ${action}`))}\n`,
    )
    .join('');
}
