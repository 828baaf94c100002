import type { BylineGroup } from '../archive/article-line.ts';
import type { Picture } from '../archive/archive.ts';
import type { PageView } from '../archive/edition-view.ts';
import type { ArticleView } from '../archive/article-view.ts';
import { headlineSegments } from '../typography/headline-segments.ts';
import type { ComposedBlock, ComposedItem } from './composed-item.ts';

/**
 * The articles of a page as the engine sees them, with their whole texts.
 *
 * @param articles in reading order
 * @param language BCP 47, of the paper: where headlines may be broken
 * @param layout what the edition's file asks for, by slug
 * @param printed where they stood on the printed page, by slug
 */
export function pageItems(
  articles: readonly ArticleView[],
  language: string,
  layout: PageView['layout'],
  printed: PageView['printed'] = {},
): ComposedItem[] {
  return articles.map((article, index) => {
    const { line } = article;
    return {
      id: article.slug,
      rank: article.rank ?? index + 1,
      kind: line.kind,
      genre: line.genre,
      headline: line.hasHeadline ? headlineSegments(line.title, language) : [],
      kicker: line.kicker,
      deck: line.deck,
      standfirst: article.standfirst,
      byline: bylineText(article.printedBylines),
      column: line.column && {
        id: line.column.address,
        hasParent: line.column.parentLabel !== undefined,
      },
      blocks: blocksOf(article),
      figures: article.images.map(pictureFacts),
      pictureMissing: article.pictureMissing,
      tailLines: article.jumpTo === undefined ? 0 : 1,
      hint: layout[article.slug],
      printed: printed[article.slug],
    };
  });
}

/** What a block of a body is to the engine; what it does not know is set as a paragraph is. */
const kinds: Readonly<
  Record<ArticleView['body']['blocks'][number]['kind'], ComposedBlock['kind']>
> = {
  paragraph: 'paragraph',
  heading: 'heading',
  list: 'list',
  table: 'table',
  quote: 'quote',
  figure: 'figure',
  aside: 'quote',
  code: 'quote',
  break: 'break',
  footnotes: 'list',
  other: 'paragraph',
};

function blocksOf({ body, bodyPictures }: ArticleView): ComposedBlock[] {
  let pictures = 0;
  return body.blocks.map(({ kind, text, pieces }) => {
    if (kind !== 'figure') {
      const texts = kind === 'paragraph' || kind === 'heading' ? [text] : text.split('\n');
      return { kind: kinds[kind], texts };
    }
    const file = bodyPictures[pictures];
    pictures += 1;
    return {
      kind: 'figure',
      texts: pieces,
      aspect: file && file.width / file.height,
    };
  });
}

/** A picture above the text, as far as its height goes. */
export function pictureFacts({ file, caption, credit }: Picture): ComposedItem['figures'][number] {
  return {
    aspect: file.width / file.height,
    caption: [caption, credit].filter((part) => part !== undefined).join(' '),
  };
}

/** A byline as it is printed, to measure it. */
export function bylineText(groups: readonly BylineGroup[]): string {
  return groups
    .map(
      ({ before, names, after }) =>
        `■${before} ${names.map(({ name }) => name).join('、')} ${after}`,
    )
    .join(' ');
}
