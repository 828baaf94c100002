import type { Genre } from '../../newspaper/article.ts';
import type { Byline } from '../../newspaper/byline.ts';
import type { IssueDate } from '../../newspaper/issue-date.ts';
import type { BlockGroup } from '../group/group-articles.ts';
import type { BodyBlock } from '../page/article-draft.ts';
import type { Block, LineRange } from '../page/block.ts';
import { findingOn, type PageFinding } from '../page/findings.ts';
import { joinLines } from '../page/join-lines.ts';
import { repairBlocks, type RepairedBlocks } from '../repair/repair-blocks.ts';
import type { RepairContext } from '../repair/repair.ts';
import type { PageSlugs } from './page-slugs.ts';
import type { PaperNames } from './paper-names.ts';

/** What a page's items are drafted against. */
export interface DraftContext {
  readonly date: IssueDate;
  readonly page: number;
  readonly repair: RepairContext;
  readonly names: PaperNames;
  /** A sections/ id. */
  readonly section: string | undefined;
  readonly slugs: PageSlugs;
  readonly imageExtension: (path: string) => string | undefined;
}

/** A picture whose file is there. */
export interface ShownPicture {
  readonly from: string;
  readonly extension: string;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
}

/** One item while it becomes an article: what the passes (draft-passes) read, and what they write. */
export interface DraftSheet {
  readonly context: DraftContext;
  /** Place on the page, from 1. */
  readonly order: number;
  readonly lines: LineRange;
  /** Pictures with their captions and no other text. */
  readonly isPhoto: boolean;
  /** The item's blocks; a pass that cuts a label or a jump line off a headline puts the rest back. */
  group: BlockGroup;
  readonly findings: PageFinding[];
  readonly repaired: RepairedBlocks[];
  /** Text that stands in findings and in no field, and marks (■) that fields do without. */
  readonly setAside: string[];
  readonly bylines: Byline[];
  readonly jump: { to?: number; from?: number };
  /** The text opens with 本报讯 and the like. */
  hasLeadIn: boolean;
  /** A columns/ id. */
  column?: string | undefined;
  columnName?: string;
  part?: number | undefined;
  /** A label that stands for the headline the item lacks. */
  promoted?: string;
  body: readonly BodyBlock[];
  pictures: readonly ShownPicture[];
  headline?: string | undefined;
  slug: string;
  genre: Genre;
}

/** A step of drafting: a row of the ordered table in draft-passes.ts. */
export interface DraftPass {
  readonly id: string;
  readonly why: string;
  readonly run: (sheet: DraftSheet) => void;
}

/** A sheet on which nothing stands yet. */
export function newSheet(group: BlockGroup, order: number, context: DraftContext): DraftSheet {
  const { pictures, ...parts } = group;
  const text = Object.values(parts)
    .flat()
    .filter((one) => one !== group.sharedLabel);
  const all = [...text.map((one) => one.block.lines), ...pictures.map((picture) => picture.lines)];
  return {
    context,
    order,
    lines: {
      first: Math.min(...all.map((lines) => lines.first)),
      last: Math.max(...all.map((lines) => lines.last)),
    },
    isPhoto: group.body.length === 0 && pictures.length > 0,
    group,
    findings: [],
    repaired: [],
    setAside: [],
    bylines: [],
    jump: {},
    hasLeadIn: false,
    body: [],
    pictures: [],
    slug: '',
    genre: 'news',
  };
}

/** Puts a finding about a block on the sheet. */
export function report(sheet: DraftSheet, ...finding: Parameters<typeof findingOn>): void {
  sheet.findings.push(findingOn(...finding));
}

/** Signs the item, once a name, at the line where the name stands. */
export function sign(sheet: DraftSheet, byline: Byline, at: { readonly lines: LineRange }): void {
  if (sheet.bylines.some((one) => one.name === byline.name)) return;
  const columnist = sheet.context.names.columnist(byline.name, {
    line: at.lines.first,
    excerpt: byline.name,
  });
  sheet.bylines.push(columnist === undefined ? byline : { ...byline, columnist });
}

/** Repairs paragraphs that stand together, and closes the line ends that no repair was made for. */
export function repairText(sheet: DraftSheet, blocks: readonly Block[]): readonly Block[] {
  const repaired = repairBlocks(blocks, 'body', sheet.context.repair);
  sheet.repaired.push(repaired);
  return repaired.blocks.map((block) => {
    const { type, lines, text } = block;
    // Spans cannot follow: what is bold within a line that was joined here stays plain.
    return text.includes('\n') ? { type, lines, text: joinLines(text).text } : block;
  });
}
