import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Link, PhrasingContent, RootContent } from 'mdast';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import type { EmphasisSpan } from '../page/block.ts';
import { decodeEntities, parseTag } from './html-tags.ts';

/** One piece of a line's or paragraph's content, after the Markdown and HTML marks are taken off. */
export type InlinePiece =
  | {
      readonly kind: 'text';
      /** A line break of the source, or a `<br>`, is `\n`. */
      readonly text: string;
      readonly emphasis: readonly EmphasisSpan[];
      /** 1 to 6 where an `<h1>` … held it. */
      readonly depth?: number | undefined;
      /** 0-based line of the chunk at which the piece begins and ends. */
      readonly firstLine: number;
      readonly lastLine: number;
    }
  | {
      readonly kind: 'image';
      readonly path: string;
      readonly alt: string;
      readonly firstLine: number;
      readonly lastLine: number;
    };

/** A mark of the source that holds letters and is no text of the paper. */
export interface Aside {
  readonly kind: 'tag' | 'comment' | 'link' | 'entity';
  readonly text: string;
  /** 0-based line of the chunk. */
  readonly line: number;
}

export interface InlineContent {
  readonly pieces: readonly InlinePiece[];
  readonly asides: readonly Aside[];
}

/**
 * Every construct of Markdown blocks is off: a page's blocks are found line by line (segment-blocks),
 * because lists, quotes, setext headings, indented code and definitions each eat printed text
 * (`1.`, a line of dashes under a headline, a paragraph set in by four blanks, `[注]: …`).
 */
const inlineOnly = {
  disable: {
    null: [
      'blockQuote',
      'codeFenced',
      'codeIndented',
      'codeText',
      'definition',
      'headingAtx',
      'htmlFlow',
      'list',
      'setextUnderline',
      'thematicBreak',
    ],
  },
};

const mightHoldMarks = /[*_<&\\[\]]/;
/**
 * Emphasis is resolved in the square of its marks: 80,000 of them in one paragraph take minutes. No
 * paragraph of a newspaper has a hundred; beyond this they are read as the characters they are.
 */
const maxMarks = 2_000;

