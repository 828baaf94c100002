import type { PageZones } from '../../newspaper/zones.ts';
import type { ArticleDraft } from '../page/article-draft.ts';
import type { LineRange } from '../page/block.ts';
import type { LocatedBlock } from './locate-blocks.ts';
import type { Box } from './printed-page.ts';
import { joinBoxes } from './read-alto-boxes.ts';

/**
 * Gives each piece of the page to the article that has its lines, and joins the pieces of an article
 * to as few boxes as can be drawn without covering a piece of anything else: most often one.
 *
 * @param located all pieces of the page, in the tool's order
 * @returns articles that have a piece, in reading order
 */
export function zoneArticles(
  articles: readonly ArticleDraft[],
  located: readonly LocatedBlock[],
): PageZones['zones'] {
  const owners = located.map(({ lines }) => lines && articleOf(articles, lines));
  return articles.flatMap((article) => {
    const own = located.filter((_block, index) => owners[index] === article);
    const others = located.filter((_block, index) => owners[index] !== article);
    if (own.length === 0) return [];
    const boxes = joinPieces(
      own.map(({ box }) => box),
      others.map(({ box }) => box),
    );
    if (boxes.length === 0) return [];
    return [
      {
        article: article.slug,
        boxes: boxes.map(([left, top, width, height]) => [
          Math.round(left),
          Math.round(top),
          // In a coarse unit a box may be less than one wide, which is no box.
          Math.max(1, Math.round(width)),
          Math.max(1, Math.round(height)),
        ]),
      },
    ];
  });
}

/** As many as a file of zones may give an article. */
const maxBoxes = 200;

function joinPieces(pieces: readonly Box[], others: readonly Box[]): Box[] {
  let boxes: Box[] = [];
  for (const piece of pieces) {
    // Strewn over the page it has no place there; and to try each with each would take minutes.
    if (boxes.push(piece) > maxBoxes) return [];
    // A piece more may bring two boxes together.
    for (let isJoined = true; isJoined;) {
      isJoined = false;
      const last = boxes.at(-1)!;
      for (const [index, box] of boxes.slice(0, -1).entries()) {
        const joined = joinBoxes([box, last])!;
        if (others.some((other) => covers(joined, other))) continue;
        boxes = [...boxes.filter((_box, at) => at !== index && at !== boxes.length - 1), joined];
        isJoined = true;
        break;
      }
    }
  }
  return boxes;
}

/** Whether a box lies over more of a piece than its edge: lines of print touch. */
function covers([left, top, width, height]: Box, [x, y, w, h]: Box): boolean {
  const across = Math.min(left + width, x + w) - Math.max(left, x);
  const down = Math.min(top + height, y + h) - Math.max(top, y);
  return across > 0.1 * w && down > 0.1 * h;
}

/** By a block of its body first: the lines from an article's first to its last may have others between. */
function articleOf(articles: readonly ArticleDraft[], lines: LineRange): ArticleDraft | undefined {
  const meets = (first: number, last: number): boolean =>
    first <= lines.last && last >= lines.first;
  return (
    articles.find(({ body }) => body.some((block) => meets(block.lines.first, block.lines.last))) ??
    articles
      .filter(({ frontMatter: { source } }) => source && meets(source.lines[0], source.lines[1]))
      .sort((left, right) => lengthOf(left) - lengthOf(right))[0]
  );
}

function lengthOf({ frontMatter: { source } }: ArticleDraft): number {
  return source === undefined ? 0 : source.lines[1] - source.lines[0];
}
