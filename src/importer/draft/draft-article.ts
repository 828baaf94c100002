import { formatPageNumber } from '../../newspaper/format-page-number.ts';
import type { BlockGroup } from '../group/group-articles.ts';
import type { ArticleDraft } from '../page/article-draft.ts';
import type { PageFinding } from '../page/findings.ts';
import type { RepairedBlocks } from '../repair/repair-blocks.ts';
import { draftPasses } from './draft-passes.ts';
import { newSheet, type DraftContext, type DraftSheet } from './draft-sheet.ts';
import { joinHead } from './head-text.ts';

export interface DraftedArticle {
  readonly draft: ArticleDraft;
  readonly findings: readonly PageFinding[];
  /** What the body repairs did. */
  readonly repaired: readonly RepairedBlocks[];
  /** Text that stands in findings and in no field, and marks (■) that fields do without. */
  readonly setAside: readonly string[];
}

/**
 * Makes an article of the blocks of one item: fields from the head, a body of repaired paragraphs,
 * pictures with their captions and credits.
 *
 * @param order place on the page, from 1
 */
export function draftArticle(
  group: BlockGroup,
  order: number,
  context: DraftContext,
): DraftedArticle {
  const sheet = newSheet(group, order, context);
  for (const { run } of draftPasses) run(sheet);
  const { findings, repaired, setAside } = sheet;
  return { draft: articleOf(sheet), findings, repaired, setAside };
}

/** The article that stands on a sheet when all passes have run. */
function articleOf(sheet: DraftSheet): ArticleDraft {
  const { context, group, lines, isPhoto, headline, slug } = sheet;
  const { date, page, section } = context;
  const images = sheet.pictures.map((picture, index) => ({
    ...picture,
    file: `${slug}-${index + 1}.${picture.extension}`,
  }));
  return {
    slug,
    frontMatter: {
      kind: isPhoto ? 'photo-news' : 'article',
      genre: sheet.genre,
      edition: date,
      page,
      order: sheet.order,
      section,
      kicker: joinHead(group.kickers) || undefined,
      headline,
      deck: joinHead(group.decks) || undefined,
      standfirst: joinHead(group.standfirsts) || undefined,
      column: sheet.column,
      part: sheet.part,
      bylines: sheet.bylines.length === 0 ? undefined : sheet.bylines,
      ...(images.length === 0
        ? {}
        : {
            images: images.map(({ file, caption, credit }) => ({
              file,
              alt: caption ?? (headline || sheet.columnName || '新闻图片'),
              ...(caption === undefined || isPhoto ? {} : { caption }),
              credit,
            })),
          }),
      jump: Object.keys(sheet.jump).length === 0 ? undefined : sheet.jump,
      source: {
        file: `sources/${date}/${formatPageNumber(page)}.md`,
        lines: [lines.first, lines.last],
      },
      proof: 'unread',
    },
    body: sheet.body,
    images: images.map(({ file, from }) => ({ file, from })),
  };
}
