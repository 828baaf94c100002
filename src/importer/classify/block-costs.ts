import type { BlockShape, PageShape } from './block-shape.ts';
import { readBlockPlace } from './block-place.ts';
import { furnitureCosts } from './furniture-costs.ts';
import { headCosts } from './head-costs.ts';
import { captionCosts } from './picture-costs.ts';
import { never, type Costs } from './state.ts';
import { textCosts } from './text-costs.ts';

/** What each state asks of block `index` by its own shape, in cost. */
export function blockCosts(shapes: readonly BlockShape[], index: number, page: PageShape): Costs {
  const shape = shapes[index]!;
  switch (shape.block.type) {
    case 'image':
      return { image: 0 };
    case 'gap':
      return { gap: 0 };
    case 'table':
      return { table: 0 };
    case 'code':
    case 'math':
    case 'rule':
    case 'page-break':
      return { paragraph: 0 };
    case 'list-item':
      return {
        'list-item': 0,
        headline: 6,
        byline: shape.byline?.strength === 'strong' ? 0.5 : never,
      };
    default:
  }
  if (shape.block.list === 'chapter') return { crosshead: 0, paragraph: 2 };
  if (shape.block.list === 'verse') return { verse: 0, paragraph: 2, headline: 5 };
  if (shape.block.list) return { paragraph: 0, crosshead: 5, headline: 6 };
  if (shape.verse) return { verse: 0, paragraph: 3, crosshead: 6, headline: 8 };
  const place = readBlockPlace(shapes, index, page);
  return {
    ...furnitureCosts(place),
    ...textCosts(place),
    ...headCosts(place),
    ...captionCosts(place),
  };
}
