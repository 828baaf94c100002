import { zonesSchema, type PageZones } from '../../newspaper/zones.ts';
import type { ArticleDraft } from '../page/article-draft.ts';
import { isAlto } from '../segment/read-alto.ts';
import { locateBlocks } from './locate-blocks.ts';
import type { PrintedPage } from './printed-page.ts';
import { joinBoxes, readAltoBoxes } from './read-alto-boxes.ts';
import { readLayoutJson } from './read-layout-json.ts';
import { zoneArticles } from './zone-articles.ts';

/** What is known of a page besides its text. */
export interface PagePlaces {
  /** Texts of the JSON files beside the input. */
  readonly layouts: readonly string[];
  /** Which page of the input it is, from 0. */
  readonly index: number;
  /** Name of its scan in content/, and its size in pixels. */
  readonly scan?:
    { readonly name: string; readonly size: readonly [width: number, height: number] } | undefined;
}

/**
 * Says where the articles of a page stand on the printed page, from what the input itself tells: ALTO
 * has places in it, MinerU and PaddleOCR write them into a file beside.
 *
 * @param source text of the page
 * @returns undefined where nothing tells of places
 */
export function zonePage(
  source: string,
  articles: readonly ArticleDraft[],
  { layouts, index, scan }: PagePlaces,
): PageZones | undefined {
  const printed = readPlaces(source, layouts, index);
  if (printed === undefined) return undefined;
  const zones = zoneArticles(articles, locateBlocks(source, printed.blocks));
  if (zones.length === 0) return undefined;
  const [width, height] = printed.size ?? scan?.size ?? extentOf(printed);
  // Numbers that no page has are no places: the check would refuse the file.
  return zonesSchema.safeParse({
    ...(scan && { scan: scan.name }),
    size: [width, height],
    zones,
  }).data;
}

function readPlaces(
  source: string,
  layouts: readonly string[],
  index: number,
): PrintedPage | undefined {
  if (isAlto(source)) return readAltoBoxes(source);
  for (const text of layouts) {
    const printed = readLayoutJson(text, index);
    if (printed !== undefined) return printed;
  }
  return undefined;
}

/** Where nothing says how large the page is: as far as its print goes, and as much white after it as before. */
function extentOf({ blocks }: PrintedPage): [number, number] {
  const [left, top, width, height] = joinBoxes(blocks.map(({ box }) => box))!;
  return [width + 2 * Math.max(0, left), height + 2 * Math.max(0, top)];
}
