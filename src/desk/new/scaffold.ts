import { stringify } from 'yaml';
import { z } from 'astro/zod';
import { writeLedger } from '../../manuscript/address-ledger.ts';
import { genres, type Genre } from '../../newspaper/article.ts';
import type { BylineRole } from '../../newspaper/byline.ts';
import { formatPageNumber } from '../../newspaper/format-page-number.ts';
import { publicationSchema } from '../../newspaper/publication.ts';
import { distinctSlug, slugFromPersonName, slugFromText } from '../../newspaper/slug.ts';
import type { KnownContent, KnownEdition, KnownEntry } from './known-content.ts';

/** A file to be put where there is none: `path` relative to the content folder, with `/`. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** What stands in a new article until somebody writes it; `check` reminds of it (`placeholder-text`). */
export const placeholderBody = '（在这里写正文：一段一个自然段，段与段之间空一行。）';

export interface ArticleAnswers {
  readonly headline: string;
  readonly edition: string;
  readonly page: number;
  readonly genre: Genre;
  readonly section?: string | undefined;
  readonly column?: string | undefined;
  readonly byline?: { readonly name: string; readonly role: BylineRole };
}

/**
 * A new article at the end of its page.
 *
 * @param known gives the next order, a free file name and the columnist of the byline's name
 */
export function newArticle(answers: ArticleAnswers, known: KnownContent): NewFile {
  const { headline, edition, page, genre, section, column, byline } = answers;
  const { slugs, orders } = known.articlesOf(edition, page);
  const order = Math.max(0, ...orders) + 1;
  const slug = distinctSlug(slugFromText(headline) || `article-${formatPageNumber(order)}`, (one) =>
    slugs.has(one),
  );
  const columnist = known.columnists.find(({ name }) => name === byline?.name)?.id;
  const front = {
    kind: genre === 'photo' ? 'photo-news' : 'article',
    genre,
    edition,
    page,
    order,
    section,
    headline,
    column,
    ...(byline === undefined ? {} : { bylines: [{ ...byline, columnist }] }),
    proof: 'unread',
  };
  return {
    path: `articles/${edition}/${formatPageNumber(page)}/${slug}.mdx`,
    text: `---\n${yaml(front)}---\n\n${placeholderBody}\n`,
  };
}

export interface EditionAnswers {
  readonly date: string;
  /** Names of its pages from the first on. */
  readonly pages: readonly string[];
  readonly number?: string | undefined;
}

export function newEdition({ date, pages, number }: EditionAnswers): NewFile {
  return {
    path: `editions/${date}.yaml`,
    text: yaml({
      date,
      dateSource: 'printed',
      ...(number === undefined ? {} : { number: /^[1-9]\d*$/.test(number) ? +number : number }),
      pages: (pages.length === 0 ? [''] : pages).map((name, index) => ({
        number: index + 1,
        name: name || undefined,
      })),
    }),
  };
}

/** @param taken ids of the collection */
export function newColumnist(name: string, taken: ReadonlySet<string>): NewFile {
  const id = distinctSlug(slugFromPersonName(name) || 'columnist', (one) => taken.has(one));
  return { path: `columnists/${id}.yaml`, text: yaml({ name }) };
}

/** @param taken ids of the collection */
export function newColumn(name: string, series: boolean, taken: ReadonlySet<string>): NewFile {
  const id = distinctSlug(joined(name) || 'column', (one) => taken.has(one));
  return { path: `columns/${id}.yaml`, text: yaml({ name, series: series || undefined }) };
}

/**
 * @param order its place in the list of sections, from 1
 * @param taken ids of the collection
 */
export function newSection(name: string, order: number, taken: ReadonlySet<string>): NewFile {
  const id = distinctSlug(joined(name) || 'section', (one) => taken.has(one));
  return { path: `sections/${id}.yaml`, text: yaml({ name, order }) };
}

export interface PaperAnswers {
  readonly name: string;
  readonly language: string;
  readonly timeZone: string;
  readonly address: string;
  /** Of its first edition. */
  readonly date: string;
}

/** What an import put into a folder before there was a publication.yaml. */
export interface BegunPaper {
  readonly sections: readonly KnownEntry[];
  readonly editions: readonly KnownEdition[];
  /** Whether it has an `addresses/` folder. */
  readonly hasLedger: boolean;
}

/**
 * Another newspaper: its publication.yaml with every field explained, a section, an edition, an article.
 *
 * @param begun what the folder holds; of a section and an edition only what is missing is made
 */
