import type { GroupedPage } from '../group/group-articles.ts';
import type { IssueDate } from '../../newspaper/issue-date.ts';
import type { Furniture } from '../group/read-furniture.ts';
import type { ArticleDraft } from '../page/article-draft.ts';
import type { KnownPaper } from '../page/known-paper.ts';
import type { RepairContext } from '../repair/repair.ts';
import { draftArticle, type DraftedArticle } from './draft-article.ts';
import { PageSlugs } from './page-slugs.ts';
import { PaperNames } from './paper-names.ts';

/** Articles of a page, and the names of sections, columns and columnists that they use. */
export interface DraftedPage extends Omit<DraftedArticle, 'draft'> {
  readonly articles: readonly ArticleDraft[];
  readonly names: PaperNames;
}

export interface DraftRequest {
  /** The page's own text, in which names are counted. */
  readonly text: string;
  readonly date: IssueDate;
  readonly known: KnownPaper;
  readonly imageExtension?: ((path: string) => string | undefined) | undefined;
}

/** Makes articles of a page's items, in their order. */
export function draftPage(
  grouped: GroupedPage,
  furniture: Furniture,
  repair: RepairContext,
  { text, date, known, imageExtension = () => undefined }: DraftRequest,
): DraftedPage {
  const names = new PaperNames(known, text);
  const section = names.section(furniture.name, {
    line: grouped.furniture[0]?.block.lines.first ?? 1,
    excerpt: furniture.name ?? '',
  });
  const context = {
    date,
    page: furniture.page,
    repair,
    names,
    section,
    slugs: new PageSlugs(
      known.articles.filter((one) => one.edition === date && one.page === furniture.page),
    ),
    imageExtension,
  };
  const drafted = grouped.groups.map((group, index) => draftArticle(group, index + 1, context));
  return {
    articles: drafted.map((one) => one.draft),
    findings: [
      ...drafted.flatMap((one) => [...one.findings, ...one.repaired.flatMap((each) => each.notes)]),
      ...names.findings,
    ],
    repaired: drafted.flatMap((one) => one.repaired),
    setAside: drafted.flatMap((one) => one.setAside),
    names,
  };
}
