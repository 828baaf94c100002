import type { EmphasisSpan } from './block.ts';

/** UTF-16 units, so that half of a surrogate pair (Han beyond the first plane) counts as wide too. */
const wide =
  /[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\u2014\u2018-\u201d\u2026\ud840-\udfff]/;

/** Han, kana and the marks that only their setting has. */
const setSolid = /[\u3001-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\ud840-\udfff]/;
const halfWidth = /[!-~]/;

/**
 * Makes one line of text out of printed lines: Han, kana and their punctuation meet without a
 * blank, each other and figures, Latin words and half-width marks, which are set solid with them
 * (`大会は` / `19日`); everything else with one (the line-break rule of CSS Text 4, section 4.1.2), unless
 * the line ends are to be kept, as line feeds.
 */
export function joinLines(
  text: string,
  emphasis: readonly EmphasisSpan[] = [],
  keepsLineEnds = false,
): { text: string; emphasis: EmphasisSpan[] } {
  const kept: number[] = [];
  let joined = '';
  const characters = text.trimEnd();
  let index = 0;
  while (index < characters.length) {
    const character = characters[index]!;
    if (character !== '\n') {
      kept[index] = joined.length;
      joined += character;
      index += 1;
      continue;
    }
    let end = index;
    while (end < characters.length && /\s/.test(characters[end]!)) end += 1;
    joined = joined.trimEnd();
    const before = joined.at(-1) ?? '';
    const after = characters.slice(end, end + 2);
    const next = after[0] ?? '';
    const meets =
      (wide.test(before) && wide.test(next)) ||
      (setSolid.test(before) && halfWidth.test(next)) ||
      (halfWidth.test(before) && setSolid.test(next));
    if (joined !== '' && end < characters.length) {
      if (keepsLineEnds) joined += '\n';
      else if (!meets) joined += ' ';
    }
    for (let skipped = index; skipped < end; skipped += 1) kept[skipped] = joined.length;
    index = end;
  }
  const lead = joined.length - joined.trimStart().length;
  const result = joined.trim();
  const place = (offset: number): number =>
    Math.min(Math.max((kept[offset] ?? joined.length) - lead, 0), result.length);
  return {
    text: result,
    emphasis: emphasis
      .map((span) => ({ ...span, start: place(span.start), end: place(span.end) }))
      .filter((span) => span.start < span.end),
  };
}
