import type { CommandLanguage } from '../../wording/command-language.ts';
import { inLanguage } from '../../wording/in-language.ts';
import { stringify } from 'yaml';
import type { Finding } from '../../newspaper/finding.ts';
import { reviewWording } from './review-wording.ts';
import { excerptOf } from '../../newspaper/local-finding.ts';

/**
 * What `--review` says where there is no terminal to ask at: how to write the decisions file by
 * hand, with an entry for each open finding that needs only its `#` taken off.
 *
 * @param path of the decisions file, as the person knows it
 * @param findings of one page
 * @param firstLine line of the input at which the page begins, from 1
 */
export function renderTemplate(
  path: string,
  findings: readonly Finding[],
  firstLine: number,
  language: CommandLanguage,
): string {
  const open = findings.filter(({ severity }) => severity === 'review');
  const words = reviewWording[language];
  const intro = words.template(path).map((line) => `# ${line}`);
  if (open.length === 0) return `# ${words.nothingOpen}\n`;
  const entries = open.map((finding) => {
    const text = excerptOf(finding.excerpt);
    const entry = stringify(
      [
        {
          line: finding.line - firstLine + 1,
          text: text || undefined,
          action: 'accept',
          finding: finding.id,
        },
      ],
      { lineWidth: 0 },
    );
    const { message, action } = inLanguage(finding, language);
    const comment = `${message} ${action}`.replaceAll('\n', ' ');
    return `# ${comment}\n${entry.trimEnd().replaceAll(/^/gm, '# ')}\n`;
  });
  return [...intro, '', ...entries].join('\n');
}
