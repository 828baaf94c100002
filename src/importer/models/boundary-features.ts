/**
 * What the boundary model looks at, as numbers of weights in its table. Training (bench/) and
 * deciding (decide-boundary.ts) share this, so that they cannot drift apart.
 */
import { hashFeature } from './hash-feature.ts';
import { partOf, tagWords, type TaggedWord } from './tag-words.ts';

/**
 * The table's heads: where their weights begin and how many they have (a power of two). Most places stay
 * empty, so that what a text has and the training news had not weighs nothing: in a table an eighth as
 * large, where every place was taken, errors on local pages were half as many again.
 */
export const joinHead = { start: 0, size: 1 << 22 };
export const completionHead = { start: 1 << 22, size: 1 << 20 };
export const openingHead = { start: (1 << 22) + (1 << 20), size: 1 << 20 };
export const weightCount = (1 << 22) + (1 << 20) + (1 << 20);

type Head = typeof joinHead;

const clauseMark = /[，。；：！？,:;!?]/;
/** 、 parts what a clause lists. */
const itemMark = /[，。、；：！？,:;!?]/;
const quoteMarks = '"“”＂\'‘’＇';
const halfWidth = ',:;?!()';

/** Characters of one kind that the model need not tell apart. */
function kindOf(character: string): string {
  if (character >= '0' && character <= '9') return '0';
  if ((character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')) return 'a';
  const mark = halfWidth.indexOf(character);
  if (mark >= 0) return '，：；？！（）'[mark]!;
  return character;
}

/** Blanks, and quotes: whether one is open is a feature of its own. */
function isPassedOver(character: string): boolean {
  return character === ' ' || character === '\n' || quoteMarks.includes(character);
}

/** The last `count` characters of a text, farthest last: place 0 is the one at the boundary. */
function lastOf(text: string, count: number): string[] {
  const found: string[] = [];
  for (let at = text.length - 1; at >= 0 && found.length < count; at -= 1) {
    if (!isPassedOver(text[at]!)) found.push(kindOf(text[at]!));
  }
  while (found.length < count) found.push('^');
  return found;
}

function firstOf(text: string, count: number): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length && found.length < count; at += 1) {
    if (!isPassedOver(text[at]!)) found.push(kindOf(text[at]!));
  }
  while (found.length < count) found.push('$');
  return found;
}

function hash(head: Head, seed: number, text: string): number {
  return head.start + (hashFeature(seed, text) & (head.size - 1));
}

/**
 * Whether a word lies across the boundary, and how long it is (0: none does).
 *
 * @param known whether it must be in the dictionary, and no guess of its model of unknown words
 */
export function wordAcross(left: string, right: string, known = false): number {
  const head = left.slice(-8).replace(/^.*[ \n]/s, '');
  const tail = right.slice(0, 8).replace(/[ \n].*$/s, '');
  if (head === '' || tail === '') return 0;
  let start = 0;
  for (const { word, tag } of tagWords(head + tail)) {
    const end = start + word.length;
    if (start < head.length && end > head.length) return known && tag === 'x' ? 0 : word.length;
    if (end > head.length) break;
    start = end;
  }
  return 0;
}

/** Quotes, brackets and book titles that `text` opens and does not close. */
export function openMarks(text: string): { quotes: number; brackets: number } {
  let brackets = 0;
  let curly = 0;
  let straight = 0;
  for (const character of text) {
    if ('（《〈【('.includes(character)) brackets += 1;
    else if ('）》〉】)'.includes(character)) brackets = Math.max(0, brackets - 1);
    else if (character === '“') curly += 1;
    else if (character === '”') curly = Math.max(0, curly - 1);
    else if (character === '"') straight += 1;
  }
  return { quotes: curly + (straight % 2), brackets };
}

/** A word beside a boundary: digits and Latin made one kind, and its part of speech. */
interface NearWord {
  readonly word: string;
  readonly part: string;
}

const edge: NearWord = { word: '^', part: '^' };

function nearWord(tagged: TaggedWord): NearWord {
  const word = [...tagged.word]
    .map(kindOf)
    .join('')
    .replace(/0+(?:\.0+)?/g, '0')
    .replace(/a+/g, 'a');
  return { word, part: /^[0.%]+$/.test(word) ? '0' : partOf(tagged) };
}

