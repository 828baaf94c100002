import { findingWords } from '../newspaper/finding-words.ts';
import type { Root } from 'mdast';
import {
  checkArticle,
  type ArticleJump,
  type ArticleLink,
  type ArticlePicture,
} from './check-article.ts';
import { readInteractive } from './interactive-article.ts';
import { parseArticle } from './parse-article.ts';
import { articleSchema, type Article } from '../newspaper/article.ts';
import type { ArticleBody } from './article-body.ts';
import { renderPlainArticle } from './render-plain-article.ts';
import { hasError, type LocalFinding } from '../newspaper/local-finding.ts';
import { checkCharacters } from './check-characters.ts';
import { checkSchema } from './check-schema.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readYaml } from './read-yaml.ts';

/** An article that stands on its own feet; whether what it refers to exists is for `checkPaper`. */
export interface ReadArticle {
  readonly data: Article;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  /** What it was parsed into; of a plain article, which needs no parsing, what it is rendered to. */
  readonly content: { readonly tree: Root } | { readonly plain: ArticleBody };
  readonly pictures: readonly ArticlePicture[];
  readonly links: readonly ArticleLink[];
  readonly jumps: readonly ArticleJump[];
}

export interface ArticleResult {
  /** Undefined where `findings` has an error. */
  readonly entry: ReadArticle | undefined;
  readonly findings: readonly LocalFinding[];
}

/**
 * Reads one article: front matter and body, each with all of its mistakes.
 *
 * @param text a decoded file
 * @param language BCP 47, of the publication
 * @param interactive whether a maintainer lets programs stand in it: they are left out here
 */
export function readArticle(text: string, language: string, interactive = false): ArticleResult {
  const findings: LocalFinding[] = checkCharacters(text);
  if (hasError(findings)) return { entry: undefined, findings };
  const split = splitFrontMatter(text);
  if ('finding' in split) return { entry: undefined, findings: [...findings, split.finding] };
  const { frontMatter, frontMatterLine, frontMatterOffset, body, bodyLine } = split.parts;

  const source = readYaml(frontMatter, frontMatterLine, frontMatterOffset);
  findings.push(...source.findings);
  const checked = source.findings.length > 0 ? undefined : checkSchema(source, articleSchema);
  findings.push(...(checked?.findings ?? []));

  if (checked?.value?.kind === 'article' && body.trim() === '') {
    findings.push({
      id: 'body-empty',
      severity: 'review',
      line: bodyLine,
      column: 1,
      excerpt: '',
      ...findingWords(
        { zh: '文章应有正文，现在是空的', en: 'An article has text; it is empty' },
        {
          zh: '补上正文；只有图片的，写 kind: photo-news',
          en: 'Write the text; what has pictures only is kind: photo-news',
        },
      ),
    });
  }

  const plain = interactive ? undefined : renderPlainArticle(body, language, bodyLine);
  if (plain !== undefined) {
    return checked?.value === undefined || hasError(findings)
      ? { entry: undefined, findings }
      : {
          entry: {
            data: checked.value,
            body,
            bodyLine,
            content: { plain },
            pictures: [],
            links: [],
            jumps: [],
          },
          findings,
        };
  }
  const parsed = parseArticle(body, bodyLine);
  findings.push(...parsed.findings);
  if (parsed.tree === undefined) return { entry: undefined, findings };
  let { tree } = parsed;
  if (interactive) {
    const read = readInteractive(tree, body, bodyLine);
    findings.push(...read.findings);
    tree = read.prose;
  }
  const check = checkArticle(tree, body, bodyLine);
  findings.push(...check.findings);
  if (checked?.value === undefined || hasError(findings)) return { entry: undefined, findings };
  return {
    entry: {
      data: checked.value,
      body,
      bodyLine,
      content: { tree },
      pictures: check.pictures,
      links: check.links,
      jumps: check.jumps,
    },
    findings,
  };
}
