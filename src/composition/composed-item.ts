import type { ArticleKind, Genre } from '../newspaper/article.ts';
import type { LayoutHint } from '../newspaper/page.ts';
import type { PagePart } from '../newspaper/zones.ts';

/** A block of a body, as far as its height goes. */
export interface ComposedBlock {
  /** `table`: each of `texts` is a row; `list`: an item; a picture's `texts` are its caption. */
  readonly kind: 'paragraph' | 'heading' | 'list' | 'table' | 'quote' | 'figure' | 'break';
  readonly texts: readonly string[];
  /** Width through height, of a picture. */
  readonly aspect?: number | undefined;
}

/** An article as the engine sees it: what is to be set, and nothing of where it comes from. */
export interface ComposedItem {
  readonly id: string;
  /** 1 is the lead. Equal ranks are told apart by the order. */
  readonly rank: number;
  readonly kind: ArticleKind;
  readonly genre: Genre;
  /** Cut where a line may end; empty for a picture without a headline. */
  readonly headline: readonly string[];
  readonly kicker?: string | undefined;
  readonly deck?: string | undefined;
  readonly standfirst?: string | undefined;
  readonly byline?: string | undefined;
  /** The column whose banner stands above. */
  readonly column?: { readonly id: string; readonly hasParent: boolean } | undefined;
  readonly blocks: readonly ComposedBlock[];
  /** Pictures of the article above its text. */
  readonly figures: readonly { readonly aspect: number; readonly caption: string }[];
  readonly pictureMissing: boolean;
  /** Lines below the text: where it goes on. */
  readonly tailLines: number;
  /** What an editor asks for it; `beside` is the id of another item. */
  readonly hint?: LayoutHint | undefined;
  /** Where it stood on the printed page, where that is known. */
  readonly printed?: PagePart | undefined;
}

export type Enclosure = 'none' | 'frame' | 'ground';

/**
 * What belongs apart is set apart: comment on a ground, letters and literature in a frame, picture
 * items in a hairline. An editor's hint goes first.
 */
export function enclosureOf({ kind, genre, hint }: ComposedItem): Enclosure {
  if (hint?.ground === true) return 'ground';
  if (hint?.frame === true) return 'frame';
  if (hint?.ground === false || hint?.frame === false) return 'none';
  if (kind === 'photo-news') return 'frame';
  if (genre === 'commentary') return 'ground';
  return genre === 'essay' || genre === 'literature' || genre === 'poem' ? 'frame' : 'none';
}