/** The words nearest the boundary on one side, nearest first. */
function nearWords(text: string, fromEnd: boolean, count: number): NearWord[] {
  const near = fromEnd
    ? text.slice(-24).replace(/^.*[ \n]/s, '')
    : text.slice(0, 24).replace(/[ \n].*$/s, '');
  const tagged = tagWords(near.replace(/["“”＂'‘’＇]/g, ''));
  const found = (fromEnd ? tagged.slice(-count).reverse() : tagged.slice(0, count)).map(nearWord);
  while (found.length < count) found.push(edge);
  return found;
}

/** What the last clause of a text holds. */
function lastClause(left: string): {
  /** Part of speech of its first word. */
  readonly first: string;
  readonly acts: 0 | 1;
  /** Something stands before its first verb. */
  readonly hasSubject: 0 | 1;
} {
  const clause = left.slice(-60).split(clauseMark).at(-1)!;
  const found = tagWords(clause.replace(/["“”＂'‘’＇ \n]/g, '')).map(nearWord);
  const verb = found.findIndex(({ part }) => part.startsWith('v'));
  return {
    first: found[0]?.part ?? '^',
    acts: verb >= 0 ? 1 : 0,
    hasSubject: found.slice(0, Math.max(verb, 0)).some(({ part }) => /^[nrx]/.test(part)) ? 1 : 0,
  };
}

/** Whether the right text begins with a noun or a name that stands in the left one already. */
function repeats(left: string, word: string): boolean {
  return word.length >= 2 && left.slice(-120).includes(word);
}

/** Whether a text ends in a quote, or begins with one: 1 and 0. */
function quoteAt(character: string | undefined): number {
  return character !== undefined && quoteMarks.includes(character) ? 1 : 0;
}

/** Weights of features whose kinds count up from `first`; the kind parts equal texts. */
function numbered(head: Head, first: number, texts: readonly string[]): number[] {
  return texts.map((text, index) => hash(head, first + index, text));
}

/** Weights that speak for or against `left` going on in `right`. */
export function boundaryFeatures(left: string, right: string): number[] {
  const [l1, l2, l3, l4] = lastOf(left, 4) as [string, string, string, string];
  const [r1, r2, r3, r4] = firstOf(right, 4) as [string, string, string, string];
  const { quotes, brackets } = openMarks(left.slice(-400));
  const across = Math.min(wordAcross(left, right), 4);
  const length = left.length < 8 ? 0 : left.length < 14 ? 1 : left.length < 24 ? 2 : 3;
  const marked = /[，。、；：！？,:;!?]/.test(left.slice(-200)) ? 1 : 0;
  const [{ word: w1, part: p1 }, { word: w2, part: p2 }, { word: w3, part: p3 }] = nearWords(
    left,
    true,
    3,
  ) as [NearWord, NearWord, NearWord];
  const [{ word: v1, part: q1 }, { word: v2, part: q2 }, { word: v3, part: q3 }] = nearWords(
    right,
    false,
    3,
  ) as [NearWord, NearWord, NearWord];
  const clause = Math.min(left.slice(-60).split(itemMark).at(-1)!.length >> 2, 8);
  const opening = right.slice(0, 40).search(itemMark) >> 1;
  const { first: d1, acts, hasSubject } = lastClause(left);
  return numbered(joinHead, 1, [
    l1 + r1,
    l2 + l1 + r1,
    l1 + r1 + r2,
    l2 + l1 + r1 + r2,
    l3 + l2 + l1 + r1,
    l1 + r1 + r2 + r3,
    r1,
    r1 + r2,
    r1 + r2 + r3,
    r1 + r2 + r3 + r4,
    l1,
    l2 + l1,
    l3 + l2 + l1,
    l4 + l3 + l2 + l1,
    l2 + '|' + r1,
    l1 + '|' + r2,
    `${across}`,
    `${Math.min(quotes, 2)}${Math.min(brackets, 2)}${quoteAt(left.at(-1))}${quoteAt(right[0])}`,
    `${length}${marked}`,
    `${length}${marked}${across > 0}`,
    `${w1}|${v1}`,
    `${w2}|${w1}|${v1}`,
    `${w1}|${v1}|${v2}`,
    v1,
    `${v1}|${v2}`,
    `${v1}|${v2}|${v3}`,
    w1,
    `${w2}|${w1}`,
    `${w3}|${w2}|${w1}`,
    `${clause}`,
    `${opening}`,
    `${v1}|${opening}`,
    `${p1}|${q1}`,
    `${p2}|${p1}|${q1}`,
    `${p1}|${q1}|${q2}`,
    `${p2}|${p1}|${q1}|${q2}`,
    `${p3}|${p2}|${p1}|${q1}`,
    `${p1}|${q1}|${q2}|${q3}`,
    p1,
    `${p2}|${p1}`,
    `${p3}|${p2}|${p1}`,
    q1,
    `${q1}|${q2}`,
    `${q1}|${q2}|${q3}`,
    `${w1}|${q1}`,
    `${p1}|${v1}`,
    `${across}|${p1}|${q1}`,
    repeats(left, v1) ? q1 : '',
    `${acts}${hasSubject}|${p1}`,
    `${acts}${hasSubject}|${p1}|${q1}`,
    `${d1}|${p1}|${q1}`,
  ]);
}

/** Weights that speak for or against `left` being the whole of a sentence, but for its full stop. */
export function completionFeatures(left: string): number[] {
  const [l1, l2, l3, l4] = lastOf(left, 4) as [string, string, string, string];
  const { quotes, brackets } = openMarks(left.slice(-400));
  const [{ word: w1, part: p1 }, { word: w2, part: p2 }, { word: w3, part: p3 }, { part: p4 }] =
    nearWords(left, true, 4) as [NearWord, NearWord, NearWord, NearWord];
  const clauses = left.slice(-120).split(clauseMark);
  const clause = clauses.at(-1)!;
  const inClause = tagWords(clause.replace(/["“”＂'‘’＇ \n]/g, '').slice(0, 40)).map(nearWord);
  const [{ word: c1, part: d1 } = edge, { word: c2 } = edge] = inClause;
  const acts = inClause.some(({ part }) => part.startsWith('v')) ? 1 : 0;
  return [
    ...numbered(completionHead, 41, [
      l1,
      l2 + l1,
      l3 + l2 + l1,
      l4 + l3 + l2 + l1,
      w1,
      `${w2}|${w1}`,
      `${Math.min(quotes, 2)}${Math.min(brackets, 2)}${quoteAt(left.at(-1))}`,
      `${Math.min(clause.length >> 1, 14)}`,
      l2,
      l3,
      `${w3}|${w2}|${w1}`,
      c1,
      `${c1}|${w1}`,
      `${c1}|${c2}`,
      `${c1}|${Math.min(clause.length >> 2, 8)}`,
      p1,
      `${p2}|${p1}`,
      `${p3}|${p2}|${p1}`,
      `${p4}|${p3}|${p2}|${p1}`,
    ]),
    ...numbered(completionHead, 81, [
      `${p2}|${w1}`,
      `${acts}${p1}`,
      `${d1}|${p1}`,
      `${d1}|${acts}|${p2}|${p1}`,
    ]),
  ];
}

/** Weights that speak for or against a sentence being the first of a paragraph (before it: a full stop). */
export function openingFeatures(before: string, right: string): number[] {
  const [r1, r2, r3, r4] = firstOf(right, 4) as [string, string, string, string];
  const [{ word: v1, part: q1 }, { word: v2, part: q2 }, { word: v3, part: q3 }, { part: q4 }] =
    nearWords(right, false, 4) as [NearWord, NearWord, NearWord, NearWord];
  const opening = right.slice(0, 40).search(itemMark) >> 1;
  const sentences = Math.min(before.slice(-2000).split(/[。！？]/).length, 8);
  const length = Math.min(before.length >> 5, 8);
  return numbered(openingHead, 61, [
    r1,
    r1 + r2,
    r1 + r2 + r3,
    r1 + r2 + r3 + r4,
    v1,
    `${v1}|${v2}`,
    `${v1}|${v2}|${v3}`,
    `${opening}`,
    `${sentences}`,
    `${length}`,
    before.slice(-1),
    `${before.slice(-1)}${r1}`,
    q1,
    `${q1}|${q2}`,
    `${q1}|${q2}|${q3}`,
    `${q1}|${q2}|${q3}|${q4}`,
    `${v1}|${q2}`,
  ]);
}
