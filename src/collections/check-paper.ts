import { findingWords } from '../newspaper/finding-words.ts';
import type { Bilingual } from '../newspaper/bilingual.ts';
import type { ArticlePicture } from '../manuscript/check-article.ts';
import type { Article } from '../newspaper/article.ts';
import type { Edition } from '../newspaper/edition.ts';
import type { Finding } from '../newspaper/finding.ts';
import type { Place } from '../newspaper/local-finding.ts';
import { nearestName } from '../newspaper/nearest-name.ts';
import { checkLayout, type LaidArticle } from '../newspaper/check-layout.ts';
import { formatPageNumber } from '../newspaper/format-page-number.ts';
import type { Publication } from '../newspaper/publication.ts';
import type { YamlCollection } from './content-path.ts';

/** An entry with where it stands; `locate` reads the file again, so it is called for mistakes only. */
export interface PaperEntry<T> {
  /** Relative to the content folder. */
  readonly path: string;
  readonly id: string;
  readonly data: T;
  readonly locate: (path: readonly PropertyKey[]) => Place;
}

export interface PaperArticle extends PaperEntry<Article> {
  readonly pictures: readonly ArticlePicture[];
}

/** Everything that was read without an error of its own. */
export interface Paper {
  readonly publication: PaperEntry<Publication> | undefined;
  readonly editions: readonly PaperEntry<Edition>[];
  readonly articles: readonly PaperArticle[];
  /** Ids by collection, those of broken files too: one mistake must not raise a second alarm. */
  readonly ids: Readonly<Record<YamlCollection, ReadonlySet<string>>>;
  /** Paths of all files in the content folder. */
  readonly files: ReadonlySet<string>;
}

const nouns: Record<YamlCollection, Bilingual> = {
  editions: { zh: '一期', en: 'edition' },
  sections: { zh: '版块', en: 'section' },
  columns: { zh: '栏目', en: 'column' },
  columnists: { zh: '作者', en: 'writer' },
};

/** The nearest of 24,000 names is half a second's work: a list of a thousand wrong ones is not a slip. */
const maxSuggestions = 5;

/** Checks what no file shows by itself: references, folders, and places taken twice. */
export function checkPaper(paper: Paper): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (entry, path, id, excerpt, message, action, severity = 'error') => {
    const place = entry.locate(path);
    findings.push({
      id,
      severity,
      file: entry.path,
      ...place,
      excerpt: String(excerpt),
      ...findingWords(message, action),
    });
  };
  if (paper.publication !== undefined) checkPublication(paper, paper.publication, report);
  checkEditions(paper, report);
  const pagesOf = new Map(
    paper.editions.map(({ id, data }) => [id, data.pages.map(({ number }) => number)]),
  );
  const placed = new Map<string, PaperArticle>();
  const told = new Set<PaperArticle>();
  for (const article of paper.articles) {
    checkPlace(paper, article, pagesOf, report);
    checkOrder(article, placed, told, report);
    checkReferences(paper, article, report);
    checkFiles(paper, article, report);
  }
  findings.push(...checkNames(paper.files), ...checkSitePages(paper.files));
  return findings;
}

/** Tells a fault of a file at the place of one of its keys. */
type Report = (
  entry: PaperEntry<unknown>,
  path: readonly PropertyKey[],
  id: string,
  excerpt: unknown,
  message: Bilingual,
  action: Bilingual,
  severity?: Finding['severity'],
) => void;

function checkReference(
  paper: Paper,
  entry: PaperEntry<unknown>,
  path: readonly PropertyKey[],
  collection: Exclude<YamlCollection, 'editions'>,
  wanted: string | undefined,
  report: Report,
): void {
  if (wanted === undefined || paper.ids[collection].has(wanted)) return;
  const meant = nearestName(wanted, paper.ids[collection]);
  report(
    entry,
    path,
    `${collection.slice(0, -1)}-unknown`,
    wanted,
    {
      zh: `${collection}/ 里没有“${wanted}”这个${nouns[collection].zh}`,
      en: `${collection}/ has no ${nouns[collection].en} “${wanted}”`,
    },
    meant === undefined
      ? {
          zh: `新建 ${collection}/${wanted}.yaml，写上 name`,
          en: `Make ${collection}/${wanted}.yaml, and write name`,
        }
      : {
          zh: `是不是 ${meant}？或新建 ${collection}/${wanted}.yaml`,
          en: `Did you mean ${meant}? Or make ${collection}/${wanted}.yaml`,
        },
  );
}

