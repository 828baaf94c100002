import { findingWords } from '../newspaper/finding-words.ts';
import type { Bilingual } from '../newspaper/bilingual.ts';
import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { excerptOf, type LocalFinding, type Place } from '../newspaper/local-finding.ts';
import { guardArticle } from './guard-article.ts';
import { newspaperComponents } from './newspaper-components.ts';
import { remarkPlugins } from './plugins.ts';
import { remarkUnravelComponents } from './remark-unravel-components.ts';

const reader = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkPlugins)
  .use(remarkUnravelComponents)
  .freeze();

/**
 * A body's tree, read by the one setting of this house.
 *
 * @throws what micromark throws; for contributors' texts there is `parseArticle`
 */
export function readBody(body: string): Root {
  return reader.runSync(reader.parse(body), body) as Root;
}

/** More syntax errors than these in one article say nothing new. */
const maxSyntaxErrors = 20;
/** A megabyte takes a second to read; it is not read twenty times. */
const maxLengthToReadAgain = 64 * 1024;

/** An article's body as a tree. Positions in it are of the body; add `bodyLine - 1` for the file's. */
export type ParsedArticle =
  | { readonly tree: Root; readonly findings: readonly [] }
  | { readonly tree: undefined; readonly findings: readonly LocalFinding[] };

/**
 * Reads an article's body as MDX. Nothing in it is run: what is not prose, GFM or a newspaper
 * component is for `checkArticle` to refuse.
 *
 * @param body the text after the front matter
 * @param bodyLine number of the body's first line in its file
 */
export function parseArticle(body: string, bodyLine = 1): ParsedArticle {
  const refused = guardArticle(body, bodyLine);
  if (refused.length > 0) return { tree: undefined, findings: refused };

  const findings: LocalFinding[] = [];
  const lines = body.split('\n');
  // micromark stops at the first error. That line is blanked and the rest read again, so that a
  // contributor sees them all at once.
  while (findings.length < maxSyntaxErrors) {
    const text = lines.join('\n');
    try {
      const tree = readBody(text);
      return findings.length === 0 ? { tree, findings: [] } : { tree: undefined, findings };
    } catch (error) {
      const problem = explainSyntaxError(error, lines);
      findings.push({ ...problem.finding, line: problem.finding.line + bodyLine - 1 });
      const index = problem.finding.line - 1;
      // Without the line that is told of, the same error would come again.
      if (!problem.goOn || body.length > maxLengthToReadAgain || !lines[index]) break;
      lines[index] = '';
    }
  }
  return { tree: undefined, findings };
}

interface SyntaxProblem {
  readonly finding: LocalFinding;
  /** Whether the rest can be read with that line left out; an unclosed tag would raise false alarms. */
  readonly goOn: boolean;
}

/** What a syntax error is told as. */
interface Explanation {
  readonly id: string;
  readonly message: Bilingual;
  readonly action: Bilingual;
  readonly goOn: boolean;
}

/** How each rule of the parser is told: the first row whose pattern the rule `source:ruleId` has. */
const explanations: readonly {
  readonly rule: RegExp;
  readonly explain: (problem: Error, line: string, column: number) => Explanation;
}[] = [
  {
    rule: /^micromark-extension-mdxjs-esm/,
    explain: () => ({
      id: 'code-forbidden',
      message: codeForbidden[0],
      action: codeForbidden[1],
      goOn: true,
    }),
  },
  {
    rule: /^micromark-extension-mdx-expression|:acorn$/,
    explain: () => ({
      id: 'expression-forbidden',
      message: {
        zh: '文章里应只有文字，现有花括号 {，MDX 会把它当作程序',
        en: 'An article is text only; the brace { here begins a program to MDX',
      },
      action: { zh: '字面的花括号写成 \\{ 和 \\}', en: 'Write a literal brace as \\{ and \\}' },
      goOn: true,
    }),
  },
  { rule: /^mdast-util-mdx-jsx:end-tag-mismatch$/, explain: explainUnclosedTag },
  {
    rule: /^mdast-util-mdx-jsx:unexpected-closing-slash$/,
    explain: () => ({
      id: 'tag-unclosed',
      message: { zh: '这个结束标签没有开头', en: 'This closing tag has no opening tag' },
      action: { zh: '删去，或补上开头的标签', en: 'Remove it, or put in the opening tag' },
      goOn: true,
    }),
  },
  {
    rule: /^mdast-util-mdx-jsx:unexpected-(?:attribute|self-closing-slash)$/,
    explain: () => ({
      id: 'tag-unclosed',
      message: {
        zh: '结束标签里只应有名字，现在还有别的',
        en: 'A closing tag has its name and nothing else; there is more in this one',
      },
      action: { zh: '写成 </名字>', en: 'Write </name>' },
      goOn: true,
    }),
  },
  { rule: /^micromark-extension-mdx-jsx/, explain: explainLessThan },
];

