import { zipSync, type Zippable } from 'fflate';
import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import type { ExportWording } from '../../wording/export-wording.ts';
import { formatPageNumber } from '../../newspaper/format-page-number.ts';
import { captionWithCredit, joinSigned } from '../feeds/feed-content.ts';
import { writeXml, xmlText } from '../write-xml.ts';
import { epubBody } from './epub-body.ts';
import type { EpubArticle, EpubEdition, EpubPage, EpubPicture } from './epub-edition.ts';
import { epubStyle } from './epub-style.ts';

/** A file of the book, below `EPUB/`, and what the package document says of it. */
interface BookFile {
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  readonly properties?: string;
  /** Stands in the reading order. */
  readonly linear?: boolean;
  readonly bytes: Uint8Array;
  /** JPEGs do not shrink. */
  readonly stored?: boolean;
}

/** ZIP begins in 1980; the same bytes at every build and on every machine. */
const zipTime = new Date(1980, 0, 1);

/**
 * Binds an edition as an EPUB 3.3 publication (https://www.w3.org/TR/epub-33/): a cover, a document
 * for each newspaper page with its contents, one for each article; navigation by page, and a page
 * list with the newspaper's own numbers. An NCX goes along for reading systems of EPUB 2.
 *
 * @returns the file; equal editions give equal bytes
 */
