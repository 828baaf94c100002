import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readYaml } from '../manuscript/read-yaml.ts';
import type { Finding } from '../newspaper/finding.ts';
import type { Place } from '../newspaper/local-finding.ts';
import { decideCommandLanguage } from '../wording/command-language.ts';
import { formatFindings } from './format-findings.ts';

/**
 * Tells on the terminal what only printing a page shows of the edition's file.
 *
 * @param root absolute path of the content folder
 * @param file of the edition, relative to it
 * @param find gives the findings; it is asked with a function that finds a field's place in the file
 * @param paperLanguage BCP 47
 */
export function tellPageFindings(
  root: string,
  file: string,
  find: (locate: (field: readonly PropertyKey[]) => Place) => Finding[],
  paperLanguage: string,
): Finding[] {
  let yaml: ReturnType<typeof readYaml> | undefined;
  const findings = find((field) => {
    yaml ??= readYaml(readFileSync(join(root, file), 'utf8'));
    return yaml.locate(field);
  });
  if (findings.length === 0) return findings;
  const language = decideCommandLanguage(undefined, process.env, paperLanguage);
  const nameFile = (path: string): string => relative(process.cwd(), join(root, path));
  process.stderr.write(`\n${formatFindings(findings, nameFile, language)}\n`);
  return findings;
}
