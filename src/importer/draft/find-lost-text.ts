import type { GroupedPage } from '../group/group-articles.ts';
import { findLostCharacters } from '../page/account-for-characters.ts';
import { linesOfBlock, type ArticleDraft } from '../page/article-draft.ts';
import type { Block } from '../page/block.ts';
import type { Change } from '../page/edit-blocks.ts';
import { makeFinding, type PageFinding } from '../page/findings.ts';
import type { RepairedBlocks } from '../repair/repair-blocks.ts';
import type { SegmentedPage } from '../segment/segmented-page.ts';
import type { DraftedPage } from './draft-page.ts';

/** What each step of a page's way made of its text. */
export interface PageAccount {
  /** The page's own text. */
  readonly source: string;
  readonly segmented: SegmentedPage;
  readonly repaired: RepairedBlocks;
  readonly grouped: GroupedPage;
  readonly drafted: DraftedPage;
  /** The articles as they are to be written. */
  readonly articles: readonly ArticleDraft[];
  /** What a person's decisions changed. */
  readonly edits: readonly Change[];
}

/**
 * Holds a page to the law of conservation (findLostCharacters).
 *
 * @returns one error that shows what is lost, or undefined where the law holds
 */
export function findLostText(account: PageAccount): PageFinding | undefined {
  const { segmented, grouped, drafted } = account;
  const lost = findLostCharacters({
    source: account.source,
    blocks: segmented.blocks.map(textOfBlock),
    marks: [...segmented.marks, ...segmented.edges.map((edge) => edge.text)],
    repaired: account.repaired.blocks.map(textOfBlock),
    changes: [...drafted.repaired.flatMap(({ changes }) => changes), ...account.edits],
    shown: account.articles.flatMap(shownTexts),
    setAside: [...drafted.setAside, ...setAsideTexts(grouped)],
  });
  if (lost === '') return undefined;
  const shown = [...lost];
  return makeFinding(
    'conservation-broken',
    { line: 1, excerpt: shown.slice(0, 80).join('') },
    { found: shown.slice(0, 40).join('') },
  );
}

function textOfBlock(block: Block): string {
  return block.table ? block.table.rows.flat().join(' ') : block.text;
}

function shownTexts({ frontMatter, body }: ArticleDraft): readonly string[] {
  const { kicker, headline, deck, standfirst, images, kind } = frontMatter;
  return [
    kicker ?? '',
    headline ?? '',
    deck ?? '',
    standfirst ?? '',
    ...(kind === 'article'
      ? (images ?? []).flatMap((image) => [image.caption ?? '', image.credit ?? ''])
      : []),
    ...body.flatMap(linesOfBlock),
  ];
}

/** What the page's furniture and the pictures without a place hold: it stands in findings. */
function setAsideTexts(grouped: GroupedPage): readonly string[] {
  return [
    ...grouped.furniture.map((one) => one.block.text),
    ...grouped.orphans.map((one) => one.label.block.text),
    ...grouped.pictures.map((block) => block.text),
    ...grouped.unplaced.flatMap((picture) =>
      [...picture.captions, ...picture.credits].map((one) => one.block.text),
    ),
  ];
}
