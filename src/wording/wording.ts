import type { BylineRole } from '../newspaper/byline.ts';
import type { Genre, ProofStatus } from '../newspaper/article.ts';
import type { IssueDate } from '../newspaper/issue-date.ts';

/** What stands before and after the names in a byline. */
export interface BylineFrame {
  readonly before: string;
  readonly after: string;
}

/** A place to go, as the navigation names it. */
export type NavigationKey = 'front' | 'sections' | 'columns' | 'columnists' | 'archive' | 'search';

/**
 * Every text of the interface in one language. Texts of the paper itself (names of sections,
 * headlines, rights) come from content/ and are never here.
 */
export interface Wording {
  /** BCP 47 tag of these texts; `lang` of the apparatus where it differs from the paper's. */
  readonly language: string;
  /** Tag that Intl.Collator sorts names with. */
  readonly collation: string;
  /** 0 Sunday, 1 Monday: the first column of a calendar. */
  readonly weekStartsOn: 0 | 1;
  readonly navigation: Readonly<Record<NavigationKey, string>>;
  readonly navigationLabel: string;
  readonly breadcrumbLabel: string;
  readonly skipToContent: string;
  readonly list: {
    /** Joins items of a running list: 、 or a comma. */
    readonly comma: string;
    /** Between names in a byline: a space in Chinese papers. */
    readonly names: string;
  };

  readonly date: {
    /** 2022年12月19日 */
    readonly full: (date: IssueDate) => string;
    /** 12月19日, where the year stands above. */
    readonly short: (date: IssueDate) => string;
    /** 星期一 */
    readonly weekday: (date: IssueDate) => string;
    /** 农历壬寅年十一月廿六; null in languages whose papers do not print it. */
    readonly lunar: (date: IssueDate) => string | null;
    /** What a calendar prints under the day: 廿六, or the month on its first day; null as above. */
    readonly lunarDay: (date: IssueDate) => string | null;
    /** 2022年 */
    readonly year: (year: string) => string;
    /** 2022年12月 */
    readonly month: (year: string, month: string) => string;
    /** 12月 */
    readonly monthName: (month: string) => string;
    /** Seven names from Sunday: a short one for the eye, the whole one for the ear. */
    readonly weekdays: readonly { readonly short: string; readonly full: string }[];
  };

  readonly edition: {
    readonly title: (date: string) => string;
    readonly number: (number: string) => string;
    readonly previous: string;
    readonly next: string;
    readonly latest: string;
    readonly pagesLabel: string;
    /** Names the picture of a page that leads to it. */
    readonly wholePage: (pageTitle: string) => string;
    readonly contents: string;
    readonly pageCount: (count: number) => string;
    readonly articleCount: (count: number) => string;
    readonly dateSource: Readonly<Record<'printed' | 'inferred' | 'external', string>>;
    readonly empty: string;
    readonly neighboursLabel: string;
    /** All texts of an edition in one place, to be read through or printed as a booklet. */
    readonly booklet: string;
    readonly bookletDescription: string;
  };
  readonly page: {
    readonly neighboursLabel: string;
    /** 第01版; `number` is already in its two-digit form. */
    readonly title: (number: string) => string;
    readonly titleWithName: (number: string, name: string) => string;
    readonly previous: string;
    readonly next: string;
    readonly credits: string;
    /** @param number of the page, as it is printed: 01 */
    readonly fullTextOn: (number: string) => string;
    readonly jumpTo: (pageTitle: string) => string;
    readonly jumpFrom: (pageTitle: string) => string;
    readonly empty: string;
    /** The scan of a page, and the way between it and the composed page. */
    readonly facsimile: Readonly<
      Record<'views' | 'composed' | 'facsimile' | 'description' | 'zones' | 'articles', string>
    > & {
      readonly title: (pageTitle: string) => string;
      readonly alt: (pageTitle: string, date: string) => string;
    };
    /** Tools of the composed page. */
    readonly zoom: Readonly<Record<'label' | 'in' | 'out' | 'width' | 'page', string>>;
  };
  readonly article: {
    readonly genre: Readonly<Record<Genre, string>>;
    readonly untitledPhoto: string;
    readonly bylineMark: string;
    readonly byline: (role: BylineRole, label: string | undefined) => BylineFrame;
    readonly caption: string;
    readonly photoMissing: string;
    readonly part: (part: number) => string;
    readonly previous: string;
    readonly next: string;
    readonly neighboursLabel: string;
    readonly othersOnPage: string;
    readonly related: string;
    readonly writers: string;
    readonly columnParts: string;
    readonly partPrevious: string;
    readonly partNext: string;
    /** How long it is, as readers of the language count; `text` is asked for where words are counted. */
    readonly length: (characters: number, text: () => string) => string;
    readonly paragraph: (number: number) => string;
    readonly corrections: string;
    readonly correctedOn: (date: string) => string;
    readonly apparatus: string;
    readonly sourceLabel: string;
    readonly sourceLines: (first: number, last: number) => string;
    readonly paragraphTools: string;
    /** Beside a paragraph's number. */
    readonly compare: string;
    readonly compareParagraph: (number: number) => string;
    readonly paragraphSource: (first: number, last: number) => string;
    readonly editParagraph: string;
    readonly permanentAddress: string;
    readonly proofLabel: string;
    readonly proof: Readonly<Record<ProofStatus, string>>;
    readonly proofNote: string;
    readonly citation: string;
    readonly rights: string;
  };
  readonly section: {
    readonly indexTitle: string;
    readonly indexDescription: string;
  };
  readonly column: {
    readonly indexTitle: string;
    readonly indexDescription: string;
    readonly seriesOf: (count: number) => string;
    readonly series: string;
  };
  readonly columnist: {
    readonly indexTitle: string;
    readonly indexDescription: string;
    /** What a person is, in a list of people. */
    readonly role: Readonly<Record<BylineRole, string>>;
    readonly roleHeading: Readonly<Record<BylineRole, string>>;
    readonly aliases: string;
    readonly affiliation: string;
    /** Heading of names whose reading has no Latin initial. */
    readonly otherInitial: string;
    readonly initialsLabel: string;
  };
  readonly lists: {
    readonly count: (count: number) => string;
    readonly editionCount: (count: number) => string;
    readonly span: (first: string, last: string) => string;
    readonly older: string;
    readonly newer: string;
    readonly newest: string;
    readonly oldest: string;
    readonly pagingLabel: string;
    readonly listPage: (page: number) => string;
    readonly empty: string;
  };
  readonly archive: {
    readonly title: string;
    readonly description: string;
    readonly previousMonth: string;
    readonly nextMonth: string;
    readonly previousYear: string;
    readonly nextYear: string;
    readonly calendarCaption: (month: string) => string;
  };
  readonly notFound: {
    readonly title: string;
    readonly text: string;
    readonly ways: string;
  };
  readonly footer: {
    readonly label: string;
    /** Between a label and what it is the label of. */
    readonly colon: string;
    readonly publisher: string;
    readonly place: string;
    readonly issn: string;
    readonly cn: string;
    readonly rights: string;
    readonly about: string;
  };
  readonly theme: {
    readonly label: string;
  };
}
