import type { Finding } from '../../newspaper/finding.ts';
import type { PageFinding } from './findings.ts';
import { withConsequence } from './if-nothing-is-done.ts';

/** An excerpt cut by UTF-16 units may begin or end with half a character. */
function withoutHalves(text: string): string {
  return text.isWellFormed() ? text : text.replaceAll(/\p{Surrogate}/gu, '');
}

/**
 * Findings of a page as findings of the input that holds it: the file named, lines counted from its
 * first, in their order; what a person should look at says what becomes of it if nobody does.
 *
 * @param firstLine the input's line at which the page begins, from 1
 */
export function findingsOfInput(
  findings: readonly PageFinding[],
  firstLine: number,
  file: string,
): readonly Finding[] {
  return findings
    .map(({ id, severity, line, lastLine, column, excerpt, message, action, english }) => {
      const said = { message, action, english };
      const words = severity === 'review' ? withConsequence(id, said) : said;
      return {
        id,
        severity,
        file,
        line: line + firstLine - 1,
        ...(lastLine === undefined ? {} : { lastLine: lastLine + firstLine - 1 }),
        column,
        excerpt: withoutHalves(excerpt),
        message: withoutHalves(words.message),
        action: withoutHalves(words.action),
        english: {
          message: withoutHalves(words.english.message),
          action: withoutHalves(words.english.action),
        },
      };
    })
    .sort((left, right) => left.line - right.line);
}
