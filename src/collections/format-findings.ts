import type { Finding } from '../newspaper/finding.ts';
import type { CommandLanguage } from '../wording/command-language.ts';
import { inLanguage } from '../wording/in-language.ts';
import { withVisibleControls } from '../wording/visible-controls.ts';

/** More than anyone reads at once; the count says how many there are. */
const maxShown = 500;

/**
 * Writes findings for a terminal, one a paragraph: `content/editions/2022-12-19.yaml:3:5  rule`, what
 * was expected and found, and what to do.
 *
 * @param nameFile how a file of the content folder is named to the person, e.g. from where the command runs
 */
export function formatFindings(
  findings: readonly Finding[],
  nameFile: (path: string) => string,
  language: CommandLanguage,
): string {
  const shown = findings.slice(0, maxShown).map((found) => {
    const finding = inLanguage(found, language);
    const place = `${nameFile(finding.file)}:${finding.line}:${finding.column}`;
    return withVisibleControls(
      `${place}  ${finding.id}\n    ${finding.message}\n    → ${finding.action}`,
    );
  });
  if (findings.length > maxShown) {
    const more = findings.length - maxShown;
    shown.push({ zh: `……还有 ${more} 处`, en: `… and ${more} more` }[language]);
  }
  return shown.join('\n');
}

/** By file, line and column: the order in which a person mends them. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (left, right) =>
      compare(left.file, right.file) ||
      left.line - right.line ||
      left.column - right.column ||
      compare(left.id, right.id),
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
