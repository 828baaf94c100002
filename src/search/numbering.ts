import { ByteReader, ByteWriter } from './bytes.ts';
import { editionsOf, hashText, termFileCount, type SegmentArticles } from './segment-format.ts';

/** A file of another print of the paper than the list of articles: both must be asked for again. */
export class OtherPrintError extends Error {}

/**
 * How the articles of a segment are numbered, as far as a file of it goes. Files keep their addresses
 * from print to print, so that a new edition rewrites what it touches and nothing else; a reader may
 * get one of yesterday's and one of today's while a host changes over. So each file says by 32 bits
 * how the articles up to its last one are numbered: articles that are added behind leave it as it is,
 * one that is put in or taken out before does not.
 */
export class Numbering {
  readonly #editions: ReturnType<typeof editionsOf>;
  /** After each edition. */
  readonly #hashes: number[] = [];
  readonly #before: number;

  constructor(count: number, articles: SegmentArticles) {
    const { heavy } = articles;
    const editions = editionsOf(articles);
    this.#editions = editions;
    // What else decides where a term lies and how it is read.
    let hash = hashText([termFileCount(count), ...heavy].join(' '));
    this.#before = hash;
    for (const edition of editions)
      this.#hashes.push((hash = hashText(`${hash} ${edition.join(' ')}`)));
  }

  /** @param article the last that a file knows of, -1 for none; undefined where there is no such article */
  upTo(article: number): number | undefined {
    if (article < 0) return this.#before;
    let last = -1;
    for (const [at, [, articles]] of this.#editions.entries()) {
      last += articles;
      if (article <= last) return this.#hashes[at]!;
    }
    return undefined;
  }

  /** Puts before a file how its articles are numbered. */
  sign(bytes: Uint8Array, lastArticle: number): Uint8Array<ArrayBuffer> {
    const whole = new ByteWriter();
    whole.number(lastArticle + 1);
    whole.number(this.upTo(lastArticle)!);
    whole.bytes(bytes);
    return whole.taken();
  }

  /**
   * The file without what `sign` put before it.
   *
   * @throws OtherPrintError where it belongs to another numbering
   * @throws RangeError where it is no such file
   */
  check(bytes: Uint8Array): Uint8Array {
    const whole = new ByteReader(bytes);
    const lastArticle = whole.number() - 1;
    if (this.upTo(lastArticle) !== whole.number()) {
      throw new OtherPrintError('a file of another print of the paper');
    }
    return whole.rest();
  }
}

/** What of an edition the numbers of its articles hang on, in ten bits. */
export function editionCheck(
  articles: readonly { readonly page: number; readonly slug: string }[],
): number {
  return hashText(articles.map(({ page, slug }) => `${page}/${slug}`).join(' ')) % 1024;
}
