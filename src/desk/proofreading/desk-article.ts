import {
  collateArticle,
  standingText,
  type Collation,
  type Passage,
} from '../../collation/collate.ts';
import { simplifiedForm } from '../../collation/variants.ts';
import { splitFrontMatter } from '../../manuscript/front-matter.ts';
import { parseArticle } from '../../manuscript/parse-article.ts';
import { checkProse } from '../../manuscript/prose/check-prose.ts';
import { readArticle } from '../../manuscript/read-article.ts';
import { renderArticle } from '../../manuscript/render-article.ts';
import type { Article } from '../../newspaper/article.ts';
import type { Finding, TextFix } from '../../newspaper/finding.ts';
import type { LocalFinding } from '../../newspaper/local-finding.ts';
import { circledPart } from '../../wording/part-number.ts';
import type { CommandLanguage } from '../../wording/command-language.ts';
import { setField } from './edit-text.ts';

/** Fields of the front matter that are printed, and can be put right at the desk. */
export const deskFields = ['kicker', 'headline', 'deck', 'standfirst'] as const;
export type DeskField = (typeof deskFields)[number];

export interface DeskInput {
  /** The decoded file. */
  readonly text: string;
  /** BCP 47, of the publication. */
  readonly language: string;
  /** The source page's lines, from the first; null where the article names none, or it is not kept. */
  readonly sourceLines: readonly string[] | null;
  /** Whether a paragraph stands as it was imported, where an import is on record. */
  readonly isAsImported?: ((text: string) => boolean) | undefined;
  /** What the importer finds on the source page; lines are of the page. */
  readonly importFindings: readonly Finding[];
  /** The printed name of the article's column. */
  readonly columnName?: string | undefined;
  /** In which language the checks speak. */
  readonly words: CommandLanguage;
}

