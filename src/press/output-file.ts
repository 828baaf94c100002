/** What Astro calls a route that gives a page of HTML, or a file of any other kind. */
export type PrintedRouteType = 'page' | 'endpoint';

/** Error pages are files that servers look for by this name. */
const errorPages: ReadonlySet<string> = new Set(['404', '500']);

/**
 * Where a route's page is written, as Astro writes it with `build.format: 'directory'`
 * (astro/dist/core/output-filename.js).
 *
 * @param type of the route
 * @param pathname of one of its pages, with or without slashes around it
 * @returns below the output folder, with `/`; undefined for what the press does not print
 */
export function outputFile(type: string, pathname: string): string | undefined {
  const path = pathname.replace(/^\/+/, '');
  if (type === 'endpoint') return path;
  if (type !== 'page') return undefined;
  const bare = path.replace(/\/+$/, '');
  if (bare === '') return 'index.html';
  return errorPages.has(bare) ? `${bare}.html` : `${bare}/index.html`;
}

/**
 * The address under which a page is asked for while it is printed, as Astro asks with
 * `trailingSlash: 'always'` (astro/dist/core/build/generate.js, getUrlForPath).
 *
 * @param origin of the site
 * @param base of the site, with or without its closing slash
 */
export function requestAddress(origin: string, base: string, type: string, pathname: string): URL {
  const root = base.replace(/\/+$/, '');
  const path = pathname.replace(/^\/+/, '').replace(/\/+$/, '');
  const ending = path === '' || (type === 'endpoint' && /\.[^/]+$/.test(path)) ? '' : '/';
  return new URL(`${root}/${path}${ending}`, origin);
}
