import type { Archive, ArchivedArticle, ArchivedEdition } from '../archive/archive.ts';
import { articleTitle, pageTitle } from '../archive/article-line.ts';
import { addressOf } from '../newspaper/address.ts';
import { formatPageNumber } from '../newspaper/format-page-number.ts';
import { outputsOf } from '../newspaper/outputs.ts';
import { exportWordingFor } from '../wording/export-wording.ts';
import type { Wording } from '../wording/wording.ts';
import { citationMetaTags, type CitedArticle } from './citation.ts';
import { exportArticle } from './export-article.ts';
import {
  articleData,
  breadcrumbData,
  collectionData,
  issueData,
  newspaperData,
  profileData,
  type Absolute,
  type StructuredData,
} from './json-ld.ts';
import { paperTime } from './paper-time.ts';

/** What programs read in a page's head: search engines, share previews, reference managers. */
export interface PageHead {
  readonly description?: string | undefined;
  readonly structured: readonly StructuredData[];
  readonly openGraph: readonly { readonly property: string; readonly content: string }[];
  readonly meta: readonly { readonly name: string; readonly content: string }[];
  readonly alternates: readonly { readonly type: string; readonly address: string }[];
}

export interface HeadContext {
  readonly archive: Archive;
  readonly wording: Wording;
  readonly absolute: Absolute;
  /** Whether there is type to set share pictures in. */
  readonly hasPictureType: boolean;
}

export interface PageFacts {
  /** Where the page is known, from the site's root. */
  readonly canonical: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Below the paper; the last one is the page. */
  readonly trail?: readonly { readonly text: string; readonly address?: string }[] | undefined;
}

const editionAddress = /^\/(\d{4}-\d{2}-\d{2})\/(?:(\d{2,3})\/(?:([^/]+)\/)?)?$/;
const listAddress = /^\/(sections|columns|columnists)\/([^/]+)\//;

/** An article, as citations name it. */
export function citedArticle(
  { publication }: Archive,
  wording: Wording,
  absolute: Absolute,
  article: ArchivedArticle,
): CitedArticle {
  const { data, slug, id } = article;
  return {
    id,
    headline: articleTitle(wording, article).title,
    deck: data.deck ?? undefined,
    bylines: data.bylines,
    paper: publication.name,
    place: publication.place,
    issn: publication.identifiers?.issn,
    language: publication.language,
    date: data.edition,
    page: data.page,
    address: absolute(addressOf.article({ edition: data.edition, page: data.page, slug })),
  };
}

/** Finds out what stands at an address, and says of it what programs ask. */
export function pageHead(context: HeadContext, facts: PageFacts): PageHead {
  const { archive, absolute } = context;
  const { publication } = archive;
  const kind = kindOf(context, facts);
  const description = facts.description ?? kind.description ?? publication.description;
  const trail = facts.trail ?? [];
  const structured = [
    ...kind.structured,
    ...(trail.length === 0
      ? []
      : [
          breadcrumbData(
            [
              { text: publication.name, address: '/' },
              ...trail.slice(0, -1),
              { text: trail.at(-1)!.text },
            ],
            absolute,
          ),
        ]),
  ];
  const title = facts.title ?? publication.name;
  const { picture } = kind;
  const openGraph: readonly (readonly [string, string | undefined])[] = [
    ['og:type', kind.type],
    ['og:site_name', publication.name],
    ['og:title', title],
    ['og:description', description],
    ['og:url', absolute(facts.canonical)],
    ['og:locale', openGraphLocale(publication.language)],
    ['og:image', picture && absolute(picture)],
    ['og:image:type', picture && 'image/jpeg'],
    ['og:image:width', picture && '1200'],
    ['og:image:height', picture && '630'],
    ['og:image:alt', picture && `${publication.name} ${kind.pictureOf ?? title}`],
    ...(kind.articleTags ?? []),
  ];
  return {
    description: kind.placed?.(description) ?? description,
    structured,
    openGraph: openGraph.flatMap(([property, content]) =>
      content === undefined || content === '' ? [] : [{ property, content }],
    ),
    meta: [
      ...(kind.meta ?? []),
      ...(picture ? [{ name: 'twitter:card', content: 'summary_large_image' }] : []),
    ],
    alternates: kind.alternates ?? [],
  };
}