/** One block of the body as it stands in the file; offsets are UTF-16 units of the decoded file. */
export interface DeskBlock {
  readonly start: number;
  readonly end: number;
  readonly isParagraph: boolean;
  /** `text.slice(start, end)`: the MDX as an editor writes it. */
  readonly source: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A place where a person has to look. */
export interface Stop {
  /** The same as long as the place is the same, whatever else is edited. */
  readonly key: string;
  readonly kind: 'letter' | 'import' | 'check';
  /** Of a finding: its name. */
  readonly rule?: string;
  readonly excerpt: string;
  readonly message?: string;
  readonly action?: string;
  /** Line of the source page. */
  readonly line?: number;
  /** What the source says and what stands, of a changed letter. */
  readonly was?: string;
  readonly now?: string;
  /** One key puts it right: a safe fix, or the source's own reading. */
  readonly remedy?: TextFix;
  /** Whether it can be written into `allow`. */
  readonly canAllow?: boolean;
}

/** A passage of the article beside what it was read from. */
export interface DeskRow {
  readonly kind: 'field' | 'block' | 'left-out';
  /** `headline`, `b3`; of lines that stand nowhere in the article `l17`. */
  readonly id: string;
  readonly field?: string;
  /** From 0. */
  readonly block?: number;
  readonly passages: readonly Passage[];
  readonly lines: { readonly first: number; readonly last: number } | null;
  readonly stops: readonly Stop[];
}

export interface DeskArticle {
  readonly text: string;
  readonly data: Article;
  readonly blocks: readonly DeskBlock[];
  readonly rows: readonly DeskRow[];
  /** Of all rows, and before them those of the article as a whole. */
  readonly stops: readonly Stop[];
  /** Those that belong to no row. */
  readonly general: readonly Stop[];
  readonly hasSource: boolean;
}

/**
 * Sets an article beside its lines of the source page, with all that waits for a person's eye.
 *
 * @returns the mistakes, where the article cannot be published as it stands
 */
export function readDeskArticle(
  input: DeskInput,
): { readonly article: DeskArticle } | { readonly findings: readonly LocalFinding[] } {
  const { text, language, sourceLines, words } = input;
  const { entry, findings } = readArticle(text, language);
  const split = splitFrontMatter(text);
  if (entry === undefined || 'finding' in split) return { findings };
  const { data } = entry;
  const { body, bodyOffset, bodyLine } = split.parts;
  const { tree } = parseArticle(body, bodyLine);
  // `readArticle` has found it good.
  if (tree === undefined) return { findings };
  const blocks = tree.children.map(({ type, position }): DeskBlock => {
    const start = bodyOffset + position!.start.offset!;
    const end = bodyOffset + position!.end.offset!;
    return {
      start,
      end,
      isParagraph: type === 'paragraph',
      source: text.slice(start, end),
      firstLine: position!.start.line + bodyLine - 1,
      lastLine: position!.end.line + bodyLine - 1,
    };
  });
  const set = renderArticle(tree, { language, base: '/', edition: data.edition }, bodyLine);
  // Footnotes are set behind the text, wherever they are written.
  const notes = tree.children.flatMap(({ type }, index) =>
    type === 'footnoteDefinition' ? [index] : [],
  );
  let at = 0;
  const paragraphs = set.blocks.flatMap(({ kind, line, pieces }) => {
    const index = blocks.findIndex(
      ({ firstLine, lastLine }) => firstLine <= line && line <= lastLine,
    );
    at = kind === 'footnotes' || index === -1 ? at : index;
    return pieces.map((piece, number) => ({
      id: `b${(kind === 'footnotes' ? notes[number] : undefined) ?? at}`,
      text: piece,
    }));
  });
  const fields = printedFields(data, input.columnName);
  const [first, last] = data.source?.lines ?? [1, 0];
  const lines = sourceLines?.slice(first - 1, last) ?? [];
  const collation = collateArticle({
    lines,
    firstLine: first,
    fields,
    paragraphs,
    ...(input.isAsImported === undefined ? {} : { isAsImported: input.isAsImported }),
    ...(language.startsWith('zh-Hans') ? { foldVariant: simplifiedForm } : {}),
  });
  const bare = rowsOf(
    lines.length > 0 ? collation : withoutSource(fields, paragraphs),
    fields,
    blocks.length,
  );
  const isRead = data.proof === 'read';
  const importStops = isRead
    ? []
    : input.importFindings
        .filter(({ severity, line }) => severity === 'review' && first <= line && line <= last)
        .map(importStop);
  const checkStops = checkProse(
    { ...split.parts, text, tree, language, allow: data.allow ?? [] },
    words,
  );
  const placed = new Set<unknown>();
  const rows = bare.map((row, index): DeskRow => {
    const own = importStops.filter((stop) => !placed.has(stop) && isNear(stop.line!, bare, index));
    const block = row.block === undefined ? undefined : blocks[row.block];
    const checks = checkStops.filter(
      (finding) =>
        !placed.has(finding) &&
        (block === undefined
          ? row.kind === 'field' && lineOf(text, row.id) === finding.line
          : block.firstLine <= finding.line && finding.line <= block.lastLine),
    );
    for (const one of [...own, ...checks]) placed.add(one);
    const letters =
      isRead || lines.length === 0
        ? []
        : row.passages.flatMap((one) =>
            letterStops(
              one,
              row.kind === 'left-out'
                ? placeToInsert(bare, index, blocks)
                : placeToRestore(row, block, text, data),
            ),
          );
    const stops = [...pairUp(own, letters), ...checks.map((one) => checkStop(one, text))];
    return { ...row, stops };
  });
  const general = [
    ...importStops.filter((stop) => !placed.has(stop)),
    ...checkStops.filter((finding) => !placed.has(finding)).map((one) => checkStop(one, text)),
  ];
  return {
    article: {
      text,
      data,
      blocks,
      rows,
      general,
      stops: [...general, ...rows.flatMap(({ stops }) => stops)],
      hasSource: lines.length > 0,
    },
  };
}

function printedFields(
  data: Article,
  columnName: string | undefined,
): { id: string; text: string }[] {
  const part = data.part === undefined ? '' : ` ${circledPart(data.part)}`;
  const names = data.bylines.map(({ label, name }) =>
    label === undefined ? name : `${label} ${name}`,
  );
  const texts = {
    column: columnName === undefined ? undefined : columnName + part,
    kicker: data.kicker,
    headline: data.headline,
    deck: data.deck,
    standfirst: data.standfirst,
    byline: names.join(' '),
  };
  return Object.entries(texts).flatMap(([id, text]) => (text ? [{ id, text }] : []));
}

interface FieldsAndParagraphs {
  readonly fields: readonly Passage[];
  readonly body: readonly Passage[];
}

function withoutSource(
  fields: readonly { id: string; text: string }[],
  paragraphs: readonly { id: string; text: string }[],
): FieldsAndParagraphs {
  const passage = ({ id, text }: { id: string; text: string }): Passage => ({
    id,
    stretches: [{ kind: 'same', text }],
    lines: null,
  });
  return { fields: fields.map(passage), body: paragraphs.map(passage) };
}

/** Every field and every block has its row, in their order, whether the source answers to it or not. */
function rowsOf(
  collation: Collation | FieldsAndParagraphs,
  fields: readonly { id: string; text: string }[],
  blocks: number,
): Omit<DeskRow, 'stops'>[] {
  const rows: (Omit<DeskRow, 'stops'> & { passages: Passage[] })[] = fields.map(({ id, text }) => {
    const passage = collation.fields.find((one) => one.id === id);
    return {
      kind: 'field',
      id,
      field: id,
      passages: [passage ?? { id, stretches: [{ kind: 'same', text }], lines: null }],
      lines: passage?.lines ?? null,
    };
  });
  let next = 0;
  const openBlock = (index: number): void => {
    for (; next <= index; next += 1) {
      rows.push({ kind: 'block', id: `b${next}`, block: next, passages: [], lines: null });
    }
  };
  for (const passage of collation.body) {
    if (passage.id === null) {
      const id = `l${passage.lines!.first}`;
      rows.push({ kind: 'left-out', id, passages: [passage], lines: passage.lines });
      continue;
    }
    const index = Number(passage.id.slice(1));
    openBlock(index);
    const at = rows.findLastIndex(({ block }) => block === index);
    const row = rows[at]!;
    rows[at] = {
      ...row,
      passages: [...row.passages, passage],
      lines: joinLines(row.lines, passage.lines),
    };
  }
  openBlock(blocks - 1);
  return rows;
}

type Lines = DeskRow['lines'];

function joinLines(one: Lines, other: Lines): Lines {
  if (one === null || other === null) return one ?? other;
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) };
}

