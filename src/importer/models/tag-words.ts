import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** A word as the dictionary cuts it. */
export interface TaggedWord {
  readonly word: string;
  /**
   * Its part of speech in jieba's dictionary: `n`, `v`, `d`, `p`, `nr`, …; `x` for what the dictionary
   * does not have, punctuation too.
   */
  readonly tag: string;
}

/** The sum of all frequencies of `dict`: the probability of a word is its frequency over this. */
export const allFrequencies = 60_101_964;

/** Of some two pages; from there on the whole dictionary costs less than looking into it. */
const mostPairs = 6000;

/** Has what the words that are not loaded would have; no page has this character. */
const restWord = '\u{10FFFD}';

/**
 * The part of jieba's dictionary that the texts asked for so far can need: the words that begin with two
 * characters that stand side by side in them. All of it (349,046 words) costs 0.15 CPU seconds and 30 MB
 * to load, what one page needs 0.02; `restWord` keeps the sum, so that every answer is the same. After
 * `mostPairs` it is the whole dictionary: 551 pages took 4 CPU seconds more without that, of 18.
 */
class GrowingDictionary {
  #jieba = new Jieba();
  #isWhole = false;
  readonly #loaded = new Set<string>();
  readonly #ranges = new Map<string, ByteRange>();
  #rest = allFrequencies;

  tag(text: string): readonly TaggedWord[] {
    if (!this.#isWhole) this.#load(text);
    return this.#jieba.tag(text, true);
  }

  #load(text: string): void {
    const lines: Uint8Array[] = [];
    let before = '';
    for (const character of text) {
      if (before !== '') this.#loadPair(before, character, lines);
      this.#loadPair(character, ' ', lines);
      before = character;
    }
    if (this.#loaded.size > mostPairs) {
      this.#jieba = Jieba.withDict(dict);
      this.#isWhole = true;
      this.#loaded.clear();
      this.#ranges.clear();
      return;
    }
    if (lines.length === 0) return;
    const added = Buffer.concat(lines).toString();
    for (const line of added.split('\n')) this.#rest -= Number(line.split(' ')[1] ?? 0);
    this.#jieba.loadDict(Buffer.from(`${added}${restWord} ${this.#rest} x\n`));
  }

  #loadPair(first: string, second: string, lines: Uint8Array[]): void {
    const pair = first + second;
    if (this.#loaded.has(pair)) return;
    this.#loaded.add(pair);
    let range = this.#ranges.get(first);
    if (range === undefined) {
      range = findLines(Buffer.from(first), { low: 0, high: dict.length });
      this.#ranges.set(first, range);
    }
    const { low, high } = findLines(Buffer.from(pair), range);
    if (low < high) lines.push(dict.subarray(low, high));
  }
}

interface ByteRange {
  readonly low: number;
  readonly high: number;
}

const newLine = 0x0a;

/** The lines of `dict` (`word frequency tag`, sorted by their bytes) in a range that begin with `start`. */
function findLines(start: Buffer, { low, high }: ByteRange): ByteRange {
  const first = findEdge(start, low, high, 0);
  return { low: first, high: findEdge(start, first, high, 1) };
}

/** The first line in a range that is not less than `start`; with `least` 1, that is greater. */
function findEdge(start: Buffer, from: number, to: number, least: 0 | 1): number {
  let low = from;
  let high = to;
  while (low < high) {
    let line = (low + high) >>> 1;
    while (line > low && dict[line - 1] !== newLine) line -= 1;
    const order = Buffer.compare(dict.subarray(line, line + start.length), start);
    if (order >= least) high = line;
    else low = endOfLine(line);
  }
  return low;
}

function endOfLine(line: number): number {
  let end = line;
  while (end < dict.length && dict[end] !== newLine) end += 1;
  return Math.min(end + 1, dict.length);
}

let dictionary: GrowingDictionary | undefined;

/** The same few characters beside a boundary are asked for by several scores, one after another. */
const recent = new Map<string, readonly TaggedWord[]>();
const recentCount = 4096;

/**
 * Cuts simplified Chinese text into words and tells the part of speech of each, by jieba's dictionary
 * and its model of words that no dictionary has.
 *
 * @param text a few dozen characters, without blanks (a blank parts words)
 */
export function tagWords(text: string): readonly TaggedWord[] {
  const known = recent.get(text);
  if (known !== undefined) return known;
  dictionary ??= new GrowingDictionary();
  const words = dictionary.tag(text);
  if (recent.size >= recentCount) recent.clear();
  recent.set(text, words);
  return words;
}

/**
 * The part of speech as the models take it: with the length of a noun, a verb or an unknown word (two
 * Han characters that no dictionary has are a name, as a rule); punctuation stands for itself.
 */
export function partOf({ word, tag }: TaggedWord): string {
  if (tag === 'n' || tag === 'v') return tag + Math.min(3, word.length);
  if (tag !== 'x') return tag;
  return /^\p{Script=Han}/u.test(word) ? `x${Math.min(3, word.length)}` : word;
}
