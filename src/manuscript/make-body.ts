import { blockElements } from '../newspaper/block-elements.ts';
import type { Element, ElementContent, Root } from 'hast';
import type {
  ArticleBody,
  BodyBlock,
  BodyBlockKind,
  BodyHeading,
  BodyParagraph,
  BodyPicture,
} from './article-body.ts';
import { introducesWhatFollows } from '../newspaper/introduces-what-follows.ts';
import { extractBody, withoutIntroduction } from './extract-body.ts';
import { codePointLength, openingOf } from './opening-of.ts';
import { HtmlPrinter, isHeading, printChildren } from './print-html.ts';

const kinds: Readonly<Record<string, BodyBlockKind>> = {
  p: 'paragraph',
  ul: 'list',
  ol: 'list',
  table: 'table',
  blockquote: 'quote',
  figure: 'figure',
  aside: 'aside',
  pre: 'code',
  hr: 'break',
  section: 'footnotes',
};

/**
 * Makes the data of a body from its finished tree.
 *
 * @param tree block elements, with their ids, and with their lines of the body in `position`
 * @param language BCP 47 tag of the publication
 * @param bodyLine number of the body's first line in its file
 */
export function makeBody(tree: Root, language: string, bodyLine: number): ArticleBody {
  const printer = new HtmlPrinter();
  /** Where each ends in the HTML. To cut it out of a text that grows would copy the text each time. */
  const printed: { readonly block: Omit<BodyBlock, 'html'>; readonly to: number }[] = [];
  const paragraphs: BodyParagraph[] = [];
  const headings: BodyHeading[] = [];
  for (const node of tree.children) {
    if (node.type !== 'element') {
      printer.print(node);
      continue;
    }
    const kind = kindOf(node);
    const from = printer.html.length;
    const line = (node.position?.start.line ?? 1) + bodyLine - 1;
    const id = typeof node.properties['id'] === 'string' ? node.properties['id'] : undefined;
    const pieces = piecesOf(node);
    if (kind === 'paragraph') {
      const number = paragraphs.length + 1;
      printer.printParagraph(node, number);
      const text = textOf(node);
      const html = printChildren(withoutApparatus(node.children));
      const role = roleOf(node);
      paragraphs.push({ id: id!, number, html, ...(role !== undefined && { role }), text, line });
      const block = { kind, id, number, text, pieces, line, from };
      printed.push({ block, to: printer.html.length });
      continue;
    }
    printer.print(node);
    const text = kind === 'table' ? rowsOf(node).join('\n') : pieces.join('\n');
    if (kind === 'heading') {
      headings.push({ id: id ?? '', level: Number(node.tagName[1]), text, line });
    }
    const block = { kind, ...(id !== undefined && { id }), text, pieces, line, from };
    printed.push({ block, to: printer.html.length });
  }
  const { html } = printer;
  const blocks = printed.map(({ block, to }): BodyBlock => ({
    ...block,
    html: html.slice(block.from, to),
  }));
  const text = blocks
    .map((block) => block.text)
    .filter((line) => line !== '')
    .join('\n');
  const leadIn = leadInOf(tree);
  return {
    html,
    blocks,
    paragraphs,
    ...(leadIn !== undefined && { leadIn }),
    headings,
    pictures: picturesIn(tree),
    excerpt: excerptOf({ blocks, paragraphs }, text, language),
    text,
    characters: countCharacters(text),
    marks: printer.marks,
  };
}

function roleOf({ properties }: Element): string | undefined {
  const { className } = properties;
  return Array.isArray(className) ? className.join(' ') : undefined;
}

function kindOf(element: Element): BodyBlockKind {
  const { tagName } = element;
  if (isHeading(tagName)) return 'heading';
  if (hasClass(element, 'pull-quote')) return 'quote';
  if (hasClass(element, 'table')) return 'table';
  return kinds[tagName] ?? 'other';
}

function hasClass({ properties }: Element, name: string): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes(name);
}

