import { findingWords } from '../newspaper/finding-words.ts';
import { excerptOf, type LocalFinding } from '../newspaper/local-finding.ts';

/** 1 MB holds a novel of 300,000 characters; the longest article of 24,000 real ones has 30 KB. */
export const maxArticleBytes = 1024 * 1024;
export const maxNesting = 100;

/**
 * Marks that open or close something. micromark pairs `*` runs in quadratic time (20,000 runs in one
 * paragraph: 13 s), and recurses once a container (10,000 `1. ` end in a stack overflow), so both are
 * counted before anything is parsed.
 */
const maxMarksInParagraph = 1000;
const maxMarks = 20_000;
/** A hundred thousand rows take half a minute; a page of results has a few hundred. */
const maxRows = 5000;
/** 150,000 cells on 300 rows take ten seconds. */
const maxCells = 50_000;
/** Quotations that follow one another take quadratic time: 9,000 of a line 14 s, 3,000 under 2 s. */
const maxQuoted = 3000;
/** 200,000 paragraphs of one character take half a minute and 2 GB; a long novel has 10,000. */
const maxLines = 20_000;

/**
 * An escaped mark opens nothing, so that it counts in the whole only (20,000 times `\[a\](b) ` takes
 * 10 s): a page of 10,000 brackets is written as 10,000 `\[`.
 */
