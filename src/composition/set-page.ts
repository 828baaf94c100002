import type { ArticleView } from '../archive/article-view.ts';

/** An article in its place on a page of two columns. */
export interface PageSlot {
  readonly article: ArticleView;
  readonly span: 1 | 2;
  readonly lead: boolean;
}

/** Longer than this, a text wants the whole width: about twenty lines in each of four columns. */
const longText = 650;

/**
 * Sets a page of whole texts: the lead and long texts across, short ones in pairs, in reading
 * order. A short one without a partner goes across too, so that no hole is left.
 */
export function setPage(articles: readonly ArticleView[]): PageSlot[] {
  const slots: PageSlot[] = [];
  for (let index = 0; index < articles.length; index += 1) {
    const article = articles[index]!;
    const partner = articles[index + 1];
    const lead = index === 0;
    if (!lead && partner && isShort(article) && isShort(partner)) {
      slots.push({ article, span: 1, lead }, { article: partner, span: 1, lead });
      index += 1;
    } else {
      slots.push({ article, span: 2, lead });
    }
  }
  return slots;
}

function isShort({ characters }: ArticleView): boolean {
  return characters <= longText;
}
