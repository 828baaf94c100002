import type { z } from 'astro/zod';
import type { Root } from 'mdast';
import { checkArticle, type ArticlePicture } from '../manuscript/check-article.ts';
import { readInteractive } from '../manuscript/interactive-article.ts';
import { parseArticle } from '../manuscript/parse-article.ts';
import { articleSchema, type Article } from '../newspaper/article.ts';
import type { ArticleBody } from '../manuscript/article-body.ts';
import { renderPlainArticle } from '../manuscript/render-plain-article.ts';
import type { LocalFinding } from '../newspaper/local-finding.ts';
import { checkCharacters } from './check-characters.ts';
import { checkSchema } from './check-schema.ts';
import { splitFrontMatter } from './front-matter.ts';
import { parseStrictYaml } from './strict-yaml.ts';

/** An article that stands on its own feet; whether what it refers to exists is for `checkPaper`. */
export interface ReadArticle {
  readonly data: Article;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  /** What it was parsed into; of a plain article, which needs no parsing, what it is rendered to. */
  readonly content: { readonly tree: Root } | { readonly plain: ArticleBody };
  readonly pictures: readonly ArticlePicture[];
}

export interface ReadResult<T> {
  /** Undefined where `findings` has an error. */
  readonly entry: T | undefined;
  readonly findings: readonly LocalFinding[];
}

/**
 * Reads one YAML entry.
 *
 * @param text a decoded file
 */
export function readYamlEntry<S extends z.ZodType>(
  text: string,
  schema: S,
): ReadResult<z.output<S>> {
  const characters = checkCharacters(text);
  if (hasError(characters)) return { entry: undefined, findings: characters };
  const source = parseStrictYaml(text);
  if (source.findings.length > 0)
    return { entry: undefined, findings: [...characters, ...source.findings] };
  const checked = checkSchema(source, schema);
  return { entry: checked.value, findings: [...characters, ...checked.findings] };
}

/**
 * Reads one article: front matter and body, each with all of its mistakes.
 *
 * @param text a decoded file
 * @param language BCP 47, of the publication
 * @param interactive whether a maintainer lets programs stand in it: they are left out here
 */
export function readArticle(
  text: string,
  language: string,
  interactive = false,
): ReadResult<ReadArticle> {
  const findings: LocalFinding[] = checkCharacters(text);
  if (hasError(findings)) return { entry: undefined, findings };
  const split = splitFrontMatter(text);
  if ('finding' in split) return { entry: undefined, findings: [...findings, split.finding] };
  const { frontMatter, frontMatterLine, body, bodyLine } = split.parts;

  const source = parseStrictYaml(frontMatter, frontMatterLine);
  findings.push(...source.findings);
  const checked = source.findings.length > 0 ? undefined : checkSchema(source, articleSchema);
  findings.push(...(checked?.findings ?? []));

  const plain = interactive ? undefined : renderPlainArticle(body, language, bodyLine);
  if (plain !== undefined) {
    return checked?.value === undefined || hasError(findings)
      ? { entry: undefined, findings }
      : {
          entry: { data: checked.value, body, bodyLine, content: { plain }, pictures: [] },
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
    },
    findings,
  };
}

function hasError(findings: readonly LocalFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
