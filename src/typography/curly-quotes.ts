/** Words that English begins with an apostrophe, without the mark: ’tis, ’em. */
const clipped = /^(?:tis|twas|twere|twill|twould|em|cause|bout|round|til|n)\b/i;
/** What may stand before an opening mark: nothing, a blank, a bracket, a dash, another opening mark. */
const beforeOpening = /[\s([{<\-‐–—/“‘]/;

/**
 * Typewriter quotes as English prints them: “ ”, ‘ ’, and ’ for the apostrophe. One character for
 * one, so that places in the text stay what they are.
 *
 * @param text of one block, or a piece of it
 * @param before the character that stands before it in the same block; empty at its beginning
 */
export function curlyQuotes(text: string, before = ''): string {
  if (!/["']/.test(text)) return text;
  let previous = before;
  let set = '';
  for (const [at, mark] of Array.from(text).entries()) {
    let character = mark;
    if (mark === '"') character = opens(previous) ? '“' : '”';
    else if (mark === "'") character = opens(previous) && !isApostrophe(text, at) ? '‘' : '’';
    set += character;
    previous = character;
  }
  return set;
}

function opens(previous: string): boolean {
  return previous === '' || beforeOpening.test(previous);
}

/** ’36, the ’90s; ’tis. */
function isApostrophe(text: string, at: number): boolean {
  const rest = Array.from(text)
    .slice(at + 1, at + 9)
    .join('');
  return /^\d\ds?\b/.test(rest) || clipped.test(rest);
}
