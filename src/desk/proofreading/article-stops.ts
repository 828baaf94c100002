import { standingText, type Passage } from '../../collation/collate.ts';
import type { Article } from '../../newspaper/article.ts';
import type { Finding, TextFix } from '../../newspaper/finding.ts';
import type { LocalFinding } from '../../newspaper/local-finding.ts';
import type { CommandLanguage } from '../../wording/command-language.ts';
import { inLanguage } from '../../wording/in-language.ts';
import { isNear, type DeskBlock, type PassageRow } from './article-rows.ts';
import { setField } from './edit-text.ts';

/** Fields of the front matter that are printed, and can be put right at the desk. */
export const deskFields = ['kicker', 'headline', 'deck', 'standfirst'] as const;
export type DeskField = (typeof deskFields)[number];

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
  /** Of a changed letter: it and its neighbours, by which a decision on it is known again. */
  readonly mark?: string;
  /** One key puts it right: a safe fix, or the source's own reading. */
  readonly remedy?: TextFix;
  /** Whether it can be written into `allow`. */
  readonly canAllow?: boolean;
}

export interface DeskRow extends PassageRow {
  readonly stops: readonly Stop[];
}

/** What is known of an article before it is asked where a person has to look. */
export interface StopsInput {
  readonly text: string;
  readonly data: Article;
  readonly blocks: readonly DeskBlock[];
  readonly rows: readonly PassageRow[];
  readonly hasSource: boolean;
  /** What the importer asks about the article's own lines of the page. */
  readonly importFindings: readonly Finding[];
  readonly checkFindings: readonly LocalFinding[];
  /** Whether a person has let a changed letter stand. */
  readonly isSettled: (line: number, mark: string) => boolean;
  readonly words: CommandLanguage;
}

/** Puts every place where a person has to look into its row; what belongs to none is said of the whole. */
export function findStops(input: StopsInput): {
  readonly rows: readonly DeskRow[];
  readonly general: readonly Stop[];
} {
  const { text, data, blocks, hasSource, words } = input;
  const imports = data.proof === 'read' ? [] : input.importFindings;
  const lines = text.split('\n');
  const fieldLines = linesOfFields(lines);
  const placed = new Set<unknown>();
  const takeInto = (index: number): { own: Finding[]; checks: LocalFinding[] } => {
    const row = input.rows[index]!;
    const taken = {
      own: imports.filter((one) => !placed.has(one) && isNear(one.line, input.rows, index)),
      checks: input.checkFindings.filter(
        (one) => !placed.has(one) && isOfRow(one.line, row, blocks, fieldLines),
      ),
    };
    for (const one of [...taken.own, ...taken.checks]) placed.add(one);
    return taken;
  };
  const rows = input.rows.map((row, index): DeskRow => {
    const { own, checks } = takeInto(index);
    const place =
      row.kind === 'left-out'
        ? placeToInsert(input.rows, index, blocks)
        : placeToRestore(row, blocks, text, data);
    const letters =
      data.proof === 'read' || !hasSource
        ? []
        : row.passages
            .flatMap((one) => letterStops(one, place))
            .filter(({ line, mark }) => !input.isSettled(line!, mark!));
    const stops = [
      ...pairUp(own, letters, words),
      ...checks.map((finding) => checkStop(finding, lines, words)),
    ];
    return { ...row, stops };
  });
  return {
    rows,
    general: [
      ...imports.filter((one) => !placed.has(one)).map((one) => importStop(one, words)),
      ...input.checkFindings
        .filter((one) => !placed.has(one))
        .map((one) => checkStop(one, lines, words)),
    ],
  };
}

function isOfRow(
  line: number,
  row: PassageRow,
  blocks: readonly DeskBlock[],
  fieldLines: ReadonlyMap<string, number>,
): boolean {
  if (row.block === undefined) return row.kind === 'field' && fieldLines.get(row.id) === line;
  const { firstLine, lastLine } = blocks[row.block]!;
  return firstLine <= line && line <= lastLine;
}

/** The first line, from 1, on which each field begins. */
function linesOfFields(lines: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  lines.forEach((line, index) => {
    const field = /^(\w+):/.exec(line)?.[1];
    if (field !== undefined && !found.has(field)) found.set(field, index + 1);
  });
  return found;
}

function importStop(finding: Finding, words: CommandLanguage): Stop {
  const { id, line, excerpt, message, action } = inLanguage(finding, words);
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

function checkStop(finding: LocalFinding, lines: readonly string[], words: CommandLanguage): Stop {
  const { id, line, column, excerpt, message, action, fix } = inLanguage(finding, words);
  return {
    key: `${id} ${lines[line - 1]?.slice(column - 1, column + 7)} ${excerpt}`,
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
        mark: (before.slice(-4) + now + after.slice(0, 4)).trim() || was.slice(0, 16),
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
function pairUp(
  found: readonly Finding[],
  letters: readonly Stop[],
  words: CommandLanguage,
): Stop[] {
  const left = new Set(letters);
  const joined = new Map<Finding, Stop>();
  const join = (finding: Finding, letter: Stop | undefined): void => {
    if (letter === undefined) return;
    left.delete(letter);
    joined.set(finding, { ...letter, ...importStop(finding, words) });
  };
  for (const finding of found) {
    const named = ({ was = '', now = '', line }: Stop): boolean =>
      line === finding.line &&
      was !== '' &&
      finding.message.includes(was) &&
      (now === '' || finding.message.includes(now));
    join(finding, [...left].find(named));
  }
  const alone = found.filter((finding) => !joined.has(finding));
  for (const finding of alone) {
    const onLine = [...left].filter(({ line }) => line === finding.line);
    const rivals = alone.filter(({ line }) => line === finding.line);
    if (onLine.length === 1 && rivals.length === 1) join(finding, onLine[0]);
  }
  return [...found.map((finding) => joined.get(finding) ?? importStop(finding, words)), ...left];
}

/** Lines that were lost go in as a paragraph before the block that follows them on the page. */
function placeToInsert(
  rows: readonly PassageRow[],
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
  row: PassageRow,
  blocks: readonly DeskBlock[],
  text: string,
  data: Article,
): PlaceToRestore | undefined {
  if (row.block !== undefined) {
    const block = blocks[row.block]!;
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
