import { findingWords } from '../newspaper/finding-words.ts';
import type { Bilingual } from '../newspaper/bilingual.ts';
import { isLedgerFile, ledgerFolder } from '../manuscript/address-ledger.ts';
import { interactiveFolder } from '../manuscript/interactive-article.ts';
import { isIssueDate } from '../newspaper/issue-date.ts';
import { formatPageNumber } from '../newspaper/format-page-number.ts';
import { isSlug, maxSlugLength } from '../newspaper/slug.ts';
import { nearestName } from '../newspaper/nearest-name.ts';
import { excerptOf, type LocalFinding } from '../newspaper/local-finding.ts';

/** The collections that are one YAML file an entry. */
export const yamlCollections = ['editions', 'sections', 'columns', 'columnists'] as const;
export type YamlCollection = (typeof yamlCollections)[number];

/** What a file of the content folder is, from its path alone. */
export type ContentPath =
  | { readonly type: 'publication' }
  | { readonly type: 'entry'; readonly collection: YamlCollection; readonly id: string }
  | {
      readonly type: 'article';
      readonly id: string;
      readonly edition: string;
      readonly page: number;
      readonly slug: string;
    }
  | { readonly type: 'zones' | 'scan'; readonly id: string }
  | {
      readonly type:
        'picture' | 'source' | 'page' | 'public' | 'component' | 'addresses' | 'ignored';
    }
  | { readonly type: 'wrong'; readonly finding: LocalFinding };

const folders = [
  ...yamlCollections,
  'articles',
  'pages',
  'sources',
  interactiveFolder,
  ledgerFolder,
];

/**
 * Says what a file is.
 *
 * @param path relative to the content folder, with `/`
 */
export function parseContentPath(path: string): ContentPath {
  const steps = path.split('/');
  const [folder, ...rest] = steps as [string, ...string[]];
  const name = steps.at(-1)!;
  if (path === 'publication.yaml') return { type: 'publication' };
  // All of it is published: nothing there is passed over for its name.
  if (folder === 'public' && rest.length > 0) return { type: 'public' };
  if (
    steps.some((step) => step.startsWith('.')) ||
    /^(?:README(?:\..*)?|Thumbs\.db)$/i.test(name)
  ) {
    return { type: 'ignored' };
  }
  if (rest.length === 0) {
    return /^publication\.ya?ml$/i.test(name)
      ? wrong(
          'file-name',
          name,
          {
            zh: '报纸的说明应名为 publication.yaml',
            en: 'The file about the paper is named publication.yaml',
          },
          { zh: '改名为 publication.yaml', en: 'Rename it to publication.yaml' },
        )
      : { type: 'ignored' };
  }
  if (folder === 'sources') return parseSourcePath(rest, name);
  if (folder === 'pages') return parseSitePagePath(rest, name);
  if (folder === interactiveFolder) return { type: 'component' };
  if (folder === 'articles') return parseArticlePath(rest, name);
  if (folder === ledgerFolder) {
    return isLedgerFile(path)
      ? { type: 'addresses' }
      : wrong(
          'file-name',
          name,
          {
            zh: `${ledgerFolder}/ 里应只有 paper.txt 和按年份命名的文件，如 2022.txt`,
            en: `${ledgerFolder}/ has paper.txt and files named by their year only, such as 2022.txt`,
          },
          { zh: '改名，或移到别处', en: 'Rename it, or move it elsewhere' },
        );
  }
  const collection = yamlCollections.find((known) => known === folder);
  if (collection === undefined) {
    const meant = nearestName(folder, folders);
    return meant === undefined
      ? { type: 'ignored' }
      : wrong(
          'folder-name',
          folder,
          {
            zh: `没有“${folder}”这个文件夹；可用：${folders.join('、')}`,
            en: `There is no folder “${folder}”; there are: ${folders.join(', ')}`,
          },
          { zh: `是不是 ${meant}？`, en: `Did you mean ${meant}?` },
        );
  }
  return parseEntryPath(collection, rest, name);
}

function parseSitePagePath(rest: readonly string[], name: string): ContentPath {
  const [, slug = '', extension = ''] = /^(.*?)(\.mdx?)$/i.exec(rest.join('/')) ?? [];
  if (extension === '') return { type: 'ignored' };
  if (extension !== extension.toLowerCase()) {
    return wrong(
      'file-name',
      name,
      {
        zh: `说明页应以 ${extension.toLowerCase()} 结尾`,
        en: `The file of a page ends in ${extension.toLowerCase()}`,
      },
      { zh: '把扩展名改为小写', en: 'Write the extension in lower case' },
    );
  }
  return isSlug(slug) ? { type: 'page' } : wrongSlug(slug, extension);
}

/** A file of one of the collections that are one YAML file an entry. */
function parseEntryPath(
  collection: YamlCollection,
  rest: readonly string[],
  name: string,
): ContentPath {
  if (!name.endsWith('.yaml')) {
    return wrong(
      'file-name',
      name,
      {
        zh: `${collection}/ 里应是以 .yaml 结尾的文件`,
        en: `${collection}/ has files ending in .yaml`,
      },
      /\.ya?ml$/i.test(name)
        ? { zh: '把扩展名改为 .yaml', en: 'Change the extension to .yaml' }
        : { zh: '移到别处', en: 'Move it elsewhere' },
    );
  }
  const id = name.slice(0, -'.yaml'.length);
  if (rest.length > 1) {
    return wrong(
      'file-name',
      `${collection}/${rest.join('/')}`,
      { zh: `${collection}/ 里不再分文件夹`, en: `${collection}/ has no folders inside` },
      { zh: `移到 ${collection}/${name}`, en: `Move it to ${collection}/${name}` },
    );
  }
  if (collection === 'editions') {
    return isIssueDate(id)
      ? { type: 'entry', collection, id }
      : wrong(
          'file-name',
          name,
          {
            zh: '文件名应为实有的日期，如 2022-12-19.yaml',
            en: 'The file name must be a day that is, such as 2022-12-19.yaml',
          },
          { zh: '照出版日期改名', en: 'Rename it by its date' },
        );
  }
  return isSlug(id) ? { type: 'entry', collection, id } : wrongSlug(id, '.yaml');
}

