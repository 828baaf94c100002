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

let jieba: Jieba | undefined;

/** The same few characters beside a boundary are asked for by several scores, one after another. */
const recent = new Map<string, readonly TaggedWord[]>();
const recentCount = 4096;

/**
 * Cuts simplified Chinese text into words and tells the part of speech of each, by jieba's dictionary
 * and its model of words that no dictionary has. The dictionary (5 MB) is read at the first call.
 *
 * @param text a few dozen characters, without blanks (a blank parts words)
 */
export function tagWords(text: string): readonly TaggedWord[] {
  const known = recent.get(text);
  if (known !== undefined) return known;
  jieba ??= Jieba.withDict(dict);
  const words = jieba.tag(text, true);
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