function checkPublication(
  paper: Paper,
  publication: PaperEntry<Publication>,
  report: Report,
): void {
  const { defaultSection, interactive, nameplate } = publication.data;
  checkReference(paper, publication, ['defaultSection'], 'sections', defaultSection, report);
  for (const [key, file] of Object.entries(nameplate ?? {})) {
    if (file === undefined || paper.files.has(`public/${file}`)) continue;
    report(
      publication,
      ['nameplate', key],
      'nameplate-missing',
      file,
      { zh: `没有 public/${file} 这张图`, en: `There is no picture public/${file}` },
      {
        zh: '把图放进本报文件夹的 public/，或改正文件名',
        en: 'Put the picture into public/ of the paper’s folder, or mend the file name',
      },
    );
  }
  // From the files: an article that lacks this mark has errors, and is not among the articles.
  let known: readonly string[] | undefined;
  for (const [index, id] of interactive?.entries() ?? []) {
    if (paper.files.has(`articles/${id}.mdx`)) continue;
    if (id.startsWith('pages/') && ['.mdx', '.md'].some((end) => paper.files.has(id + end)))
      continue;
    known ??= Array.from(paper.files, (file) => /^articles\/(.+)\.mdx$/.exec(file)?.[1] ?? '');
    const meant = index < maxSuggestions ? nearestName(id, known) : undefined;
    report(
      publication,
      ['interactive', index],
      'interactive-unknown',
      id,
      { zh: `没有 articles/${id}.mdx 这篇文章`, en: `There is no article articles/${id}.mdx` },
      meant === undefined
        ? { zh: '从 interactive 里删去', en: 'Remove it from interactive' }
        : { zh: `是不是 ${meant}？`, en: `Did you mean ${meant}?` },
    );
  }
}

function checkEditions(paper: Paper, report: Report): void {
  const pagesWithFiles = new Set(
    Array.from(paper.files, (file) => /^articles\/(.+)\/[^/]+\.mdx$/.exec(file)?.[1] ?? ''),
  );
  for (const edition of paper.editions) {
    const { date, pages } = edition.data;
    if (date !== edition.id) {
      report(
        edition,
        ['date'],
        'edition-date',
        date,
        {
          zh: `日期应与文件名一致（${edition.id}），现为 ${date}`,
          en: `The date must agree with the file name (${edition.id}); found ${date}`,
        },
        { zh: '改日期，或给文件改名', en: 'Change the date, or rename the file' },
      );
    }
    for (const [index, { number, layout }] of pages.entries()) {
      const folder = `articles/${date}/${formatPageNumber(number)}`;
      for (const slug of Object.keys(layout ?? {})) {
        if (paper.files.has(`${folder}/${slug}.mdx`)) continue;
        report(
          edition,
          ['pages', index, 'layout', slug],
          'layout-unknown',
          slug,
          {
            zh: `${folder}/ 里没有 ${slug}.mdx，版式无处可用`,
            en: `${folder}/ has no ${slug}.mdx, so this layout is for nothing`,
          },
          {
            zh: '写这一版里一篇文章的文件名（不带 .mdx），或删去这一行',
            en: 'Name the file of an article of this page (without .mdx), or remove this line',
          },
        );
      }
      if (layout !== undefined) {
        const articles = articlesOn(paper, edition.id, number);
        const problems = checkLayout(articles, layout, paper.publication?.data.lead);
        for (const { slug, field, message, action } of problems) {
          const path = ['pages', index, 'layout', slug, field];
          report(edition, path, 'layout-refused', layout[slug]![field], message, action, 'review');
        }
      }
      if (pagesWithFiles.has(`${edition.id}/${formatPageNumber(number)}`)) continue;
      report(
        edition,
        ['pages', index],
        'page-empty',
        number,
        { zh: `第 ${number} 版一篇文章也没有`, en: `Page ${number} has no article at all` },
        {
          zh: `在 articles/${edition.id}/${formatPageNumber(number)}/ 里放上文章，或从 pages 里删去这一版`,
          en: `Put articles into articles/${edition.id}/${formatPageNumber(number)}/, or remove this page from pages`,
        },
        'review',
      );
    }
  }
}

