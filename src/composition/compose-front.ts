import type { FrontItem, FrontParagraph } from '../archive/edition-view.ts';
import { headlineSegments } from '../typography/headline-segments.ts';
import { composePage, type ComposedModule, type SheetOptions } from './compose-page.ts';
import { enclosureOf, type ComposedItem, type Enclosure } from './composed-item.ts';
import { byRank } from './headline-sizes.ts';
import { bylineText, pictureFacts } from './page-items.ts';
import { openingParagraphs } from './opening-paragraphs.ts';
import { leading } from './sheet-grid.ts';
import type { SheetCut } from './sheet-style.ts';

/** An article on a front: as much of its text as there is room for. */
export interface FrontPlace {
  readonly item: FrontItem;
  readonly texts: readonly FrontParagraph[];
  /** False where anything of the article stands elsewhere only: text, a picture, a table. */
  readonly whole: boolean;
  readonly enclosure: Enclosure;
  readonly isLead: boolean;
}

export interface ComposedFront {
  /** In reading order. */
  readonly places: readonly FrontPlace[];
  readonly cuts: readonly SheetCut[];
}

/** Characters of text that an item opens with, by its weight; every later one has the last. */
const openings = [560, 340, 280, 240, 210, 190, 170, 150, 130] as const;
const widths = [
  { columns: 6, from: 76 },
  { columns: 4, from: 54, to: 76 },
  { columns: 3, from: 40, to: 54 },
] as const;

/**
 * Sets the front of an edition by the rules that set its pages, with the openings of its articles:
 * each is cut to its weight, the widest sheet is composed, and what room is left in a module is filled
 * with more of its text (copyfitting). Narrower sheets are composed of the same openings.
 *
 * @param items in reading order; at least one
 * @param language BCP 47, of the paper
 * @param lead the corner where the lead stands
 */
export function composeFront(
  items: readonly FrontItem[],
  language: string,
  lead?: SheetOptions['lead'],
): ComposedFront {
  const bare = items.map((item) => frontItem(item, language, []));
  const ranks = byRank(bare);
  const limits = items.map((_item, index) => {
    const place = ranks.indexOf(index);
    return place < 0 ? Infinity : openings[Math.min(place, openings.length - 1)]!;
  });
  const opened = items.map(({ paragraphs }, index) =>
    openingParagraphs(paragraphs, limits[index]!),
  );
  const composed = opened.map(({ texts, whole }, index) =>
    withTexts(bare[index]!, texts, whole && items[index]!.isAll),
  );
  const [wide, ...narrow] = widths;
  const columns = items.length < 3 ? 4 : wide.columns;
  const widest = composePage(composed, { columns, lead });
  const fitted = items.map(({ paragraphs }, index) => {
    const room = roomIn(widest.modules[index]!);
    const length = opened[index]!.texts.reduce((sum, { text }) => sum + text.length, 0);
    return room < 20 || opened[index]!.whole
      ? opened[index]!
      : openingParagraphs(paragraphs, length + room);
  });
  const final = fitted.map(({ texts, whole }, index) =>
    withTexts(bare[index]!, texts, whole && items[index]!.isAll),
  );
  return {
    places: fitted.map(({ texts, whole }, index) => ({
      item: items[index]!,
      texts,
      whole: whole && items[index]!.isAll,
      enclosure: enclosureOf(bare[index]!),
      isLead: index === ranks[0],
    })),
    cuts: [
      { composition: widest, from: wide.from },
      ...narrow.map((cut) => ({
        composition: composePage(final, { columns: cut.columns, lead }),
        from: cut.from,
        to: cut.to,
      })),
    ],
  };
}

/** Characters that would fit below the text of a module, less a line for what cannot be torn. */
function roomIn({ slack, columns, shape }: ComposedModule): number {
  const lines = Math.floor(Math.max(0, slack - 0.6) / leading) * columns + shape.facts.raggedLines;
  return Math.max(0, Math.floor((lines - 1) * shape.facts.measure));
}

function frontItem(
  item: FrontItem,
  language: string,
  texts: readonly FrontParagraph[],
): ComposedItem {
  const { line, article } = item;
  return withTexts(
    {
      id: article.slug,
      rank: item.rank,
      kind: line.kind,
      genre: line.genre,
      headline: line.hasHeadline ? headlineSegments(line.title, language) : [],
      kicker: line.kicker,
      deck: line.deck,
      byline: bylineText(printedBylines(item)),
      column: line.column && {
        id: line.column.address,
        hasParent: line.column.parentLabel !== undefined,
      },
      blocks: [],
      figures: article.data.images.slice(0, 1).map(pictureFacts),
      pictureMissing: item.pictureMissing,
      tailLines: 0,
    },
    texts,
    true,
  );
}

function withTexts(
  item: ComposedItem,
  texts: readonly FrontParagraph[],
  whole: boolean,
): ComposedItem {
  return {
    ...item,
    blocks: texts.map(({ text }) => ({ kind: 'paragraph', texts: [text] })),
    tailLines: whole ? 0 : 1,
  };
}

/** The lead-in already names the reporters: printing them again above the text is not done. */
export function printedBylines({ line, leadIn }: FrontItem): FrontItem['line']['bylines'] {
  return line.bylines.filter((group) => !group.names.every(({ name }) => leadIn?.includes(name)));
}
