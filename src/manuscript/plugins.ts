import type { PluggableList } from 'unified';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import { remarkBareAddresses } from './remark-bare-addresses.ts';
import { remarkLineEnds } from './remark-line-ends.ts';

/**
 * How Markdown is read here, for articles and for content/pages alike. Without these, Chinese breaks
 * (each was run): `**加粗。**后` stays literal, because CommonMark asks for a space or punctuation
 * after the closing marks; `3~5天，7~8天` becomes a deletion, because one tilde is enough for remark-gfm.
 * The two cjk plugins must come after remark-gfm: they replace its tokenizers of `*` and `~`.
 */
export const remarkPlugins: PluggableList = [
  [remarkGfm, { singleTilde: false }],
  remarkCjkFriendly,
  [remarkCjkFriendlyGfmStrikethrough, { singleTilde: false }],
  remarkBareAddresses,
  remarkLineEnds,
];
