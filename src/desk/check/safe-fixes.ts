import type { TextFix } from '../../newspaper/finding.ts';

/** Where a finding stands in its file: the file's text, and the offset of its line and column. */
interface Spot {
  readonly text: string;
  readonly offset: number;
}

/**
 * How to mend findings that come without a fix, by id: those of the parser, which knows places by
 * line and column alone. Each leaves the text that a reader sees as it was meant.
 */
const mends: Readonly<Record<string, (spot: Spot) => TextFix | undefined>> = {
  // `值<35`: micromark stops at the character behind the mark, or at the mark.
  'stray-less-than': ({ text, offset }) => {
    const at = [offset, offset - 1].find((one) => text[one] === '<');
    return at === undefined || !/[\d\s\p{Script=Han}]/u.test(text[at + 1] ?? ' ')
      ? undefined
      : { start: at, end: at, text: '\\' };
  },
  'zero-width-character': ({ text, offset }) =>
    /^[\u00ad\u200b\u2060\ufeff]/.test(text[offset] ?? '')
      ? { start: offset, end: offset + 1, text: '' }
      : undefined,
};

/** @param line from 1 @param column from 1, in UTF-16 units */
export function safeFix(
  id: string,
  text: string,
  line: number,
  column: number,
): TextFix | undefined {
  const mend = mends[id];
  if (mend === undefined) return undefined;
  let offset = column - 1;
  for (let at = 0, number = 1; number < line; number += 1) {
    at = text.indexOf('\n', at) + 1;
    offset = at + column - 1;
  }
  return mend({ text, offset });
}

export function hasSafeFix(id: string): boolean {
  return Object.hasOwn(mends, id);
}
