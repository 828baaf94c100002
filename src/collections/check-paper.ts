import type { ArticlePicture } from '../manuscript/check-article.ts';
import type { Article } from '../newspaper/article.ts';
import type { Edition } from '../newspaper/edition.ts';
import type { Finding } from '../newspaper/finding.ts';
import type { Place } from '../newspaper/local-finding.ts';
import { nearestName } from '../newspaper/nearest-name.ts';
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

const nouns: Record<YamlCollection, string> = {
  editions: '一期',
  sections: '版块',
  columns: '栏目',
  columnists: '作者',
};

/** The nearest of 24,000 names is half a second's work: a list of a thousand wrong ones is not a slip. */
const maxSuggestions = 5;

/** Checks what no file shows by itself: references, folders, and places taken twice. */
export function checkPaper(paper: Paper): Finding[] {
  const findings: Finding[] = [];
  const report = (
    entry: PaperEntry<unknown>,
    path: readonly PropertyKey[],
    id: string,
    excerpt: unknown,
    message: string,
    action: string,
  ): void => {
    findings.push({
      id,
      severity: 'error',
      file: entry.path,
      ...entry.locate(path),
      excerpt: String(excerpt),
      message,
      action,
    });
  };
  const checkReference = (
    entry: PaperEntry<unknown>,
    path: readonly PropertyKey[],
    collection: Exclude<YamlCollection, 'editions'>,
    wanted: string | undefined,
  ): void => {
    if (wanted === undefined || paper.ids[collection].has(wanted)) return;
    const meant = nearestName(wanted, paper.ids[collection]);
    report(
      entry,
      path,
      `${collection.slice(0, -1)}-unknown`,
      wanted,
      `${collection}/ 里没有“${wanted}”这个${nouns[collection]}`,
      meant === undefined
        ? `新建 ${collection}/${wanted}.yaml，写上 name`
        : `是不是 ${meant}？或新建 ${collection}/${wanted}.yaml`,
    );
  };

  if (paper.publication !== undefined) {
    checkReference(
      paper.publication,
      ['defaultSection'],
      'sections',
      paper.publication.data.defaultSection,
    );
  }

  for (const [key, file] of Object.entries(paper.publication?.data.nameplate ?? {})) {
    if (file === undefined || paper.files.has(`public/${file}`)) continue;
    report(
      paper.publication!,
      ['nameplate', key],
      'nameplate-missing',
      file,
      `没有 public/${file} 这张图`,
      '把图放进本报文件夹的 public/，或改正文件名',
    );
  }

  // From the files: an article that lacks this mark has errors, and is not among the articles.
  let known: readonly string[] | undefined;
  for (const [index, id] of paper.publication?.data.interactive?.entries() ?? []) {
    if (paper.files.has(`articles/${id}.mdx`)) continue;
    if (id.startsWith('pages/') && ['.mdx', '.md'].some((end) => paper.files.has(id + end)))
      continue;
    known ??= Array.from(paper.files, (file) => /^articles\/(.+)\.mdx$/.exec(file)?.[1] ?? '');
    const meant = index < maxSuggestions ? nearestName(id, known) : undefined;
    report(
      paper.publication!,
      ['interactive', index],
      'interactive-unknown',
      id,
      `没有 articles/${id}.mdx 这篇文章`,
      meant === undefined ? '从 interactive 里删去' : `是不是 ${meant}？`,
    );
  }

  const editions = new Map(paper.editions.map((entry) => [entry.id, entry]));
  for (const edition of paper.editions) {
    edition.data.pages.forEach(({ number, layout }, index) => {
      const folder = `articles/${edition.data.date}/${formatPageNumber(number)}`;
      for (const slug of Object.keys(layout ?? {})) {
        if (paper.files.has(`${folder}/${slug}.mdx`)) continue;
        report(
          edition,
          ['pages', index, 'layout', slug],
          'layout-unknown',
          slug,
          `${folder}/ 里没有 ${slug}.mdx，版式无处可用`,
          '写这一版里一篇文章的文件名（不带 .mdx），或删去这一行',
        );
      }
    });
    if (edition.data.date !== edition.id) {
      report(
        edition,
        ['date'],
        'edition-date',
        edition.data.date,
        `日期应与文件名一致（${edition.id}），现为 ${edition.data.date}`,
        '改日期，或给文件改名',
      );
    }
  }

  const pagesWithFiles = new Set(
    Array.from(paper.files, (file) => /^articles\/(.+)\/[^/]+\.mdx$/.exec(file)?.[1] ?? ''),
  );
  for (const edition of paper.editions) {
    for (const [index, { number }] of edition.data.pages.entries()) {
      if (pagesWithFiles.has(`${edition.id}/${formatPageNumber(number)}`)) continue;
      findings.push({
        id: 'page-empty',
        severity: 'review',
        file: edition.path,
        ...edition.locate(['pages', index]),
        excerpt: String(number),
        message: `第 ${number} 版一篇文章也没有`,
        action: `在 articles/${edition.id}/${formatPageNumber(number)}/ 里放上文章，或从 pages 里删去这一版`,
      });
    }
  }

  const places = new Map<string, PaperArticle>();
  for (const article of paper.articles) {
    const { data } = article;
    const [folderEdition, folderPage] = article.id.split('/') as [string, string];
    if (data.edition !== folderEdition) {
      report(
        article,
        ['edition'],
        'article-edition',
        data.edition,
        `edition 应与所在文件夹一致（${folderEdition}），现为 ${data.edition}`,
        '改 edition，或把文件移到那一期的文件夹',
      );
    } else if (!paper.ids.editions.has(data.edition)) {
      const meant = nearestName(data.edition, paper.ids.editions);
      report(
        article,
        ['edition'],
        'edition-unknown',
        data.edition,
        `editions/ 里没有 ${data.edition} 这一期`,
        `新建 editions/${data.edition}.yaml${meant === undefined ? '' : `，或改为 ${meant}`}`,
      );
    }
    if (formatPageNumber(data.page) !== folderPage) {
      report(
        article,
        ['page'],
        'article-page',
        data.page,
        `page 应与所在文件夹一致（${Number(folderPage)}），现为 ${data.page}`,
        '改 page，或把文件移到那一版的文件夹',
      );
    } else {
      const pages = editions.get(data.edition)?.data.pages.map(({ number }) => number);
      if (pages !== undefined && !pages.includes(data.page)) {
        report(
          article,
          ['page'],
          'page-unknown',
          data.page,
          `${data.edition} 这一期没有第 ${data.page} 版；有：${pages.join('、')}`,
          `在 editions/${data.edition}.yaml 的 pages 里加上这一版，或改 page`,
        );
      }
    }
    const place = `${data.edition}/${data.page}/${data.order}`;
    const other = places.get(place);
    if (other === undefined) {
      places.set(place, article);
    } else {
      report(
        article,
        ['order'],
        'order-duplicate',
        data.order,
        `第 ${data.page} 版的次序 ${data.order} 已由 ${other.path} 占用`,
        '两篇用不同的 order；若是同一篇，删去一个',
      );
    }
    checkReference(article, ['section'], 'sections', data.section);
    checkReference(article, ['column'], 'columns', data.column);
    data.bylines.forEach((byline, index) => {
      checkReference(article, ['bylines', index, 'columnist'], 'columnists', byline.columnist);
    });
    if (data.part !== undefined && data.column === undefined) {
      report(
        article,
        ['part'],
        'part-without-column',
        data.part,
        'part 是在栏目中的序号，现在没有 column',
        '写上 column，或删去 part',
      );
    }
    if (data.source !== undefined && !paper.files.has(data.source.file)) {
      report(
        article,
        ['source', 'file'],
        'source-missing',
        data.source.file,
        `没有 ${data.source.file} 这个文件`,
        '改正路径，或放回识别原文；没有原文就删去 source',
      );
    }
    const folder = article.path.slice(0, article.path.lastIndexOf('/') + 1);
    const missing = (file: string): boolean => !paper.files.has(folder + file);
    data.images.forEach((image, index) => {
      if (missing(image.file)) {
        report(
          article,
          ['images', index, 'file'],
          'picture-missing',
          image.file,
          `没有 ${folder}${image.file} 这张图片`,
          '把图片放到文章旁边，或改正文件名',
        );
      }
    });
    for (const picture of article.pictures) {
      if (!missing(picture.file)) continue;
      findings.push({
        id: 'picture-missing',
        severity: 'error',
        file: article.path,
        line: picture.line,
        column: picture.column,
        excerpt: picture.file,
        message: `没有 ${folder}${picture.file} 这张图片`,
        action: '把图片放到文章旁边，或改正文件名',
      });
    }
  }
  findings.push(...checkNames(paper.files), ...checkSitePages(paper.files));
  return findings;
}

/** First steps of addresses that the paper has by itself (newspaper/address.ts). */
export const takenAddresses: ReadonlySet<string> = new Set(
  '404 archive columnists columns feeds index offline opds page-names search sections sitemaps type'.split(
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
        message: `网址 /${slug}/ 已由${isTwice ? `${file}x 占用` : '报纸自己的页面占用'}`,
        action: isTwice ? '删去其中一个' : '换一个文件名',
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
      message: `与 ${other} 只差大小写，在 Windows 和 macOS 上是同一个文件`,
      action: '给其中一个改名',
    });
  }
  return findings;
}
