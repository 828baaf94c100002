import { alignSequences, type EqualRun } from './align.ts';
import { foldCharacter, isBlank } from './fold.ts';

/**
 * Why a mechanical rule explains a change: a blank taken out or put in, a line or paragraph joined
 * or parted, a sign's width, a quotation mark or dash of the same family, a variant of the same
 * letter (繁体 to 简体), a piece that moved to its own field.
 */
export const mechanicalReasons = ['blank', 'break', 'width', 'sign', 'variant', 'moved'] as const;
export type MechanicalReason = (typeof mechanicalReasons)[number];

/**
 * A run of a passage. `was` is what the OCR page says, `now` what the article says; either may be
 * empty, not both. `line` is the 1-based line of the source page.
 */
export type Stretch =
  | { readonly kind: 'same'; readonly text: string }
  | {
      readonly kind: 'mechanical';
      readonly reason: MechanicalReason;
      readonly was: string;
      readonly now: string;
      readonly line: number;
    }
  | {
      readonly kind: 'letter';
      /**
       * `importer`: the passage stands as the importer wrote it; `person`: someone has edited it
       * since; `unknown`: no record of the import was given.
       */
      readonly by: 'importer' | 'person' | 'unknown';
      readonly was: string;
      readonly now: string;
      readonly line: number;
    };

export type Change = Exclude<Stretch, { kind: 'same' }>;

/** A text of the article as it stands: a paragraph (`p1` …) or a field (`headline`, `deck` …). */
export interface ArticleText {
  readonly id: string;
  readonly text: string;
}

export interface CollationInput {
  /** The article's own lines of the source page, in order, without their line ends. */
  readonly lines: readonly string[];
  /** Where the first of them stands on the page, from 1. */
  readonly firstLine: number;
  /** Kicker, headline, deck, column label, bylines: what stands outside the body. */
  readonly fields: readonly ArticleText[];
  readonly paragraphs: readonly ArticleText[];
  /** Whether a paragraph stands as it was imported, where an import is on record. */
  readonly isAsImported?: ((text: string) => boolean) | undefined;
  /** Gives the common form of one variant letter (traditional to simplified); see variants.ts. */
  readonly foldVariant?: (character: string) => string;
}

/** A passage of the article, or (`id: null`) lines of the source that are not in the article. */
export interface Passage {
  readonly id: string | null;
  readonly stretches: readonly Stretch[];
  /** Lines of the page it was read from; null where nothing on the page answers to it. */
  readonly lines: { readonly first: number; readonly last: number } | null;
}

export interface Collation {
  readonly fields: readonly Passage[];
  readonly body: readonly Passage[];
  readonly letters: number;
  readonly mechanical: Readonly<Record<MechanicalReason, number>>;
}

interface SourceCharacter {
  readonly character: string;
  readonly key: string;
  readonly line: number;
  /** Blanks of the same line before it. */
  readonly blanks: string;
  readonly startsLine: boolean;
}

interface StandingCharacter {
  readonly character: string;
  readonly key: string;
  readonly blanks: string;
  readonly text: number;
}

interface SourceLine {
  readonly number: number;
  readonly characters: readonly SourceCharacter[];
  readonly keys: readonly string[];
}

/** What an OCR tool's Markdown and a newspaper's layout put around a text; neither is a letter of it. */
const lineMarks = /^\s*(?:#{1,6}\s+|>\s*|[-*+]\s+)?/;
const emphasisMarks = /\*{1,3}|(?<![A-Za-z0-9])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![A-Za-z0-9])/g;
/** The importer's list (lexicon/printers-marks), and squares that only tools write. */
const ornaments = new Set('■□◆◇●○◎☉⊙▲△▼▽▶►◀▇█▌★☆◼◾');

/**
 * Below these parts of letters in common a line of the page is not a reading of the field: of both
 * together, and of the line (a caption that ends in its credit is no reading of the byline).
 */
