import type { Bilingual } from './bilingual.ts';
import type { Article } from './article.ts';
import { obstacleToVertical } from './headline-direction.ts';
import type { LayoutHint } from './page.ts';

/** A hint that cannot be honoured, whatever the rest of the page is. */
export interface LayoutProblem {
  readonly slug: string;
  readonly field: keyof LayoutHint;
  readonly message: Bilingual;
  readonly action: Bilingual;
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
    const refuse: Refuse = (field, message, action) => {
      problems.push({ slug, field, message, action });
    };
    checkBox(hint, refuse);
    checkHeadline(article, hint, article === lead, refuse);
    checkBeside(articles, index, hint, refuse);
    checkPosition(articles, index, hint, leadCorner, corners, refuse);
  });
  return problems;
}

type Refuse = (field: keyof LayoutHint, message: Bilingual, action: Bilingual) => void;

function checkBox(hint: LayoutHint, refuse: Refuse): void {
  if (hint.frame === true && hint.ground === true) {
    refuse(
      'frame',
      { zh: '加了底纹就不再加框', en: 'A box with a ground has no frame' },
      { zh: 'frame 和 ground 只留一个', en: 'Keep one of frame and ground' },
    );
  }
}

function checkHeadline(
  article: LaidArticle,
  hint: LayoutHint,
  isLead: boolean,
  refuse: Refuse,
): void {
  if (hint.headline === 'vertical') {
    const obstacle = obstacleToVertical({
      ...article,
      headline: article.headline ?? '',
      hasColumn: Boolean(article.column),
      hasPictures: article.images.length > 0,
      isLead,
    });
    if (obstacle !== undefined) {
      refuse(
        'headline',
        {
          zh: `排不成竖题：${obstacle.zh}`,
          en: `It cannot be set as a vertical headline: ${obstacle.en}`,
        },
        { zh: '删去 headline: vertical', en: 'Remove headline: vertical' },
      );
    }
  }
}

/** Only a neighbour in reading order can stand beside an article. */
function checkBeside(
  articles: readonly LaidArticle[],
  index: number,
  hint: LayoutHint,
  refuse: Refuse,
): void {
  if (hint.beside !== undefined) {
    const other = articles.findIndex(({ slug: name }) => name === hint.beside);
    if (other === -1) {
      refuse(
        'beside',
        { zh: `这一版没有 ${hint.beside} 这一篇`, en: `This page has no ${hint.beside}` },
        {
          zh: '写这一版里一篇文章的文件名（不带 .mdx）',
          en: 'Name the file of an article of this page (without .mdx)',
        },
      );
    } else if (Math.abs(other - index) !== 1) {
      refuse(
        'beside',
        {
          zh: `${hint.beside} 在阅读次序上和它不相邻，排在一起次序就乱了`,
          en: `${hint.beside} is not its neighbour in reading order; set together they would mix the order up`,
        },
        {
          zh: '写次序上的前一篇或后一篇，或改两篇的 order',
          en: 'Name the article before or after it in order, or change the order of both',
        },
      );
    }
  }
}

/**
 * The first article stands where reading begins, the last where it ends; a corner is taken once.
 *
 * @param corners that are given away, and to whom; takes in this one
 */
function checkPosition(
  articles: readonly LaidArticle[],
  index: number,
  { position }: LayoutHint,
  leadCorner: 'top-left' | 'top-right',
  corners: Map<string, string>,
  refuse: Refuse,
): void {
  // Of two articles the earlier stands above the later or before it: two corners are taken.
  const lastCorner = leadCorner === 'top-left' ? 'bottom-right' : 'bottom-left';
  if (position === leadCorner && index > 0) {
    refuse(
      'position',
      {
        zh: '版面从这一角读起，这里只能是第一篇',
        en: 'The page is read from this corner: only the first article can stand here',
      },
      {
        zh: '改 position，或改这一篇的 order',
        en: 'Change position, or the order of this article',
      },
    );
    return;
  }
  if (position === lastCorner && index < articles.length - 1) {
    refuse(
      'position',
      {
        zh: '版面读到这一角为止，这里只能是最后一篇',
        en: 'The page is read up to this corner: only the last article can stand here',
      },
      {
        zh: '改 position，或改这一篇的 order',
        en: 'Change position, or the order of this article',
      },
    );
    return;
  }
  if (position?.includes('-')) {
    const holder = corners.get(position);
    if (holder === undefined) corners.set(position, articles[index]!.slug);
    else
      refuse(
        'position',
        { zh: `这一角已经给了 ${holder}`, en: `This corner is given to ${holder} already` },
        { zh: '两篇里只留一篇在这一角', en: 'Keep one of the two in this corner' },
      );
  }
}

function leadOf(articles: readonly LaidArticle[]): LaidArticle | undefined {
  return articles
    .map((article, index) => ({ article, rank: article.rank ?? index + 1, index }))
    .filter(({ article }) => article.headline)
    .sort((left, right) => left.rank - right.rank || left.index - right.index)[0]?.article;
}
