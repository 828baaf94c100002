import type { TextFix } from '../../newspaper/finding.ts';

/**
 * Mends a text. Of fixes that touch one another the first given is made, the others wait for the
 * next reading.
 */
export function applyFixes(text: string, fixes: readonly TextFix[]): string {
  const made: TextFix[] = [];
  for (const fix of fixes) {
    if (made.every(({ start, end }) => fix.end <= start || fix.start >= end)) made.push(fix);
  }
  let mended = text;
  for (const { start, end, text: instead } of made.sort(
    (left, right) => right.start - left.start,
  )) {
    mended = mended.slice(0, start) + instead + mended.slice(end);
  }
  return mended;
}
