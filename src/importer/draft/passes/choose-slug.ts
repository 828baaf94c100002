import { distinctSlug, slugFromText } from '../../../newspaper/slug.ts';
import type { LineRange } from '../../page/block.ts';
import type { KnownArticle } from '../../page/known-paper.ts';
import type { DraftPass, DraftSheet } from '../draft-sheet.ts';

export const chooseSlug: DraftPass = {
  id: 'choose-slug',
  why: 'An article that stands in content/ keeps its address, whatever its headline is now.',
  run(sheet) {
    const { known, taken } = sheet.context;
    const reserved = new Set(known.map((one) => one.slug));
    const slug =
      findStanding(sheet)?.slug ??
      distinctSlug(newSlug(sheet), (one) => taken.has(one) || reserved.has(one));
    taken.add(slug);
    sheet.slug = slug;
  },
};

/** The article of content/ that the item is. Lines first: a page may print one headline twice. */
function findStanding({ context, headline, lines }: DraftSheet): KnownArticle | undefined {
  const open = context.known.filter((one) => !context.taken.has(one.slug));
  const sameHeadline = open.filter((one) => headline !== undefined && one.headline === headline);
  return (
    sameHeadline.find((one) => one.lines && overlap(one.lines, lines) > 0) ??
    open.find((one) => one.lines && isMostly(one.lines, lines)) ??
    sameHeadline.find((one) => !one.lines || sameHeadline.length === 1)
  );
}

function newSlug({ headline, isPhoto, order }: DraftSheet): string {
  return (
    (headline === undefined ? '' : slugFromText(headline)) ||
    `${isPhoto ? 'photo' : 'article'}-${String(order).padStart(2, '0')}`
  );
}

type Lines = NonNullable<KnownArticle['lines']>;

function overlap([first, last]: Lines, lines: LineRange): number {
  return Math.min(last, lines.last) - Math.max(first, lines.first) + 1;
}

function isMostly([first, last]: Lines, lines: LineRange): boolean {
  const longer = Math.max(last - first, lines.last - lines.first) + 1;
  return overlap([first, last], lines) * 2 > longer;
}
