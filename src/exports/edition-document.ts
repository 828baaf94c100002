import { z } from 'astro/zod';
import { memoizeWeakly } from '../archive/memoize.ts';
import { articleKinds, genres } from '../newspaper/article.ts';
import { bylineRoles } from '../newspaper/byline.ts';
import type { IssueDate } from '../newspaper/issue-date.ts';
import { absoluteBody } from './absolute-html.ts';
import type { ExportedArticle } from './export-article.ts';
import { writeJson } from './write-json.ts';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const named = z.strictObject({ id: z.string(), name: z.string(), address: z.url() });

/** An article for machines; published as part of the edition's schema. */
export const articleDocumentSchema = z
  .strictObject({
    id: z.string().describe('date/page/slug'),
    address: z.url().describe('the article’s page'),
    kind: z.enum(articleKinds),
    genre: z.enum(genres),
    headline: z.string().describe('or a name made from the caption: see hasHeadline'),
    hasHeadline: z.boolean(),
    kicker: z.string().optional(),
    deck: z.string().optional(),
    standfirst: z.string().optional(),
    bylines: z.array(
      z.strictObject({
        name: z.string(),
        role: z.enum(bylineRoles),
        label: z.string().describe('as printed before the name').optional(),
        address: z.url().optional(),
      }),
    ),
    date,
    page: z.number().int().min(1),
    pageName: z.string().optional(),
    order: z.number().int().min(1).describe('place in the page’s reading order'),
    section: named.optional(),
    column: named.extend({ part: z.number().int().optional() }).optional(),
    pictures: z.array(
      z.strictObject({
        src: z.url(),
        width: z.number().int(),
        height: z.number().int(),
        alt: z.string(),
        caption: z.string().optional(),
        credit: z.string().optional(),
      }),
    ),
    description: z.string(),
    characters: z.number().int().min(0),
    paragraphs: z
      .array(z.strictObject({ id: z.string().describe('anchor in the page'), text: z.string() }))
      .describe('the printed text, paragraph by paragraph'),
    html: z.string().describe('the whole body; addresses are absolute'),
    corrections: z.array(z.strictObject({ date, text: z.string() })),
    updated: date,
  })
  .describe('an article');

export const editionDocumentSchema = z
  .strictObject({
    $schema: z.url(),
    paper: z.strictObject({
      name: z.string(),
      address: z.url(),
      language: z.string(),
      publisher: z.string(),
      rights: z.string(),
    }),
    address: z.url(),
    date,
    dateSource: z.enum(['printed', 'inferred', 'external']),
    number: z.union([z.string(), z.number()]).optional(),
    pages: z.array(
      z.strictObject({
        number: z.number().int().min(1),
        name: z.string().optional(),
        address: z.url(),
        credits: z.array(z.strictObject({ role: z.string(), names: z.array(z.string()) })),
        articles: z.array(articleDocumentSchema),
      }),
    ),
  })
  .describe('an edition of a newspaper, whole');

export type ArticleDocument = z.output<typeof articleDocumentSchema>;
export type EditionDocument = z.output<typeof editionDocumentSchema>;

/** An article with what only its document says. */
export interface DocumentedArticle {
  readonly article: ExportedArticle;
  /** From 1. */
  readonly order: number;
  readonly paragraphs: readonly { readonly id: string; readonly text: string }[];
}

export function articleDocument({
  article,
  order,
  paragraphs,
}: DocumentedArticle): ArticleDocument {
  const { id, address, kind, genre, title, hasHeadline, page, bylines } = article;
  return {
    id,
    address,
    kind,
    genre,
    headline: title,
    hasHeadline,
    kicker: article.kicker,
    deck: article.deck,
    standfirst: article.standfirst,
    bylines: bylines.map(({ name, role, label, address: of }) => ({
      name,
      role,
      label,
      address: of,
    })),
    date: article.date,
    page: page.number,
    pageName: article.pageName,
    order,
    section: article.section,
    column: article.column,
    pictures: article.pictures.map((picture) => ({ ...picture })),
    description: article.description,
    characters: article.characters,
    paragraphs: paragraphs.map((paragraph) => ({ id: paragraph.id, text: paragraph.text })),
    html: absoluteBody(article),
    corrections: article.corrections.map((correction) => ({ ...correction })),
    updated: article.updated,
  };
}

/** @typeParam Article of its articles, what is asked for */
export interface DocumentedEdition<Article = DocumentedArticle> {
  readonly schema: string;
  readonly paper: EditionDocument['paper'];
  readonly address: string;
  readonly date: IssueDate;
  readonly dateSource: EditionDocument['dateSource'];
  readonly number?: string | number | undefined;
  readonly pages: readonly {
    readonly number: number;
    readonly name?: string | undefined;
    readonly address: string;
    readonly credits: readonly { readonly role: string; readonly names: readonly string[] }[];
    readonly articles: readonly Article[];
  }[];
}

export function editionDocument(edition: DocumentedEdition): EditionDocument {
  const { schema, pages, ...facts } = edition;
  return {
    $schema: schema,
    ...facts,
    pages: pages.map((page) => ({
      ...page,
      credits: page.credits.map(({ role, names }) => ({ role, names: [...names] })),
      articles: page.articles.map(articleDocument),
    })),
  };
}

/** Stands by itself and in the bag. */
export const renderEditionJson = memoizeWeakly((edition: DocumentedEdition): string =>
  writeJson(editionDocument(edition)),
);

/**
 * The JSON Schema (2020-12) of such documents.
 *
 * @param address where it is published
 */
export function renderEditionSchema(address: string): string {
  const { $schema, ...schema } = z.toJSONSchema(editionDocumentSchema);
  return `${JSON.stringify({ $schema, $id: address, ...schema }, undefined, 2)}\n`;
}
