import type { BlockShape, PageShape } from './block-shape.ts';

/** A block among its neighbours, as every cost looks at it. */
export interface BlockPlace {
  readonly shape: BlockShape;
  readonly shapes: readonly BlockShape[];
  readonly index: number;
  readonly before: BlockShape | undefined;
  readonly after: BlockShape | undefined;
  readonly page: PageShape;
  /** Set apart as titles are: a heading, or all in bold. */
  readonly titled: boolean;
  /** What it costs to take a line that says what it is (a byline, a folio) for anything else. */
  readonly says: number;
}

/** The place of block `index`. */
export function readBlockPlace(
  shapes: readonly BlockShape[],
  index: number,
  page: PageShape,
): BlockPlace {
  const shape = shapes[index]!;
  const spoken =
    shape.byline?.strength === 'strong' ||
    shape.jump ||
    shape.pageCredits ||
    shape.folio === 'strong' ||
    shape.nameplate;
  return {
    shape,
    shapes,
    index,
    before: shapes[index - 1],
    after: shapes[index + 1],
    page,
    titled: shape.heading || shape.bold,
    says: spoken ? 3 : 0,
  };
}
