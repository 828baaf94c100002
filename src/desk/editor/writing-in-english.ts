/**
 * docs/writing.md in English: what each field of a file in content/ is for, by its path in the file.
 * The schemas carry the Chinese, which `npm run check` quotes; a test keeps the two of one length.
 */
const file = 'name of a file in %/, without .yaml';

export const fieldsInEnglish: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  article: {
    kind: 'an article, or a picture that stands by itself',
    genre: 'genre',
    edition: 'the edition: its date in editions/',
    page: 'page number, from 1',
    order: 'place in the page’s reading order, from 1',
    section: file.replace('%', 'sections'),
    kicker: 'line above the headline',
    headline: 'headline; a picture may have none',
    deck: 'line below the headline',
    standfirst: 'summary before the text',
    column: file.replace('%', 'columns'),
    part: 'number in the series',
    rank: 'weight on the page, 1 is the lead; else by order',
    bylines: 'who made it, as printed',
    'bylines[].name': 'name as printed',
    'bylines[].role': 'role',
    'bylines[].label': 'what is printed before the name, such as “our reporter”',
    'bylines[].columnist': file.replace('%', 'columnists'),
    images: 'pictures',
    'images[].file': 'file beside the article',
    'images[].alt': 'what it shows, for those who cannot see it',
    'images[].caption': 'caption, where it is not the text',
    'images[].credit': 'photographer or source, as printed',
    jump: 'continued on another page',
    'jump.to': 'continued on page …',
    'jump.from': 'continued from page …',
    source: 'the OCR text and its lines',
    'source.file': 'the OCR text',
    'source.lines': 'first and last line of it, from 1',
    proof: 'whether it has been compared with the printed page',
    proofNote: 'what is doubtful, for the next proofreader',
    allow: 'looked at and left so: the check is silent about it',
    'allow[].rule': 'name of the rule',
    'allow[].text': 'these words only; without it, the whole article',
    corrections: 'what the paper got wrong (misreadings are mended in the text)',
    'corrections[].date': 'date of the correction',
    'corrections[].text': 'the correction',
  },
  edition: {
    date: 'date of publication',
    dateSource: 'how it is known',
    dateNote: 'on what grounds, in a sentence',
    number: 'issue number; leave it out rather than guess',
    pages: 'its pages in order',
    'pages[].number': 'page number, from 1',
    'pages[].name': 'name of the page, such as News',
    'pages[].credits': 'who edited the page',
    'pages[].credits[].role': 'role as printed',
    'pages[].credits[].names': 'names',
    'pages[].layout': 'hints for setting the page, by the name of the article’s file',
  },
  section: {
    name: 'name',
    description: 'a sentence or two',
    order: 'place in the list of sections, from 1',
  },
  column: {
    name: 'name as printed',
    description: 'a sentence or two',
    parentLabel: 'heading that is printed above it',
    aliases: 'other spellings in OCR text, by which an import knows it',
    series: 'whether its parts are numbered',
  },
  columnist: {
    name: 'name as printed',
    description: 'a sentence or two',
    affiliation: 'where they work',
    sortKey: 'by what they are sorted, where the pinyin is not plain',
    disambiguation: 'a word that tells them from another of the name',
    sameAs: 'address of the same person elsewhere',
    aliases: 'pen names and other spellings in OCR text',
  },
  page: {
    title: 'title',
    description: 'a sentence about it',
    order: 'place in the footer, from 1',
  },
};

export interface ComponentInEnglish {
  readonly purpose: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export const componentsInEnglish: Readonly<Record<string, ComponentInEnglish>> = {
  Photo: {
    purpose: 'A picture with caption and photographer',
    attributes: {
      src: 'file beside the article',
      alt: 'what it shows, for those who cannot see it',
      caption: 'caption',
      credit: 'photographer or source, as printed',
    },
  },
  PullQuote: { purpose: 'Words drawn out of the text', attributes: { by: 'who said them' } },
  Aside: {
    purpose: 'A box in the text: related items, an explanation, an editor’s note',
    attributes: { title: 'its heading' },
  },
  Crosshead: { purpose: 'A heading in the text, the same as “## Heading”', attributes: {} },
  Table: { purpose: 'A table with a title', attributes: { caption: 'its title' } },
  Unclear: {
    purpose: 'Words that cannot be made out in the original',
    attributes: { note: 'why' },
  },
  Correction: {
    purpose: 'What the paper printed wrongly (a misreading is mended in the text)',
    attributes: { date: 'date of the correction' },
  },
  Jump: {
    purpose: 'Continued on, or from, another page',
    attributes: { to: 'on page …', from: 'from page …' },
  },
};
