/** A text to be set in the headline type, the more important first. */
export interface SetLine {
  /** Names the text for the page that asks whether it was set: an article's place, `nameplate` … */
  readonly id: string;
  readonly text: string;
}

export interface HeadlineType {
  /** Every character that is cut, each once, in code point order. */
  readonly characters: string;
  /** Ids of the texts that are set in the type from their first character to their last. */
  readonly set: ReadonlySet<string>;
}

/**
 * What an edition's file may hold. Packed by packWoff2, 260 glyphs of the heavy Song that real
 * headlines ask for take 50 to 53 kB, within the budget of a front page (90 kB with everything).
 * Characters that no headline is made of can take more: 260 of U+9EA0 (鹿, 麦, 黍, 鼎, 鼠 …) 79 kB.
 */
export const maxGlyphs = 260;

/**
 * Chooses what to cut. A headline is set whole or not at all: one word in another type in the middle
 * of a line looks like a mistake. So texts are taken in their order while their new characters fit.
 *
 * @param lines the most important first
 * @param limit the number of glyphs that may be cut
 */
export function chooseCharacters(
  lines: readonly SetLine[],
  limit: number = maxGlyphs,
): HeadlineType {
  const chosen = new Set<string>();
  const set = new Set<string>();
  for (const { id, text } of lines) {
    const fresh = new Set<string>();
    for (const character of text) {
      if (character > ' ' && !chosen.has(character)) fresh.add(character);
    }
    if (chosen.size + fresh.size > limit) continue;
    for (const character of fresh) chosen.add(character);
    set.add(id);
  }
  const characters = [...chosen].sort(
    (left, right) => left.codePointAt(0)! - right.codePointAt(0)!,
  );
  return { characters: characters.join(''), set };
}
