import table from './misread-words.json' with { type: 'json' };

interface Misreading {
  /** The place of the misread glyph in the two characters. */
  readonly place: 0 | 1;
  readonly meant: string;
  readonly certainty: 'sure' | 'likely';
}

let misreadings: ReadonlyMap<string, Misreading> | undefined;
let glyphs: ReadonlySet<string> | undefined;

/** The table, turned to be asked for the two characters that are read: 生恋 for 生态. */
function load(): ReadonlyMap<string, Misreading> {
  if (misreadings !== undefined) return misreadings;
  const found = new Map<string, Misreading>();
  const misread = new Set<string>();
  for (const certainty of ['sure', 'likely'] as const) {
    for (const [pair, words] of Object.entries(table[certainty] as Record<string, string>)) {
      const [glyph, meant] = [pair[0]!, pair[1]!];
      misread.add(glyph);
      for (const word of words.split(' ')) {
        const place = word[0] === '_' ? 0 : 1;
        found.set(word.replace('_', glyph), { place, meant, certainty });
      }
    }
  }
  glyphs = misread;
  misreadings = found;
  return found;
}

const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });

/** How many words a window has, and how long the one at `at` is. */
function wordsOf(window: string, at: number): { count: number; length: number } {
  let count = 0;
  let length = 1;
  for (const { segment, index } of segmenter.segment(window)) {
    count += 1;
    if (index <= at && at < index + segment.length) length = segment.length;
  }
  return { count, length };
}

/**
 * What the glyph at `at` (UTF-16) was, where it and its neighbour are no word, and would be one with a
 * glyph that looks like it (生恋 was 生态): two characters that a news archive has never side by side and
 * no dictionary has (bench/ocr-train-misread-words.ts). Part of another word it stands as it is
 * (学生|恋爱); `sure` only where the text around becomes fewer words. What is not sure is only pointed at:
 * an archive of broadcast news has neither 烧水 nor 餐饮科 in it, a local page has both.
 */
export function readMisreadWord(
  text: string,
  at: number,
): { readonly meant: string; readonly certainty: 'sure' | 'possible' } | undefined {
  const found = load();
  if (!glyphs!.has(text[at]!)) return undefined;
  const before = text.slice(Math.max(0, at - 4), at);
  const after = text.slice(at + 1, at + 5);
  const misreading = [
    found.get(text[at]! + after.slice(0, 1)),
    found.get(before.slice(-1) + text[at]!),
  ].find((one, index) => one?.place === index);
  if (misreading === undefined) return undefined;
  const read = wordsOf(before + text[at]! + after, before.length);
  if (read.length > 1) return undefined;
  const mended = wordsOf(before + misreading.meant + after, before.length);
  const { meant } = misreading;
  if (mended.count > read.count) return undefined;
  const isSure = misreading.certainty === 'sure' && mended.count < read.count;
  return { meant, certainty: isSure ? 'sure' : 'possible' };
}
