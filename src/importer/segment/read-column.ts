import { closers, sentenceStops } from '../lexicon/stops.ts';
import type { Script } from '../lexicon/script.ts';
import { boundaryScore, openingScore } from '../models/decide-boundary.ts';

/** What is known of a printed line before the column is read. */
export interface ColumnLine {
  readonly text: string;
  /** As printed, in Han characters. */
  readonly width: number;
  /** Ends a caption with a photographer's name, or a text with its jump line: neither has a full stop. */
  readonly signed: boolean;
  /** Begins something whatever its width: a lead-in, a deck's dashes, a kept indent. */
  readonly opens: boolean;
  /** Stands alone whatever its width: a byline, a numbered column label. */
  readonly alone: boolean;
  /** Nothing may end here: an open bracket, a lead-in whose text follows. */
  readonly unended: boolean;
  /** Belongs to the line above: the bracket of its lead-in. */
  readonly continues: boolean;
  /** Begins with a number or a mark as the items of a list do. */
  readonly enumerated: boolean;
  /** Nats by which its words are a title's rather than running text's; 0 where no model knows them. */
  readonly title: number;
}

export interface ColumnReading {
  /** For each line but the last: whether a paragraph or a line of a head ends with it. */
  readonly ends: readonly boolean[];
  /** For each line but the last: the probability that it is so. */
  readonly odds: readonly number[];
  /** Mean cost of a line in nats: how badly the lines fit a column at all. */
  readonly misfit: number;
}

/** How often each width is met among the lines of a page that another line follows; Han widths. */
export type WidthCounts = ReadonlyMap<number, number>;

/** What a page's lines together tell of its columns. */
export interface PageColumns {
  readonly counts: WidthCounts;
  /** How its lines are measured: as print sets them, or by counting characters. */
  readonly measure: 'printed' | 'counted';
  /** Blocks of lines whose first is narrower than the rest by an indent, and that are not. */
  readonly indented: number;
  readonly flush: number;
  /** Blank lines part its paragraphs: no block of several holds the plain end of one inside. */
  readonly parted: boolean;
  /** Each paragraph stands on one line: the tool wraps none, and a line end is print. */
  readonly unwrapped: boolean;
  readonly script: Script;
}

const first = 0;
const middle = 1;
const last = 2;
const only = 3;
const head = 4;
const places = 5;

