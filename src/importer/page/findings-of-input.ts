import type { Finding } from '../../newspaper/finding.ts';
import type { PageFinding } from './findings.ts';

/** An excerpt cut by UTF-16 units may begin or end with half a character. */
function withoutHalves(text: string): string {
  return text.isWellFormed() ? text : text.replaceAll(/\p{Surrogate}/gu, '');
}

/**
 * Findings of a page as findings of the input that holds it: the file named, lines counted from its
 * first, in their order.
 *
 * @param firstLine the input's line at which the page begins, from 1
 */
export function findingsOfInput(
  findings: readonly PageFinding[],
  firstLine: number,
  file: string,
): readonly Finding[] {
  return findings
    .map(({ id, severity, line, column, excerpt, message, action, english }) => ({
      id,
      severity,
      file,
      line: line + firstLine - 1,
      column: column ?? 1,
      excerpt: withoutHalves(excerpt),
      message: withoutHalves(message),
      action: withoutHalves(action),
      english: {
        message: withoutHalves(english.message),
        action: withoutHalves(english.action),
      },
    }))
    .sort((left, right) => left.line - right.line);
}
