import type { LocalFinding } from '../newspaper/local-finding.ts';
import type { ArticleLink } from '../manuscript/check-article.ts';

/** What a link within the site may lead to: ids as the content folder has them. */
export interface KnownAddresses {
  /** `2022-12-19/01/slug` */
  readonly articles: ReadonlySet<string>;
  /** Page numbers of an edition; undefined where there is no such edition. */
  readonly pagesOf: (date: string) => readonly number[] | undefined;
  readonly lists: Readonly<Record<'sections' | 'columns' | 'columnists', ReadonlySet<string>>>;
  /** `about` */
  readonly sitePages: ReadonlySet<string>;
  /** Where addresses went that moved: `/2022-12-19/01/slug/` to the like. */
  readonly moved: ReadonlyMap<string, string>;
}

/** Folders of the site whose addresses content does not make. */
const ownFolders: ReadonlySet<string> = new Set([
  ...['archive', 'search', 'feeds', 'opds', 'type', '_astro', 'sections', 'columns', 'columnists'],
]);

/**
 * Finds links to pages of this site that are not there. Links to other sites are not asked for.
 *
 * @param from the article's id, or `pages/about`
 * @param base of the site, which an address from the root has in front
 */
export function checkLinks(
  links: readonly ArticleLink[],
  from: string,
  base: string,
  known: KnownAddresses,
): LocalFinding[] {
  const root = base.endsWith('/') ? base : `${base}/`;
  const own = `https://site.invalid${root}${from.replace(/^pages\//, '')}/`;
  return links.flatMap(({ address, line, column }): LocalFinding[] => {
    if (address.startsWith('#') || !URL.canParse(address, own)) return [];
    const { origin, pathname } = new URL(address, own);
    if (origin !== 'https://site.invalid') return [];
    const path = pathname.startsWith(root) ? pathname.slice(root.length) : pathname.slice(1);
    const page = path.replace(/\/(?:index\.html)?$/, '');
    if (isThere(page, known)) return [];
    const target = known.moved.get(`/${page}/`);
    if (target !== undefined) {
      return [
        {
          id: 'link-moved',
          severity: 'review',
          line,
          column,
          excerpt: address,
          message: `/${page}/ 已改为 ${target}，读者要多跳一次`,
          action: `链接改为 ${target}`,
        },
      ];
    }
    return [
      {
        id: 'link-dead',
        severity: 'error',
        line,
        column,
        excerpt: address,
        message: `站内没有 /${path} 这一页`,
        action: '改正地址，或去掉链接只留文字',
      },
    ];
  });
}

function isThere(path: string, known: KnownAddresses): boolean {
  const steps = path.split('/');
  const [first = '', second, third] = steps;
  // Files (feeds, EPUB, Markdown …) come from pages: their names are not kept here.
  if (path === '' || /\.[a-z0-9]+$/.test(steps.at(-1)!)) return true;
  if (/^\d{4}-\d{2}-\d{2}$/.test(first)) {
    const pages = known.pagesOf(first);
    if (pages === undefined) return false;
    if (second === undefined || !/^\d{2,3}$/.test(second)) return true;
    return third === undefined ? pages.includes(Number(second)) : known.articles.has(path);
  }
  if (first === 'sections' || first === 'columns' || first === 'columnists') {
    return second === undefined || known.lists[first].has(second);
  }
  return ownFolders.has(first) || (steps.length === 1 && known.sitePages.has(first));
}
