/** Texts of what readers and machines take away: feeds, e-books, citation. */
export interface ExportWording {
  readonly feeds: {
    readonly title: string;
    readonly description: string;
    readonly wholePaper: string;
    readonly sections: string;
    readonly pageNames: string;
    readonly columns: string;
    readonly columnists: string;
    /** Of one feed: the paper, and what of it. */
    readonly titleOf: (paper: string, part: string | undefined) => string;
  };
  readonly takeAway: {
    readonly title: string;
    readonly epub: string;
    readonly catalogue: string;
    readonly markdown: string;
    readonly json: string;
    readonly editionJson: string;
    /** How one address stands for all of its kind. */
    readonly anyEdition: string;
    readonly anyArticle: (ending: string) => string;
  };
  readonly epub: {
    readonly cover: string;
    readonly contents: string;
    readonly pageList: string;
    readonly start: string;
    readonly online: string;
    readonly rights: string;
  };
  readonly opds: {
    readonly title: (paper: string) => string;
    readonly description: string;
    readonly latest: string;
  };
  readonly cite: {
    readonly title: string;
    readonly print: string;
    readonly online: string;
    readonly copy: string;
    readonly copied: string;
    readonly formats: string;
    readonly quote: (paragraph: number) => string;
    readonly share: string;
  };
  readonly describe: {
    /** What an edition's page says of itself to search engines. */
    readonly edition: (paper: string, date: string, headlines: readonly string[]) => string;
    readonly page: (
      paper: string,
      date: string,
      page: string,
      headlines: readonly string[],
    ) => string;
    /** The opening of an article, and where it stands in print: no other article stands there. */
    readonly article: (opening: string, date: string, page: string, order: number) => string;
    /** A list of articles: what kind of list, which, and what the paper says of it. */
    readonly list: (
      paper: string,
      kind: string,
      name: string,
      description: string | undefined,
    ) => string;
    readonly index: (paper: string, name: string) => string;
  };
}

const zhHans: ExportWording = {
  feeds: {
    title: '订阅',
    description: '用阅读器订阅，新的一期到了会自己送来，全文带图。把下面的地址交给阅读器即可。',
    wholePaper: '全报',
    sections: '版块',
    pageNames: '版名',
    columns: '栏目',
    columnists: '作者',
    titleOf: (paper, part) => (part === undefined ? paper : `${part}｜${paper}`),
  },
  takeAway: {
    title: '带走',
    epub: '整期电子书（EPUB）',
    catalogue: '电子书目录（OPDS）',
    markdown: '本篇 Markdown',
    json: '本篇 JSON',
    editionJson: '整期 JSON',
    anyEdition: '一期全部文章；换成别的日期就是别的一期',
    anyArticle: (ending) => `别的文章也一样：网址末尾的 / 换成 ${ending}`,
  },
  epub: {
    cover: '封面',
    contents: '目录',
    pageList: '报纸版次',
    start: '正文',
    online: '网上的这一篇',
    rights: '版权',
  },
  opds: {
    title: (paper) => `${paper}电子书`,
    description: '把目录的地址交给电子书阅读器，就能在里面翻找、下载每一期。',
    latest: '最新各期',
  },
  cite: {
    title: '引用',
    print: '据报纸',
    online: '据网页',
    copy: '复制',
    copied: '已复制',
    formats: '引文文件',
    quote: (paragraph) => `复制第${paragraph}段及其地址`,
    share: '分享',
  },
  describe: {
    edition: (paper, date, headlines) => `${paper}${date}：${headlines.join('；')}`,
    page: (paper, date, page, headlines) => `${paper}${date}${page}：${headlines.join('；')}`,
    article: (opening, date, page, order) => `${opening}（${date}${page}，第${order}篇）`,
    list: (paper, kind, name, description = '全部文章，按日期排列。') =>
      `《${paper}》${kind}“${name}”：${description}`,
    index: (paper, name) => `《${paper}》的${name}一览。`,
  },
};