/** Whether a line of the page is the row's; one between two rows goes to the one before it. */
function isNear(line: number, rows: readonly Omit<DeskRow, 'stops'>[], index: number): boolean {
  const { lines } = rows[index]!;
  if (lines === null || line < lines.first) return false;
  if (line <= lines.last) return true;
  return !rows.some(
    (other) => other.lines !== null && other.lines.first > lines.first && other.lines.first <= line,
  );
}

function lineOf(text: string, field: string): number {
  const at = text.search(new RegExp(`^${field}:`, 'm'));
  return at === -1 ? 0 : text.slice(0, at).split('\n').length;
}

function importStop({ id, line, excerpt, message, action }: Finding): Stop & { line: number } {
  return {
    key: `${id} ${line} ${excerpt}`,
    kind: 'import',
    rule: id,
    line,
    excerpt,
    message,
    action,
  };
}

function checkStop(finding: LocalFinding, text: string): Stop {
  const { id, line, column, excerpt, message, action, fix } = finding;
  return {
    key: `${id} ${text.split('\n')[line - 1]?.slice(column - 1, column + 7)} ${excerpt}`,
    kind: 'check',
    rule: id,
    excerpt,
    message,
    action,
    ...(fix === undefined ? {} : { remedy: fix }),
    canAllow: !id.startsWith('allow-'),
  };
}

/** As many letters on either side as make a place unmistakable in a paragraph. */
const surroundings = 12;

