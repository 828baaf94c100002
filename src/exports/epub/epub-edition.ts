import type { IssueDate } from '../../newspaper/issue-date.ts';
import type { ExportedArticle } from '../export-article.ts';

/** A picture within the book. */
export interface EpubPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface EpubArticle {
  readonly article: ExportedArticle;
  /** Those of the front matter; `article.pictures` is not used. */
  readonly pictures: readonly (EpubPicture & {
    readonly alt: string;
    readonly caption?: string | undefined;
    readonly credit?: string | undefined;
  })[];
  /** Those in the body, by the name of their file. */
  readonly bodyPictures: ReadonlyMap<string, EpubPicture>;
}

/** @typeParam Article of its articles, what is asked for */
export interface EpubPage<Article = EpubArticle> {
  readonly number: number;
  readonly title: string;
  readonly credits: readonly { readonly role: string; readonly names: readonly string[] }[];
  readonly articles: readonly Article[];
}

/**
 * A whole edition, ready to be bound.
 *
 * @typeParam Article of its articles, what is asked for
 */
export interface EpubEdition<Article = EpubArticle> {
  readonly paper: string;
  readonly language: string;
  readonly writing: 'horizontal' | 'vertical';
  readonly date: IssueDate;
  readonly dateText: string;
  /** The issue's number as it is printed, where it is known. */
  readonly number?: string | undefined;
  readonly description: string;
  readonly publisher: string;
  readonly rights: {
    readonly holder: string;
    readonly notice: string;
    readonly license?: string | undefined;
  };
  readonly issn?: string | undefined;
  /** The edition's page, absolute: the book's identifier. */
  readonly address: string;
  /** A JPEG in upright format; the book begins with its title page where no type was there to set one. */
  readonly cover?: EpubPicture | undefined;
  readonly pages: readonly EpubPage<Article>[];
}