/** A page as it was read, its scan, and where its articles stand on it; import records besides. */
function parseSourcePath(rest: readonly string[], name: string): ContentPath {
  const [edition = '', file = ''] = rest;
  const [, page = '', ending = ''] = /^(\d{2,3})\.(.+)$/.exec(file) ?? [];
  const isPage =
    rest.length === 2 && isIssueDate(edition) && formatPageNumber(Number(page)) === page;
  if (/\.zones\.ya?ml$/i.test(name)) {
    return isPage && ending === 'zones.yaml'
      ? { type: 'zones', id: `${edition}/${page}` }
      : wrong(
          'file-name',
          name,
          {
            zh: '各篇的位置应写在 sources/<日期>/<两位版次>.zones.yaml，如 sources/2022-12-19/01.zones.yaml',
            en: 'Zones belong into sources/<date>/<page, two digits>.zones.yaml, such as sources/2022-12-19/01.zones.yaml',
          },
          { zh: '改名，或移到它所属的一期', en: 'Rename it, or move it to its edition' },
        );
  }
  return isPage && /^(?:png|jpe?g|webp|avif)$/.test(ending)
    ? { type: 'scan', id: `${edition}/${page}` }
    : { type: 'source' };
}

function parseArticlePath(rest: readonly string[], name: string): ContentPath {
  const isPicture = /\.(?:png|jpe?g|webp|avif)$/i.test(name);
  const isArticle = /\.mdx?$/i.test(name);
  if (!isPicture && !isArticle) {
    const { finding } = wrong(
      'file-ignored',
      name,
      {
        zh: '这里只放文章（.mdx）和图片（PNG、JPEG、WebP、AVIF），这个文件不会出现在报上',
        en: 'Only articles (.mdx) and pictures (PNG, JPEG, WebP, AVIF) belong here; this file will not be in the paper',
      },
      {
        zh: '文章改名为 .mdx；图片另存；别的移到别处',
        en: 'Rename an article to .mdx; save a picture anew; move the rest elsewhere',
      },
    );
    return { type: 'wrong', finding: { ...finding, severity: 'review' } };
  }
  const [edition = '', pageFolder = ''] = rest;
  const place = {
    zh: 'articles/<日期>/<两位版次>/，如 articles/2022-12-19/01/',
    en: 'articles/<date>/<page, two digits>/, such as articles/2022-12-19/01/',
  };
  if (rest.length !== 3 || !isIssueDate(edition) || !/^\d{2,3}$/.test(pageFolder)) {
    return wrong(
      'article-folder',
      rest.join('/'),
      { zh: `文章应放在 ${place.zh}`, en: `An article belongs into ${place.en}` },
      { zh: '移到它所属的一期和版', en: 'Move it to its edition and page' },
    );
  }
  const page = Number(pageFolder);
  if (page === 0 || formatPageNumber(page) !== pageFolder) {
    return wrong(
      'article-folder',
      pageFolder,
      {
        zh: '版的文件夹应为两位版次，从 01 起',
        en: 'The folder of a page has two digits, from 01',
      },
      {
        zh: `改名为 ${formatPageNumber(Math.max(1, page))}`,
        en: `Rename it to ${formatPageNumber(Math.max(1, page))}`,
      },
    );
  }
  if (isPicture) return { type: 'picture' };
  if (!name.endsWith('.mdx')) {
    return wrong(
      'file-name',
      name,
      { zh: '文章文件应以 .mdx 结尾', en: 'The file of an article ends in .mdx' },
      { zh: '把扩展名改为 .mdx', en: 'Change the extension to .mdx' },
    );
  }
  const slug = name.slice(0, -'.mdx'.length);
  if (!isSlug(slug)) return wrongSlug(slug, '.mdx');
  return { type: 'article', id: `${edition}/${pageFolder}/${slug}`, edition, page, slug };
}

function wrongSlug(slug: string, extension: string): ContentPath {
  const better = slug
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, maxSlugLength);
  return wrong(
    'file-name',
    slug + extension,
    {
      zh: `文件名就是网址，应只有小写字母、数字和单个连字符，至多 ${maxSlugLength} 个字符`,
      en: `The file name becomes the address: lower-case letters, digits and single hyphens only, ${maxSlugLength} characters at most`,
    },
    isSlug(better)
      ? {
          zh: `例如改名为 ${better}${extension}`,
          en: `Rename it, for example to ${better}${extension}`,
        }
      : { zh: '用拼音改名', en: 'Rename it in pinyin' },
  );
}

function wrong(
  id: string,
  excerpt: string,
  message: Bilingual,
  action: Bilingual,
): Extract<ContentPath, { readonly type: 'wrong' }> {
  return {
    type: 'wrong',
    finding: {
      id,
      severity: 'error',
      line: 1,
      column: 1,
      excerpt: excerptOf(excerpt),
      ...findingWords(message, action),
    },
  };
}
