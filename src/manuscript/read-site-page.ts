import { findingWords } from '../newspaper/finding-words.ts';
import { hasError, type LocalFinding } from '../newspaper/local-finding.ts';
import { sitePageSchema, type SitePage } from '../newspaper/site-page.ts';
import type { ArticleBody } from './article-body.ts';
import { checkArticle, type ArticleLink } from './check-article.ts';
import { checkCharacters } from './check-characters.ts';
import { splitFrontMatter } from './front-matter.ts';
import { parseArticle } from './parse-article.ts';
import { readYamlAs } from './read-yaml-as.ts';
import { renderArticle } from './render-article.ts';

export interface SitePageResult {
  /** Undefined where `findings` has an error. */
  readonly entry:
    | {
        readonly data: SitePage;
        readonly body: ArticleBody;
        readonly links: readonly ArticleLink[];
      }
    | undefined;
  readonly findings: readonly LocalFinding[];
}

/**
 * Reads a page of the paper about itself (pages/about.mdx). It holds what an article may hold, without
 * pictures: whoever may change a page of text is not by that allowed to run programs in the build.
 *
 * @param text a decoded file
 * @param context of the site: base path and language
 */
export function readSitePage(
  text: string,
  context: { readonly base: string; readonly language: string },
): SitePageResult {
  const findings: LocalFinding[] = checkCharacters(text);
  if (hasError(findings)) return { entry: undefined, findings };
  const split = splitFrontMatter(text);
  if ('finding' in split) return { entry: undefined, findings: [...findings, split.finding] };
  const { frontMatter, frontMatterLine, body, bodyLine } = split.parts;
  const read = readYamlAs(frontMatter, sitePageSchema, frontMatterLine);
  findings.push(
    ...read.findings.filter((found) => !findings.some((known) => isSame(known, found))),
  );
  const parsed = parseArticle(body, bodyLine);
  findings.push(...parsed.findings);
  if (parsed.tree === undefined) return { entry: undefined, findings };
  const check = checkArticle(parsed.tree, body, bodyLine);
  findings.push(...check.findings);
  for (const { file, line, column } of check.pictures) {
    findings.push({
      id: 'page-picture',
      severity: 'error',
      line,
      column,
      excerpt: file,
      ...findingWords(
        { zh: '说明页里不放图片，现有一张', en: 'A page has no pictures; found one' },
        { zh: '只留文字；图片放在文章里', en: 'Keep the text only; pictures go into articles' },
      ),
    });
  }
  if (read.value === undefined || hasError(findings)) return { entry: undefined, findings };
  return {
    entry: {
      data: read.value,
      links: check.links,
      body: renderArticle(parsed.tree, { ...context, edition: '' }, bodyLine),
    },
    findings,
  };
}

/** The characters of the front matter are looked at twice. */
function isSame(left: LocalFinding, right: LocalFinding): boolean {
  return left.id === right.id && left.line === right.line && left.column === right.column;
}
