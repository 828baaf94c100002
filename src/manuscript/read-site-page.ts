import type { LocalFinding } from '../newspaper/local-finding.ts';
import { sitePageSchema } from '../newspaper/site-page.ts';
import { splitFrontMatter } from './front-matter.ts';
import { parseArticle } from './parse-article.ts';
import { readYamlAs } from './read-yaml-as.ts';

/**
 * Reads a page about the paper itself, to say what is wrong in it. Its body is a maintainer's: any MDX
 * that can be parsed is allowed.
 *
 * @param text a decoded file
 * @param isMdx whether it is MDX or plain Markdown, which has no errors of syntax
 */
export function readSitePage(text: string, isMdx: boolean): readonly LocalFinding[] {
  const split = splitFrontMatter(text);
  if ('finding' in split) return [split.finding];
  const { frontMatter, frontMatterLine, body, bodyLine } = split.parts;
  return [
    ...readYamlAs(frontMatter, sitePageSchema, frontMatterLine).findings,
    ...(isMdx ? parseArticle(body, bodyLine).findings : []),
  ];
}