function isPlain(source: string): boolean {
  if (!mightHoldMarks.test(source)) return true;
  return source.length > maxMarks && (source.match(/[*_<[]/g)?.length ?? 0) > maxMarks;
}

/**
 * Takes the Markdown and HTML marks off a run of lines without blank lines between them.
 *
 * @param source lines joined with `\n`
 */
export function parseInline(source: string): InlineContent {
  if (isPlain(source)) {
    const lastLine = source.split('\n').length - 1;
    const text = source
      .split('\n')
      .map((line) => line.trim())
      .join('\n');
    return { pieces: [{ kind: 'text', text, emphasis: [], firstLine: 0, lastLine }], asides: [] };
  }
  // \(…\) is mathematics as $…$ is, and its backslashes would be taken for escapes.
  const guarded = source
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replaceAll(/\\\(([^\n]{1,80}?)\\\)/g, '$$$1$$')
    // Within a formula a backslash, a brace's underscore and a star are its own, and no Markdown.
    .replaceAll(/(?<!\\)\$(?:\\.|[^$\\\n]){1,80}?\$/g, (formula) =>
      /\\|[_^]\s*\{/.test(formula) ? formula.replaceAll(/[\\_*]/g, '\\$&') : formula,
    )
    // Bold with a blank inside its marks is no bold to Markdown; tools write it all the same.
    .replaceAll(/\*\*([ \t]*)([^*\n]*?[^*\s])([ \t]*)\*\*/g, '$1**$2**$3')
    // Nor is it where an opening bracket stands last within them: `**文化行（**28）`.
    .replaceAll(/\*\*([^*\n]*?[^*\s（(“"《【])([（(“"《【]+)\*\*(?=\S)/gu, '**$1**$2')
    // Nor where they close within a number: `**上半年2.**87亿人次`, `**比分2:**1`.
    .replaceAll(/\*\*([^*\n]*?\d)([.,:%])\*\*(?=\d)/gu, '**$1**$2');
  const tree = fromMarkdown(guarded, { extensions: [cjkFriendlyExtension(), inlineOnly] });
  const walker = new Walker(guarded);
  for (const node of tree.children) walker.block(node);
  return walker.finish();
}

interface OpenText {
  text: string;
  emphasis: EmphasisSpan[];
  firstLine: number;
  lastLine: number;
}

const blockTags = new Set([
  'address',
  'article',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'footer',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'html',
  'li',
  'main',
  'ol',
  'p',
  'section',
  'summary',
  'ul',
]);

const superscripts: Record<string, string> = Object.fromEntries(
  [...'0123456789+-'].map((digit, index) => [digit, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'][index]!]),
);
const subscripts: Record<string, string> = Object.fromEntries(
  [...'0123456789+-'].map((digit, index) => [digit, [...'₀₁₂₃₄₅₆₇₈₉₊₋'][index]!]),
);

class Walker {
  readonly #source: string;
  readonly #pieces: InlinePiece[] = [];
  readonly #asides: Aside[] = [];
  #open: OpenText | undefined;
  #depth: number | undefined;
  #raised: 'sup' | 'sub' | undefined;
  #bold: number | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  finish(): InlineContent {
    this.#flush();
    return { pieces: this.#pieces, asides: this.#asides };
  }

  block(node: RootContent): void {
    if ('children' in node) {
      for (const child of node.children) this.#inline(child as PhrasingContent);
    }
  }

  #inline(node: PhrasingContent): void {
    const firstLine = node.position!.start.line - 1;
    const lastLine = node.position!.end.line - 1;
    switch (node.type) {
      case 'text': {
        const entities = this.#slice(node).match(/&(?:#x?[\da-f]+|\w+);/gi) ?? [];
        const kept = new Set([...new Set(entities)].filter((one) => node.value.includes(one)));
        for (const entity of entities) {
          if (!kept.has(entity)) {
            this.#asides.push({ kind: 'entity', text: entity, line: firstLine });
          }
        }
        this.#add(node.value, firstLine, lastLine);
        return;
      }
      case 'break':
        this.#add('\n', firstLine, lastLine);
        return;
      case 'strong':
      case 'emphasis': {
        const start = this.#length();
        for (const child of node.children) this.#inline(child);
        this.#span(node.type, start);
        return;
      }
      case 'link': {
        for (const child of node.children) this.#inline(child);
        const words = node.children.map((child) => ('value' in child ? child.value : '')).join('');
        // An address that is a link by itself says it once, [img-0.jpeg](img-0.jpeg) twice.
        const written = this.#slice(node).startsWith('[');
        if (written || (node.url !== words && `mailto:${words}` !== node.url)) {
          this.#asides.push({
            kind: 'link',
            text: this.#destination(node) || node.url,
            line: firstLine,
          });
        }
        return;
      }
      case 'image':
        this.#flush();
        this.#pieces.push({
          kind: 'image',
          path: node.url,
          alt: node.alt ?? '',
          firstLine,
          lastLine,
        });
        if (node.title) this.#asides.push({ kind: 'link', text: node.title, line: firstLine });
        for (const [entity] of this.#slice(node).matchAll(/&[#\w]+;/g)) {
          this.#asides.push({ kind: 'entity', text: entity, line: firstLine });
        }
        return;
      case 'html':
        this.#html(node.value, firstLine, lastLine);
        return;
      default:
        if ('value' in node) this.#add(node.value, firstLine, lastLine);
        else if ('children' in node) for (const child of node.children) this.#inline(child);
    }
  }

  #html(value: string, firstLine: number, lastLine: number): void {
    const tag = parseTag(value);
    if (!tag) {
      this.#asides.push({ kind: 'comment', text: value, line: firstLine });
      return;
    }
    this.#asides.push({ kind: 'tag', text: value, line: firstLine });
    if (tag.name === 'br') {
      this.#add('\n', firstLine, lastLine);
    } else if (tag.name === 'img') {
      this.#flush();
      this.#pieces.push({
        kind: 'image',
        path: decodeEntities(tag.attributes.src ?? ''),
        alt: decodeEntities(tag.attributes.alt ?? ''),
        firstLine,
        lastLine,
      });
    } else if (blockTags.has(tag.name)) {
      this.#flush();
      this.#depth = !tag.closing && /^h[1-6]$/.test(tag.name) ? Number(tag.name[1]) : undefined;
    } else if (tag.name === 'sup' || tag.name === 'sub') {
      this.#raised = tag.closing ? undefined : tag.name;
    } else if (tag.name === 'b' || tag.name === 'strong') {
      if (!tag.closing) this.#bold = this.#length();
      else if (this.#bold !== undefined) {
        this.#span('strong', this.#bold);
        this.#bold = undefined;
      }
    }
  }

  #slice(node: PhrasingContent): string {
    return this.#source.slice(node.position!.start.offset, node.position!.end.offset);
  }

  /** Address and title of a link as they are written, entities and all. */
  #destination(node: Link): string {
    const from = node.children.at(-1)?.position!.end.offset ?? node.position!.start.offset! + 1;
    return this.#source
      .slice(from, node.position!.end.offset)
      .replace(/^\]\(?|\)$/g, '')
      .trim();
  }

  #length(): number {
    return this.#open?.text.length ?? 0;
  }

  #span(kind: 'strong' | 'emphasis', start: number): void {
    const open = this.#open;
    if (open && open.text.length > start) {
      open.emphasis.push({ kind, start, end: open.text.length });
    }
  }

  #add(text: string, firstLine: number, lastLine: number): void {
    if (this.#raised !== undefined) {
      this.#asides.push({ kind: 'entity', text, line: firstLine });
    }
    const set =
      this.#raised === undefined
        ? text
        : [...text]
            .map((letter) => (this.#raised === 'sup' ? superscripts : subscripts)[letter] ?? letter)
            .join('');
    this.#open ??= { text: '', emphasis: [], firstLine, lastLine };
    this.#open.text += set;
    this.#open.lastLine = Math.max(this.#open.lastLine, lastLine);
  }

  #flush(): void {
    const open = this.#open;
    this.#open = undefined;
    this.#bold = undefined;
    if (!open || open.text.trim() === '') return;
    this.#pieces.push({ kind: 'text', ...open, depth: this.#depth });
  }
}
