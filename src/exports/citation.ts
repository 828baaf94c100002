import type { BylineRole } from '../newspaper/byline.ts';
import type { IssueDate } from '../newspaper/issue-date.ts';
import { xmlText } from './write-xml.ts';

/** What a citation says of an article. */
export interface CitedArticle {
  /** `2022-12-19/01/slug`: what its citation key is made of. */
  readonly id: string;
  readonly headline: string;
  readonly deck?: string | undefined;
  readonly bylines: readonly { readonly name: string; readonly role: BylineRole }[];
  readonly paper: string;
  readonly place?: string | undefined;
  readonly issn?: string | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly date: IssueDate;
  /** From 1. */
  readonly page: number;
  /** Absolute. */
  readonly address: string;
}

/** GB/T 7714-2025, 8.1: three names at most, then 等 or et al. */
const namesShown = 3;

function isChinese({ language }: Pick<CitedArticle, 'language'>): boolean {
  return /^zh\b/.test(language);
}

/**
 * The reference of a newspaper article after GB/T 7714-2025, 8.5. The printed paper:
 * `作者. 题名[N]. 报名，2000-11-20（15）.` The page online: `[N/OL]`, and the address behind it. Comma
 * and brackets are full-width in every language, full stop and square brackets half-width. A Latin
 * name gives its surname first, then initials (7.1).
 *
 * A deck that opens with a dash goes on from the headline; any other is its subtitle. Without a
 * byline the reference begins with the title.
 *
 * @param medium the printed page, or this site's
 */
export function citeGbt7714(article: CitedArticle, medium: 'print' | 'online'): string {
  const names = authorsOf(article).map(surnameFirst);
  const authors = [
    ...names.slice(0, namesShown),
    ...(names.length > namesShown ? [isChinese(article) ? '等' : 'et al'] : []),
  ].join('，');
  return oneLine(
    [
      authors === '' ? '' : `${authors}. `,
      `${fullTitle(article)}[${medium === 'print' ? 'N' : 'N/OL'}]. `,
      `${article.paper}，${article.date}（${article.page}）.`,
      medium === 'print' ? '' : ` ${article.address}.`,
    ].join(''),
  );
}

/** `Mary-Ann B. Lee` is `Lee M-A B`; a name of one word, or of another script, stays as it is. */
function surnameFirst(name: string): string {
  const { family, given } = nameParts(name);
  if (given === undefined) return family;
  const initials = given
    .split(/[ .]+/u)
    .filter((word) => word !== '')
    .map((word) =>
      word
        .split('-')
        .filter((part) => part !== '')
        .map((part) => [...part][0]!.toLocaleUpperCase('en'))
        .join('-'),
    );
  return [family, ...initials].join(' ');
}

/** 林望舒 is one name, which no processor may turn round; a Latin name ends with its surname. */
function nameParts(name: string): { readonly family: string; readonly given?: string } {
  const words = oneLine(name).split(' ');
  return isLatin(name) && words.length > 1
    ? { family: words.at(-1)!, given: words.slice(0, -1).join(' ') }
    : { family: oneLine(name) };
}

/** Headline and deck as one title. */
export function fullTitle(article: Pick<CitedArticle, 'headline' | 'deck' | 'language'>): string {
  const { headline, deck } = article;
  if (deck === undefined || deck === '') return headline;
  if (/^[—-]/.test(deck)) return headline + deck;
  return `${headline}${isChinese(article) ? '：' : ': '}${deck}`;
}

/** Names in print order, each once; those who took pictures count where nobody wrote. */
function authorsOf({ bylines }: CitedArticle): string[] {
  const names = (chosen: typeof bylines): string[] => [...new Set(chosen.map(({ name }) => name))];
  const writers = names(bylines.filter(({ role }) => role !== 'photographer'));
  return writers.length > 0 ? writers : names(bylines);
}

