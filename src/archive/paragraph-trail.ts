import type { Wording } from '../wording/wording.ts';
import type { ArchivedArticle } from './archive.ts';

/** From a paragraph back to what it was read from, and on to the line where it can be mended. */
export interface ParagraphTrail {
  /** 1-based. */
  readonly number: number;
  readonly sourceText?: string | undefined;
  /** The file in the repository, at the paragraph's line. */
  readonly editAddress?: string | undefined;
}

/**
 * The trail of every numbered paragraph that has one.
 *
 * @param sources lines of the source page by paragraph id
 * @param repository address of the repository, as publication.yaml gives it
 */
export function paragraphTrails(
  wording: Wording,
  article: ArchivedArticle,
  sources: ReadonlyMap<string, { readonly first: number; readonly last: number }>,
  repository: string | undefined,
): ParagraphTrail[] {
  return article.body.paragraphs.flatMap(({ id, number, line }) => {
    const lines = sources.get(id);
    if (lines === undefined && repository === undefined) return [];
    return [
      {
        number,
        sourceText: lines && wording.article.paragraphSource(lines.first, lines.last),
        ...(repository === undefined
          ? {}
          : { editAddress: editAddress(repository, `articles/${article.id}.mdx`, line) }),
      },
    ];
  });
}

/**
 * A line of a file of content/ in the repository, shown as source (`plain=1`: a rendered page of
 * Markdown has no lines to point at).
 *
 * @param line 1-based
 */
export function editAddress(repository: string, file: string, line: number): string {
  return `${repository.replace(/\/+$/, '')}/blob/HEAD/content/${file}?plain=1#L${line}`;
}

/**
 * What stands at the head of a paragraph: its number, as a link to it, and a way to its trail. Both
 * are empty elements whose text is drawn by the style sheet: what is copied or read aloud is the article.
 *
 * @param trails those paragraphs that have one
 * @returns HTML by the paragraph's number, for `setBody`
 */
export function paragraphHeads(
  wording: Wording,
  trails: readonly ParagraphTrail[],
): (number: number) => string {
  const traced = new Set(trails.map(({ number }) => number));
  const { paragraph, compare, compareParagraph } = wording.article;
  return (number) => {
    const link = `<a class="para" href="#p${number}" data-n="${number}" aria-label="${paragraph(number)}"></a>`;
    const trail = traced.has(number)
      ? `<a class="para-trail" href="#s${number}" data-n="${compare}" aria-label="${compareParagraph(number)}"></a>`
      : '';
    return link + trail;
  };
}