function explainUnclosedTag(problem: Error): Explanation {
  // “Unexpected closing tag `</c>`, expected corresponding closing tag for `<b>`”: it is <b> that is open.
  const { message } = problem;
  const [, name = ''] = /`<([^/`>]*)>`/.exec(message) ?? /`<\/([^`>]*)>`/.exec(message) ?? [];
  return {
    id: 'tag-unclosed',
    message: { zh: `<${name}> 没有对应的结束标签`, en: `<${name}> has no closing tag` },
    action: /^[a-z]/.test(name)
      ? lowerCaseAction(name)
      : { zh: `写上 </${name}>，与开头配对`, en: `Write </${name}> to pair with it` },
    goOn: false,
  };
}

function explainLessThan(_problem: Error, line: string, column: number): Explanation {
  if (line.includes('<!')) {
    return {
      id: 'comment-forbidden',
      message: {
        zh: '文章里不得有 HTML 注释 <!-- … -->',
        en: 'An article must not have HTML comments <!-- … -->',
      },
      action: {
        zh: '删去注释；要留给校对的话写在 proofNote 里',
        en: 'Remove the comment; a word to the proofreader goes into proofNote',
      },
      goOn: true,
    };
  }
  return {
    id: 'stray-less-than',
    message: {
      zh: '“<”之后应是组件名，现在不是，MDX 读不下去',
      en: 'After “<” stands the name of a component; MDX cannot read on here',
    },
    action: lessThanAction(line, column),
    goOn: true,
  };
}

/** What has no row of its own; undefined for an error that is not the parser's. */
function explainOther(problem: MessageLike): Explanation | undefined {
  if (!(problem instanceof RangeError) && problem.source === undefined) return undefined;
  return {
    id: 'markdown-syntax',
    message: {
      zh: 'Markdown 的解析器读不下去',
      en: `The Markdown parser cannot read on: ${problem.message}`,
    },
    action: { zh: '检查这一处的记号', en: 'Look at the marks here' },
    goOn: false,
  };
}

function explainSyntaxError(error: unknown, lines: readonly string[]): SyntaxProblem {
  if (!(error instanceof Error)) throw error;
  const problem: MessageLike = error;
  const place = placeOf(problem, lines);
  const line = lines[place.line - 1] ?? '';
  const name = `${problem.source ?? ''}:${problem.ruleId ?? ''}`;
  const row = explanations.find(({ rule }) => rule.test(name));
  const explained = row?.explain(problem, line, place.column) ?? explainOther(problem);
  if (explained === undefined) throw error;
  const { id, message, action, goOn } = explained;
  const words = findingWords(message, action);
  return {
    goOn,
    finding: { id, severity: 'error', ...place, excerpt: excerptOf(line), ...words },
  };
}

/** Shows the words at hand as they should be written: `值\\<35`. */
function lessThanAction(line: string, column: number): Bilingual {
  const at = line.lastIndexOf('<', column - 1);
  const [, before = '', after = ''] =
    /([\p{L}\p{N}]{0,4})<([\p{L}\p{N}]{0,4})/u.exec(line.slice(Math.max(0, at - 4))) ?? [];
  return {
    zh: `字面的小于号前加反斜线，写成 ${before}\\<${after}，或改用“不到”“＜”`,
    en: `Put a backslash before a literal less-than sign, “${before}\\<${after}”, or write it in words`,
  };
}

/** What to write instead of an HTML tag. A Map, since the names are a contributor's: `<constructor>`. */
const instead: ReadonlyMap<string, Bilingual> = new Map<string, Bilingual>([
  [
    'br',
    {
      zh: '换行写作行末一个反斜线 \\',
      en: 'A line break is a backslash at the end of the line \\',
    },
  ],
  ['b', { zh: '加粗写作 **文字**', en: 'Bold is written **text**' }],
  ['strong', { zh: '加粗写作 **文字**', en: 'Bold is written **text**' }],
  ['i', { zh: '着重写作 *文字*', en: 'Emphasis is written *text*' }],
  ['em', { zh: '着重写作 *文字*', en: 'Emphasis is written *text*' }],
  ['a', { zh: '链接写作 [文字](https://…)', en: 'A link is written [text](https://…)' }],
  [
    'img',
    {
      zh: '图片写作 <Photo src="文件" alt="…" />',
      en: 'A picture is written <Photo src="file" alt="…" />',
    },
  ],
  ['table', { zh: '表格写作 | 甲 | 乙 |', en: 'A table is written | a | b |' }],
  [
    'p',
    {
      zh: '一段一个自然段，中间空一行',
      en: 'A paragraph is a block of text, with an empty line after it',
    },
  ],
  ['h1', { zh: '小标题写作 ## 文字', en: 'A crosshead is written ## text' }],
  ['h2', { zh: '小标题写作 ## 文字', en: 'A crosshead is written ## text' }],
  ['h3', { zh: '小标题写作 ### 文字', en: 'A crosshead is written ### text' }],
  ['blockquote', { zh: '引文在行首写 >', en: 'A quotation has > at the beginning of its lines' }],
  ['hr', { zh: '分隔写作单独一行 ---', en: 'A break is --- on a line of its own' }],
]);

/** What a `<br>` or an `<b>` should have been. */
export function lowerCaseAction(name: string): Bilingual {
  const component = Object.keys(newspaperComponents).find(
    (known) => known.toLowerCase() === name.toLowerCase(),
  );
  if (component !== undefined)
    return {
      zh: `是不是 <${component}>？组件名以大写字母开头`,
      en: `Did you mean <${component}>? Components begin with a capital`,
    };
  return (
    instead.get(name.toLowerCase()) ?? {
      zh: '删去标签，只留文字',
      en: 'Remove the tag and keep the text',
    }
  );
}

/** For import and export, wherever they are found. */
export const codeForbidden = [
  {
    zh: '文章里应只有文字，现有一段以 import 或 export 开头，MDX 会把它当作程序',
    en: 'An article is text only; a paragraph here begins with import or export, which MDX takes for a program',
  },
  {
    zh: '删去；若是正文，把第一个字母写成 &#105;（i）或 &#101;（e）',
    en: 'Remove it; if it is text, write its first letter as &#105; (i) or &#101; (e)',
  },
] as const;

interface MessageLike extends Error {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly place?: unknown;
  readonly source?: string | undefined;
  readonly ruleId?: string | undefined;
}

/** vfile-message gives a point, a position, or, for an unclosed tag, only words: "(1:1-1:5)". */
function placeOf(message: MessageLike, lines: readonly string[]): Place {
  const words = /\((\d+):(\d+)-/.exec(message.message);
  const place = message.place as { start?: Place; line?: number; column?: number } | undefined;
  const line = words ? Number(words[1]) : (place?.start?.line ?? message.line ?? 1);
  const column = words ? Number(words[2]) : (place?.start?.column ?? message.column ?? 1);
  if (!message.ruleId?.endsWith('unexpected-eof')) return { line, column };
  // What was opened and never closed is reported where the file ends; a person wants where it begins.
  return placeOfUnclosed(lines, message.source?.includes('expression') ? '{' : '<');
}

function placeOfUnclosed(lines: readonly string[], opening: '{' | '<'): Place {
  const pairs = opening === '{' ? /\\.|[{}]/gu : /\\.|<(?=[\p{ID_Start}$_>/])|>/gu;
  const open: Place[] = [];
  lines.forEach((line, index) => {
    for (const { 0: mark, index: offset } of line.matchAll(pairs)) {
      if (mark === opening) open.push({ line: index + 1, column: offset + 1 });
      else if (!mark.startsWith('\\')) open.pop();
    }
  });
  return open[0] ?? { line: lines.length, column: 1 };
}
