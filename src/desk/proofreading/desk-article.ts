import { splitFrontMatter } from '../../manuscript/front-matter.ts';
import { parseArticle } from '../../manuscript/parse-article.ts';
import { checkProse } from '../../manuscript/prose/check-prose.ts';
import { readArticle } from '../../manuscript/read-article.ts';
import type { Decision } from '../../importer/page/decision.ts';
import type { Article } from '../../newspaper/article.ts';
import type { Finding } from '../../newspaper/finding.ts';
import type { LocalFinding } from '../../newspaper/local-finding.ts';
import type { CommandLanguage } from '../../wording/command-language.ts';
import { blocksOf, setInRows, type DeskBlock } from './article-rows.ts';
import { findStops, type DeskRow, type Stop } from './article-stops.ts';
import { isLetterSettled } from './settle-stop.ts';

export interface DeskInput {
  /** The decoded file. */
  readonly text: string;
  /** BCP 47, of the publication. */
  readonly language: string;
  /** The source page's lines, from the first; null where the article names none, or it is not kept. */
  readonly sourceLines: readonly string[] | null;
  /** Whether a paragraph stands as it was imported, where an import is on record. */
  readonly isAsImported?: ((text: string) => boolean) | undefined;
  /** What the importer finds on the source page; lines are of the page. */
  readonly importFindings: readonly Finding[];
  /** The printed name of the article's column. */
  /** What people have decided about the page. */
  readonly decisions?: readonly Decision[] | undefined;
  readonly columnName?: string | undefined;
  /** In which language the checks speak. */
  readonly words: CommandLanguage;
}
export interface DeskArticle {
  readonly text: string;
  readonly data: Article;
  readonly blocks: readonly DeskBlock[];
  readonly rows: readonly DeskRow[];
  /** Of all rows, and before them those of the article as a whole. */
  readonly stops: readonly Stop[];
  /** Those that belong to no row. */
  readonly general: readonly Stop[];
  readonly hasSource: boolean;
}

/**
 * Sets an article beside its lines of the source page, with all that waits for a person's eye.
 *
 * @returns the mistakes, where the article cannot be published as it stands
 */
export function readDeskArticle(
  input: DeskInput,
): { readonly article: DeskArticle } | { readonly findings: readonly LocalFinding[] } {
  const { text, language, sourceLines, words, decisions = [] } = input;
  const { entry, findings } = readArticle(text, language);
  const split = splitFrontMatter(text);
  if (entry === undefined || 'finding' in split) return { findings };
  const { data } = entry;
  const { body, bodyLine } = split.parts;
  const { tree } = parseArticle(body, bodyLine);
  // `readArticle` has found it good.
  if (tree === undefined) return { findings };
  const blocks = blocksOf(tree, text, split.parts);
  const [first, last] = data.source?.lines ?? [1, 0];
  const lines = sourceLines?.slice(first - 1, last) ?? [];
  const hasSource = lines.length > 0;
  const { rows, general } = findStops({
    text,
    data,
    blocks,
    rows: setInRows({ ...input, data, tree, bodyLine, blocks, lines, firstLine: first }),
    hasSource,
    importFindings: input.importFindings.filter(
      ({ severity, line }) => severity === 'review' && first <= line && line <= last,
    ),
    checkFindings: checkProse({ ...split.parts, text, tree, language, allow: data.allow ?? [] }),
    isSettled: (line, mark) => isLetterSettled(decisions, line, mark),
    words,
  });
  const stops = [...general, ...rows.flatMap((row) => row.stops)];
  return { article: { text, data, blocks, rows, general, stops, hasSource } };
}
