import { parseDocument, isMap, isSeq, stringify } from 'yaml';
import { formatPageNumber } from '../../newspaper/format-page-number.ts';
import type { ImportedPage } from './imported-page.ts';
import type { KnownPaper } from '../page/known-paper.ts';
import { renderMdx } from './render-mdx.ts';

/** A file to be put into the content folder. */
export interface ContentFile {
  /** Relative to the content folder, with `/`. */
  readonly path: string;
  readonly contents: string | Uint8Array;
  /**
   * article: never over a hand edit · source: the page as it came · edition: already merged with
   * what stood there · entry: a section, column or columnist, only where there is none yet.
   */
  readonly role: 'article' | 'source' | 'edition' | 'entry';
}

/** An image to be copied: `from` relative to the page's folder (or `data:`), `to` in content/. */
export interface ContentImage {
  readonly from: string;
  readonly to: string;
}

/**
 * Every text file that a page puts into content/: its articles as MDX, its source byte for byte,
 * its edition, and the sections, columns and columnists that were new.
 *
 * @param bytes the input file as it came, where it holds this page alone; otherwise the page's part
 *   of the text is kept, in UTF-8
 * @param known as given to importPages
 */
export function renderPageFiles(
  page: ImportedPage,
  known: KnownPaper,
  bytes?: Uint8Array,
): readonly ContentFile[] {
  if (page.refused) return [];
  const number = formatPageNumber(page.page);
  const entry = (
    folder: string,
    id: string,
    fields: Readonly<Record<string, unknown>>,
  ): ContentFile => ({
    path: `${folder}/${id}.yaml`,
    contents: stringify(fields, { lineWidth: 0 }),
    role: 'entry',
  });
  return [
    {
      path: `sources/${page.date}/${number}.md`,
      contents: bytes ?? page.source.text,
      role: 'source',
    },
    ...page.articles.map((draft): ContentFile => ({
      path: `articles/${page.date}/${number}/${draft.slug}.mdx`,
      contents: renderMdx(draft),
      role: 'article',
    })),
    {
      path: `editions/${page.date}.yaml`,
      contents: renderEdition(page, known.editions.find((one) => one.date === page.date)?.yaml),
      role: 'edition',
    },
    ...page.newSections.map(({ id, name }) => entry('sections', id, { name })),
    ...page.newColumns.map(({ id, name, series }) =>
      entry('columns', id, { name, series: series || undefined }),
    ),
    ...page.newColumnists.map(({ id, name }) => entry('columnists', id, { name })),
  ];
}

/** The images that a page's articles show. */
export function listPageImages(page: ImportedPage): readonly ContentImage[] {
  const number = formatPageNumber(page.page);
  return page.articles.flatMap((draft) =>
    draft.images.map(({ file, from }) => ({
      from,
      to: `articles/${page.date}/${number}/${file}`,
    })),
  );
}

/**
 * The edition with this page in it. What a person wrote there stays, comments and all: only what is
 * missing is added.
 */
export function renderEdition(page: ImportedPage, standing: string | undefined): string {
  const fresh = {
    number: page.page,
    name: page.name,
    credits: page.credits.length === 0 ? undefined : page.credits,
  };
  if (standing === undefined) {
    return stringify(
      {
        date: page.date,
        dateSource: page.datePrinted ? 'printed' : 'external',
        number: page.issueNumber,
        pages: [fresh],
      },
      { lineWidth: 0 },
    );
  }
  const document = parseDocument(standing);
  const pages = document.get('pages');
  if (document.errors.length > 0 || !isMap(document.contents) || !isSeq(pages)) return standing;
  let changed = false;
  if (page.issueNumber !== undefined && !document.has('number')) {
    document.set('number', page.issueNumber);
    changed = true;
  }
  const numberOf = (item: unknown): number =>
    isMap(item) ? Number(item.get('number')) : Number.NaN;
  const place = pages.items.findIndex((item) => numberOf(item) === page.page);
  if (place === -1) {
    const after = pages.items.findIndex((item) => numberOf(item) > page.page);
    pages.items.splice(after === -1 ? pages.items.length : after, 0, document.createNode(fresh));
    changed = true;
  } else {
    const item = pages.items[place];
    if (isMap(item)) {
      if (page.name !== undefined && !item.has('name')) {
        item.set('name', page.name);
        changed = true;
      }
      if (page.credits.length > 0 && !item.has('credits')) {
        item.set('credits', document.createNode(page.credits));
        changed = true;
      }
    }
  }
  return changed ? document.toString({ lineWidth: 0 }) : standing;
}