/** A point after a figure is a decimal one. */
const sentenceEnd = new RegExp(`(?:[${sentenceStops}…；]|(?<!\\d)\\.)[${closers}]*$`, 'u');
/** Marks that may not begin a line: those at its end may hang, or be squeezed in. */
const hangingMarks = /[，。、；：！？”’）》」』】,.;:!?)"'…—]+$/u;
const openingMarks = /^[（《“‘「『【("']+/u;
/** Figures and Latin words are not parted: the line before may be short by one. */
const unparted = /^[0-9A-Za-z.%+-]+/;

/** Columns of newspapers are 6 to 32 characters wide. */
const narrowest = 6;
const widest = 32;
const manyLines = 3000;

/**
 * Reads lines as a column prints them: which begin a paragraph (two characters narrower, where the
 * tool took off the indent), which fill the column, which end one, and which are lines of a head.
 * A hidden Markov model: the states are a line's place and the width of the column it stands in,
 * weighed by the width of the line, its marks, and what the words say of going on across its end
 * (models/decide-boundary). The likeliest reading is taken; how sure each end is comes from the
 * forward-backward sums (Rabiner 1989).
 *
 * @param page what the whole page tells, where the lines at hand are too few
 */
export function readColumn(lines: readonly ColumnLine[], page: PageColumns): ColumnReading {
  if (lines.length > manyLines) {
    const parts = [];
    for (let from = 0; from < lines.length; from += manyLines) {
      parts.push(readColumn(lines.slice(from, from + manyLines), page));
    }
    return {
      ends: parts.flatMap((part, at) => (at === 0 ? part.ends : [true, ...part.ends])),
      odds: parts.flatMap((part, at) => (at === 0 ? part.odds : [1, ...part.odds])),
      misfit: parts.reduce((sum, part) => sum + part.misfit, 0) / parts.length,
    };
  }
  const widths = candidateWidths(lines, page.counts);
  const crossings = lines
    .slice(0, -1)
    .map((line, at) => weighCrossing(lines, at, line) + (page.parted ? againstEnds : 0));
  // Some papers, and some tools, set no indent: whichever explains all lines better.
  const readings = [2, 0].map((indent) => {
    const model = new Trellis(lines, widths, crossings, indent);
    return { model, likelihood: model.likelihood - (indent === 0 ? againstFlush(page) : 0) };
  });
  const { model, likelihood } = readings.reduce((best, one) =>
    one.likelihood > best.likelihood ? one : best,
  );
  return { ...model.read(), misfit: -likelihood / lines.length };
}

/** Nats against a paragraph's end inside a block, where blank lines part them. */
const againstEnds = 3;

/** 于洪波说，: a speaker and what he does. */
const attribution =
  /^\p{Script=Han}{1,12}?(?:说|说道|表示|告诉|介绍|坦言|回忆|笑着|感慨|直言)(?:[，：,:。]|记者)/u;

/** Log odds, in nats, that a sentence or a paragraph goes on across the end of line `at`. */
function weighCrossing(lines: readonly ColumnLine[], at: number, line: ColumnLine): number {
  const next = lines[at + 1]!;
  if (next.alone || next.opens || line.alone) return 0;
  const far = lines
    .slice(Math.max(0, at - 5), at + 1)
    .map((one) => one.text)
    .join('');
  const right = next.text + (lines[at + 2]?.text ?? '').slice(0, 12);
  // Nothing goes on behind a photographer's name or a jump line: the next line may well be flush.
  if (line.signed) return -6;
  // Who said it stands behind the quotation.
  if (/[。！？…]”$/u.test(line.text) && attribution.test(next.text)) return 3;
  if (sentenceEnd.test(line.text)) {
    // What opens a paragraph scores around 0, another sentence mostly far below.
    return clamp(-1.15 * (openingScore(far, right) + 1.9), -3.5, 4);
  }
  if (/[，、,]$/u.test(line.text) || line.unended) return 4;
  // A cut in mid-sentence scores over 1 as a rule, a lost stop hardly ever, a lost line seldom.
  const score = clamp(0.7 * (boundaryScore(far, right) + 1.3), -4.5, 4);
  return /\p{Script=Han}[^\p{Script=Han}]{0,4}$/u.test(line.text) ? score : score / 2;
}

/** A page that sets fewer lines of a width than this shows no column of it. */
const columnLines = 6;

/**
 * Whether a few lines are set in one of the page's columns, and go on across their ends: what three
 * or four lines cannot tell by themselves, who might be verse.
 */
export function fitsColumn(
  lines: readonly { readonly text: string; readonly width: number }[],
  page: PageColumns,
): boolean {
  const own = countWidths(lines);
  const near = (width: number, column: number, text: string): boolean =>
    width >= column - 1 &&
    width <= column + 0.5 + Math.min(hangingMarks.exec(text)?.[0].length ?? 0, 2);
  return [...page.counts].some(
    ([column, count]) =>
      column >= 10 &&
      count - (own.get(column) ?? 0) >= columnLines &&
      lines.every(({ text, width }, at) =>
        at === 0
          ? near(width, column - 2, text) || near(width, column, text)
          : at === lines.length - 1
            ? width <= column + 2
            : near(width, column, text),
      ) &&
      lines
        .slice(0, -1)
        .reduce((sum, { text }, at) => sum + boundaryScore(text, lines[at + 1]!.text), 0) > 0,
  );
}

/**
 * Nats against paragraphs without indents: Chinese papers set two characters everywhere, so that one
 * block in five that shows them is proof. A block that a column's end has cut begins flush, too.
 */
function againstFlush({ indented, flush }: PageColumns): number {
  return indented + flush === 0 ? 3 : indented * 5 >= indented + flush ? 12 : 0;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

interface Candidate {
  readonly width: number;
  /** Log probability before any line is read. */
  readonly prior: number;
}

/** Widths that lines of the run have, the commonest on the page first, at most twelve. */
function candidateWidths(lines: readonly ColumnLine[], counts: WidthCounts): readonly Candidate[] {
  const own = countWidths(lines);
  const found = new Map<number, number>();
  for (const width of [...own.keys(), ...counts.keys()]) {
    if (width < narrowest || width > widest || !Number.isInteger(width)) continue;
    const hits = (map: WidthCounts): number =>
      (map.get(width) ?? 0) + ((map.get(width - 0.5) ?? 0) + (map.get(width + 0.5) ?? 0)) / 2;
    found.set(width, hits(own) + hits(counts));
  }
  const best = [...found].sort((a, b) => b[1] - a[1]).slice(0, 12);
  if (best.length === 0) best.push([widest, 1]);
  const sum = best.reduce((total, [, hits]) => total + 0.3 + hits, 0);
  return best.map(([width, hits]) => ({ width, prior: Math.log((0.3 + hits) / sum) }));
}

/** Counts lines by their width in Han characters, marks that hang at the end left out. */
export function countWidths(
  lines: readonly { readonly text: string; readonly width: number }[],
): WidthCounts {
  const counts = new Map<number, number>();
  for (const { text, width: whole } of lines) {
    const hanging = hangingMarks.exec(text)?.[0].length ?? 0;
    for (const width of new Set([whole, whole - Math.min(hanging, 2)])) {
      counts.set(width, (counts.get(width) ?? 0) + 1);
    }
  }
  return counts;
}

const never = 60;
/** Nats against a paragraph whose last line the tool has lost. */
const lostLine = 5;
const logOf = Math.log;
/** From one paragraph to the next within a text, and after a head: how often the column changes. */
const changes = { within: 0.01, afterHead: 0.3 };

class Trellis {
  readonly likelihood: number;
  readonly #count: number;
  readonly #size: number;
  readonly #emitted: Float64Array;
  readonly #forward: Float64Array;
  readonly #widths: readonly Candidate[];
  readonly #crossings: readonly number[];

  constructor(
    lines: readonly ColumnLine[],
    widths: readonly Candidate[],
    crossings: readonly number[],
    indent: number,
  ) {
    this.#count = lines.length;
    this.#widths = widths;
    this.#crossings = crossings;
    this.#size = places * widths.length;
    this.#emitted = new Float64Array(this.#count * this.#size);
    for (const [at, line] of lines.entries()) {
      const measured = measure(line, lines[at + 1]);
      for (const [number, { width }] of widths.entries()) {
        const costs = costsOf(line, lines[at + 1], measured, width, indent);
        for (let place = 0; place < places; place += 1) {
          this.#emitted[at * this.#size + place * widths.length + number] = -costs[place]!;
        }
      }
    }
    this.#forward = new Float64Array(this.#count * this.#size);
    this.#run(this.#forward, addLogs);
    this.likelihood = this.#closing((at) => this.#forward[at]!, addLogs);
  }

  /** Forward pass; `add` sums the ways into a state, or takes the best of them. */
  #run(table: Float64Array, add: (a: number, b: number) => number): void {
    const wide = this.#widths.length;
    for (let at = 0; at < this.#count; at += 1) {
      const now = at * this.#size;
      const before = now - this.#size;
      let ended = -Infinity;
      let headed = -Infinity;
      if (at > 0) {
        for (let k = 0; k < wide; k += 1) {
          const left = add(table[before + last * wide + k]!, table[before + only * wide + k]!);
          ended = add(ended, left);
          headed = add(headed, table[before + head * wide + k]!);
        }
      }
      for (let k = 0; k < wide; k += 1) {
        const into = this.#entering(table, at, k, ended, headed, add);
        for (let place = 0; place < places; place += 1) {
          const cell = now + place * wide + k;
          table[cell] = into[place]! + this.#emitted[cell]!;
        }
      }
    }
  }

  /** Log weight of the ways into each place of line `at` in column `k`. */
  #entering(
    table: Float64Array,
    at: number,
    k: number,
    ended: number,
    headed: number,
    add: (a: number, b: number) => number,
  ): readonly number[] {
    const { prior } = this.#widths[k]!;
    if (at === 0) return starts.map((start) => start + prior);
    const wide = this.#widths.length;
    const before = (at - 1) * this.#size;
    const goes = goingOn(this.#crossings[at - 1]!);
    const stops = stopping(this.#crossings[at - 1]!);
    const inside = add(table[before + first * wide + k]!, table[before + middle * wide + k]!);
    const sameEnd = add(table[before + last * wide + k]!, table[before + only * wide + k]!);
    const sameHead = table[before + head * wide + k]!;
    const fresh =
      stops +
      add(
        add(sameEnd + logOf(1 - changes.within), ended + prior + logOf(changes.within)),
        add(sameHead + logOf(1 - changes.afterHead), headed + prior + logOf(changes.afterHead)),
      );
    return [
      fresh + begins[0]!,
      inside + goes + staysIn,
      inside + goes + endsIn,
      fresh + begins[1]!,
      fresh + begins[2]!,
    ];
  }

  #closing(of: (cell: number) => number, add: (a: number, b: number) => number): number {
    const from = (this.#count - 1) * this.#size;
    let sum = -Infinity;
    for (let cell = 0; cell < this.#size; cell += 1) {
      const place = Math.floor(cell / this.#widths.length);
      sum = add(sum, of(from + cell) + closes[place]!);
    }
    return sum;
  }

  read(): { ends: readonly boolean[]; odds: readonly number[] } {
    const odds = this.#endOdds();
    return { ends: this.#likeliest(), odds };
  }

  #likeliest(): boolean[] {
    const wide = this.#widths.length;
    const best = new Float64Array(this.#count * this.#size);
    this.#run(best, Math.max);
    const ends: boolean[] = [];
    let cell = -1;
    let value = -Infinity;
    for (let state = 0; state < this.#size; state += 1) {
      const at = (this.#count - 1) * this.#size + state;
      const total = best[at]! + closes[Math.floor(state / wide)]!;
      if (total > value) [value, cell] = [total, state];
    }
    for (let at = this.#count - 1; at > 0; at -= 1) {
      const place = Math.floor(cell / wide);
      const k = cell % wide;
      const before = (at - 1) * this.#size;
      const goesOn = place === middle || place === last;
      ends.unshift(!goesOn);
      let from = -1;
      let held = -Infinity;
      for (let state = 0; state < this.#size; state += 1) {
        const leftPlace = Math.floor(state / wide);
        const same = state % wide === k;
        const inside = leftPlace === first || leftPlace === middle;
        if (inside !== goesOn || (goesOn && !same)) continue;
        const change = leftPlace === head ? changes.afterHead : changes.within;
        const way = goesOn
          ? 0
          : same
            ? Math.max(logOf(1 - change), this.#widths[k]!.prior + logOf(change))
            : this.#widths[k]!.prior + logOf(change);
        const total = best[before + state]! + way;
        if (total > held) [held, from] = [total, state];
      }
      cell = from;
    }
    return ends;
  }

  /** Probability, for each line but the last, that something ends with it. */
  #endOdds(): number[] {
    const wide = this.#widths.length;
    const odds: number[] = [];
    let after = Float64Array.from(
      { length: this.#size },
      (_, cell) => closes[Math.floor(cell / wide)]!,
    );
    for (let at = this.#count - 1; at > 0; at -= 1) {
      const now = at * this.#size;
      const goes = goingOn(this.#crossings[at - 1]!);
      const stops = stopping(this.#crossings[at - 1]!);
      const behind = new Float64Array(this.#size);
      let anywhere = -Infinity;
      const entering = (k: number): number => {
        let sum = -Infinity;
        for (const [place, weight] of [
          [first, begins[0]!],
          [only, begins[1]!],
          [head, begins[2]!],
        ] as const) {
          const cell = place * wide + k;
          sum = addLogs(sum, weight + this.#emitted[now + cell]! + after[cell]!);
        }
        return sum;
      };
      const into = this.#widths.map((_, k) => entering(k));
      for (const [k, value] of into.entries()) {
        anywhere = addLogs(anywhere, value + this.#widths[k]!.prior);
      }
      for (let k = 0; k < wide; k += 1) {
        const inside =
          goes +
          addLogs(
            staysIn + this.#emitted[now + middle * wide + k]! + after[middle * wide + k]!,
            endsIn + this.#emitted[now + last * wide + k]! + after[last * wide + k]!,
          );
        behind[first * wide + k] = inside;
        behind[middle * wide + k] = inside;
        const ended =
          stops + addLogs(into[k]! + logOf(1 - changes.within), anywhere + logOf(changes.within));
        behind[last * wide + k] = ended;
        behind[only * wide + k] = ended;
        behind[head * wide + k] =
          stops +
          addLogs(into[k]! + logOf(1 - changes.afterHead), anywhere + logOf(changes.afterHead));
      }
      after = behind;
      let ends = -Infinity;
      let all = -Infinity;
      for (let cell = 0; cell < this.#size; cell += 1) {
        const value = this.#forward[(at - 1) * this.#size + cell]! + behind[cell]!;
        all = addLogs(all, value);
        const place = Math.floor(cell / wide);
        if (place !== first && place !== middle) ends = addLogs(ends, value);
      }
      odds.unshift(Math.exp(ends - all));
    }
    return odds;
  }
}

/** Where a run begins: a column's end may have cut its paragraph. */
const starts = [0.5, 0.08, 0.07, 0.1, 0.25].map(logOf);
/** And where it ends. */
const closes = [0.1, 0.1, 1, 1, 0.6].map(logOf);
/** What follows an end: a paragraph, one of a single line, a line of a head. */
const begins = [0.75, 0.1, 0.15].map(logOf);
/** Paragraphs have six lines or so. */
const staysIn = logOf(0.8);
const endsIn = logOf(0.2);

const goingOn = (crossing: number): number => Math.min(0, crossing);
const stopping = (crossing: number): number => -Math.max(0, crossing);

function addLogs(a: number, b: number): number {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

interface Measured {
  readonly width: number;
  readonly hanging: number;
  /** By how much the line may fall short, for what the next begins with. */
  readonly spare: number;
  readonly ended: boolean;
}

function measure(line: ColumnLine, next: ColumnLine | undefined): Measured {
  const opening = openingMarks.exec(next?.text ?? '')?.[0].length ?? 0;
  const word = unparted.exec((next?.text ?? '').slice(opening))?.[0].length ?? 0;
  return {
    width: line.width,
    hanging: hangingMarks.exec(line.text)?.[0].length ?? 0,
    spare: opening + word / 2,
    ended: line.signed || sentenceEnd.test(line.text),
  };
}

/** Nats that a line's width costs where it should fill `column`. */
function fullness({ width, hanging, spare }: Measured, column: number): number {
  const over = width - column;
  if (over >= -0.5 && over <= 0.5) return 0.3;
  if (over > 0.5)
    return over <= Math.min(hanging, 2) + 0.5 ? 1.2 : over <= 1 ? 3.5 : over <= 2 ? 6 : 9;
  const short = -over;
  if (spare > 0 && short <= spare + 0.5) return 0.9;
  return short <= 1 ? 1.8 : short <= 3 ? 5.5 : 8;
}

/** Nats that each place costs a line. */
function costsOf(
  line: ColumnLine,
  next: ColumnLine | undefined,
  measured: Measured,
  column: number,
  indent: number,
): readonly number[] {
  if (line.alone) return [never, never, never, never, 0];
  const { text } = line;
  const { width, hanging, ended } = measured;
  const length = logOf(column);
  const fits = (within: number): boolean => width <= within + 0.5 + Math.min(hanging, 2);
  const goes = ended ? 3 : 0.05;
  const stops = ended ? 0.05 : /[：:]$/u.test(text) ? 3 : 3.7;
  // A lead-in begins an item: what stands above it is its head.
  const above = next?.opens === true || next?.alone === true ? 2.5 : 0;
  const full = fullness(measured, column);
  const costs = [
    fullness(measured, column - indent) + goes,
    full + goes,
    // A paragraph that lost its stop ends anywhere in the line, one that lost its last line is full.
    Math.min((fits(column) ? length : 8) + stops, ended ? never : full + lostLine) + above,
    (fits(column - indent) ? length : 8) + stops + above,
    3.3 +
      (above === 0 ? 1.2 : 0) +
      (ended ? (/[！？!?][”’"]?$/u.test(text) ? 1.5 : 7) : 0) +
      (/[，、；：,;:]$/u.test(text) ? 8 : 0) +
      (/[。；].*[^。；]/u.test(text) ? 3 : 0) +
      (/[，,]/u.test(text) ? 1 : 0) +
      (width > 34 ? 3 : 0) -
      Math.max(line.title, -1),
  ];
  const put = (place: number, cost: number): void => {
    costs[place]! += cost;
  };
  if (line.opens) for (const place of [middle, last]) put(place, 12);
  // What begins with dashes and has no mark is a deck, seldom a paragraph.
  if (/^(?:——|──|――)[^，。；：]+$/u.test(text)) put(first, 3);
  if (line.unended) for (const place of [last, only, head]) put(place, 8);
  if (line.continues) for (const place of [first, only, head]) put(place, 8);
  if (line.enumerated) for (const place of [middle, last]) put(place, 2.5);
  return costs;
}