/** An article's edition and page are those of its folder, and there. */
function checkPlace(
  paper: Paper,
  article: PaperArticle,
  pagesOf: ReadonlyMap<string, readonly number[]>,
  report: Report,
): void {
  const { edition, page } = article.data;
  const [folderEdition, folderPage] = article.id.split('/') as [string, string];
  if (edition !== folderEdition) {
    report(
      article,
      ['edition'],
      'article-edition',
      edition,
      {
        zh: `edition 应与所在文件夹一致（${folderEdition}），现为 ${edition}`,
        en: `edition must agree with the folder (${folderEdition}); found ${edition}`,
      },
      {
        zh: '改 edition，或把文件移到那一期的文件夹',
        en: 'Change edition, or move the file into that edition’s folder',
      },
    );
  } else if (!paper.ids.editions.has(edition)) {
    const meant = nearestName(edition, paper.ids.editions);
    report(
      article,
      ['edition'],
      'edition-unknown',
      edition,
      { zh: `editions/ 里没有 ${edition} 这一期`, en: `editions/ has no ${edition}` },
      {
        zh: `新建 editions/${edition}.yaml${meant === undefined ? '' : `，或改为 ${meant}`}`,
        en: `Make editions/${edition}.yaml${meant === undefined ? '' : `, or change it to ${meant}`}`,
      },
    );
  }
  if (formatPageNumber(page) !== folderPage) {
    report(
      article,
      ['page'],
      'article-page',
      page,
      {
        zh: `page 应与所在文件夹一致（${Number(folderPage)}），现为 ${page}`,
        en: `page must agree with the folder (${Number(folderPage)}); found ${page}`,
      },
      {
        zh: '改 page，或把文件移到那一版的文件夹',
        en: 'Change page, or move the file into that page’s folder',
      },
    );
    return;
  }
  const pages = pagesOf.get(edition);
  if (pages === undefined || pages.includes(page)) return;
  report(
    article,
    ['page'],
    'page-unknown',
    page,
    {
      zh: `${edition} 这一期没有第 ${page} 版；有：${pages.join('、')}`,
      en: `The edition ${edition} has no page ${page}; there are: ${pages.join(', ')}`,
    },
    {
      zh: `在 editions/${edition}.yaml 的 pages 里加上这一版，或改 page`,
      en: `Add the page to pages in editions/${edition}.yaml, or change page`,
    },
  );
}

/**
 * Which of two articles has the wrong number the program cannot know: both are told.
 *
 * @param placed articles by the place that they have taken; takes in this one
 * @param told those of them that have been told
 */
function checkOrder(
  article: PaperArticle,
  placed: Map<string, PaperArticle>,
  told: Set<PaperArticle>,
  report: Report,
): void {
  const { edition, page, order } = article.data;
  const place = `${edition}/${page}/${order}`;
  const other = placed.get(place);
  if (other === undefined) {
    placed.set(place, article);
    return;
  }
  const tell = (one: PaperArticle, another: PaperArticle): void => {
    if (told.has(one)) return;
    told.add(one);
    report(
      one,
      ['order'],
      'order-duplicate',
      order,
      {
        zh: `第 ${page} 版的次序 ${order} 已由 ${another.path} 占用`,
        en: `Order ${order} of page ${page} is taken by ${another.path}`,
      },
      {
        zh: '两篇用不同的 order；若是同一篇，删去一个',
        en: 'Give the two different orders; if they are one article, remove one',
      },
    );
  };
  tell(other, article);
  tell(article, other);
}

/** The section, the column and the people that an article names are there. */
function checkReferences(paper: Paper, article: PaperArticle, report: Report): void {
  const { section, column, part, bylines } = article.data;
  checkReference(paper, article, ['section'], 'sections', section, report);
  checkReference(paper, article, ['column'], 'columns', column, report);
  for (const [index, { columnist }] of bylines.entries()) {
    const path = ['bylines', index, 'columnist'];
    checkReference(paper, article, path, 'columnists', columnist, report);
  }
  if (part !== undefined && column === undefined) {
    report(
      article,
      ['part'],
      'part-without-column',
      part,
      {
        zh: 'part 是在栏目中的序号，现在没有 column',
        en: 'part is a number within a column, and there is no column',
      },
      { zh: '写上 column，或删去 part', en: 'Write column, or remove part' },
    );
  }
}

