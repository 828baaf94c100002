import type { Article } from './article.ts';
import { obstacleToVertical } from './headline-direction.ts';
import type { LayoutHint } from './page.ts';

/** A hint that cannot be honoured, whatever the rest of the page is. */
export interface LayoutProblem {
  readonly slug: string;
  readonly field: keyof LayoutHint;
  readonly message: string;
  readonly action: string;
}

/** An article of the page; the slug is the name of its file. */
export type LaidArticle = Readonly<Pick<Article, 'kind' | 'headline'>> & {
  readonly images: readonly unknown[];
  readonly slug: string;
  readonly rank?: number | undefined;
  readonly kicker?: string | null | undefined;
  readonly deck?: string | null | undefined;
  readonly standfirst?: string | null | undefined;
  readonly column?: string | null | undefined;
};

/**
 * The hints of a page that the engine has to refuse, and why.
 *
 * @param articles of the page, in reading order
 * @param layout by slug; names of no article are told elsewhere
 * @param leadCorner where the page begins
 */
export function checkLayout(
  articles: readonly LaidArticle[],
  layout: Readonly<Record<string, LayoutHint>>,
  leadCorner: 'top-left' | 'top-right' = 'top-left',
): LayoutProblem[] {
  const problems: LayoutProblem[] = [];
  const corners = new Map<string, string>();
  const lead = leadOf(articles);
  articles.forEach((article, index) => {
    const { slug } = article;
    const hint = layout[slug];
    if (hint === undefined) return;
    const refuse = (field: keyof LayoutHint, message: string, action: string): void => {
      problems.push({ slug, field, message, action });
    };
    if (hint.frame === true && hint.ground === true) {
      refuse('frame', '加了底纹就不再加框', 'frame 和 ground 只留一个');
    }
    if (hint.headline === 'vertical') {
      const obstacle = obstacleToVertical({
        ...article,
        headline: article.headline ?? '',
        hasColumn: Boolean(article.column),
        hasPictures: article.images.length > 0,
        isLead: article === lead,
      });
      if (obstacle !== undefined) {
        refuse('headline', `排不成竖题：${obstacle}`, '删去 headline: vertical');
      }
    }
    if (hint.beside !== undefined) {
      const other = articles.findIndex(({ slug: name }) => name === hint.beside);
      if (other === -1) {
        refuse(
          'beside',
          `这一版没有 ${hint.beside} 这一篇`,
          '写这一版里一篇文章的文件名（不带 .mdx）',
        );
      } else if (Math.abs(other - index) !== 1) {
        refuse(
          'beside',
          `${hint.beside} 在阅读次序上和它不相邻，排在一起次序就乱了`,
          '写次序上的前一篇或后一篇，或改两篇的 order',
        );
      }
    }
    const { position } = hint;
    // Of two articles the earlier stands above the later or before it: two corners are taken.
    const lastCorner = leadCorner === 'top-left' ? 'bottom-right' : 'bottom-left';
    if (position === leadCorner && index > 0) {
      refuse('position', '版面从这一角读起，这里只能是第一篇', '改 position，或改这一篇的 order');
      return;
    }
    if (position === lastCorner && index < articles.length - 1) {
      refuse(
        'position',
        '版面读到这一角为止，这里只能是最后一篇',
        '改 position，或改这一篇的 order',
      );
      return;
    }
    if (position?.includes('-')) {
      const holder = corners.get(position);
      if (holder === undefined) corners.set(position, slug);
      else refuse('position', `这一角已经给了 ${holder}`, '两篇里只留一篇在这一角');
    }
  });
  return problems;
}

function leadOf(articles: readonly LaidArticle[]): LaidArticle | undefined {
  return articles
    .map((article, index) => ({ article, rank: article.rank ?? index + 1, index }))
    .filter(({ article }) => article.headline)
    .sort((left, right) => left.rank - right.rank || left.index - right.index)[0]?.article;
}