const tex: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A BibTeX entry. Names of one word stand in braces, so that nobody takes them apart. */
export function citeBibtex(article: CitedArticle): string {
  const value = (text: string): string =>
    `{${oneLine(text).replaceAll(/[\\{}%$&#_~^]/g, (character) => tex[character]!)}}`;
  const [year, month, day] = article.date.split('-') as [string, string, string];
  const authors = authorsOf(article)
    .map((name) => (isLatin(name) ? value(name).slice(1, -1) : value(name)))
    .join(' and ');
  const fields: readonly (readonly [string, string])[] = [
    ['title', `{${value(fullTitle(article))}}`],
    ...(authors === '' ? [] : [['author', `{${authors}}`] as const]),
    ['journal', value(article.paper)],
    ['year', `{${year}}`],
    ['month', `{${Number(month)}}`],
    ['day', `{${Number(day)}}`],
    ['pages', `{${article.page}}`],
    ['entrysubtype', '{newspaper}'],
    ...(article.issn === undefined ? [] : [['issn', `{${article.issn}}`] as const]),
    ['langid', isChinese(article) ? '{chinese}' : `{${article.language}}`],
    ['url', `{${article.address}}`],
  ];
  return [
    `@article{${keyOf(article)},`,
    ...fields.map(([name, text]) => `  ${name} = ${text},`),
    '}',
  ].join('\n');
}

/** A RIS record (newspaper article, `NEWS`). A name with a comma is `surname, given`; one without is whole. */
export function citeRis(article: CitedArticle): string {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['TY', 'NEWS'],
    ...authorsOf(article).map((name) => {
      const { family, given } = nameParts(name);
      return ['AU', given === undefined ? family : `${family}, ${given}`] as const;
    }),
    ['TI', fullTitle(article)],
    ['T2', article.paper],
    ['DA', article.date.replaceAll('-', '/')],
    ['PY', article.date.slice(0, 4)],
    ['SP', String(article.page)],
    ['CY', article.place],
    ['SN', article.issn],
    ['LA', article.language],
    ['UR', article.address],
  ];
  return [
    ...lines
      .filter((line): line is readonly [string, string] => line[1] !== undefined)
      .map(([tag, text]) => `${tag}  - ${oneLine(text)}`),
    'ER  - ',
    '',
  ].join('\r\n');
}

/** An item of CSL-JSON, as citation processors take it. */
export function citeCsl(article: CitedArticle): Readonly<Record<string, unknown>> {
  const authors = authorsOf(article);
  return {
    id: keyOf(article),
    type: 'article-newspaper',
    title: oneLine(fullTitle(article)),
    ...(authors.length === 0
      ? {}
      : {
          author: authors.map((name) => {
            const { family, given } = nameParts(name);
            return given === undefined ? { literal: family } : { family, given };
          }),
        }),
    'container-title': article.paper,
    issued: { 'date-parts': [article.date.split('-').map(Number)] },
    page: String(article.page),
    ...(article.place === undefined ? {} : { 'publisher-place': article.place }),
    ISSN: article.issn,
    language: article.language,
    URL: article.address,
  };
}

/**
 * What Zotero's connector reads from a page's head. The type is Dublin Core's, since
 * `citation_journal_title` would make the article a journal's; a name without blank or comma stays one.
 */
export function citationMetaTags(
  article: CitedArticle,
): readonly { readonly name: string; readonly content: string }[] {
  const tags: readonly (readonly [string, string | undefined])[] = [
    ['dc.type', 'newspaperArticle'],
    ['citation_title', fullTitle(article)],
    ...authorsOf(article).map((name) => ['citation_author', name] as const),
    ['citation_date', article.date],
    ['citation_firstpage', String(article.page)],
    ['citation_language', article.language],
    ['citation_issn', article.issn],
    ['citation_public_url', article.address],
    ['prism.publicationName', article.paper],
  ];
  return tags.flatMap(([name, content]) =>
    content === undefined ? [] : [{ name, content: oneLine(content) }],
  );
}

/** ASCII, and the same for ever: `2022-12-19-01-slug`. */
function keyOf({ id }: CitedArticle): string {
  return id.replaceAll('/', '-');
}

function isLatin(name: string): boolean {
  return /^\p{Script=Latin}/u.test(name);
}

/** No line ends or control characters: each format gives its lines a meaning. */
function oneLine(text: string): string {
  return xmlText(text)
    .replaceAll(/[\s\u0085\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u007f-\u009f]/g, '')
    .trim();
}

/** All ways of citing one article, as its page offers them. */
export interface ArticleCitation {
  readonly print: string;
  readonly online: string;
  readonly bibtex: string;
  readonly ris: string;
  /** A list of one item. */
  readonly csl: string;
}

export function citeArticle(article: CitedArticle): ArticleCitation {
  return {
    print: citeGbt7714(article, 'print'),
    online: citeGbt7714(article, 'online'),
    bibtex: citeBibtex(article),
    ris: citeRis(article).replaceAll('\r\n', '\n').trimEnd(),
    csl: JSON.stringify([citeCsl(article)], undefined, 1),
  };
}