/** Signs of the page, not words of the article: the number of a footnote and the way back from it. */
function isApparatus(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  const { tagName, properties, children } = node;
  if (tagName === 'sup') {
    return children.some(
      (child) => child.type === 'element' && 'dataFootnoteRef' in child.properties,
    );
  }
  return 'dataFootnoteBackref' in properties || properties['id'] === 'footnote-label';
}

/** A paragraph as it may stand elsewhere: its footnotes and pictures stay with the body. */
function withoutApparatus(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (isApparatus(child)) return [];
    if (child.type !== 'element') return [child];
    if (child.tagName === 'img') return [];
    return [{ ...child, children: withoutApparatus(child.children) }];
  });
}

function textOf(node: Element): string {
  let text = '';
  for (const child of node.children) {
    if (child.type === 'text') text += child.value;
    else if (child.type === 'element' && !isApparatus(child)) text += textOf(child);
  }
  return text;
}

/** The texts of what is innermost in a block: items, cells, captions, lines of verse. */
function piecesOf(block: Element): string[] {
  const pieces: string[] = [];
  let text = '';
  const end = (): void => {
    if (text.trim() !== '') pieces.push(text.trim());
    text = '';
  };
  const read = (element: Element): void => {
    for (const child of element.children) {
      if (child.type === 'text') {
        text += child.value;
      } else if (child.type === 'element' && !isApparatus(child)) {
        const isBlock = blockElements.has(child.tagName);
        if (isBlock) end();
        read(child);
        if (isBlock) end();
      }
    }
  };
  read(block);
  end();
  return pieces;
}

/** A table's caption and rows; cells are parted by tabs, as spreadsheets paste them. */
function rowsOf(table: Element): string[] {
  return table.children.flatMap((child): string[] => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'tr') {
      const cells = child.children.filter((cell) => cell.type === 'element');
      return [cells.map((cell) => textOf(cell).trim()).join('\t')];
    }
    return child.tagName === 'caption' ? [textOf(child).trim()] : rowsOf(child);
  });
}

/** What typography marked at the head of the first paragraph. */
function leadInOf({ children }: Root): string | undefined {
  const first = children.find((node) => node.type === 'element');
  if (first?.tagName !== 'p') return undefined;
  const [head] = first.children;
  return head?.type === 'element' && hasClass(head, 'lead-in') ? textOf(head) : undefined;
}

function picturesIn(parent: Root | Element, caption?: Element): BodyPicture[] {
  return parent.children.flatMap((child): BodyPicture[] => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'figure') {
      const found = child.children.find(
        (part): part is Element => part.type === 'element' && part.tagName === 'figcaption',
      );
      return picturesIn(child, found);
    }
    if (child.tagName !== 'img') return picturesIn(child, caption);
    const { src, alt } = child.properties;
    const credit = caption?.children.find(
      (part) => part.type === 'element' && hasClass(part, 'credit'),
    );
    const words = caption?.children
      .filter((part) => part.type === 'text')
      .map(({ value }) => value)
      .join('')
      .trim();
    return [
      {
        file: String(src),
        alt: String(alt ?? ''),
        ...(words && { caption: words }),
        ...(credit?.type === 'element' && { credit: textOf(credit) }),
      },
    ];
  });
}

const excerptLength = 120;
/** An excerpt shorter than this says too little: it takes the opening of what did not fit whole. */
const leastExcerpt = 30;

interface ExcerptLine {
  readonly text: string;
  readonly role?: string | undefined;
  /** A line of the same paragraph stands before it. */
  readonly isTurned?: boolean;
}

/**
 * Whole lines as long as they fit; the first one is cut at a sentence where it can be. An article
 * may be nothing but a table or a list: then that is said, line by line. Whom a letter speaks to and
 * who signs it is left out, where there is more.
 */
