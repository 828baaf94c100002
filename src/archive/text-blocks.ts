import { plainText } from './body.ts';
import type { ArticleText } from '../collation/collate.ts';

const blockTag =
  /<\/?(?:p|h[1-6]|ul|ol|li|table|caption|thead|tbody|tr|t[hd]|blockquote|figure|figcaption|div|dl|dt|dd|aside|section|pre|hr|br)\b[^>]*>/g;

/**
 * The texts of a rendered body, block by block: numbered paragraphs under their ids, any other
 * (crosshead, item, cell) under the id of its tag or an empty one.
 */
export function textBlocksOf(html: string): ArticleText[] {
  const blocks: ArticleText[] = [];
  let from = 0;
  let id = '';
  const add = (end: number): void => {
    const text = plainText(html.slice(from, end)).trim();
    if (text !== '') blocks.push({ id, text });
  };
  for (const tag of html.matchAll(blockTag)) {
    add(tag.index);
    id = /\sid="([^"]*)"/.exec(tag[0])?.[1] ?? '';
    from = tag.index + tag[0].length;
  }
  add(html.length);
  return blocks;
}