const markOrEscape = /\\.|(\*+|_+|~+|`+|\[|\]|\{|\}|<)/gu;

const containerMark = /^[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/;
/** A tag, or an escaped mark, which is text: `\<div>` opens nothing. */
const escapeOrTag = /\\.|<(\/?)[A-Za-z_$][^<>]{0,1000}?(\/?)>/gu;

/**
 * Refuses, in linear time, what would crash or stall the Markdown parser.
 *
 * @param body the article's text after its front matter
 * @param firstLine number of the body's first line in its file
 */
export function guardArticle(body: string, firstLine: number): LocalFinding[] {
  if (body.length > maxArticleBytes || Buffer.byteLength(body) > maxArticleBytes) {
    return [
      {
        id: 'article-too-large',
        severity: 'error',
        line: firstLine,
        column: 1,
        excerpt: excerptOf(body.slice(0, 200)),
        ...findingWords(
          {
            zh: `一篇文章应不超过 ${maxArticleBytes / 1024} KB，现为 ${Math.ceil(Buffer.byteLength(body) / 1024)} KB`,
            en: `An article may have ${maxArticleBytes / 1024} KB; this one has ${Math.ceil(Buffer.byteLength(body) / 1024)} KB`,
          },
          { zh: '分成几篇', en: 'Make several articles of it' },
        ),
      },
    ];
  }
  const guards = [
    new NestingGuard(),
    new MarkGuard(),
    new RowGuard(),
    new LineGuard(/\S/, maxLines, tooManyLines),
    new LineGuard(/^[ \t]*>/, maxQuoted, tooManyQuotations),
  ];
  for (const [index, line] of body.split('\n').entries()) {
    for (const guard of guards) {
      const found = guard.read(line);
      if (found !== undefined) {
        return [
          {
            severity: 'error',
            line: firstLine + index,
            column: 1,
            excerpt: excerptOf(line),
            ...found,
          },
        ];
      }
    }
  }
  return [];
}

/** What a guard says of the line that is too much; `column` where it is not the first. */
type Refusal = Pick<LocalFinding, 'id' | 'message' | 'action' | 'english'> & {
  readonly column?: number;
};

const nestingTooDeep: Refusal = {
  id: 'nesting-too-deep',
  ...findingWords(
    {
      zh: `列表、引用或组件应嵌套不超过 ${maxNesting} 层，现在超过了`,
      en: `Lists, quotations and components may nest ${maxNesting} deep; these are deeper`,
    },
    {
      zh: '减少嵌套；若是多余的符号，删去',
      en: 'Nest less deeply; remove marks that are not meant',
    },
  ),
};

/** Containers in containers, and tags in tags. */
class NestingGuard {
  #openTags = 0;

  read(line: string): Refusal | undefined {
    let rest = line;
    let column = 1;
    // Indented list items nest by their indentation: two columns a level at the least.
    let depth = Math.floor(/^[ \t]*/.exec(line)![0].replaceAll('\t', '    ').length / 2);
    for (let mark = containerMark.exec(rest); mark; mark = containerMark.exec(rest)) {
      depth += 1;
      column += mark[0].length;
      rest = rest.slice(mark[0].length);
      if (depth > maxNesting) return { ...nestingTooDeep, column };
    }
    if (depth > maxNesting && rest.trim() !== '') return { ...nestingTooDeep, column };
    if (!line.includes('<')) return undefined;
    for (const [, closing, selfClosing] of line.matchAll(escapeOrTag)) {
      if (closing === '/') this.#openTags -= 1;
      else if (closing === '' && selfClosing === '') this.#openTags += 1;
      if (this.#openTags > maxNesting) return nestingTooDeep;
    }
    return undefined;
  }
}

class MarkGuard {
  #inParagraph = 0;
  #all = 0;

  read(line: string): Refusal | undefined {
    if (line.trim() === '') this.#inParagraph = 0;
    for (const [, mark] of line.matchAll(markOrEscape)) {
      this.#all += 1;
      if (mark !== undefined) this.#inParagraph += 1;
    }
    if (this.#inParagraph <= maxMarksInParagraph && this.#all <= maxMarks) return undefined;
    return {
      id: 'too-many-marks',
      ...findingWords(
        {
          zh: `一段里的 * _ ~ [ ] { } < 等记号应不超过 ${maxMarksInParagraph} 个，全文不超过 ${maxMarks} 个，现在超过了`,
          en: `A paragraph may have ${maxMarksInParagraph} marks such as * _ ~ [ ] { } <, and the whole text ${maxMarks}; there are more`,
        },
        {
          zh: '删去多余的记号；字面的记号前加反斜线',
          en: 'Remove what is not meant; put a backslash before a mark that is text',
        },
      ),
    };
  }
}

class RowGuard {
  #rows = 0;
  #cells = 0;

  read(line: string): Refusal | undefined {
    if (!line.startsWith('|')) return undefined;
    this.#rows += 1;
    for (let at = 0; at !== -1; at = line.indexOf('|', at + 1)) this.#cells += 1;
    if (this.#rows <= maxRows && this.#cells <= maxCells) return undefined;
    return {
      id: 'table-too-long',
      ...findingWords(
        {
          zh: `一篇里的表格应不超过 ${maxRows} 行、${maxCells} 格，现在超过了`,
          en: `The tables of an article may have ${maxRows} rows and ${maxCells} cells; there are more`,
        },
        {
          zh: '分成几篇，或只留读者要看的行',
          en: 'Make several articles of it, or keep only the rows that readers want',
        },
      ),
    };
  }
}

/** Lines of one shape, which may be so many. */
class LineGuard {
  readonly #shape: RegExp;
  readonly #most: number;
  readonly #refusal: Refusal;
  #lines = 0;

  constructor(shape: RegExp, most: number, refusal: Refusal) {
    this.#shape = shape;
    this.#most = most;
    this.#refusal = refusal;
  }

  read(line: string): Refusal | undefined {
    if (this.#shape.test(line)) this.#lines += 1;
    return this.#lines > this.#most ? this.#refusal : undefined;
  }
}

const tooManyLines: Refusal = {
  id: 'too-many-lines',
  ...findingWords(
    {
      zh: `一篇文章应不超过 ${maxLines} 行，现在超过了`,
      en: `An article may have ${maxLines} lines; this one has more`,
    },
    { zh: '分成几篇', en: 'Make several articles of it' },
  ),
};

const tooManyQuotations: Refusal = {
  id: 'too-many-quotations',
  ...findingWords(
    {
      zh: `一篇里以 > 开头的引文应不超过 ${maxQuoted} 行，现在超过了`,
      en: `An article may have ${maxQuoted} lines of quotation, begun with >; there are more`,
    },
    {
      zh: '删去多余的 >；引文太长就分成几篇',
      en: 'Remove what is not meant; make several articles of a long quotation',
    },
  ),
};
