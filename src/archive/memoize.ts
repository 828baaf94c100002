import type { Wording } from '../wording/wording.ts';
import type { Archive, ArchivedArticle } from './archive.ts';
import { keepDigest } from './view-digest.ts';

/** A view of one article, made from nothing but these. */
type ViewOf<View extends object> = (
  archive: Archive,
  wording: Wording,
  article: ArchivedArticle,
) => View;

/** The press prints edition by edition, and a page looks a few editions back in a column. */
const articlesKept = 400;

/**
 * Keeps the view of an article while the pages around it are printed: an article stands on its
 * own page, on its newspaper page, in the booklet, and by its headline on its neighbours'.
 *
 * An article object belongs to one reading of content/ (in dev each request reads again), so that it
 * stands for the archive too.
 *
 * @param make a pure function
 * @returns the same function; the last 400 results are kept, no more, since views carry bodies. Those
 *   of the digested archive carry none, and are all kept: keys are made kind of page by kind of page
 */
export function memoizeByArticle<View extends object>(make: ViewOf<View>): ViewOf<View> {
  const kept = new Map<ArchivedArticle, { archive: Archive; wording: Wording; view: View }>();
  return (archive, wording, article) => {
    const known = kept.get(article);
    if (known?.archive === archive && known.wording === wording) return known.view;
    const view = make(archive, wording, article);
    if (archive.isDigested !== true) {
      // Two for one: when pages are printed, those of the digested archive are done with.
      for (let count = 0; count < 2 && kept.size >= articlesKept; count += 1) {
        kept.delete(kept.keys().next().value!);
      }
    }
    kept.set(article, { archive, wording, view });
    keepDigest(view);
    return view;
  };
}

/**
 * Keeps what was made of the last few things, each made once: outputs of one edition are asked for
 * next to one another.
 *
 * @param most how many are kept
 * @param make a pure function of the thing, for as long as the thing is the same object
 */
export function memoizeLast<Thing extends object, Rest extends readonly unknown[], Made>(
  most: number,
  make: (thing: Thing, ...rest: Rest) => Made,
): (thing: Thing, ...rest: Rest) => Made {
  const kept = new Map<Thing, Made>();
  return (thing, ...rest) => {
    if (kept.has(thing)) return kept.get(thing)!;
    const made = make(thing, ...rest);
    if (kept.size >= most) kept.delete(kept.keys().next().value!);
    kept.set(thing, made);
    return made;
  };
}

/**
 * Keeps what was made of a thing for as long as the thing itself is in memory.
 *
 * @param make a pure function of the thing
 */
export function memoizeWeakly<Thing extends object, Rest extends readonly unknown[], Made>(
  make: (thing: Thing, ...rest: Rest) => Made,
): (thing: Thing, ...rest: Rest) => Made {
  const kept = new WeakMap<Thing, { readonly made: Made }>();
  return (thing, ...rest) => {
    let known = kept.get(thing);
    if (known === undefined) {
      known = { made: make(thing, ...rest) };
      kept.set(thing, known);
    }
    return known.made;
  };
}
