import type { IssueDate } from '../../newspaper/issue-date.ts';

/** Anything of the paper that has an id, a printed name and other spellings the OCR has given it. */
export interface KnownName {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface KnownColumn extends KnownName {
  readonly parentLabel?: string | undefined;
  readonly series?: boolean;
}

/** An article file that already stands in content/, so that its slug stays what it was. */
export interface KnownArticle {
  readonly edition: IssueDate;
  readonly page: number;
  readonly slug: string;
  readonly headline: string | null;
  /** Lines of the page's kept source, 1-based, both ends included. */
  readonly lines?: readonly [number, number] | undefined;
}

/** `editions/<date>.yaml` as it stands: its text, so that what a person wrote there is kept. */
export interface KnownEdition {
  readonly date: IssueDate;
  readonly yaml: string;
}

/**
 * What the importer knows of the newspaper before it reads a page: read from content/ once a run,
 * and widened by the pages of the run themselves. Empty for a first import.
 */
export interface KnownPaper {
  readonly publication?: {
    readonly name: string;
    readonly language: string;
    /** A sections/ id. */
    readonly defaultSection?: string | undefined;
  };
  readonly sections: readonly KnownName[];
  readonly columns: readonly KnownColumn[];
  readonly columnists: readonly KnownName[];
  /** Articles of the dates that are being imported; others may be left out. */
  readonly articles: readonly KnownArticle[];
  readonly editions: readonly KnownEdition[];
}

/** A paper of which nothing is known yet. */
export const unknownPaper: KnownPaper = {
  sections: [],
  columns: [],
  columnists: [],
  articles: [],
  editions: [],
};