/** Letters that the importer changed, or nobody knows who; what a person wrote has been looked at. */
function letterStops(passage: Passage, place: PlaceToRestore | undefined): Stop[] {
  const { stretches } = passage;
  return stretches.flatMap((stretch, index): Stop[] => {
    if (stretch.kind !== 'letter' || stretch.by === 'person') return [];
    const before = standingText(stretches.slice(0, index)).slice(-surroundings);
    const after = standingText(stretches.slice(index + 1)).slice(0, surroundings);
    const { was, now, line } = stretch;
    const remedy = place?.(before, now, after, was);
    return [
      {
        key: `letter ${before.slice(-4)} ${was} ${now}`,
        kind: 'letter',
        line,
        excerpt: `${before}${now}${after}`,
        was,
        now,
        ...(remedy === undefined ? {} : { remedy }),
      },
    ];
  });
}

/**
 * The importer says what it changed, and the letter itself shows it: one place to look at, not two.
 * They belong together where the message names the letters, or where a line has one of each.
 */
function pairUp(found: readonly (Stop & { line: number })[], letters: readonly Stop[]): Stop[] {
  const left = new Set(letters);
  const joined = new Map<Stop, Stop>();
  const join = (stop: Stop, letter: Stop | undefined): void => {
    if (letter === undefined) return;
    left.delete(letter);
    joined.set(stop, { ...letter, ...stop });
  };
  for (const stop of found) {
    const named = ({ was = '', now = '', line }: Stop): boolean =>
      line === stop.line &&
      was !== '' &&
      stop.message!.includes(was) &&
      (now === '' || stop.message!.includes(now));
    join(stop, [...left].find(named));
  }
  const alone = found.filter((stop) => !joined.has(stop));
  for (const stop of alone) {
    const onLine = [...left].filter(({ line }) => line === stop.line);
    const rivals = alone.filter(({ line }) => line === stop.line);
    if (onLine.length === 1 && rivals.length === 1) join(stop, onLine[0]);
  }
  return [...found.map((stop) => joined.get(stop) ?? stop), ...left];
}

/** Lines that were lost go in as a paragraph before the block that follows them on the page. */
function placeToInsert(
  rows: readonly Omit<DeskRow, 'stops'>[],
  index: number,
  blocks: readonly DeskBlock[],
): PlaceToRestore | undefined {
  const next = rows.slice(index + 1).find(({ block }) => block !== undefined)?.block;
  const last = blocks.at(-1);
  if (next !== undefined) {
    const { start } = blocks[next]!;
    return (_before, _now, _after, was) =>
      isPlain(was) ? { start, end: start, text: `${was}\n\n` } : undefined;
  }
  if (last === undefined) return undefined;
  return (_before, _now, _after, was) =>
    isPlain(was) ? { start: last.end, end: last.end, text: `\n\n${was}` } : undefined;
}

/** What Markdown would take for a mark is not put in unseen. */
function isPlain(text: string): boolean {
  return !/[\\`*_{}[\]<>#|~&]|^(?:[-+]|\d+[.)])\s|^(?:import|export)\b/.test(text);
}

type PlaceToRestore = (
  before: string,
  now: string,
  after: string,
  was: string,
) => TextFix | undefined;

/** How a letter of a row is put back, where the row is written in one place of the file. */
function placeToRestore(
  row: Omit<DeskRow, 'stops'>,
  block: DeskBlock | undefined,
  text: string,
  data: Article,
): PlaceToRestore | undefined {
  if (block !== undefined) {
    return (before, now, after, was) => restore(block, text, before, now, after, was);
  }
  const field = deskFields.find((one) => one === row.field);
  const value = field === undefined ? undefined : data[field];
  if (field === undefined || typeof value !== 'string') return undefined;
  return (before, now, after, was) => {
    const words = before + now + after;
    const at = value.indexOf(words);
    if (at === -1 || value.includes(words, at + 1)) return undefined;
    return setField(
      text,
      field,
      value.replace(words, () => before + was + after),
    );
  };
}

/** Undefined where the words stand in the file twice, or not as they are read (`\<`, `**`). */
function restore(
  block: DeskBlock,
  text: string,
  before: string,
  now: string,
  after: string,
  was: string,
): TextFix | undefined {
  const words = before + now + after;
  const at = block.source.indexOf(words);
  if (at === -1 || block.source.includes(words, at + 1) || !isPlain(was)) return undefined;
  const start = block.start + at + before.length;
  return text.slice(start, start + now.length) === now
    ? { start, end: start + now.length, text: was }
    : undefined;
}
