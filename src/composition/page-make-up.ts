import type { ArchivedPage } from '../archive/archive.ts';
import type { PageView } from '../archive/edition-view.ts';
import type { Publication } from '../newspaper/publication.ts';
import { checkLayout } from '../newspaper/check-layout.ts';
import { printedCorner } from './printed-cuts.ts';
import type { SheetOptions } from './compose-page.ts';
import { enclosureOf, type Enclosure } from './composed-item.ts';
import { byRank } from './headline-sizes.ts';
import { pageCuts } from './page-cuts.ts';
import { pageItems } from './page-items.ts';
import { pageThumbnail, type PageThumbnail } from './page-thumbnail.ts';
import { sheetStyle } from './sheet-style.ts';
import { unheededHints, type UnheededHint } from './unheeded-hints.ts';

/** What stays of the compositions of a page when it is printed: a few kilobytes. */
export interface PageMakeUp {
  /** CSS: where each article stands at each width of the window, and on paper. */
  readonly style: string;
  /** Where the lead stands: as the paper says, else as on the printed page. */
  readonly corner: SheetOptions['lead'];
  /** Index of the article with the greatest weight. */
  readonly lead: number | undefined;
  /** By article, in reading order. */
  readonly enclosures: readonly Enclosure[];
  readonly thumbnail: PageThumbnail | undefined;
  /** Columns of the sheets that it is set on, each once. */
  readonly columns: readonly number[];
  readonly unheeded: readonly UnheededHint[];
}

const known = new WeakMap<ArchivedPage, PageMakeUp>();

/**
 * Composes a page of the archive, once: the page itself and the front of its edition both show it.
 *
 * @param view of that page
 * @param publication its language, and where the lead stands
 */
export function pageMakeUp(
  page: ArchivedPage,
  view: () => PageView,
  { language, lead }: Pick<Publication, 'language' | 'lead'>,
): PageMakeUp {
  let made = known.get(page);
  if (made === undefined) {
    const { articles, layout, printed } = view();
    const items = pageItems(articles, language, layout, printed);
    const corner = lead ?? printedCorner(items);
    const cuts = pageCuts(items, corner);
    const paper = cuts.paper;
    const sheets = new Map(
      [...cuts.screen.map(({ composition }) => composition), ...(paper ? [paper] : [])].map(
        (composition) => [composition.columns, composition],
      ),
    );
    // What no page could do has been told by the check of the files, with a better reason.
    const refused = checkLayout(
      page.articles.map(({ slug, data }) => ({ ...data, slug })),
      layout,
      corner,
    );
    made = {
      style: sheetStyle(cuts.screen, paper),
      lead: byRank(items)[0],
      corner,
      enclosures: items.map(enclosureOf),
      thumbnail: paper && pageThumbnail(items, paper),
      columns: [...sheets.keys()],
      unheeded: unheededHints(items, [...sheets.values()], corner).filter(
        ({ id, field }) => !refused.some((one) => one.slug === id && one.field === field),
      ),
    };
    known.set(page, made);
  }
  return made;
}
