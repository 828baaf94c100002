import type {
  BreadcrumbList,
  CollectionPage,
  NewsArticle,
  Newspaper,
  Person,
  ProfilePage,
  PublicationIssue,
  WithContext,
} from 'schema-dts';
import type { Publication } from '../newspaper/publication.ts';
import type { ExportedArticle } from './export-article.ts';
import { paperTime } from './paper-time.ts';
import { writeJson } from './write-json.ts';

/** Makes an absolute address of one that begins at the site's root. */
export type Absolute = (address: string) => string;

export type StructuredData =
  | WithContext<Newspaper>
  | WithContext<PublicationIssue>
  | WithContext<NewsArticle>
  | WithContext<BreadcrumbList>
  | WithContext<ProfilePage>
  | WithContext<CollectionPage>;

const context = 'https://schema.org';

/** The paper itself; `@id` is how issues and articles refer to it. */
export function newspaperData(publication: Publication, absolute: Absolute): Newspaper {
  const { name, nameLatin, description, language, publisher, rights, identifiers, place } =
    publication;
  return {
    '@type': 'Newspaper',
    '@id': `${absolute('/')}#newspaper`,
    name,
    ...(nameLatin === undefined ? {} : { alternateName: nameLatin }),
    description,
    url: absolute('/'),
    inLanguage: language,
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: publisher ?? rights.holder,
      ...(place === undefined ? {} : { location: place }),
    },
    copyrightHolder: { '@type': 'Organization', name: rights.holder },
    ...(identifiers?.issn === undefined ? {} : { issn: identifiers.issn }),
  };
}

interface IssueFacts {
  readonly date: string;
  readonly number?: string | number | undefined;
  readonly address: string;
  readonly name: string;
  readonly picture?: string | undefined;
}

export function issueData(
  publication: Publication,
  absolute: Absolute,
  { date, number, address, name, picture }: IssueFacts,
): WithContext<PublicationIssue> {
  return {
    '@context': context,
    '@type': 'PublicationIssue',
    '@id': address,
    url: address,
    name,
    datePublished: date,
    inLanguage: publication.language,
    isPartOf: newspaperData(publication, absolute),
    ...(number === undefined ? {} : { issueNumber: number }),
    ...(picture === undefined ? {} : { image: picture }),
  };
}

/**
 * An article: where it was printed (`printPage`, `printSection`), who wrote it, who took its
 * pictures (`creditText`), and the line that says from where it was sent (`dateline`). A lead-in that
 * only names the paper (本报讯) is no dateline.
 */
export function articleData(
  publication: Publication,
  article: ExportedArticle,
  more: {
    readonly issue: string;
    readonly picture?: string | undefined;
    readonly leadIn?: string | undefined;
  },
): WithContext<NewsArticle> {
  const { bylines, date, updated, corrections } = article;
  const writers = bylines.filter(({ role }) => role !== 'photographer' && role !== 'translator');
  const credits = bylines.filter(({ role }) => role === 'photographer').map(({ name }) => name);
  const translators = bylines.filter(({ role }) => role === 'translator');
  const person = ({ name, address }: (typeof bylines)[number]): Person => ({
    '@type': 'Person',
    name,
    ...(address === undefined ? {} : { url: address }),
  });
  const time = (day: typeof date): string => paperTime(day, publication.timeZone);
  const dateline = datelineOf(more.leadIn);
  return {
    '@context': context,
    '@type': 'NewsArticle',
    '@id': article.address,
    url: article.address,
    mainEntityOfPage: article.address,
    headline: article.title,
    ...(article.deck ? { alternativeHeadline: article.deck } : {}),
    description: article.description || article.title,
    inLanguage: publication.language,
    datePublished: time(date),
    dateModified: time(updated),
    ...(writers.length === 0 ? {} : { author: writers.map(person) }),
    ...(translators.length === 0 ? {} : { translator: translators.map(person) }),
    ...(credits.length === 0 ? {} : { creditText: credits.join(' ') }),
    ...(dateline === undefined ? {} : { dateline }),
    genre: article.genreName,
    ...(article.section === undefined ? {} : { articleSection: article.section.name }),
    printPage: String(article.page.number),
    ...(article.pageName === undefined ? {} : { printSection: article.pageName }),
    printEdition: article.dateText,
    ...(more.picture === undefined ? {} : { image: more.picture }),
    isPartOf: { '@type': 'PublicationIssue', '@id': more.issue, datePublished: date },
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: publication.publisher ?? publication.name,
    },
    copyrightHolder: { '@type': 'Organization', name: publication.rights.holder },
    isAccessibleForFree: true,
    ...(corrections.length === 0
      ? {}
      : { correction: corrections.map((correction) => `${correction.date} ${correction.text}`) }),
  };
}

function datelineOf(leadIn: string | undefined): string | undefined {
  return leadIn === undefined || /^本[报報]/.test(leadIn) ? undefined : leadIn;
}

/** @param trail from the paper down; the last one is the page itself */
export function breadcrumbData(
  trail: readonly { readonly text: string; readonly address?: string | undefined }[],
  absolute: Absolute,
): WithContext<BreadcrumbList> {
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ text, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: text,
      ...(address === undefined ? {} : { item: absolute(address) }),
    })),
  };
}

export function profileData(person: {
  readonly name: string;
  readonly address: string;
  readonly description?: string | undefined;
  readonly affiliation?: string | undefined;
  readonly aliases: readonly string[];
  /** Addresses of the same person elsewhere. */
  readonly sameAs?: readonly string[] | undefined;
  /** Tells the person from others of the name. */
  readonly disambiguation?: string | undefined;
}): WithContext<ProfilePage> {
  const { name, address, description, affiliation, aliases, sameAs = [], disambiguation } = person;
  return {
    '@context': context,
    '@type': 'ProfilePage',
    url: address,
    mainEntity: {
      '@type': 'Person',
      name,
      url: address,
      ...(description === undefined ? {} : { description }),
      ...(affiliation === undefined
        ? {}
        : { affiliation: { '@type': 'Organization', name: affiliation } }),
      ...(aliases.length === 0 ? {} : { alternateName: [...aliases] }),
      ...(disambiguation === undefined ? {} : { disambiguatingDescription: disambiguation }),
      ...(sameAs.length === 0 ? {} : { sameAs: [...sameAs] }),
    },
  };
}

export function collectionData(page: {
  readonly name: string;
  readonly address: string;
  readonly description?: string | undefined;
  readonly partOf: string;
}): WithContext<CollectionPage> {
  const { name, address, description, partOf } = page;
  return {
    '@context': context,
    '@type': 'CollectionPage',
    name,
    url: address,
    ...(description === undefined ? {} : { description }),
    isPartOf: { '@id': partOf, '@type': 'Newspaper' },
  };
}

/**
 * Writes data as it may stand in a `script` element: no `<` at all, so that neither `</script>` nor
 * `<!--` can end or hide it (HTML, 4.12.1.3).
 */
export function writeScriptData(data: unknown): string {
  return writeJson(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