const likeEnough = 0.5;
const mostOfTheLine = 0.6;

const sentenceEnd = new Set('。！？!?”"’');

/**
 * Sets the source page's lines against the article as it now stands, letter by letter.
 *
 * Nothing is recorded by hand: the difference of the two texts is all there is to know. A change
 * that a general rule explains (width, blanks, breaks, quotation marks, variants) is `mechanical`;
 * whatever is left changed a letter.
 *
 * Law (held by a property test): the `was` and `same` of all passages give the page's letters and
 * the `now` and `same` of a passage give the article's text.
 */
export function collateArticle(input: CollationInput): Collation {
  const foldVariant = input.foldVariant ?? ((character: string): string => character);
  const lines = input.lines
    .map((line, index) => readSourceLine(line, input.firstLine + index))
    .filter((line) => line.characters.length > 0);
  const keyOf = (character: string): string => foldCharacter(foldVariant(character));

  const taken = new Set<SourceLine>();
  const fields: Passage[] = [];
  for (const field of input.fields) {
    const found = findLinesOf(field.text, lines, taken, keyOf);
    if (found.length === 0) continue;
    for (const line of found) taken.add(line);
    fields.push(...collateTexts(found, [field], keyOf, new Set()));
  }
  const rest = lines.filter((line) => !taken.has(line));
  const elsewhere = new Set(
    input.fields.map((field) => keysOf(field.text, keyOf).join('')).filter((text) => text !== ''),
  );
  const body = collateTexts(rest, input.paragraphs, keyOf, elsewhere);
  const attributed = attributeChanges(body, input);
  return { fields, body: attributed, ...countChanges([...fields, ...attributed]) };
}

/** The text that stands: what a reader reads once all changes are made. */
export function standingText(stretches: readonly Stretch[]): string {
  return stretches
    .map((stretch) =>
      stretch.kind === 'same'
        ? stretch.text
        : stretch.kind === 'mechanical' && stretch.reason === 'break'
          ? stretch.now.replaceAll('¶', '')
          : stretch.now,
    )
    .join('');
}

function readSourceLine(line: string, number: number): SourceLine {
  const marks = lineMarks.exec(line)?.[0].length ?? 0;
  const text = line.slice(marks).replaceAll(emphasisMarks, '');
  const characters: SourceCharacter[] = [];
  let blanks = '';
  for (const character of text) {
    if (ornaments.has(character)) continue;
    if (isBlank(character)) {
      blanks += character;
      continue;
    }
    characters.push({
      character,
      key: foldCharacter(character),
      line: number,
      blanks: characters.length === 0 ? '' : blanks,
      startsLine: characters.length === 0,
    });
    blanks = '';
  }
  return { number, characters, keys: characters.map(({ key }) => key) };
}

function keysOf(text: string, keyOf: (character: string) => string): string[] {
  return [...text]
    .filter((character) => !isBlank(character) && !ornaments.has(character))
    .map(keyOf);
}

/**
 * Finds the line, or up to three lines on end, that a field was read from: the ones that share most
 * letters with it, if they share half.
 */
function findLinesOf(
  text: string,
  lines: readonly SourceLine[],
  taken: ReadonlySet<SourceLine>,
  keyOf: (character: string) => string,
): readonly SourceLine[] {
  const wanted = keysOf(text, keyOf);
  let best: readonly SourceLine[] = [];
  let bestScore = likeEnough;
  for (let from = 0; from < lines.length; from += 1) {
    for (let count = 1; count <= 3 && from + count <= lines.length; count += 1) {
      const some = lines.slice(from, from + count);
      if (some.some((line) => taken.has(line))) break;
      const keys = some.flatMap((line) => line.characters.map(({ character }) => keyOf(character)));
      // A line twice as long as the field cannot have most of its letters there.
      if (keys.length > wanted.length * 2 + 4) break;
      const common = alignSequences(keys, wanted).reduce((sum, run) => sum + run.length, 0);
      const score = (2 * common) / (keys.length + wanted.length);
      if (score > bestScore && common >= mostOfTheLine * keys.length) {
        best = some;
        bestScore = score;
      }
    }
  }
  return best;
}

