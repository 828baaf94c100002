import type { Finding } from './finding.ts';

/** A finding of one file, before it is known which: the checks of a text take no file name. */
export type LocalFinding = Omit<Finding, 'file'>;

/** Whether a text has a mistake that keeps it from being published. */
export function hasError(findings: readonly LocalFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** A 1-based place in a file; columns count UTF-16 units, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** As much of a line as a person needs to find it again. */
export function excerptOf(text: string): string {
  const oneLine = text.replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(oneLine);
  return characters.length <= 40 ? oneLine : `${characters.slice(0, 40).join('')}…`;
}

/** How a value is quoted in a message: as it would stand in the file. */
export function quoteValue(value: unknown): string {
  if (value === undefined) return '（空缺）';
  return excerptOf(
    typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? typeof value),
  );
}
