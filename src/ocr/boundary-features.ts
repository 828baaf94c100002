/**
 * What the boundary model looks at, as numbers of weights in its table. Training (bench/) and
 * deciding (decide-boundary.ts) share this, so that they cannot drift apart.
 */
import { hashFeature } from './hash-feature.ts';

/** The table's heads: where their weights begin and how many they have (a power of two). */
export const joinHead = { start: 0, size: 1 << 18 };
export const completionHead = { start: 1 << 18, size: 1 << 16 };
export const openingHead = { start: (1 << 18) + (1 << 16), size: 1 << 16 };
export const weightCount = (1 << 18) + (1 << 16) + (1 << 16);

type Head = typeof joinHead;

const wordSegmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });

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

/** Whether a dictionary word lies across the boundary, and how long it is (0: none does). */
export function wordAcross(left: string, right: string): number {
  const head = left.slice(-8).replace(/^.*[ \n]/s, '');
  const tail = right.slice(0, 8).replace(/[ \n].*$/s, '');
  if (head === '' || tail === '') return 0;
  for (const { segment, index } of wordSegmenter.segment(head + tail)) {
    if (index < head.length && index + segment.length > head.length) return segment.length;
    if (index >= head.length) break;
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

/** The words nearest the boundary on one side, nearest first, with digits and Latin made one kind. */
function words(text: string, fromEnd: boolean, count: number): string[] {
  const near = fromEnd
    ? text.slice(-18).replace(/^.*[ \n]/s, '')
    : text.slice(0, 18).replace(/[ \n].*$/s, '');
  const found: string[] = [];
  for (const { segment } of wordSegmenter.segment(near.replace(/["“”＂'‘’＇]/g, ''))) {
    const word = [...segment]
      .map(kindOf)
      .join('')
      .replace(/0+(?:\.0+)?/g, '0')
      .replace(/a+/g, 'a');
    found.push(word);
    if (!fromEnd && found.length === count) break;
  }
  if (fromEnd) found.reverse();
  while (found.length < count) found.push('^');
  return found.slice(0, count);
}

/** Whether a text ends in a quote, or begins with one: 1 and 0. */
function quoteAt(character: string | undefined): number {
  return character !== undefined && quoteMarks.includes(character) ? 1 : 0;
}

/** Weights that speak for or against `left` going on in `right`. */
export function boundaryFeatures(left: string, right: string): number[] {
  const [l1, l2, l3, l4] = lastOf(left, 4) as [string, string, string, string];
  const [r1, r2, r3, r4] = firstOf(right, 4) as [string, string, string, string];
  const { quotes, brackets } = openMarks(left.slice(-400));
  const across = Math.min(wordAcross(left, right), 4);
  const length = left.length < 8 ? 0 : left.length < 14 ? 1 : left.length < 24 ? 2 : 3;
  const marked = /[，。、；：！？,:;!?]/.test(left.slice(-200)) ? 1 : 0;
  const [w1, w2, w3] = words(left, true, 3) as [string, string, string];
  const [v1, v2, v3] = words(right, false, 3) as [string, string, string];
  const clause = Math.min(
    left
      .slice(-60)
      .split(/[，。、；：！？,:;!?]/)
      .at(-1)!.length >> 2,
    8,
  );
  const opening = right.slice(0, 40).search(/[，。、；：！？,:;!?]/) >> 1;
  return [
    hash(joinHead, 1, l1 + r1),
    hash(joinHead, 2, l2 + l1 + r1),
    hash(joinHead, 3, l1 + r1 + r2),
    hash(joinHead, 4, l2 + l1 + r1 + r2),
    hash(joinHead, 5, l3 + l2 + l1 + r1),
    hash(joinHead, 6, l1 + r1 + r2 + r3),
    hash(joinHead, 7, r1),
    hash(joinHead, 8, r1 + r2),
    hash(joinHead, 9, r1 + r2 + r3),
    hash(joinHead, 10, r1 + r2 + r3 + r4),
    hash(joinHead, 11, l1),
    hash(joinHead, 12, l2 + l1),
    hash(joinHead, 13, l3 + l2 + l1),
    hash(joinHead, 14, l4 + l3 + l2 + l1),
    hash(joinHead, 15, l2 + '|' + r1),
    hash(joinHead, 16, l1 + '|' + r2),
    hash(joinHead, 17, `${across}`),
    hash(
      joinHead,
      18,
      `${Math.min(quotes, 2)}${Math.min(brackets, 2)}${quoteAt(left.at(-1))}${quoteAt(right[0])}`,
    ),
    hash(joinHead, 19, `${length}${marked}`),
    hash(joinHead, 20, `${length}${marked}${across > 0}`),
    hash(joinHead, 21, `${w1}|${v1}`),
    hash(joinHead, 22, `${w2}|${w1}|${v1}`),
    hash(joinHead, 23, `${w1}|${v1}|${v2}`),
    hash(joinHead, 24, v1),
    hash(joinHead, 25, `${v1}|${v2}`),
    hash(joinHead, 26, `${v1}|${v2}|${v3}`),
    hash(joinHead, 27, w1),
    hash(joinHead, 28, `${w2}|${w1}`),
    hash(joinHead, 29, `${w3}|${w2}|${w1}`),
    hash(joinHead, 30, `${clause}`),
    hash(joinHead, 31, `${opening}`),
    hash(joinHead, 32, `${v1}|${opening}`),
  ];
}

/** Weights that speak for or against `left` being the whole of a sentence, but for its full stop. */
export function completionFeatures(left: string): number[] {
  const [l1, l2, l3, l4] = lastOf(left, 4) as [string, string, string, string];
  const { quotes, brackets } = openMarks(left.slice(-400));
  const [w1, w2, w3] = words(left, true, 3) as [string, string, string];
  const clauses = left.slice(-120).split(/[，。；：！？,:;!?]/);
  const clause = clauses.at(-1)!;
  const [c1, c2] = words(clause, false, 2) as [string, string];
  return [
    hash(completionHead, 41, l1),
    hash(completionHead, 42, l2 + l1),
    hash(completionHead, 43, l3 + l2 + l1),
    hash(completionHead, 44, l4 + l3 + l2 + l1),
    hash(completionHead, 45, w1),
    hash(completionHead, 46, `${w2}|${w1}`),
    hash(
      completionHead,
      47,
      `${Math.min(quotes, 2)}${Math.min(brackets, 2)}${quoteAt(left.at(-1))}`,
    ),
    hash(completionHead, 48, `${Math.min(clause.length >> 1, 14)}`),
    hash(completionHead, 49, l2),
    hash(completionHead, 50, l3),
    hash(completionHead, 51, `${w3}|${w2}|${w1}`),
    hash(completionHead, 52, c1),
    hash(completionHead, 53, `${c1}|${w1}`),
    hash(completionHead, 54, `${c1}|${c2}`),
    hash(completionHead, 55, `${c1}|${Math.min(clause.length >> 2, 8)}`),
  ];
}

/** Weights that speak for or against a sentence being the first of a paragraph (before it: a full stop). */
export function openingFeatures(before: string, right: string): number[] {
  const [r1, r2, r3, r4] = firstOf(right, 4) as [string, string, string, string];
  const [v1, v2, v3] = words(right, false, 3) as [string, string, string];
  const opening = right.slice(0, 40).search(/[，。、；：！？,:;!?]/) >> 1;
  const sentences = Math.min(before.slice(-2000).split(/[。！？]/).length, 8);
  const length = Math.min(before.length >> 5, 8);
  return [
    hash(openingHead, 61, r1),
    hash(openingHead, 62, r1 + r2),
    hash(openingHead, 63, r1 + r2 + r3),
    hash(openingHead, 64, r1 + r2 + r3 + r4),
    hash(openingHead, 65, v1),
    hash(openingHead, 66, `${v1}|${v2}`),
    hash(openingHead, 67, `${v1}|${v2}|${v3}`),
    hash(openingHead, 68, `${opening}`),
    hash(openingHead, 69, `${sentences}`),
    hash(openingHead, 70, `${length}`),
    hash(openingHead, 71, before.slice(-1)),
    hash(openingHead, 72, `${before.slice(-1)}${r1}`),
  ];
}