export function newPaper(answers: PaperAnswers, begun?: BegunPaper): NewFile[] {
  const chinese = /^zh\b/.test(answers.language);
  const section = newSection(chinese ? '要闻' : 'News', 1, new Set());
  const known = begun?.sections[0]?.id;
  const sectionId = known ?? section.path.slice('sections/'.length, -'.yaml'.length);
  const article = newArticle(
    {
      headline: chinese ? `${answers.name}电子版开版` : `${answers.name} goes online`,
      edition: answers.date,
      page: 1,
      genre: 'news',
      section: sectionId,
    },
    {
      editions: [],
      sections: [],
      columns: [],
      columnists: [],
      articlesOf: () => ({ slugs: new Set(), orders: [] }),
    },
  );
  return [
    { path: 'publication.yaml', text: renderPublication(answers, sectionId) },
    ...(known === undefined ? [section] : []),
    ...(begun === undefined || begun.editions.length === 0
      ? [newEdition({ date: answers.date, pages: [chinese ? '要闻' : 'News'] }), article]
      : []),
    // Kept from the first day: check --fix records in it what is published.
    ...(begun?.hasLedger === true
      ? []
      : [{ path: 'addresses/paper.txt', text: writeLedger([], undefined) }]),
  ];
}

/** What may be written for a field that a new paper leaves out, to be uncommented. */
const publicationSamples: Readonly<Record<string, unknown>> = {
  nameLatin: 'Haigang Daily',
  place: '某省某市',
  publisher: '某报社',
  identifiers: { issn: '1234-5678', cn: 'CN 00-0000' },
  ears: ['今日晴，北风三级'],
  nameplate: { file: 'nameplate.svg', dark: 'nameplate-dark.svg' },
  colours: {
    light: { paper: '#faf7f0', ink: '#1c1815', accent: '#1f4e79' },
    dark: { paper: '#1b1814', ink: '#e6dccb', accent: '#8fb8de' },
  },
  repository: 'https://github.com/owner/repository',
  interactive: ['2024-05-06/01/shuiguan'],
  admin: true,
};

/** Every field of the schema, in its order, each under its description; what is optional is commented out. */
function renderPublication(answers: PaperAnswers, section: string): string {
  const { name, language, timeZone, address } = answers;
  const chinese = /^zh\b/.test(language);
  const given: Readonly<Record<string, unknown>> = {
    name,
    language,
    timeZone,
    address,
    description: chinese ? `${name}的电子版。` : `${name}, the electronic edition.`,
    rights: {
      holder: name,
      notice: chinese
        ? `本站文字和图片的权利属于${name}及各作者。`
        : `Texts and pictures belong to ${name} and their authors.`,
    },
    defaultSection: section,
  };
  const fields = Object.entries(publicationSchema.shape).map(([field, schema]) => {
    const description = descriptionOf(schema);
    const isGiven = field in given;
    const value = isGiven ? given[field] : (publicationSamples[field] ?? sampleOf(schema));
    const entry = yaml({ [field]: value }).trimEnd();
    const lines = isGiven ? entry : entry.replaceAll(/^/gm, '# ');
    return `# ${description}${isGiven ? '' : '（可以不写）'}\n${lines}\n`;
  });
  const title =
    '# 这份报纸。每个字段上面是它的说明；以 # 开头的行不起作用，去掉 # 就是写上。\n# 逐项说明见 docs/another-newspaper.md。';
  return `${title}\n\n${fields.join('\n')}`;
}

/** zod 4 keeps a description on the schema that it was given to: inside optional() and default(). */
function descriptionOf(schema: z.ZodType): string {
  const wrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? schema.unwrap() : undefined;
  return schema.description ?? (wrapped === undefined ? '' : descriptionOf(wrapped as z.ZodType));
}

/** What could stand in a field that has no sample above: a switch turned off, the first of its choices. */
function sampleOf(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return sampleOf(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
    return Object.fromEntries(fields.map(([field, inner]) => [field, sampleOf(inner)]));
  }
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodBoolean) return false;
  if (schema instanceof z.ZodArray) return [];
  return descriptionOf(schema);
}

/** Names of sections and columns as one word, as the importer writes them: `yaowen`. */
function joined(name: string): string {
  const slug = slugFromText(name);
  return /\p{Script=Han}/u.test(name) ? slug.replaceAll('-', '') : slug;
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

export function isGenre(text: string): text is Genre {
  return (genres as readonly string[]).includes(text);
}