function excerptOf(
  body: Pick<ArticleBody, 'blocks' | 'paragraphs'>,
  text: string,
  language: string,
): string {
  const narrow = narrowMarks[language.split('-')[0]!] ?? narrowMarks['en']!;
  const joined = (lines: readonly ExcerptLine[]): string => joinLines(lines, narrow);
  const pieces = new Map(body.blocks.map((block) => [block.number, block.pieces]));
  const extract = extractBody(body).paragraphs.flatMap(({ number, role }) =>
    linesOf(pieces.get(number)!, role),
  );
  const all = extract.length > 0 ? extract : text.split('\n').flatMap((line) => linesOf([line]));
  const within = all.filter(({ role }) => role !== 'salutation' && role !== 'sign-off');
  const lines = within.length > 0 ? within : all;
  const taken: ExcerptLine[] = [];
  for (const line of lines) {
    if (taken.length > 0 && codePointLength(joined([...taken, line])) > excerptLength) break;
    taken.push(line);
  }
  const next = lines[taken.length];
  const kept = next === undefined ? taken : withoutIntroduction(taken, isIntroduction);
  const excerpt = joined(kept.length > 0 ? kept : taken);
  if (next !== undefined && codePointLength(excerpt) < leastExcerpt) {
    const room = excerptLength - codePointLength(joined(taken)) - 1;
    const opening = openingOf(next.text, room);
    if (codePointLength(opening) <= room) return joined([...taken, { text: opening }]);
  }
  if (codePointLength(excerpt) <= excerptLength) return excerpt;
  const opening = openingOf(excerpt, excerptLength);
  if (codePointLength(opening) <= excerptLength) return opening;
  const cut = Array.from(excerpt)
    .slice(0, excerptLength - 1)
    .join('');
  return `${/^\p{Script=Latin}/u.test(excerpt.slice(cut.length)) ? cut.replace(/\s+\p{Script=Latin}*$/u, '') : cut}…`;
}

/** A line that ends the excerpt says nothing, where what it leads to is not there. */
const isIntroduction = ({ text, role }: ExcerptLine): boolean =>
  role === 'entry-head' || introducesWhatFollows(text);

/** The lines of a paragraph that has several are verse, or are set like it. */
function linesOf(lines: readonly string[], role?: string): ExcerptLine[] {
  const isVerse = role === undefined && lines.length > 1;
  return lines
    .map((line, index) => ({
      text: oneLine(line),
      role,
      ...(isVerse && index > 0 && { isTurned: true }),
    }))
    .filter((line) => line.text !== '');
}

interface ListMarks {
  readonly next: string;
  readonly leads: string;
}

/** Between Latin lines; French has a thin blank before a semicolon and a whole one before a colon. */
const narrowMarks: Readonly<Record<string, ListMarks>> = {
  en: { next: '; ', leads: ': ' },
  fr: { next: '\u202f; ', leads: '\u00a0: ' },
};
const wideMarks: ListMarks = { next: '；', leads: '：' };

/** Lines on one line: each is told from the next, as a list in running text is. */
function joinLines(lines: readonly ExcerptLine[], narrow: ListMarks): string {
  let text = '';
  let before: ExcerptLine | undefined;
  for (const line of lines) {
    if (before !== undefined) text += markBetween(before, line, narrow);
    text += line.text;
    before = line;
  }
  return text;
}

const wideLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60“”‘’…—]/u;
/** A mark that ends or parts: with the closing quotes behind it, or with a credit in brackets. */
const marked = /[。！？!?；;，,、：:….](?:[”’"'」』）)》]*|（[^（）]*）)$/u;

/** Sentences in Han stand side by side; Latin ones are parted by a blank; lines without an end by a semicolon. */
function markBetween({ text, role }: ExcerptLine, line: ExcerptLine, narrow: ListMarks): string {
  const after = line.text;
  const blank = wide.test(text.at(-1)!) || wide.test(after[0]!) ? '' : ' ';
  if (marked.test(text)) return blank;
  if (line.isTurned === true) return ' / ';
  const { next, leads } = wideLetter.test(text) || wideLetter.test(after) ? wideMarks : narrow;
  return role === 'entry-head' ? leads : next;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function countCharacters(text: string): number {
  let count = 0;
  for (const unit of text) if (unit.trim() !== '') count += 1;
  return count;
}
