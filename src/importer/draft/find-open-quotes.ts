import type { ArticleDraft, BodyBlock } from '../page/article-draft.ts';
import { findingOn, type PageFinding } from '../page/findings.ts';

/**
 * Finds paragraphs that end as a sentence does and have left a quotation open: a line was lost within
 * it, and what follows may be another's. A quotation of several paragraphs opens each of them anew
 * (GB/T 15834-2011, 4.8.3.6) and closes with the last.
 */
export function findOpenQuotes(articles: readonly ArticleDraft[]): readonly PageFinding[] {
  return articles.flatMap(({ body }) =>
    body.flatMap((block, index) => {
      if (block.type !== 'paragraph' || opensQuotation(body[index + 1])) return [];
      const at = leftOpen(block.text);
      if (at === undefined) return [];
      return [findingOn('quote-unpaired:open', block, {}, block.text.slice(at, at + 40))];
    }),
  );
}

/** Where the quotation opens that a paragraph does not close. */
function leftOpen(text: string): number | undefined {
  if (!/[。！？…]$/u.test(text)) return undefined;
  const at = text.lastIndexOf('“');
  return at > text.lastIndexOf('”') ? at : undefined;
}

function opensQuotation(block: BodyBlock | undefined): boolean {
  return block !== undefined && 'text' in block && block.text.startsWith('“');
}