interface Kind {
  readonly type: 'website' | 'article' | 'profile';
  readonly description?: string | undefined;
  /** The description with what no other page has: openings of articles come again and again. */
  readonly placed?: (description: string) => string;
  readonly structured: readonly StructuredData[];
  /** From the site's root. */
  readonly picture?: string | undefined;
  readonly pictureOf?: string | undefined;
  readonly articleTags?: readonly (readonly [string, string | undefined])[];
  readonly meta?: PageHead['meta'];
  readonly alternates?: PageHead['alternates'];
}

function kindOf(context: HeadContext, facts: PageFacts): Kind {
  const [, date, page, slug] = editionAddress.exec(facts.canonical) ?? [];
  const edition = date === undefined ? undefined : context.archive.editionByDate.get(date);
  if (edition !== undefined) {
    if (page === undefined) return editionKind(context, edition);
    const article = context.archive.articleById.get(`${date}/${page}/${slug}`);
    if (article !== undefined) return articleKind(context, edition, article);
    if (slug === undefined) return pageKind(context, edition, Number(page));
  }
  const [, list, id] = listAddress.exec(facts.canonical) ?? [];
  if (list !== undefined && id !== undefined) return listKind(context, facts, list, id);
  return otherKind(context, facts);
}

function pictureOf({ archive, hasPictureType }: HeadContext, root: string): string | undefined {
  return hasPictureType && outputsOf(archive.publication).sharePictures
    ? addressOf.sharePicture(root)
    : undefined;
}

function headlinesOf(context: HeadContext, articles: readonly ArchivedArticle[]): string[] {
  return articles
    .map((article) => articleTitle(context.wording, article))
    .filter(({ hasHeadline }) => hasHeadline)
    .slice(0, 4)
    .map(({ title }) => title);
}

function editionKind(context: HeadContext, archived: ArchivedEdition): Kind {
  const { archive, wording, absolute } = context;
  const { publication } = archive;
  const { date, number } = archived.edition;
  const outputs = outputsOf(publication);
  const dateText = wording.date.full(date);
  const front = archived.pages.find(({ articles }) => articles.length > 0);
  const picture = pictureOf(context, addressOf.edition(date));
  return {
    type: 'website',
    description: exportWordingFor(publication.language).describe.edition(
      publication.name,
      dateText,
      headlinesOf(context, front?.articles ?? []),
    ),
    structured: [
      issueData(publication, absolute, {
        date,
        number,
        address: absolute(addressOf.edition(date)),
        name: `${publication.name} ${dateText}`,
        picture: picture && absolute(picture),
      }),
    ],
    picture,
    pictureOf: dateText,
    alternates: [
      ...(outputs.editionJson
        ? [{ type: 'application/json', address: addressOf.editionJson(date) }]
        : []),
      ...(outputs.epub === 'none'
        ? []
        : [{ type: 'application/epub+zip', address: addressOf.epub(date) }]),
    ],
  };
}

function pageKind(context: HeadContext, archived: ArchivedEdition, number: number): Kind {
  const { archive, wording, absolute } = context;
  const { publication } = archive;
  const { date } = archived.edition;
  const found = archived.pages.find(({ page }) => page.number === number);
  const title = pageTitle(wording, found?.page ?? { number });
  return {
    type: 'website',
    description: exportWordingFor(publication.language).describe.page(
      publication.name,
      wording.date.full(date),
      title,
      headlinesOf(context, found?.articles ?? []),
    ),
    structured: [
      collectionData({
        name: title,
        address: absolute(addressOf.page(date, number)),
        partOf: `${absolute('/')}#newspaper`,
      }),
    ],
    picture: pictureOf(context, addressOf.edition(date)),
    pictureOf: wording.date.full(date),
  };
}

