import type { Decision } from '../../importer/page/decision.ts';
import type { Stop } from './article-stops.ts';

/**
 * The name under which a changed letter that was let stand is kept among a page's decisions. The
 * importer has no finding of this name: for it the entry says nothing.
 */
const changedLetter = 'letter-changed';

/** An excerpt as a decision quotes it: as much as the importer's own review does. */
const quotedLength = 16;

/**
 * What is written beside the source page when a person lets a place stand: about the importer's
 * finding, and about the letter that it changed, where the place is both.
 */
export function settleStop({ kind, rule, line, excerpt, mark }: Stop): Decision[] {
  if (line === undefined) return [];
  const quoted = [...excerpt.replace(/…$/, '')].slice(0, quotedLength).join('');
  const about = quoted === '' ? {} : { text: quoted };
  return [
    ...(kind === 'import' && rule !== undefined
      ? [{ line, ...about, action: 'accept', finding: rule } as const]
      : []),
    ...(mark === undefined
      ? []
      : [{ line, text: mark, action: 'accept', finding: changedLetter } as const]),
  ];
}

/** @param mark of a changed letter (`Stop.mark`) on a line of the source page */
export function isLetterSettled(
  decisions: readonly Decision[],
  line: number,
  mark: string,
): boolean {
  return decisions.some(
    (one) =>
      one.action === 'accept' &&
      one.finding === changedLetter &&
      one.line === line &&
      one.text === mark,
  );
}
