/**
 * What a block of a page is for. `body` roles make text; the others become fields of the article,
 * of the page, or are set aside with a finding.
 */
export const blockRoles = [
  'kicker',
  'column-label',
  'headline',
  'deck',
  'standfirst',
  'byline',
  'paragraph',
  'crosshead',
  'verse',
  'list-item',
  'table',
  'image',
  'caption',
  'credit',
  'jump',
  'folio',
  'page-credits',
  'nameplate',
  'clutter',
  'gap',
] as const;
export type BlockRole = (typeof blockRoles)[number];

interface AtLine {
  /** 1-based line of the page's kept source at which the block begins. */
  readonly line: number;
  /**
   * The beginning of that block's text when the person decided. A decision whose text no longer
   * stands there is stale: it is reported and not applied.
   */
  readonly text?: string | undefined;
}

/** A person's word about a block of the source page; kept beside it and repeated at each import. */
export type Decision =
  /** The finding has been looked at and the importer was right. */
  | (AtLine & { readonly action: 'accept'; readonly finding: string })
  /** Replace `from` by `to` in the block (as repaired, else as it came). */
  | (AtLine & { readonly action: 'edit'; readonly from: string; readonly to: string })
  | (AtLine & { readonly action: 'role'; readonly role: BlockRole })
  /** An item begins with this block. */
  | (AtLine & { readonly action: 'split' })
  /** No item begins here: the block and what follows it belong to the item before. */
  | (AtLine & { readonly action: 'merge' })
  /** The block is read directly after the block that begins at line `after` (0: first of the page). */
  | (AtLine & { readonly action: 'move'; readonly after: number })
  /** The block is no part of the paper; it stays in the source and in the report only. */
  | (AtLine & { readonly action: 'skip' });
