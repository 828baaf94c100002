import type { Wording } from '../wording/wording.ts';
import type { ArchivedArticle } from './archive.ts';
import { paragraphsOf } from './body.ts';

/** From a paragraph back to what it was read from, and on to the line where it can be mended. */
export interface ParagraphTrail {
  /** 1-based. */
  readonly number: number;
  readonly sourceText?: string;
  /** The file in the repository, at the paragraph's line. */
  readonly editAddress?: string;
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
  return paragraphsOf(article.html).flatMap(({ id, number }) => {
    const lines = sources.get(id);
    const fileLine = article.paragraphLines[number - 1];
    if (lines === undefined && repository === undefined) return [];
    return [
      {
        number,
        ...(lines ? { sourceText: wording.article.paragraphSource(lines.first, lines.last) } : {}),
        ...(repository === undefined || fileLine === undefined
          ? {}
          : { editAddress: editAddress(repository, `articles/${article.id}.mdx`, fileLine) }),
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
 * Puts a number before each paragraph, as a link to it, and a way to its trail. Both are empty
 * elements whose text is drawn by the style sheet: what is copied or read aloud is the article.
 *
 * @param html a body as the page shows it, pictures and all
 * @param trails those paragraphs that have one
 */
export function numberParagraphs(
  html: string,
  wording: Wording,
  trails: readonly ParagraphTrail[],
): string {
  const traced = new Set(trails.map(({ number }) => number));
  const { paragraph, compare, compareParagraph } = wording.article;
  return html.replaceAll(/<p id="p(\d+)"[^>]*>/g, (opening, digits: string) => {
    const number = Number(digits);
    const link = `<a class="para" href="#p${number}" data-n="${number}" aria-label="${paragraph(number)}"></a>`;
    const trail = traced.has(number)
      ? `<a class="para-trail" href="#s${number}" data-n="${compare}" aria-label="${compareParagraph(number)}"></a>`
      : '';
    return opening + link + trail;
  });
}
