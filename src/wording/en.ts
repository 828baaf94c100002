import { issueDateToUtc, type IssueDate } from '../newspaper/issue-date.ts';
import type { Wording } from './wording.ts';

const dateFormat = (options: Intl.DateTimeFormatOptions): ((date: IssueDate) => string) => {
  const formatter = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  return (date) => formatter.format(issueDateToUtc(date));
};

const monthNames = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2000, month, 1)),
  ),
);
const monthName = (month: string): string => monthNames[Number(month) - 1] ?? month;

const count = (one: string, many: string) => (number: number) =>
  `${number} ${number === 1 ? one : many}`;

const words = count('word', 'words');

const weekdayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** Two-digit page numbers are for addresses; English papers print “Page 1”. */
const plain = (pageNumber: string): string => String(Number(pageNumber));

export const en: Wording = {
  language: 'en',
  collation: 'en',
  weekStartsOn: 1,
  navigation: {
    front: 'Latest',
    sections: 'Sections',
    columns: 'Columns',
    columnists: 'Writers',
    archive: 'Archive',
    search: 'Search',
  },
  navigationLabel: 'Whole paper',
  breadcrumbLabel: 'You are here',
  skipToContent: 'Skip to the text',
  list: { comma: ', ', names: ', ' },
  date: {
    full: dateFormat({ day: 'numeric', month: 'long', year: 'numeric' }),
    short: dateFormat({ day: 'numeric', month: 'long' }),
    weekday: dateFormat({ weekday: 'long' }),
    lunar: () => null,
    lunarDay: () => null,
    year: (year) => year,
    month: (year, month) => `${monthName(month)} ${year}`,
    monthName,
    weekdays: weekdayNames.map((name) => ({ short: name.slice(0, 3), full: name })),
  },
  edition: {
    title: (date) => `The paper of ${date}`,
    number: (number) => (/^\d+$/.test(number) ? `No. ${number}` : number),
    previous: 'Previous edition',
    next: 'Next edition',
    latest: 'Latest edition',
    pagesLabel: 'Pages of this edition',
    wholePage: (page) => `${page}, the whole page`,
    contents: 'In this edition',
    pageCount: count('page', 'pages'),
    articleCount: count('item', 'items'),
    dateSource: {
      printed: 'Date as printed',
      inferred: 'Date inferred from the contents',
      external: 'Date from another source',
    },
    empty: 'No edition has been added yet.',
    neighboursLabel: 'Other editions',
    booklet: 'Read the whole edition',
    bookletDescription:
      'Every text of this edition in order, to be read through or printed as a booklet.',
  },
  page: {
    title: (number) => `Page ${plain(number)}`,
    titleWithName: (number, name) => `Page ${plain(number)}, ${name}`,
    previous: 'Previous page',
    next: 'Next page',
    neighboursLabel: 'Neighbouring pages',
    credits: 'Page editors',
    fullTextOn: (number) => `Full text on page ${plain(number)}`,
    jumpTo: (page) => `Continued on ${page}`,
    jumpFrom: (page) => `Continued from ${page}`,
    empty: 'No articles of this page have been added.',
    facsimile: {
      views: 'Two views of the page',
      composed: 'Set again',
      facsimile: 'As printed',
      title: (page) => `${page}, as printed`,
      description: 'The page as it was printed, with links to its articles.',
      alt: (page, date) => `Scan of ${page}, ${date}; its text is in the articles`,
      zones: 'Articles on the page',
      articles: 'Articles of this page',
    },
    zoom: {
      label: 'Size of the page',
      in: 'Larger',
      out: 'Smaller',
      width: 'Fit width',
      page: 'Whole page',
    },
  },
  article: {
    genre: {
      news: 'News',
      feature: 'Feature',
      commentary: 'Comment',
      essay: 'Essay',
      photo: 'Picture',
      service: 'Service',
      notice: 'Notice',
      literature: 'Literature',
      poem: 'Poem',
    },
    untitledPhoto: 'Picture',
    bylineMark: '',
    byline: (role, label) => ({
      before:
        role === 'photographer' ? 'Photograph by' : role === 'translator' ? 'Translated by' : 'By',
      after: label ? `, ${label}` : '',
    }),
    caption: 'Caption',
    photoMissing: 'Picture not in the collection',
    part: (part) => `No. ${part}`,
    previous: 'Previous article',
    next: 'Next article',
    neighboursLabel: 'Neighbouring articles',
    othersOnPage: 'Also on this page',
    related: 'Related',
    writers: 'Written by',
    columnParts: 'Other parts of this column',
    partPrevious: 'Previous in this column',
    partNext: 'Next in this column',
    length: (_characters, text) => words(text().split(/\s+/).filter(Boolean).length),
    paragraph: (number) => `Paragraph ${number}`,
    corrections: 'Corrections',
    correctedOn: (date) => `Corrected on ${date}`,
    apparatus: 'Where this text comes from',
    sourceLabel: 'Scanned text',
    sourceLines: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
    paragraphTools: 'Paragraph by paragraph',
    compare: 'scan',
    compareParagraph: (number) => `Paragraph ${number} against the scanned text`,
    paragraphSource: (first, last) =>
      first === last ? `scanned line ${first}` : `scanned lines ${first}–${last}`,
    editParagraph: 'Mend this paragraph',
    permanentAddress: 'Address',
    proofLabel: 'Proof-reading',
    proof: { unread: 'not yet read', read: 'read', doubtful: 'doubtful' },
    proofNote: 'In doubt',
    citation: 'How to cite',
    rights: 'Rights',
  },
  section: { indexTitle: 'Sections', indexDescription: 'The parts of the paper by subject.' },
  column: {
    indexTitle: 'Columns',
    indexDescription: 'Standing columns and numbered series.',
    seriesOf: (parts) => `Series, ${parts} ${parts === 1 ? 'part' : 'parts'} here`,
    series: 'Series',
  },
  columnist: {
    indexTitle: 'Writers',
    indexDescription: 'Reporters, correspondents, contributors and photographers, by name.',
    role: {
      reporter: 'Reporter',
      correspondent: 'Correspondent',
      contributor: 'Contributor',
      photographer: 'Photographer',
      translator: 'Translator',
    },
    roleHeading: {
      reporter: 'Reports',
      correspondent: 'Correspondence',
      contributor: 'Signed pieces',
      photographer: 'Photographs',
      translator: 'Translations',
    },
    aliases: 'Also as',
    affiliation: 'Of',
    otherInitial: 'Other',
    initialsLabel: 'By initial',
  },
  lists: {
    count: count('article', 'articles'),
    editionCount: count('edition', 'editions'),
    span: (first, last) => (first === last ? first : `${first} to ${last}`),
    older: 'Older',
    newer: 'Newer',
    newest: 'Newest',
    oldest: 'Oldest',
    pagingLabel: 'Pages of this list',
    listPage: (page) => `List page ${page}, from the oldest`,
    empty: 'No articles yet.',
  },
  archive: {
    title: 'Archive',
    description: 'Every edition by its date.',
    previousMonth: 'Previous month',
    nextMonth: 'Next month',
    previousYear: 'Previous year',
    nextYear: 'Next year',
    calendarCaption: (month) => `Editions in ${month}`,
  },
  notFound: {
    title: 'There is no such page',
    text: 'The address may have been miscopied, or this edition is not in the collection yet. Addresses are made of the date, the page and the article, and do not change once published.',
    ways: 'Places to start from',
  },
  footer: {
    label: 'Rights and information',
    colon: ': ',
    publisher: 'Publisher',
    place: 'Place',
    issn: 'ISSN',
    cn: 'CN',
    rights: 'Rights',
    about: 'About',
  },
  theme: { label: 'Reading settings' },
};