function collateTexts(
  lines: readonly SourceLine[],
  texts: readonly ArticleText[],
  keyOf: (character: string) => string,
  elsewhere: ReadonlySet<string>,
): Passage[] {
  const source = lines.flatMap((line) => line.characters);
  const standing = texts.flatMap(({ text }, index) => readStandingText(text, index));
  const left = source.map(({ character }) => keyOf(character));
  const right = standing.map(({ character }) => keyOf(character));
  const runs = slideChanges(alignSequences(left, right), left, right, source);
  const writer = new PassageWriter(texts, elsewhere, keyOf);
  let from = 0;
  let to = 0;
  for (const run of [...runs, { left: source.length, right: standing.length, length: 0 }]) {
    writer.change(source.slice(from, run.left), standing.slice(to, run.right), source[run.left]);
    for (let step = 0; step < run.length; step += 1) {
      writer.equal(source[run.left + step]!, standing[run.right + step]!);
    }
    from = run.left + run.length;
    to = run.right + run.length;
  }
  return writer.passages();
}

function readStandingText(text: string, index: number): StandingCharacter[] {
  const characters: StandingCharacter[] = [];
  let blanks = '';
  for (const character of text) {
    if (isBlank(character)) {
      blanks += character;
      continue;
    }
    characters.push({ character, key: foldCharacter(character), blanks, text: index });
    blanks = '';
  }
  return characters;
}

/**
 * A deletion between equal letters can be moved along them without changing what it says. The best
 * place is where a reader would cut: at the beginning of a line of the page, else after a sentence.
 */
function slideChanges(
  runs: readonly EqualRun[],
  left: readonly string[],
  right: readonly string[],
  source: readonly SourceCharacter[],
): EqualRun[] {
  const slid = runs.map((run) => ({ ...run }));
  for (let index = 0; index + 1 < slid.length; index += 1) {
    const before = slid[index]!;
    const after = slid[index + 1]!;
    const from = before.left + before.length;
    const until = after.left;
    if (after.right !== before.right + before.length || until === from) continue;
    const score = (start: number): number => {
      if (source[start]?.startsLine === true) return 2;
      const last = source[start - 1];
      return last !== undefined && sentenceEnd.has(last.character) ? 1 : 0;
    };
    let best = 0;
    let bestScore = score(from);
    for (let shift = -1; -shift < before.length; shift -= 1) {
      if (left[from + shift] !== left[until + shift]) break;
      if (score(from + shift) > bestScore) {
        best = shift;
        bestScore = score(from + shift);
      }
    }
    for (let shift = 1; shift < after.length; shift += 1) {
      if (left[from + shift - 1] !== left[until + shift - 1]) break;
      if (left[from + shift - 1] !== right[before.right + before.length + shift - 1]) break;
      if (score(from + shift) > bestScore) {
        best = shift;
        bestScore = score(from + shift);
      }
    }
    before.length += best;
    after.left += best;
    after.right += best;
    after.length -= best;
  }
  return slid.filter((run) => run.length > 0);
}

/** Gathers stretches by passage while the alignment is walked from its beginning to its end. */
class PassageWriter {
  readonly #texts: readonly ArticleText[];
  readonly #elsewhere: ReadonlySet<string>;
  readonly #keyOf: (character: string) => string;
  readonly #stretches: Stretch[][];
  readonly #lines: ({ first: number; last: number } | null)[];
  /** Lines that are in no paragraph, with the paragraph they stand before. */
  readonly #leftOut: { before: number; passage: Passage }[] = [];
  #text = -1;
  #line = 0;

