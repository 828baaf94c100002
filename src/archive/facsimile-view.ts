import { addressOf } from '../newspaper/address.ts';
import type { PageZones } from '../newspaper/zones.ts';
import type { Wording } from '../wording/wording.ts';
import type { Archive, ArchivedEdition, ArchivedPage, Facsimile } from './archive.ts';
import { articleLine, pageLink, type ArticleLine, type Link } from './article-line.ts';
import { showsFacsimile } from './shows-facsimile.ts';
import { pageFrame, type PageFrame } from './edition-view.ts';

/** An article on the scan. */
export interface FacsimileZone {
  readonly slug: string;
  readonly line: ArticleLine;
  /** In the units of `FacsimileView.size`. */
  readonly boxes: PageZones['zones'][number]['boxes'];
}

/** The scan of a page, with its articles where they were printed. */
export interface FacsimileView extends PageFrame {
  readonly scan: NonNullable<Facsimile['picture']>;
  /** Widths of the pictures that are made of the scan, in pixels, the smallest first. */
  readonly widths: readonly number[];
  readonly size: PageZones['size'];
  /** In reading order. */
  readonly zones: readonly FacsimileZone[];
  /** Articles of the page that have no zone. */
  readonly others: readonly ArticleLine[];
  readonly composed: Link;
}

/** A telephone, a window, a window on a screen of two pixels a point or a step closer; none wider than the scan. */
const scanWidths = [800, 1600, 2600] as const;

/** Of a page that has a scan. */
export function facsimileWidths({ picture }: Facsimile): number[] {
  return [...new Set(scanWidths.map((width) => Math.min(width, picture!.width)))];
}

/** @param archivedPage one that has a facsimile */
export function facsimileView(
  archive: Archive,
  wording: Wording,
  archived: ArchivedEdition,
  archivedPage: ArchivedPage,
): FacsimileView {
  const { page, articles, facsimile } = archivedPage;
  const { date } = archived.edition;
  const { picture, size, zones } = facsimile!;
  const boxesOf = new Map(zones.map(({ article, boxes }) => [article, boxes]));
  return {
    // The scan of another page, or the page itself where it has none.
    ...pageFrame(wording, archived, archivedPage, (other) => ({
      ...pageLink(wording, date, other.page),
      ...(showsFacsimile(archive, other) && {
        address: addressOf.facsimile(date, other.page.number),
      }),
    })),
    scan: picture!,
    widths: facsimileWidths(facsimile!),
    size,
    zones: articles.flatMap((article) => {
      const boxes = boxesOf.get(article.slug);
      return boxes === undefined
        ? []
        : [{ slug: article.slug, line: articleLine(archive, wording, article), boxes }];
    }),
    others: articles
      .filter(({ slug }) => !boxesOf.has(slug))
      .map((article) => articleLine(archive, wording, article)),
    composed: pageLink(wording, date, page),
  };
}
