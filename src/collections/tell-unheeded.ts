import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readYaml } from '../manuscript/read-yaml.ts';
import type { Edition } from '../newspaper/edition.ts';
import type { Finding } from '../newspaper/finding.ts';
import { decideCommandLanguage } from '../wording/command-language.ts';
import { findingWords } from '../newspaper/finding-words.ts';
import { formatFindings } from './format-findings.ts';

/** A hint that was lost while the page was composed: see composition/unheeded-hints.ts. */
interface Unheeded {
  readonly id: string;
  readonly field: string;
  readonly columns: readonly number[];
  readonly rival: string | undefined;
}

/**
 * Tells on the terminal which hints of a page the engine could not keep, and why. Only composing
 * shows it: what can be seen in the files alone is `layout-refused` (newspaper/check-layout.ts).
 *
 * @param root absolute path of the content folder
 * @param page its number
 * @returns the same as findings, at the lines of the edition's file
 */
export function tellUnheeded(
  root: string,
  { date, pages }: Edition,
  page: number,
  unheeded: readonly Unheeded[],
  paperLanguage: string,
): Finding[] {
  if (unheeded.length === 0) return [];
  const file = `editions/${date}.yaml`;
  const yaml = readYaml(readFileSync(join(root, file), 'utf8'));
  const index = pages.findIndex(({ number }) => number === page);
  const findings = unheeded.map(({ id, field, columns, rival }): Finding => {
    const on = columns.join('、');
    return {
      id: 'layout-unheeded',
      severity: 'review',
      file,
      ...yaml.locate(['pages', index, 'layout', id, field]),
      excerpt: id,
      ...findingWords(
        rival === undefined
          ? {
              zh: `${id} 的 ${field} 在 ${on} 栏的版面上没有照办：各篇依阅读次序切成矩形，没有一种切法办得到`,
              en: `${field} of ${id} was not kept on ${columns.join(', ')} columns: no way to cut the page into rectangles in reading order does it`,
            }
          : {
              zh: `${id} 的 ${field} 在 ${on} 栏的版面上没有照办：和 ${rival} 的提示不能两全`,
              en: `${field} of ${id} was not kept on ${columns.join(', ')} columns: the page cannot have it and what ${rival} is asked`,
            },
        {
          zh: '换一个提示，或删去一个；npm run dev 的版式台列着办得到的',
          en: 'Ask something else, or take one hint away; the layout desk of npm run dev lists what can be had',
        },
      ),
    };
  });
  const language = decideCommandLanguage(undefined, process.env, paperLanguage);
  const nameFile = (path: string): string => relative(process.cwd(), join(root, path));
  process.stderr.write(`\n${formatFindings(findings, nameFile, language)}\n`);
  return findings;
}
