import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { addressOf, withBase } from '../newspaper/address.ts';

/** Where an article is shown: what its links to other pages of the paper need. */
export interface JumpContext {
  readonly base: string;
  readonly edition: string;
}

/** Points `<Jump to="3">` at page 3 of the article's own edition. */
export function rehypeJumpAddress() {
  return (tree: Root, file: VFile): void => {
    const { base, edition } = file.data['jump'] as JumpContext;
    visit(tree, 'element', (node) => {
      const page = node.properties['dataPage'];
      if (page === undefined) return;
      delete node.properties['dataPage'];
      if (page !== '') {
        node.properties['href'] = withBase(base, addressOf.page(edition, Number(page)));
      }
    });
  };
}
