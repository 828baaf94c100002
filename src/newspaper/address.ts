import { formatPageNumber } from './page.ts';

/** Addresses of the site, from the root `/`; `withBase` puts them under a base path. */
export const addressOf = {
  front: (): string => '/',
  edition: (date: string): string => `/${date}/`,
  /** All texts of an edition, to be read through or printed. */
  booklet: (date: string): string => `/${date}/booklet/`,
  page: (date: string, page: number): string => `/${date}/${formatPageNumber(page)}/`,
  article: (place: { edition: string; page: number; slug: string }): string =>
    `/${place.edition}/${formatPageNumber(place.page)}/${place.slug}/`,
  sections: (): string => '/sections/',
  section: (id: string, listPage?: number): string => listAddress(`/sections/${id}/`, listPage),
  columns: (): string => '/columns/',
  column: (id: string, listPage?: number): string => listAddress(`/columns/${id}/`, listPage),
  columnists: (): string => '/columnists/',
  columnist: (id: string, listPage?: number): string => listAddress(`/columnists/${id}/`, listPage),
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
