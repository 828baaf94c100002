/**
 * The grid of a sheet: basic columns (基本栏) of fourteen Han characters, each of two tracks, so that
 * a module may also stand across one column and a half (破栏).
 *
 * All lengths are in em of the text; what an em is on a screen or on paper, the style sheet decides.
 */
export const track = 7.75;
export const gutter = 1.5;
export const tracksInColumn = 2;

/** Of the text, and of everything that is counted in lines. Matches styles/page-sheet.css. */
export const leading = 1.6;
/** White above and below the content of a module, its rule included. */
export const moduleWhite = { above: 0.75, below: 0.9 } as const;
/** Between a frame or the edge of a ground and what stands in it; and between it and the gutter's middle. */
export const framePadding = 0.9;
export const frameMargin = 0.5;

/** Width for content in so many tracks. */
export function contentWidth(tracks: number, framed: boolean): number {
  return tracks * track - gutter - (framed ? 2 * framePadding - (gutter - 2 * frameMargin) : 0);
}

/** Shortest line of text, in em: a basic column has 13 to 17 characters. */
export const shortestMeasure = 12.7;

/** Text columns of a module: as near to the basic measure as its width allows. */
export function textColumns(tracks: number, framed: boolean): number {
  return Math.max(
    1,
    Math.floor((contentWidth(tracks, framed) + gutter) / (shortestMeasure + gutter) + 0.001),
  );
}
