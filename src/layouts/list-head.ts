import type { ListView } from '../archive/list-views.ts';
import { exportWordingFor } from '../wording/export-wording.ts';
import type { Wording } from '../wording/wording.ts';

/**
 * Title and description of a list of articles, which no other page has: a column may bear the name of
 * a section, two people may have one name, and a long list has many pages.
 *
 * @param paper its name
 * @param kind of the list, as its index is titled: 版块
 */
export function listHead(
  view: Pick<ListView, 'ownName' | 'description' | 'paging'>,
  wording: Wording,
  paper: string,
  kind: string,
): { title: string; description: string } {
  const { number } = view.paging;
  const own = number === undefined ? [] : [wording.lists.listPage(number)];
  return {
    title: [view.ownName, ...own, kind].join(' - '),
    description: exportWordingFor(wording.language).describe.list(
      paper,
      kind,
      [view.ownName, ...own].join(' '),
      view.description,
    ),
  };
}
