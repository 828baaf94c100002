import type { Archive, ArchivedArticle } from '../archive/archive.ts';
import { articleLine } from '../archive/article-line.ts';
import type { Genre, ArticleKind } from '../newspaper/article.ts';
import type { Byline } from '../newspaper/byline.ts';
import type { IssueDate } from '../newspaper/issue-date.ts';
import type { Wording } from '../wording/wording.ts';

/** A picture in print or online, its address absolute or within the e-book. */
export interface ExportedPicture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/** Something that an article belongs to, with its page. */
export interface ExportedLink {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** An article as it leaves the site: everything it says, every address absolute. */
export interface ExportedArticle {
  /** `2022-12-19/01/slug` */
  readonly id: string;
  readonly address: string;
  readonly kind: ArticleKind;
  readonly genre: Genre;
  readonly genreName: string;
  readonly title: string;
  /** False where the title was made from a caption. */
  readonly hasHeadline: boolean;
  readonly kicker?: string | undefined;
  readonly deck?: string | undefined;
  readonly standfirst?: string | undefined;
  readonly bylines: readonly (Byline & { readonly address?: string | undefined })[];
  /** The printed byline, group by group: `本报记者 甲 乙`. */
  readonly signature: readonly string[];
  readonly date: IssueDate;
  readonly dateText: string;
  readonly page: { readonly number: number; readonly title: string; readonly address: string };
  readonly pageName?: string | undefined;
  readonly section?: ExportedLink | undefined;
  readonly column?: (ExportedLink & { readonly part?: number | undefined }) | undefined;
  readonly pictures: readonly ExportedPicture[];
  /** Block elements; addresses as the site writes them. */
  readonly html: string;
  readonly description: string;
  readonly characters: number;
  readonly corrections: readonly { readonly date: IssueDate; readonly text: string }[];
  /** The newest date on which the article is known to have changed. */
  readonly updated: IssueDate;
  /** Stands for the article's own files. */
  readonly digest: string;
}

/** What Astro alone can say of an article: the body with its pictures made, and those of its front matter. */
export interface LoadedBody {
  readonly html: string;
  readonly pictures: readonly ExportedPicture[];
}

/**
 * Gathers what an article says.
 *
 * @param absolute makes an absolute address of one that begins at the site's root
 */
export function exportArticle(
  archive: Archive,
  wording: Wording,
  absolute: (address: string) => string,
  article: ArchivedArticle,
  { html, pictures }: LoadedBody,
): ExportedArticle {
  const { data } = article;
  const line = articleLine(archive, wording, article);
  const section = data.section === undefined ? undefined : archive.sections.get(data.section);
  const page = archive.editionByDate
    .get(data.edition)
    ?.pages.find((candidate) => candidate.page.number === data.page)?.page;
  const updated = data.corrections
    .map(({ date }) => date)
    .sort()
    .at(-1);
  return {
    id: article.id,
    address: absolute(line.address),
    kind: data.kind,
    genre: data.genre,
    genreName: line.genreName,
    title: line.title,
    hasHeadline: line.hasHeadline,
    kicker: line.kicker,
    deck: line.deck,
    standfirst: data.standfirst ?? undefined,
    bylines: data.bylines.map((byline) => ({
      ...byline,
      ...(byline.columnist !== undefined && archive.columnists.has(byline.columnist)
        ? { address: absolute(`/columnists/${byline.columnist}/`) }
        : {}),
    })),
    signature: line.bylines.map(({ before, names, after }) =>
      [before, ...names.map(({ name }) => name), after]
        .map((text) => text.trim())
        .filter((text) => text !== '')
        .join(' '),
    ),
    date: data.edition,
    dateText: line.dateText,
    page: { number: data.page, title: line.page.text, address: absolute(line.page.address) },
    pageName: page?.name,
    section: section && {
      id: section.id,
      name: section.section.name,
      address: absolute(`/sections/${section.id}/`),
    },
    column: line.column && {
      id: data.column!,
      name: line.column.text,
      address: absolute(line.column.address),
      part: data.part,
    },
    pictures,
    html,
    description: article.excerpt,
    characters: article.characters,
    corrections: data.corrections,
    updated: updated !== undefined && updated > data.edition ? updated : data.edition,
    digest: article.digest,
  };
}
