import type { Wording } from '../wording/wording.ts';
import type { Archive, ArchivedArticle } from './archive.ts';
import { holdDigest } from './view-digest.ts';

/** A view of one article, made from nothing but these. */
type ViewOf<View extends object> = (
  archive: Archive,
  wording: Wording,
  article: ArchivedArticle,
) => View;

/** The press prints edition by edition, and a page looks a few editions back in a column. */
const articlesHeld = 400;

/**
 * Holds what was made of an article while the pages around it are printed: an article stands on its
 * own page, on its newspaper page, in the booklet, and by its headline on its neighbours'.
 *
 * An article object belongs to one reading of content/ (in dev each request reads again), so that it
 * stands for the archive too.
 *
 * @param make a pure function
 * @returns the same function; the last 400 results are held, no more: views carry bodies
 */
export function holdByArticle<View extends object>(make: ViewOf<View>): ViewOf<View> {
  const held = new Map<ArchivedArticle, { archive: Archive; wording: Wording; view: View }>();
  return (archive, wording, article) => {
    const known = held.get(article);
    if (known?.archive === archive && known.wording === wording) return known.view;
    const view = make(archive, wording, article);
    if (held.size >= articlesHeld) held.delete(held.keys().next().value!);
    held.set(article, { archive, wording, view });
    holdDigest(view);
    return view;
  };
}

/**
 * Holds what was made of the last few things, each made once: outputs of one edition are asked for
 * next to one another.
 *
 * @param most how many are held
 * @param make a pure function of the thing, for as long as the thing is the same object
 */
export function holdLast<Thing extends object, Rest extends readonly unknown[], Made>(
  most: number,
  make: (thing: Thing, ...rest: Rest) => Made,
): (thing: Thing, ...rest: Rest) => Made {
  const held = new Map<Thing, Made>();
  return (thing, ...rest) => {
    if (held.has(thing)) return held.get(thing)!;
    const made = make(thing, ...rest);
    if (held.size >= most) held.delete(held.keys().next().value!);
    held.set(thing, made);
    return made;
  };
}

/**
 * Holds what was made of a thing for as long as the thing itself is held.
 *
 * @param make a pure function of the thing
 */
export function holdWith<Thing extends object, Rest extends readonly unknown[], Made>(
  make: (thing: Thing, ...rest: Rest) => Made,
): (thing: Thing, ...rest: Rest) => Made {
  const held = new WeakMap<Thing, { readonly made: Made }>();
  return (thing, ...rest) => {
    let known = held.get(thing);
    if (known === undefined) {
      known = { made: make(thing, ...rest) };
      held.set(thing, known);
    }
    return known.made;
  };
}
