import { findingWords } from '../newspaper/finding-words.ts';
import { excerptOf, type LocalFinding } from '../newspaper/local-finding.ts';

/** An article's file, cut in two. Offsets into the text are UTF-16 units; lines are 1-based. */
export interface ArticleText {
  readonly frontMatter: string;
  readonly frontMatterLine: number;
  readonly frontMatterOffset: number;
  readonly body: string;
  readonly bodyLine: number;
  readonly bodyOffset: number;
}

/**
 * Cuts an article at its fences: a first line `---`, and the next line that is `---` alone.
 * A `---` inside a value or a block of text is indented or quoted, so it never stands alone.
 *
 * @param text without byte order mark, lines ended by `\n`
 */
export function splitFrontMatter(
  text: string,
): { readonly parts: ArticleText } | { readonly finding: LocalFinding } {
  const lines = text.split('\n');
  const first = lines[0]!;
  if (first.trimEnd() !== '---' || first !== first.trimStart()) {
    const fence = /^\s*(---|\+\+\+|;;;)/.exec(first)?.[1];
    return {
      finding: {
        id: 'front-matter-missing',
        severity: 'error',
        line: 1,
        column: 1,
        excerpt: excerptOf(first),
        ...findingWords(
          fence === undefined
            ? {
                zh: '第一行应为 ---（文章信息的开头），现在不是',
                en: 'The first line must be --- (the beginning of the front matter)',
              }
            : {
                zh: `第一行应为单独的 ---，现为“${excerptOf(first)}”`,
                en: `The first line must be --- alone; found “${excerptOf(first)}”`,
              },
          {
            zh: '第一行写 ---，文章信息之后再写一行 ---',
            en: 'Write --- as the first line, and again after the front matter',
          },
        ),
      },
    };
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end === -1) {
    const other = lines.findIndex(
      (line, index) => index > 0 && /^(?:\+\+\+|;;;|\.\.\.|-{4,}|—{2,}|–{2,})\s*$/.test(line),
    );
    const line = other === -1 ? lines.length : other + 1;
    return {
      finding: {
        id: 'front-matter-unclosed',
        severity: 'error',
        line,
        column: 1,
        excerpt: excerptOf(lines[line - 1]!),
        ...findingWords(
          other === -1
            ? {
                zh: '文章信息没有结束：应有单独一行 ---，直到文件末尾都没有',
                en: 'Front matter has no end: there is no line --- down to the end of the file',
              }
            : {
                zh: `文章信息应以单独一行 --- 结束，现为“${excerptOf(lines[other]!)}”`,
                en: `Front matter ends with a line of --- alone; found “${excerptOf(lines[other]!)}”`,
              },
          {
            zh: '在文章信息之后、正文之前写一行 ---（三个半角减号）',
            en: 'Write a line --- (three half-width hyphens) between front matter and text',
          },
        ),
      },
    };
  }
  const frontMatter = lines.slice(1, end).join('\n');
  const body = lines.slice(end + 1).join('\n');
  return {
    parts: {
      frontMatter,
      frontMatterLine: 2,
      frontMatterOffset: first.length + 1,
      body,
      bodyLine: end + 2,
      bodyOffset: text.length - body.length,
    },
  };
}
