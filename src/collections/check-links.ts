import { findingWords } from '../newspaper/finding-words.ts';
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
  /** How many paragraphs an article has; undefined where that is not known. */
  readonly paragraphsOf: (id: string) => number | undefined;
  /** Where addresses went that moved: `/2022-12-19/01/slug/` to the like. */
  readonly moved: ReadonlyMap<string, string>;
}

/** Folders of the site whose addresses content does not make. */
const ownFolders: ReadonlySet<string> = new Set([
  ...['archive', 'search', 'feeds', 'opds', 'type', '_astro', 'sections', 'columns', 'columnists'],
]);

/** Those that lead to the paper itself: links to other sites are not asked for. */
export function linksWithinSite(links: readonly ArticleLink[], base: string): ArticleLink[] {
  return links.filter(({ address }) => resolveWithinSite(address, '', base) !== undefined);
}

/** Path below the base and fragment, of an address as it stands on the page `from`. */
function resolveWithinSite(
  address: string,
  from: string,
  base: string,
): { readonly path: string; readonly fragment: string } | undefined {
  const root = base.endsWith('/') ? base : `${base}/`;
  const own = `https://site.invalid${root}${from}/`;
  if (!URL.canParse(address, own)) return undefined;
  const { origin, pathname, hash } = new URL(address, own);
  if (origin !== 'https://site.invalid') return undefined;
  return {
    path: pathname.startsWith(root) ? pathname.slice(root.length) : pathname.slice(1),
    fragment: hash,
  };
}

/**
 * Finds links to pages of this site, and to paragraphs of articles (`#p9`), that are not there.
 *
 * @param links within the site
 * @param from the article's id, or `pages/about`
 * @param base of the site, which an address from the root has in front
 */
export function checkLinks(
  links: readonly ArticleLink[],
  from: string,
  base: string,
  known: KnownAddresses,
): LocalFinding[] {
  const own = from.replace(/^pages\//, '');
  return links.flatMap(({ address, line, column }): LocalFinding[] => {
    const resolved = resolveWithinSite(address, own, base);
    if (resolved === undefined) return [];
    const { path, fragment } = resolved;
    const page = path.replace(/\/(?:index\.html)?$/, '');
    const place = { line, column, excerpt: address };
    if (isThere(page, known)) {
      const paragraph = /^#p(\d+)$/.exec(fragment)?.[1];
      const paragraphs = paragraph === undefined ? undefined : known.paragraphsOf(page);
      if (paragraphs === undefined || (Number(paragraph) > 0 && Number(paragraph) <= paragraphs)) {
        return [];
      }
      return [
        {
          id: 'link-paragraph',
          severity: 'review',
          ...place,
          ...findingWords(
            {
              zh: `/${page}/ 只有 ${paragraphs} 段，没有 ${fragment}`,
              en: `/${page}/ has ${paragraphs} paragraphs only, and no ${fragment}`,
            },
            {
              zh: '改正段号：段落从 #p1 数起',
              en: 'Mend the number: paragraphs are counted from #p1',
            },
          ),
        },
      ];
    }
    const target = known.moved.get(`/${page}/`);
    if (target !== undefined) {
      return [
        {
          id: 'link-moved',
          severity: 'review',
          ...place,
          ...findingWords(
            {
              zh: `/${page}/ 已改为 ${target}，读者要多跳一次`,
              en: `/${page}/ has become ${target}; readers take one step more`,
            },
            { zh: `链接改为 ${target}`, en: `Change the link to ${target}` },
          ),
        },
      ];
    }
    return [
      {
        id: 'link-dead',
        severity: 'error',
        ...place,
        ...findingWords(
          { zh: `站内没有 /${path} 这一页`, en: `The site has no page /${path}` },
          {
            zh: '改正地址，或去掉链接只留文字',
            en: 'Mend the address, or keep the text without a link',
          },
        ),
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
