import { isContactLine } from '../lexicon/contact-line.ts';
import { isOffice } from '../lexicon/office.ts';
import { signsForOffice } from '../page/read-latin-byline.ts';
import type { PageShape } from './page-shape.ts';
import type { PlacedShape } from './placed-shape.ts';

/** A block among its neighbours, as every sign looks at it. */
export interface BlockPlace {
  readonly shape: PlacedShape;
  readonly shapes: readonly PlacedShape[];
  readonly index: number;
  readonly before: PlacedShape | undefined;
  readonly after: PlacedShape | undefined;
  readonly page: PageShape;
  /** Set apart as titles are: a heading, or all in bold. */
  readonly titled: boolean;
  /** What it costs to take a line that says what it is (a byline, a folio) for anything else. */
  readonly says: number;
  /** An office's name that signs the text before it; over a text of its own it is a title. */
  readonly signs: boolean;
}

/** 【夜校开班】 is set apart by its frame; 【核心提示】 says what it is. */
export function isFramed(text: string): boolean {
  return /^【[^【】]{2,24}】$/u.test(text) && !/提示|提要|摘要|按】$/u.test(text);
}

/** A line that is nothing but one pair of brackets with words in it. */
export function isBracketed(text: string): boolean {
  return /^[（(][^（()）]+[)）]$/u.test(text);
}

/** 县城两所新学校 / 九月投入使用: it goes on right under it. */
function isFirstOfPair(shape: PlacedShape, after: PlacedShape | undefined): boolean {
  return shape.unfinished && !shape.block.adjoins && after?.block.adjoins === true;
}

/** Text, or lines of a list: what a name over them is the title of. */
function standsOver(after: PlacedShape | undefined): boolean {
  if (after === undefined || after.heading) return false;
  const isText = after.measure > 24 && (after.ended || after.measure > 40);
  return isText || (after.block.list === 'item' && !isContactLine(after.text));
}

/** The place of block `index`. */
export function readBlockPlace(
  shapes: readonly PlacedShape[],
  index: number,
  page: PageShape,
): BlockPlace {
  const shape = shapes[index]!;
  const after = shapes[index + 1];
  const spoken =
    shape.byline?.strength === 'strong' ||
    shape.jump ||
    shape.editorsOnly ||
    shape.folioKind === 'strong' ||
    shape.nameplate;
  return {
    shape,
    shapes,
    index,
    before: shapes[index - 1],
    after,
    page,
    titled: shape.heading || shape.bold || isFramed(shape.text),
    says: spoken ? 3 : 0,
    signs:
      (isOffice(shape.text) || signsForOffice(shape.text)) &&
      !isFirstOfPair(shape, after) &&
      !standsOver(after),
  };
}

/** A sign that is dear to read and asked for by several rows: read once for each key. */
export function once<Key extends object, Sign>(read: (key: Key) => Sign): (key: Key) => Sign {
  const known = new WeakMap<Key, { readonly sign: Sign }>();
  return (key) => {
    let kept = known.get(key);
    if (!kept) known.set(key, (kept = { sign: read(key) }));
    return kept.sign;
  };
}
