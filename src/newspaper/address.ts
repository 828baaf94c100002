import { formatPageNumber } from './format-page-number.ts';

export const feedFormats = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** A feed's file name below the address of what it follows. */
export const feedFiles: Readonly<Record<FeedFormat, string>> = {
  rss: 'feed.xml',
  atom: 'atom.xml',
  json: 'feed.json',
};

/** Addresses of the site, from the root `/`; `withBase` puts them under a base path. */
export const addressOf = {
  front: (): string => '/',
  edition: (date: string): string => `/${date}/`,
  /** All texts of an edition, to be read through or printed. */
  booklet: (date: string): string => `/${date}/booklet/`,
  page: (date: string, page: number): string => `/${date}/${formatPageNumber(page)}/`,
  /** The scan of a page, with links to its articles. */
  facsimile: (date: string, page: number): string =>
    `/${date}/facsimile/${formatPageNumber(page)}/`,
  /** The same as a picture, so many pixels wide. */
  scan: (date: string, page: number, width: number): string =>
    `/${date}/facsimile/${formatPageNumber(page)}-${width}.webp`,
  article: (place: { edition: string; page: number; slug: string }): string =>
    `/${place.edition}/${formatPageNumber(place.page)}/${place.slug}/`,
  sections: (): string => '/sections/',
  section: (id: string, listPage?: number): string => listAddress(`/sections/${id}/`, listPage),
  columns: (): string => '/columns/',
  column: (id: string, listPage?: number): string => listAddress(`/columns/${id}/`, listPage),
  columnists: (): string => '/columnists/',
  columnist: (id: string, listPage?: number): string => listAddress(`/columnists/${id}/`, listPage),
  /** A feed of whatever lives at an address: `/`, a section, a column, a person, a page's name. */
  feed: (root: string, format: FeedFormat): string => `${root}${feedFiles[format]}`,
  articleMarkdown: (place: { edition: string; page: number; slug: string }): string =>
    `/${place.edition}/${formatPageNumber(place.page)}/${place.slug}.md`,
  articleJson: (place: { edition: string; page: number; slug: string }): string =>
    `/${place.edition}/${formatPageNumber(place.page)}/${place.slug}.json`,
  /** The whole edition as one JSON document, and the schema of such documents. */
  editionJson: (date: string): string => `/${date}/edition.json`,
  editionSchema: (): string => '/edition.schema.json',
  /** An edition's texts with their checksums, for libraries. */
  bag: (date: string): string => `/${date}/bag.zip`,
  sitemapIndex: (): string => '/sitemap-index.xml',
  sitemap: (part: string): string => `/sitemaps/${part}.xml`,
  /** The whole edition as an e-book. */
  epub: (date: string): string => `/${date}/edition.epub`,
  /** What a link to an edition or a section shows where it is shared. */
  sharePicture: (root: string): string => `${root}share.jpg`,
  opdsRoot: (): string => '/opds/',
  /** OPDS 1.2; a numbered one holds older editions. */
  opdsXml: (part?: string): string =>
    part === undefined ? '/opds/catalog.xml' : `/opds/${part}/catalog.xml`,
  /** OPDS 2.0. */
  opdsJson: (part?: string): string =>
    part === undefined ? '/opds/catalog.json' : `/opds/${part}/catalog.json`,
  /** The list of all feeds, for people. */
  feeds: (): string => '/feeds/',
  /** All editions' pages that bear one name; only feeds are there. */
  pageName: (id: string): string => `/page-names/${id}/`,
  search: (): string => '/search/',
  archive: (): string => '/archive/',
  archiveYear: (year: string): string => `/archive/${year}/`,
  archiveMonth: (year: string, month: string): string => `/archive/${year}/${month}/`,
} as const;

/** List pages are numbered from the oldest; the newest, undivided one is the bare address. */
function listAddress(root: string, listPage: number | undefined): string {
  return listPage === undefined ? root : `${root}${listPage}/`;
}

/**
 * Puts an address of the site under its base path.
 *
 * @param base `/`, `/paper` or `/paper/`, as `import.meta.env.BASE_URL` gives it
 * @param address begins with `/`
 */
export function withBase(base: string, address: string): string {
  return base.replace(/\/+$/, '') + address;
}
