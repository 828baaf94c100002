/** Runs of so many characters are hardly ever common to two pages that tell of different things. */
const runLength = 4;
/** With fewer runs than these, a text is too short to tell. */
const leastRuns = 12;
/** Share of the runs of the shorter text that two readings of one page have in common at least. */
const leastShared = 0.25;

/**
 * Whether two texts are readings of one newspaper page: another tool's, a corrected one, a part of it.
 * Another page of the same day shares less than a tenth of its runs of four characters.
 *
 * @returns true too where a text is too short to tell
 */
export function isSamePage(left: string, right: string): boolean {
  const [a, b] = [runsOf(left), runsOf(right)];
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  if (few.size < leastRuns) return true;
  let shared = 0;
  for (const run of few) if (many.has(run)) shared += 1;
  return shared >= few.size * leastShared;
}

function runsOf(text: string): ReadonlySet<string> {
  const letters = text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const runs = new Set<string>();
  for (let at = 0; at + runLength <= letters.length; at += 1) {
    runs.add(letters.slice(at, at + runLength));
  }
  return runs;
}