  constructor(
    texts: readonly ArticleText[],
    elsewhere: ReadonlySet<string>,
    keyOf: (character: string) => string,
  ) {
    this.#texts = texts;
    this.#elsewhere = elsewhere;
    this.#keyOf = keyOf;
    this.#stretches = texts.map(() => []);
    this.#lines = texts.map(() => null);
  }

  equal(source: SourceCharacter, standing: StandingCharacter): void {
    const opens = standing.text !== this.#text;
    const list = this.#open(standing.text, source.line);
    const broken = source.startsLine && this.#line !== 0;
    if (opens) {
      // A paragraph that begins in the middle of a line of the page: the tool had lost the break.
      if (!source.startsLine && this.#line !== 0) {
        this.#mechanical(list, 'break', source.blanks, '¶', source.line);
      }
      if (standing.blanks !== '') push(list, { kind: 'same', text: standing.blanks });
    } else if (broken && list.length > 0) {
      this.#mechanical(list, 'break', '¶', standing.blanks, source.line);
    } else if (source.blanks === '' ? standing.blanks !== '' : standing.blanks === '') {
      this.#mechanical(list, 'blank', source.blanks, standing.blanks, source.line);
    } else if (standing.blanks !== '') {
      push(list, { kind: 'same', text: standing.blanks });
    }
    if (source.character === standing.character) {
      push(list, { kind: 'same', text: standing.character });
    } else {
      const reason =
        source.key !== standing.key
          ? 'variant'
          : foldCharacter(source.character) === standing.character ||
              isWidthChange(source.character, standing.character)
            ? 'width'
            : 'sign';
      this.#mechanical(list, reason, source.character, standing.character, source.line);
    }
    this.#line = source.line;
  }

