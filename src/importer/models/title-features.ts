/**
 * What the title model looks at, as numbers of weights in its table. Training (bench/) and deciding
 * (title-likeness.ts) share this, so that they cannot drift apart.
 */
import { hashFeature } from './hash-feature.ts';
import { partOf, tagWords } from './tag-words.ts';

/** A power of two; most places stay empty, as in boundary-features. */
export const titleWeightCount = 1 << 20;

function hash(seed: number, text: string): number {
  return hashFeature(seed, text) & (titleWeightCount - 1);
}

/** Digits and Latin letters are one kind each; blanks and quotes say nothing of the words. */
function plain(text: string): string {
  return text
    .replaceAll(/[\s"“”‘’'＂＇*#]/gu, '')
    .replaceAll(',', '，')
    .replaceAll(':', '：')
    .replaceAll(/\d+(?:\.\d+)?/gu, '0')
    .replaceAll(/[A-Za-z]+/gu, 'a');
}

/** How many particles that titles leave out: none, one, more. */
function count(text: string, pattern: RegExp): number {
  return Math.min(text.match(pattern)?.length ?? 0, 2);
}

/**
 * Weights that speak for or against `text` being a title. Its length is left out on purpose: what a
 * length tells depends on the column and the tool, and those who ask know of both.
 */
export function titleFeatures(text: string): number[] {
  const bare = plain(text);
  const tagged = tagWords(bare);
  const words = tagged.map(({ word }) => word);
  const parts = tagged.map(partOf);
  const found = new Set<number>();
  for (const [at, word] of words.entries()) {
    found.add(hash(1, word));
    if (at > 0) {
      found.add(hash(2, `${words[at - 1]!}|${word}`));
      found.add(hash(18, `${parts[at - 1]!}|${parts[at]!}`));
    }
    if (at > 1) found.add(hash(19, parts.slice(at - 2, at + 1).join('|')));
  }
  for (let at = 0; at + 1 < bare.length; at += 1) found.add(hash(3, bare.slice(at, at + 2)));
  const [first = '', second = ''] = words;
  const last = words.at(-1) ?? '';
  found.add(hash(4, first));
  found.add(hash(5, `${first}|${second}`));
  found.add(hash(6, last));
  found.add(hash(7, `${words.at(-2) ?? ''}|${last}`));
  found.add(hash(8, bare.slice(0, 1)));
  found.add(hash(9, bare.slice(0, 2)));
  found.add(hash(10, bare.slice(-1)));
  found.add(hash(11, bare.slice(-2)));
  found.add(hash(12, `${count(bare, /的/gu)}`));
  found.add(hash(13, `${count(bare, /[了在将并也还就都已把被对从与和是]/gu)}`));
  found.add(hash(14, `${count(bare, /，/gu)}`));
  found.add(hash(15, `${count(bare, /、/gu)}`));
  found.add(hash(16, `${count(bare, /[。；？！：]/gu)}`));
  found.add(hash(17, /0[月日年]/u.test(bare) ? 'dated' : ''));
  const [part1 = '', part2 = '', part3 = ''] = parts;
  const [end1 = '', end2 = '', end3 = ''] = parts.slice(-3).reverse();
  found.add(hash(20, part1));
  found.add(hash(21, `${part1}|${part2}`));
  found.add(hash(22, `${part1}|${part2}|${part3}`));
  found.add(hash(23, end1));
  found.add(hash(24, `${end2}|${end1}`));
  found.add(hash(25, `${end3}|${end2}|${end1}`));
  found.add(hash(26, `${parts.filter((part) => part.startsWith('v')).length}`));
  found.add(hash(27, `${Math.min(parts.filter((part) => /^[cdpru]/u.test(part)).length, 3)}`));
  return [...found];
}
