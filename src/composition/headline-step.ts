/** 1 for a short headline, 4 for one that would fill the page at that size. */
export type HeadlineStep = 1 | 2 | 3 | 4;

/**
 * Longer headlines are set smaller, so that none takes more than two or three lines: a lead of
 * eleven characters fills its three columns at the largest size, one of forty must be read, not
 * only seen.
 */
export function headlineStep(headline: string): HeadlineStep {
  const width = widthInHan(headline);
  if (width <= 11) return 1;
  if (width <= 18) return 2;
  return width <= 28 ? 3 : 4;
}

/** Width in Han characters; a Latin letter or figure takes half of one. */
export function widthInHan(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\uffdc\u{20000}-\u{3ffff}]/u.test(character) ? 1 : 0.5;
  return width;
}