/** The source page and the pictures of an article are there. */
function checkFiles(paper: Paper, article: PaperArticle, report: Report): void {
  const { source, images } = article.data;
  if (source !== undefined && !paper.files.has(source.file)) {
    report(
      article,
      ['source', 'file'],
      'source-missing',
      source.file,
      { zh: `没有 ${source.file} 这个文件`, en: `There is no file ${source.file}` },
      {
        zh: '改正路径，或放回识别原文；没有原文就删去 source',
        en: 'Mend the path, or put the OCR’d text back; without one, remove source',
      },
    );
  }
  const folder = article.path.slice(0, article.path.lastIndexOf('/') + 1);
  const checkPicture = (file: string, at: readonly PropertyKey[], shown = article): void => {
    if (paper.files.has(folder + file)) return;
    report(
      shown,
      at,
      'picture-missing',
      file,
      { zh: `没有 ${folder}${file} 这张图片`, en: `There is no picture ${folder}${file}` },
      {
        zh: '把图片放到文章旁边，或改正文件名',
        en: 'Put the picture beside the article, or mend the file name',
      },
    );
  };
  for (const [index, { file }] of images.entries()) checkPicture(file, ['images', index, 'file']);
  for (const { file, line, column } of article.pictures) {
    checkPicture(file, [], { ...article, locate: () => ({ line, column }) });
  }
}

/** First steps of addresses that the paper has by itself (newspaper/address.ts). */
export const takenAddresses: ReadonlySet<string> = new Set(
  '404 admin archive columnists columns feeds index offline opds page-names search sections sitemaps type'.split(
    ' ',
  ),
);

/** A page of text stands at the root, where it could take the place of another. */
function checkSitePages(files: ReadonlySet<string>): Finding[] {
  return Array.from(files).flatMap((file): Finding[] => {
    const slug = /^pages\/([^/]+)\.mdx?$/.exec(file)?.[1];
    const isTwice = file.endsWith('.md') && files.has(`${file}x`);
    if (slug === undefined || (!takenAddresses.has(slug) && !isTwice)) return [];
    return [
      {
        id: 'page-address',
        severity: 'error',
        file,
        line: 1,
        column: 1,
        excerpt: slug,
        ...findingWords(
          {
            zh: `网址 /${slug}/ 已由${isTwice ? `${file}x 占用` : '报纸自己的页面占用'}`,
            en: `The address /${slug}/ is taken by ${isTwice ? `${file}x` : 'a page of the paper itself'}`,
          },
          isTwice
            ? { zh: '删去其中一个', en: 'Remove one of them' }
            : { zh: '换一个文件名', en: 'Take another file name' },
        ),
      },
    ];
  });
}

/** Two names that differ in case only are one file on Windows and macOS. */
function checkNames(files: ReadonlySet<string>): Finding[] {
  const seen = new Map<string, string>();
  const findings: Finding[] = [];
  for (const path of files) {
    const folded = path.normalize('NFC').toLowerCase();
    const other = seen.get(folded);
    if (other === undefined) {
      seen.set(folded, path);
      continue;
    }
    findings.push({
      id: 'name-case',
      severity: 'error',
      file: path,
      line: 1,
      column: 1,
      excerpt: path,
      ...findingWords(
        {
          zh: `与 ${other} 只差大小写，在 Windows 和 macOS 上是同一个文件`,
          en: `It differs from ${other} only in upper and lower case: on Windows and macOS it is the same file`,
        },
        { zh: '给其中一个改名', en: 'Rename one of them' },
      ),
    });
  }
  return findings;
}

/** Those of a page in reading order, by the names of their files. */
function articlesOn({ articles }: Paper, edition: string, page: number): LaidArticle[] {
  const folder = `${edition}/${formatPageNumber(page)}/`;
  return articles
    .filter(({ id }) => id.startsWith(folder))
    .sort((left, right) => left.data.order - right.data.order)
    .map(({ id, data }) => ({ ...data, slug: id.slice(folder.length) }));
}