const zhHant: ExportWording = {
  feeds: {
    title: '訂閱',
    description: '用閱讀器訂閱，新的一期到了會自己送來，全文帶圖。把下面的網址交給閱讀器即可。',
    wholePaper: '全報',
    sections: '版塊',
    pageNames: '版名',
    columns: '專欄',
    columnists: '作者',
    titleOf: zhHans.feeds.titleOf,
  },
  takeAway: {
    title: '帶走',
    epub: '整期電子書（EPUB）',
    catalogue: '電子書目錄（OPDS）',
    markdown: '本篇 Markdown',
    json: '本篇 JSON',
    editionJson: '整期 JSON',
    anyEdition: '一期全部文章；換成別的日期就是別的一期',
    anyArticle: (ending) => `別的文章也一樣：網址末尾的 / 換成 ${ending}`,
  },
  epub: {
    cover: '封面',
    contents: '目錄',
    pageList: '報紙版次',
    start: '正文',
    online: '網上的這一篇',
    rights: '版權',
  },
  opds: {
    title: (paper) => `${paper}電子書`,
    description: '把目錄的網址交給電子書閱讀器，就能在裡面翻找、下載每一期。',
    latest: '最新各期',
  },
  cite: {
    title: '引用',
    print: '據報紙',
    online: '據網頁',
    copy: '複製',
    copied: '已複製',
    formats: '引文檔案',
    quote: (paragraph) => `複製第${paragraph}段及其網址`,
    share: '分享',
  },
  describe: {
    edition: zhHans.describe.edition,
    page: zhHans.describe.page,
    article: zhHans.describe.article,
    list: (paper, kind, name, description = '全部文章，按日期排列。') =>
      `《${paper}》${kind}「${name}」：${description}`,
    index: (paper, name) => `《${paper}》的${name}一覽。`,
  },
};

const en: ExportWording = {
  feeds: {
    title: 'Feeds',
    description:
      'Follow the paper in a feed reader: new editions arrive by themselves, with their whole text and pictures. Give one of these addresses to the reader.',
    wholePaper: 'The whole paper',
    sections: 'Sections',
    pageNames: 'Pages by name',
    columns: 'Columns',
    columnists: 'Writers',
    titleOf: (paper, part) => (part === undefined ? paper : `${part} | ${paper}`),
  },
  takeAway: {
    title: 'Take away',
    epub: 'The edition as an e-book (EPUB)',
    catalogue: 'E-book catalogue (OPDS)',
    markdown: 'This article as Markdown',
    json: 'This article as JSON',
    editionJson: 'An edition as JSON',
    anyEdition: 'All of its articles; another date gives another edition',
    anyArticle: (ending) =>
      `Any other article likewise: ${ending} in the place of its address’s last /`,
  },
  epub: {
    cover: 'Cover',
    contents: 'Contents',
    pageList: 'Pages of the newspaper',
    start: 'Text',
    online: 'This article online',
    rights: 'Rights',
  },
  opds: {
    title: (paper) => `${paper}: e-books`,
    description:
      'Give the catalogue’s address to an e-book reader, and look for and download editions there.',
    latest: 'Latest editions',
  },
  cite: {
    title: 'Cite',
    print: 'From the print edition',
    online: 'From this page',
    copy: 'Copy',
    copied: 'Copied',
    formats: 'Citation files',
    quote: (paragraph) => `Copy paragraph ${paragraph} with its address`,
    share: 'Share',
  },
  describe: {
    edition: (paper, date, headlines) => `${paper}, ${date}: ${headlines.join('; ')}`,
    page: (paper, date, page, headlines) => `${paper}, ${date}, ${page}: ${headlines.join('; ')}`,
    article: (opening, date, page, order) => `${opening} (${date}, ${page}, item ${order})`,
    list: (paper, kind, name, description = 'Everything, by date.') =>
      `${paper}, ${kind}: ${name}. ${description}`,
    index: (paper, name) => `${name} in ${paper}.`,
  },
};

/**
 * Picks the texts for a paper, as wordingFor does.
 *
 * @param language BCP 47 tag, as in publication.yaml
 */
export function exportWordingFor(language: string): ExportWording {
  let wording = known.get(language);
  if (wording === undefined) {
    wording = pickWording(language);
    known.set(language, wording);
  }
  return wording;
}

/** Every page asks; Intl takes 0.1 ms. */
const known = new Map<string, ExportWording>();

function pickWording(language: string): ExportWording {
  const locale = new Intl.Locale(language).maximize();
  if (locale.language !== 'zh') return en;
  return locale.script === 'Hant' ? zhHant : zhHans;
}