function articleKind(
  context: HeadContext,
  archived: ArchivedEdition,
  article: ArchivedArticle,
): Kind {
  const { archive, wording, absolute } = context;
  const { publication } = archive;
  const { date } = archived.edition;
  const outputs = outputsOf(publication);
  const picture = pictureOf(context, addressOf.edition(date));
  // The body is not asked for: only its lead-in is said here.
  const exported = exportArticle(archive, wording, absolute, article, { html: '', pictures: [] });
  const place = { edition: date, page: article.data.page, slug: article.slug };
  return {
    type: 'article',
    description: article.excerpt || exported.title,
    placed: (opening) =>
      exportWordingFor(publication.language).describe.article(
        opening || exported.title,
        wording.date.full(date),
        wording.page.title(formatPageNumber(article.data.page)),
        article.data.order,
      ),
    structured: [
      articleData(publication, exported, {
        issue: absolute(addressOf.edition(date)),
        picture: picture && absolute(picture),
        leadIn: article.body.leadIn,
      }),
    ],
    picture,
    pictureOf: wording.date.full(date),
    articleTags: [
      ['article:published_time', paperTime(date, publication.timeZone)],
      ['article:modified_time', paperTime(exported.updated, publication.timeZone)],
      ['article:section', exported.section?.name],
    ],
    meta: citationMetaTags(citedArticle(archive, wording, absolute, article)),
    alternates: [
      ...(outputs.articleMarkdown
        ? [{ type: 'text/markdown', address: addressOf.articleMarkdown(place) }]
        : []),
      ...(outputs.articleJson
        ? [{ type: 'application/json', address: addressOf.articleJson(place) }]
        : []),
    ],
  };
}

function listKind(context: HeadContext, facts: PageFacts, list: string, id: string): Kind {
  const { archive, absolute } = context;
  const address = absolute(facts.canonical);
  const partOf = `${absolute('/')}#newspaper`;
  const person = list === 'columnists' ? archive.columnists.get(id) : undefined;
  if (person !== undefined) {
    const { description } = person.columnist;
    return {
      type: 'profile',
      description,
      structured: [profileData({ ...person.columnist, address })],
    };
  }
  const section = list === 'sections' ? archive.sections.get(id) : undefined;
  const column = list === 'columns' ? archive.columns.get(id) : undefined;
  const name = section?.section.name ?? column?.column.name ?? facts.title ?? '';
  const description = section?.section.description ?? column?.column.description;
  return {
    type: 'website',
    description,
    structured: [collectionData({ name, address, description, partOf })],
    picture: section && pictureOf(context, addressOf.section(id)),
    pictureOf: name,
  };
}

function otherKind({ archive, absolute }: HeadContext, { canonical, title }: PageFacts): Kind {
  const { publication } = archive;
  const { describe } = exportWordingFor(publication.language);
  return {
    type: 'website',
    description: title === undefined ? undefined : describe.index(publication.name, title),
    structured:
      canonical === '/'
        ? [
            {
              '@context': 'https://schema.org',
              ...(newspaperData(publication, absolute) as object),
            } as StructuredData,
          ]
        : [],
  };
}

/** `zh_CN`, as Open Graph writes locales: language and the country where it is mostly spoken. */
function openGraphLocale(language: string): string {
  let locale = locales.get(language);
  if (locale === undefined) {
    locale = findLocale(language);
    locales.set(language, locale);
  }
  return locale;
}

const locales = new Map<string, string>();

function findLocale(language: string): string {
  const { language: code, region } = new Intl.Locale(language).maximize();
  return region === undefined ? code : `${code}_${region}`;
}
