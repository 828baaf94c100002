import { distinctSlug } from '../../newspaper/slug.ts';
import type { LineRange } from '../page/block.ts';
import type { KnownArticle } from '../page/known-paper.ts';

type Lines = NonNullable<KnownArticle['lines']>;

/**
 * The slugs of a page: each is given once, and an article that stands in content/ keeps its own. To give
 * one takes no longer on a page of thousands of articles than on a page of ten.
 */
export class PageSlugs {
  /** Of content/ and of this run. */
  readonly #used: Set<string>;
  /** Articles of content/ that no item has been found to be yet, by headline and by their middle line. */
  readonly #byHeadline = new Map<string | number, KnownArticle[]>();
  readonly #byMiddle = new Map<string | number, KnownArticle[]>();
  /** How many items wanted a slug. */
  readonly #wanted = new Map<string, number>();

  /** @param known articles of this page that already stand in content/ */
  constructor(known: readonly KnownArticle[]) {
    this.#used = new Set(known.map(({ slug }) => slug));
    for (const one of known) {
      for (const [articles, key] of this.#placesOf(one)) {
        if (!articles.get(key)?.push(one)) articles.set(key, [one]);
      }
    }
  }

  /**
   * The slug of an item: its own where it stands in content/, whatever its headline is now.
   *
   * @param lines of the page's source that it stands in
   * @param makeSlug for an item that is new
   */
  give(headline: string | undefined, lines: LineRange, makeSlug: () => string): string {
    const standing = this.#findStanding(headline, lines);
    if (standing === undefined) return this.#giveNew(makeSlug());
    for (const [articles, key] of this.#placesOf(standing)) {
      const among = articles.get(key)!;
      among.splice(among.indexOf(standing), 1);
    }
    return standing.slug;
  }

  #placesOf({
    headline,
    lines,
  }: KnownArticle): (readonly [Map<string | number, KnownArticle[]>, string | number])[] {
    return [
      ...(headline === null ? [] : [[this.#byHeadline, headline] as const]),
      ...(lines === undefined ? [] : [[this.#byMiddle, middleOf(lines)] as const]),
    ];
  }

  /** Lines first: a page may print one headline twice. */
  #findStanding(headline: string | undefined, lines: LineRange): KnownArticle | undefined {
    const sameHeadline = (headline === undefined ? [] : this.#byHeadline.get(headline)) ?? [];
    return (
      sameHeadline.find((one) => one.lines && overlap(one.lines, lines) > 0) ??
      this.#findMostly(lines) ??
      sameHeadline.find((one) => !one.lines || sameHeadline.length === 1)
    );
  }

  /** Lines that are more than half of an article's have its middle one among them. */
  #findMostly(lines: LineRange): KnownArticle | undefined {
    for (let line = lines.first; line <= lines.last; line += 1) {
      const found = this.#byMiddle.get(line)?.find((one) => isMostly(one.lines!, lines));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Behind the numbers that earlier items of its name have got. */
  #giveNew(base: string): string {
    const before = this.#wanted.get(base) ?? 0;
    this.#wanted.set(base, before + 1);
    const slug = distinctSlug(base, (one) => this.#used.has(one), Math.max(2, before + 1));
    this.#used.add(slug);
    return slug;
  }
}

function middleOf([first, last]: Lines): number {
  return (first + last) >> 1;
}

function overlap([first, last]: Lines, lines: LineRange): number {
  return Math.min(last, lines.last) - Math.max(first, lines.first) + 1;
}

function isMostly([first, last]: Lines, lines: LineRange): boolean {
  const longer = Math.max(last - first, lines.last - lines.first) + 1;
  return overlap([first, last], lines) * 2 > longer;
}