export function renderEpub(edition: EpubEdition, wording: ExportWording): Uint8Array {
  const book = new Book(edition, wording);
  const files: Zippable = {
    // First, and stored: readers look for it at byte 30 (OCF 4.2.3).
    mimetype: [bytesOf('application/epub+zip'), { level: 0, mtime: zipTime }],
    'META-INF/container.xml': [
      bytesOf(
        writeXml(
          x(
            'container',
            { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
            [
              x('rootfiles', [
                x('rootfile', {
                  'full-path': 'EPUB/package.opf',
                  'media-type': 'application/oebps-package+xml',
                }),
              ]),
            ],
          ),
        ),
      ),
      { level: 6, mtime: zipTime },
    ],
  };
  for (const { href, bytes, stored } of book.files) {
    files[`EPUB/${href}`] = [bytes, { level: stored === true ? 0 : 6, mtime: zipTime }];
  }
  return zipSync(files);
}

class Book {
  readonly files: BookFile[] = [];
  readonly #edition: EpubEdition;
  readonly #wording: ExportWording;

  constructor(edition: EpubEdition, wording: ExportWording) {
    this.#edition = edition;
    this.#wording = wording;
    this.#add('style', 'style.css', 'text/css', epubStyle(edition.writing, isChinese(edition)));
    this.#bindCover();
    for (const page of pagesOf(edition)) {
      this.#bindPage(page);
      for (const article of page.articles) this.#bindArticle(page, article);
    }
    this.#add('nav', 'nav.xhtml', xhtml, this.#nav(), { properties: 'nav', linear: true });
    this.#add('ncx', 'toc.ncx', 'application/x-dtbncx+xml', this.#ncx());
    this.files.unshift({
      id: 'package',
      href: 'package.opf',
      mediaType: 'application/oebps-package+xml',
      bytes: bytesOf(this.#package()),
    });
  }

  #add(
    id: string,
    href: string,
    mediaType: string,
    content: string | Uint8Array,
    more: Pick<BookFile, 'properties' | 'linear' | 'stored'> = {},
  ): void {
    const bytes = typeof content === 'string' ? bytesOf(content) : content;
    this.files.push({ id, href, mediaType, bytes, ...more });
  }

  #bindCover(): void {
    const { cover, paper, dateText, number } = this.#edition;
    const title = `${paper} ${dateText}`;
    if (cover !== undefined) {
      this.#add('cover-image', 'cover.jpg', 'image/jpeg', cover.bytes, {
        properties: 'cover-image',
        stored: true,
      });
    }
    const shown =
      cover === undefined
        ? [x('h1', paper), x('p', dateText), ...(number === undefined ? [] : [x('p', number)])]
        : [image({ ...cover, href: 'cover.jpg' }, title)];
    this.#add(
      'cover',
      'cover.xhtml',
      xhtml,
      this.#document(title, x('body', { class: 'cover', 'epub:type': 'cover' }, shown)),
      { linear: true },
    );
  }

  #bindPage(page: EpubPage): void {
    const { title, number, articles, credits } = page;
    const body = x('body', [
      x('section', { 'aria-labelledby': 'title' }, [
        x('span', {
          'epub:type': 'pagebreak',
          role: 'doc-pagebreak',
          id: 'pagebreak',
          'aria-label': String(number),
        }),
        x('h1', { id: 'title' }, title),
        x(
          'ol',
          { class: 'contents' },
          articles.map((bound) =>
            x('li', [x('a', { href: articleHref(page, bound) }, bound.article.title)]),
          ),
        ),
        ...credits.map(({ role, names }) =>
          x('p', { class: 'note' }, `${role} ${names.join(' ')}`),
        ),
      ]),
    ]);
    this.#add(pageId(page), pageHref(page), xhtml, this.#document(title, body), { linear: true });
  }

  #bindArticle(page: EpubPage, bound: EpubArticle): void {
    const { article, pictures, bodyPictures } = bound;
    const name = articleHref(page, bound).replace(/\.xhtml$/, '');
    let count = 0;
    const bind = (picture: EpubPicture): string => {
      count += 1;
      const href = `images/${name}-${count}.jpg`;
      this.#add(`image-${name}-${count}`, href, 'image/jpeg', picture.bytes, { stored: true });
      return href;
    };
    const bodyHrefs = new Map(
      Array.from(bodyPictures, ([file, picture]) => [file, { ...picture, href: bind(picture) }]),
    );
    const header: Element[] = [
      ...(article.column
        ? [
            x(
              'p',
              { class: 'banner' },
              article.column.name +
                (article.column.part === undefined ? '' : ` ${article.column.part}`),
            ),
          ]
        : []),
      ...(article.kicker ? [x('p', { class: 'kicker' }, article.kicker)] : []),
      // A title made of the caption below it: there to be found by, not to be shouted.
      x('h1', { id: 'title', class: article.hasHeadline ? undefined : 'made' }, article.title),
      ...(article.deck ? [x('p', { class: 'deck' }, article.deck)] : []),
      ...(article.signature.length > 0
        ? [x('p', { class: 'byline' }, joinSigned(article.signature))]
        : []),
      ...(article.standfirst ? [x('p', { class: 'standfirst' }, article.standfirst)] : []),
    ];
    const body = x('body', [
      x('article', { 'aria-labelledby': 'title' }, [
        x('header', header),
        ...pictures.map((picture) =>
          x('figure', [
            image({ ...picture, href: bind(picture) }, picture.alt),
            ...(picture.caption || picture.credit
              ? [x('figcaption', captionWithCredit(picture))]
              : []),
          ]),
        ),
        ...epubBody(article.html, {
          address: article.address,
          picture: (file) => bodyHrefs.get(file),
          vertical: this.#edition.writing === 'vertical',
        }),
        ...article.corrections.map((correction) =>
          x('aside', [x('p', `${correction.date} ${correction.text}`)]),
        ),
        x('p', { class: 'note' }, [
          `${article.page.title} `,
          x('a', { href: article.address }, this.#wording.epub.online),
        ]),
      ]),
    ]);
    this.#add(name, `${name}.xhtml`, xhtml, this.#document(article.title, body), { linear: true });
  }

  #document(title: string, body: Element): string {
    const { language } = this.#edition;
    return writeXml(
      x('html', { ...documentNames, lang: language, 'xml:lang': language }, [
        x('head', [
          x('title', xmlText(title).trim() || this.#edition.paper),
          x('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
        ]),
        body,
      ]),
    );
  }

  #nav(): string {
    const { epub } = this.#wording;
    const { dateText, paper } = this.#edition;
    const pages = pagesOf(this.#edition);
    const first = pages[0];
    return this.#document(
      `${paper} ${dateText}`,
      x('body', [
        x(
          'nav',
          { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', 'aria-labelledby': 'toc-title' },
          [
            x('h1', { id: 'toc-title' }, epub.contents),
            x('ol', [
              x('li', [x('a', { href: 'cover.xhtml' }, epub.cover)]),
              ...pages.map((page) =>
                x('li', [
                  x('a', { href: pageHref(page) }, page.title),
                  x(
                    'ol',
                    page.articles.map((bound) =>
                      x('li', [x('a', { href: articleHref(page, bound) }, titleOf(bound))]),
                    ),
                  ),
                ]),
              ),
            ]),
          ],
        ),
        x(
          'nav',
          { 'epub:type': 'page-list', role: 'doc-pagelist', id: 'pages', hidden: 'hidden' },
          [
            x('h2', epub.pageList),
            x(
              'ol',
              pages.map((page) =>
                x('li', [x('a', { href: `${pageHref(page)}#pagebreak` }, String(page.number))]),
              ),
            ),
          ],
        ),
        x('nav', { 'epub:type': 'landmarks', id: 'landmarks', hidden: 'hidden' }, [
          x('h2', epub.start),
          x('ol', [
            x('li', [x('a', { 'epub:type': 'cover', href: 'cover.xhtml' }, epub.cover)]),
            x('li', [x('a', { 'epub:type': 'toc', href: 'nav.xhtml#toc' }, epub.contents)]),
            ...(first === undefined
              ? []
              : [
                  x('li', [
                    x('a', { 'epub:type': 'bodymatter', href: pageHref(first) }, epub.start),
                  ]),
                ]),
          ]),
        ]),
      ]),
    );
  }

  #ncx(): string {
    const { paper, dateText, address, language } = this.#edition;
    let order = 0;
    // Points are numbered in reading order: a page before what stands on it.
    const point = (text: string, src: string, within?: () => readonly Element[]): Element => {
      const number = String((order += 1));
      return x('navPoint', { id: `point-${number}`, playOrder: number }, [
        x('navLabel', [x('text', text)]),
        x('content', { src }),
        ...(within?.() ?? []),
      ]);
    };
    const points: Element[] = [point(this.#wording.epub.cover, 'cover.xhtml')];
    for (const page of pagesOf(this.#edition)) {
      points.push(
        point(page.title, pageHref(page), () =>
          page.articles.map((bound) => point(titleOf(bound), articleHref(page, bound))),
        ),
      );
    }
    return writeXml(
      x(
        'ncx',
        { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': language },
        [
          x('head', [x('meta', { name: 'dtb:uid', content: address })]),
          x('docTitle', [x('text', `${paper} ${dateText}`)]),
          x('navMap', points),
        ],
      ),
    );
  }

  /** Dublin Core and what EPUB 3.3, 5.5 and EPUB Accessibility 1.1 ask for. */
  #metadata(): ElementContent[] {
    const { paper, language, date, dateText, number, publisher, rights, issn, address, writing } =
      this.#edition;
    const articles = this.#edition.pages.flatMap((page) => page.articles);
    const modified = articles
      .map(({ article }) => article.updated as string)
      .reduce((newest, next) => (next > newest ? next : newest), date);
    const hasPictures = this.files.some(({ href }) => href.startsWith('images/'));
    const meta = (property: string, value: string, more: Record<string, string> = {}): Element =>
      x('meta', { property, ...more }, value);
    return [
      x('dc:identifier', { id: 'identifier' }, address),
      x('dc:title', { id: 'title' }, `${paper} ${dateText}`),
      x('dc:language', language),
      x('dc:date', date),
      x('dc:creator', paper),
      x('dc:publisher', publisher),
      x('dc:rights', [rights.notice, rights.license].filter(Boolean).join(' ')),
      x('dc:description', this.#edition.description),
      x('dc:type', 'newspaper'),
      x('dc:source', issn === undefined ? `${paper} ${date}` : `urn:issn:${issn}`),
      meta('belongs-to-collection', paper, { id: 'series' }),
      meta('collection-type', 'series', { refines: '#series' }),
      // An issue's number is often unknown, its day never: decimals in their order (EPUB 3.3, D.3.4).
      meta('group-position', date.split('-').map(Number).join('.'), { refines: '#series' }),
      ...(number === undefined ? [] : [meta('dcterms:isPartOf', `${paper} ${number}`)]),
      meta('dcterms:modified', `${modified}T00:00:00Z`),
      meta('schema:accessMode', 'textual'),
      ...(hasPictures ? [meta('schema:accessMode', 'visual')] : []),
      meta('schema:accessModeSufficient', 'textual'),
      ...[
        'tableOfContents',
        'readingOrder',
        'structuralNavigation',
        'pageBreakMarkers',
        'pageNavigation',
        'alternativeText',
      ].map((feature) => meta('schema:accessibilityFeature', feature)),
      meta('schema:accessibilityHazard', 'none'),
      x('meta', { name: 'cover', content: 'cover-image' }),
      x('meta', {
        name: 'primary-writing-mode',
        content: writing === 'vertical' ? 'vertical-rl' : 'horizontal-lr',
      }),
    ].filter(
      (element) => element.attributes['name'] !== 'cover' || this.#edition.cover !== undefined,
    );
  }

  #package(): string {
    const { language, writing } = this.#edition;
    return writeXml(
      x(
        'package',
        {
          xmlns: 'http://www.idpf.org/2007/opf',
          version: '3.0',
          'unique-identifier': 'identifier',
          'xml:lang': language,
        },
        [
          x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, this.#metadata()),
          x(
            'manifest',
            this.files.map(({ id, href, mediaType, properties }) =>
              x('item', {
                id,
                href,
                'media-type': mediaType,
                properties,
              }),
            ),
          ),
          x(
            'spine',
            {
              toc: 'ncx',
              ...(writing === 'vertical' ? { 'page-progression-direction': 'rtl' } : {}),
            },
            this.files
              .filter(({ linear }) => linear)
              // The contents stand behind the cover, wherever they were bound.
              .sort((left, right) => rankInSpine(left) - rankInSpine(right))
              .map(({ id }) => x('itemref', { idref: id })),
          ),
        ],
      ),
    );
  }
}

const xhtml = 'application/xhtml+xml';
const documentNames = {
  xmlns: 'http://www.w3.org/1999/xhtml',
  'xmlns:epub': 'http://www.idpf.org/2007/ops',
};

function rankInSpine({ id }: BookFile): number {
  return id === 'cover' ? 0 : id === 'nav' ? 1 : 2;
}

function isChinese({ language }: EpubEdition): boolean {
  return /^(?:zh|ja)\b/.test(language);
}

/** Pages without an article have nothing to be opened at. */
function pagesOf({ pages }: EpubEdition): readonly EpubPage[] {
  return pages.filter(({ articles }) => articles.length > 0);
}

function pageId({ number }: EpubPage): string {
  return `page-${formatPageNumber(number)}`;
}

function pageHref(page: EpubPage): string {
  return `${pageId(page)}.xhtml`;
}

/** Slugs are ASCII and differ on a page; the page's number makes them differ in the book. */
function articleHref({ number }: EpubPage, { article }: EpubArticle): string {
  return `p${formatPageNumber(number)}-${article.id.split('/').at(-1)!}.xhtml`;
}

/** A label in the contents may not be empty (EPUB 3.3, 7.3). */
function titleOf({ article }: EpubArticle): string {
  return xmlText(article.title).trim() || article.genreName;
}

function image(
  {
    href,
    width,
    height,
  }: { readonly href: string; readonly width: number; readonly height: number },
  alt: string,
): Element {
  return x('img', { src: href, alt, width: String(width), height: String(height) });
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
