import type { IssueDate } from '../../newspaper/issue-date.ts';

/** An edition as a catalogue of e-books lists it. */
export interface CataloguedEdition {
  readonly title: string;
  readonly date: IssueDate;
  readonly updated: IssueDate;
  readonly summary: string;
  /** The edition's page, absolute: its identifier. */
  readonly address: string;
  readonly epub: string;
  readonly picture?: string | undefined;
}

/** One page of the catalogue. */
export interface Catalogue {
  readonly title: string;
  readonly paper: string;
  readonly publisher: string;
  readonly language: string;
  readonly timeZone: string;
  /** Newest first. */
  readonly editions: readonly CataloguedEdition[];
  readonly updated: IssueDate;
  /** Of all pages together. */
  readonly count: number;
  readonly addresses: {
    readonly self: string;
    readonly start: string;
    /** The page with the next older editions. */
    readonly older?: string | undefined;
    readonly newer?: string | undefined;
    readonly web: string;
  };
}

/** Anyone may take it, without asking: what Thorium and KOReader offer as a download. */
export const openAccess = 'http://opds-spec.org/acquisition/open-access';