  /** @param next the first letter of the page after the change, where there is one */
  change(
    source: readonly SourceCharacter[],
    standing: readonly StandingCharacter[],
    next: SourceCharacter | undefined,
  ): void {
    if (source.length === 0 && standing.length === 0) return;
    let waiting = source;
    // Whole lines of the page that no paragraph answers to stand by themselves; they were not
    // replaced by the full stop that someone has put in at their place.
    const whole = wholeLinesOf(source, this.#line, next);
    const inWhole = new Set(whole.flat());
    if (standing.length * 2 < inWhole.size) {
      waiting = source.filter((character) => !inWhole.has(character));
    }
    const groups =
      waiting.length === 0 && standing.length === 0 ? [] : groupByText(standing, this.#text);
    for (const [index, group] of groups.entries()) {
      // The page's letters go with the first text that replaces them.
      const was = index === 0 ? waiting : [];
      const toNext =
        group.letters.length === 0 && (this.#text < 0 || was[0]?.startsLine === true)
          ? this.#textAfter()
          : group.text;
      const line = was[0]?.line ?? (this.#line === 0 ? (next?.line ?? 0) : this.#line);
      const list = this.#open(toNext, line);
      let wasText = joinCharacters(was);
      let nowText = joinCharacters(group.letters);
      const blanks = /^\s+/.exec(nowText)?.[0] ?? '';
      if (blanks !== '' && wasText.startsWith(blanks)) {
        push(list, { kind: 'same', text: blanks });
        wasText = wasText.slice(blanks.length);
        nowText = nowText.slice(blanks.length);
      }
      const keys = was.map(({ character }) => this.#keyOf(character)).join('');
      if (nowText === '' && this.#isElsewhere(keys)) {
        this.#mechanical(list, 'moved', wasText, '', line);
      } else {
        push(list, { kind: 'letter', by: 'unknown', was: wasText, now: nowText, line });
      }
    }
    const last = waiting.at(-1);
    if (last !== undefined) this.#line = last.line;
    if (waiting !== source) for (const line of whole) this.#leaveOut(line);
  }

  passages(): Passage[] {
    const passages: Passage[] = [];
    for (const [index, text] of this.#texts.entries()) {
      for (const { before, passage } of this.#leftOut) if (before === index) passages.push(passage);
      passages.push({
        id: text.id,
        stretches: groupStretches(this.#stretches[index]!),
        lines: this.#lines[index]!,
      });
    }
    for (const { before, passage } of this.#leftOut) {
      if (before >= this.#texts.length) passages.push(passage);
    }
    return passages;
  }

  #textAfter(): number {
    return Math.min(this.#text + 1, this.#texts.length - 1);
  }

  #open(text: number, line: number): Stretch[] {
    this.#text = Math.max(this.#text, text);
    const known = this.#lines[text];
    if (line > 0) {
      this.#lines[text] =
        known === null || known === undefined
          ? { first: line, last: line }
          : { first: Math.min(known.first, line), last: Math.max(known.last, line) };
    }
    return this.#stretches[text]!;
  }

  #isElsewhere(keys: string): boolean {
    if (keys === '') return false;
    if (this.#elsewhere.has(keys)) return true;
    return keys.length > 1 && [...this.#elsewhere].some((text) => text.includes(keys));
  }

  #leaveOut(line: readonly SourceCharacter[]): void {
    const number = line[0]!.line;
    const keys = line.map(({ character }) => this.#keyOf(character)).join('');
    const text = joinCharacters(line);
    this.#leftOut.push({
      before: this.#text + 1,
      passage: {
        id: null,
        lines: { first: number, last: number },
        stretches: [
          this.#isElsewhere(keys)
            ? { kind: 'mechanical', reason: 'moved', was: text, now: '', line: number }
            : { kind: 'letter', by: 'unknown', was: text, now: '', line: number },
        ],
      },
    });
    this.#line = number;
  }

  #mechanical(
    list: Stretch[],
    reason: MechanicalReason,
    was: string,
    now: string,
    line: number,
  ): void {
    push(list, { kind: 'mechanical', reason, was, now, line });
  }
}

/** Lines that lie wholly within the run: it has their first letter and their last. */
function wholeLinesOf(
  source: readonly SourceCharacter[],
  lineBefore: number,
  next: SourceCharacter | undefined,
): readonly (readonly SourceCharacter[])[] {
  const byLine = new Map<number, SourceCharacter[]>();
  for (const character of source) {
    const list = byLine.get(character.line);
    if (list === undefined) byLine.set(character.line, [character]);
    else list.push(character);
  }
  return [...byLine.entries()]
    .filter(
      ([line, letters]) =>
        line !== lineBefore &&
        letters[0]!.startsLine &&
        (next === undefined || next.line !== line || next.startsLine),
    )
    .map(([, letters]) => letters);
}

function groupByText(
  standing: readonly StandingCharacter[],
  current: number,
): { text: number; letters: StandingCharacter[] }[] {
  if (standing.length === 0) return [{ text: Math.max(current, 0), letters: [] }];
  const groups: { text: number; letters: StandingCharacter[] }[] = [];
  for (const character of standing) {
    const last = groups.at(-1);
    if (last?.text === character.text) last.letters.push(character);
    else groups.push({ text: character.text, letters: [character] });
  }
  return groups;
}

function joinCharacters(
  characters: readonly { readonly character: string; readonly blanks: string }[],
): string {
  return characters.map(({ blanks, character }) => blanks + character).join('');
}

function isWidthChange(was: string, now: string): boolean {
  const wide = (character: string): boolean => {
    const code = character.codePointAt(0)!;
    return code >= 0xff01 && code <= 0xffe6;
  };
  return wide(was) !== wide(now);
}

/** Adds a stretch, joined to the last one where both are the same text. */
function push(list: Stretch[], stretch: Stretch): void {
  const last = list.at(-1);
  if (last?.kind === 'same' && stretch.kind === 'same') {
    list[list.length - 1] = { kind: 'same', text: last.text + stretch.text };
  } else {
    list.push(stretch);
  }
}

const wordEnd = /[\p{Script=Latin}\p{Nd}]+$/u;
const wordStart = /^[\p{Script=Latin}\p{Nd}]+/u;

/**
 * Makes changes readable units: letters changed with one letter or mere blanks between them are one
 * change, and a word in Latin letters or a number is changed as a whole.
 */
export function groupStretches(stretches: readonly Stretch[]): Stretch[] {
  const grouped: Stretch[] = [];
  for (const stretch of stretches) {
    const last = grouped.at(-1);
    const middle = last?.kind === 'same' && [...last.text].length === 1 ? last.text : undefined;
    const before = middle === undefined ? undefined : grouped.at(-2);
    if (stretch.kind === 'letter' && last?.kind === 'letter') {
      grouped[grouped.length - 1] = joinLetters(last, '', stretch);
    } else if (
      stretch.kind === 'letter' &&
      middle !== undefined &&
      before?.kind === 'letter' &&
      stretch.was.length + before.was.length > 0 &&
      stretch.now.length + before.now.length > 0
    ) {
      grouped.splice(-2, 2, joinLetters(before, middle, stretch));
    } else {
      grouped.push(stretch);
    }
  }
  return wholeWords(grouped);
}

type LetterChange = Extract<Stretch, { kind: 'letter' }>;

function joinLetters(first: LetterChange, middle: string, second: LetterChange): LetterChange {
  return {
    ...first,
    was: first.was + middle + second.was,
    now: first.now + middle + second.now,
  };
}

function wholeWords(stretches: readonly Stretch[]): Stretch[] {
  const whole = [...stretches];
  for (const [index, stretch] of whole.entries()) {
    if (stretch.kind !== 'letter') continue;
    const before = whole[index - 1];
    const after = whole[index + 1];
    let { was, now } = stretch;
    if (before?.kind === 'same' && (wordStart.test(was) || wordStart.test(now))) {
      const part = wordEnd.exec(before.text)?.[0] ?? '';
      whole[index - 1] = {
        kind: 'same',
        text: before.text.slice(0, before.text.length - part.length),
      };
      was = part + was;
      now = part + now;
    }
    if (after?.kind === 'same' && (wordEnd.test(was) || wordEnd.test(now))) {
      const part = wordStart.exec(after.text)?.[0] ?? '';
      whole[index + 1] = { kind: 'same', text: after.text.slice(part.length) };
      was += part;
      now += part;
    }
    whole[index] = { ...stretch, was, now };
  }
  return whole.filter((stretch) => stretch.kind !== 'same' || stretch.text !== '');
}

/** Tells the importer's repairs from a person's, paragraph by paragraph: that is what is on record. */
function attributeChanges(
  passages: readonly Passage[],
  { isAsImported }: CollationInput,
): readonly Passage[] {
  if (isAsImported === undefined) return passages;
  return passages.map((passage) => {
    // What is in no paragraph was left out by the importer, or by a person who took it out since.
    if (passage.id === null) return passage;
    const by = isAsImported(standingText(passage.stretches)) ? 'importer' : 'person';
    return {
      ...passage,
      stretches: passage.stretches.map((stretch) =>
        stretch.kind === 'letter' ? { ...stretch, by } : stretch,
      ),
    };
  });
}

function countChanges(passages: readonly Passage[]): Pick<Collation, 'letters' | 'mechanical'> {
  const mechanical: Record<MechanicalReason, number> = {
    blank: 0,
    break: 0,
    width: 0,
    sign: 0,
    variant: 0,
    moved: 0,
  };
  let letters = 0;
  for (const { stretches } of passages) {
    for (const stretch of stretches) {
      if (stretch.kind === 'letter') letters += 1;
      else if (stretch.kind === 'mechanical') mechanical[stretch.reason] += 1;
    }
  }
  return { letters, mechanical };
}
