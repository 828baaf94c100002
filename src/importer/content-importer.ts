import type { CommandLanguage } from '../wording/command-language.ts';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../newspaper/finding.ts';
import type { IssueDate } from '../newspaper/issue-date.ts';
import { pictureSize } from '../manuscript/check-picture-bytes.ts';
import { formatPageNumber } from '../newspaper/format-page-number.ts';
import type { Decision } from './page/decision.ts';
import { findingOfFile, makeInputFinding } from './page/findings.ts';
import { findUnpublishable } from './draft/find-unpublishable.ts';
import type { ImportedPage } from './draft/imported-page.ts';
import { listPageImages, renderPageFiles, type ContentFile } from './draft/render-page-files.ts';
import { importPages, type ImportRequest } from './import-pages.ts';
import { widenPaper } from './draft/widen-paper.ts';
import type { KnownArticle, KnownPaper } from './page/known-paper.ts';
import type { PageReport, ReportedArticle } from './report.ts';
import { decisionsPath, parseDecisions } from './review/decisions-file.ts';
import { renderTemplate } from './review/render-template.ts';
import { reviewPage, type Reviewer } from './review/review-page.ts';
import { decodeSource } from './segment/decode-source.ts';
import { diskProblem } from './place/disk-problem.ts';
import type { Disk } from './place/disk.ts';
import { followLines } from './merge/follow-lines.ts';
import { reconcileHandEdits } from './merge/hand-edits.ts';
import { importRecordPath, parseImportRecord } from './merge/import-record.ts';
import { isPublishable } from './merge/is-publishable.ts';
import { isSamePage } from './merge/is-same-page.ts';
import type { OpenContent } from './place/open-content.ts';
import { digestOf } from './place/place-files.ts';
import { pageCompanions, type PageCompanions } from './place/page-companions.ts';
import { pageImages, type PageImages } from './place/page-images.ts';
import { isAsImported, renderZones } from './zones/render-zones.ts';
import { zonePage } from './zones/zone-page.ts';

export interface ContentImporterOptions {
  readonly encoding?: string | undefined;
  readonly pageName?: string | undefined;
  /** Who decides about doubts: a person at a terminal, or one who will fill in a template. */
  readonly review?: Reviewer | 'template' | undefined;
  /** In which that person is asked; Chinese where it is not said. */
  readonly language?: CommandLanguage | undefined;
}

export interface FileToImport {
  /** Where its pictures are looked for; undefined for standard input. */
  readonly path: string | undefined;
  /** Name shown in findings. */
  readonly file: string;
  /** The file, or why it could not be read. */
  readonly bytes: Uint8Array | Finding;
  readonly date: IssueDate;
  readonly page: number;
  /** True where a person has given the number. */
  readonly pageGiven: boolean;
}

/** The input of a page: what lies beside it, and which page of it this is, from 0. */
interface PageInput extends PageCompanions {
  readonly file: string;
  readonly images: PageImages;
  /** The file as it came, where it holds this page alone. */
  readonly bytes: Uint8Array | undefined;
  readonly index: number;
}

/** Decisions on the pages of one input, by the line at which each page begins. */
type DecisionsByLine = ReadonlyMap<number, readonly Decision[]>;

/** Imports file after file into one content folder, and remembers what the paper has become. */
export class ContentImporter {
  readonly #disk: Disk;
  readonly #root: string;
  readonly #content: OpenContent | undefined;
  readonly #options: ContentImporterOptions;
  #known: KnownPaper;
  /** Which input of this run became which page: `<date>/<page2>` -> its file, and its text by digest. */
  readonly #claims = new Map<string, { readonly file: string; readonly digest: string }>();

  /**
   * @param root the content folder
   * @param content the same, opened for writing; undefined: a dry run
   */
  constructor(
    disk: Disk,
    root: string,
    content: OpenContent | undefined,
    known: KnownPaper,
    options: ContentImporterOptions = {},
  ) {
    this.#disk = disk;
    this.#root = root;
    this.#content = content;
    this.#known = known;
    this.#options = options;
  }

  /** Imports all pages of a file; what went wrong with one is in its report and stops no other. */
  async importFile(input: FileToImport): Promise<readonly PageReport[]> {
    const { bytes, file } = input;
    const { encoding, pageName, review } = this.#options;
    if (!(bytes instanceof Uint8Array)) return [unread(input, [bytes])];
    const decoded = decodeSource({ bytes, file, encoding });
    if (decoded.kind === 'refused') return [unread(input, decoded.findings)];

    const images = pageImages(this.#disk, input.path);
    const companions = pageCompanions(this.#disk, input.path, images);
    const request: ImportRequest = {
      text: decoded.text,
      file,
      date: input.date,
      page: input.page,
      pageGiven: input.pageGiven,
      pageName,
      known: this.#knownFor(input.date, decoded.text),
      imageExtension: (path) => images.extensionOf(path),
    };
    let pages: readonly ImportedPage[];
    const faults = new Map<number, readonly Finding[]>();
    try {
      pages = importPages(request);
      // Which file of decisions is a page's is known only when its number is.
      let decisions = this.#readDecisions(pages, faults);
      if (review !== undefined) {
        for (const page of pages) {
          if (page.refused || faults.has(page.source.firstLine)) continue;
          const outcome = await this.#review(review, request, page, decisions);
          decisions = outcome.decisions;
          if (outcome.failure) faults.set(page.source.firstLine, [outcome.failure]);
        }
      }
      if ([...decisions.values()].some((list) => list.length > 0)) {
        pages = importPages({ ...request, decisions });
      }
    } catch (error) {
      return [unread(input, [ownFault(error, file)])];
    }

    return pages.map((page, index) => {
      const fault = faults.get(page.source.firstLine);
      const report = fault
        ? refuse(page, file, [...fault, ...page.findings])
        : this.#tryToPlace(page, {
            ...companions,
            file,
            images,
            bytes,
            index,
            // They are of one page.
            ...(pages.length > 1 && { bytes: undefined, scan: undefined }),
          });
      return index === 0
        ? { ...report, findings: [...decoded.findings, ...report.findings] }
        : report;
    });
  }

  /** Slugs are kept by lines: those of a source that is being replaced are followed into the new one. */
  #knownFor(date: IssueDate, text: string): KnownPaper {
    const lines = text.split('\n');
    const sources = new Map<number, readonly string[] | undefined>();
    const articles = this.#known.articles.map((article): KnownArticle => {
      if (article.edition !== date || !article.lines) return article;
      if (!sources.has(article.page))
        sources.set(article.page, this.#keptSource(date, article.page));
      const kept = sources.get(article.page);
      if (!kept || isDeepStrictEqual(lines, kept)) return article;
      const { lines: was, ...rest } = article;
      const now = followLines(kept, lines, was);
      return now ? { ...rest, lines: now } : rest;
    });
    return { ...this.#known, articles };
  }

  #keptSource(date: IssueDate, page: number): readonly string[] | undefined {
    const path = `sources/${date}/${formatPageNumber(page)}.md`;
    const bytes = this.#read(path);
    if (!bytes) return undefined;
    const { encoding } = this.#options;
    const plain = decodeSource({ bytes, file: path });
    const decoded =
      plain.kind === 'refused' && encoding !== undefined
        ? decodeSource({ bytes, file: path, encoding })
        : plain;
    return decoded.kind === 'text' ? decoded.text.split('\n') : undefined;
  }

  #readDecisions(
    pages: readonly ImportedPage[],
    faults: Map<number, readonly Finding[]>,
  ): DecisionsByLine {
    const decisions = new Map<number, readonly Decision[]>();
    for (const page of pages) {
      const path = decisionsPath(page.date, formatPageNumber(page.page));
      const text = this.#readText(path);
      if (text === undefined) continue;
      const parsed = parseDecisions(text, path);
      // Importing without them would take back what a person has decided.
      if (parsed.findings.length > 0) faults.set(page.source.firstLine, parsed.findings);
      decisions.set(page.source.firstLine, parsed.decisions);
    }
    return decisions;
  }

  async #review(
    review: Reviewer | 'template',
    request: ImportRequest,
    page: ImportedPage,
    decisions: DecisionsByLine,
  ): Promise<{ decisions: DecisionsByLine; failure?: Finding | undefined }> {
    const { firstLine } = page.source;
    const path = decisionsPath(page.date, formatPageNumber(page.page));
    const language = this.#options.language ?? 'zh';
    const findWith = (own: readonly Decision[]): readonly Finding[] => {
      const all = new Map([...decisions, [firstLine, own] as const]);
      return (
        importPages({ ...request, decisions: all }).find(
          (one) => one.source.firstLine === firstLine,
        )?.findings ?? []
      );
    };
    if (review === 'template') {
      const open = findWith(decisions.get(firstLine) ?? []);
      this.templates.push(renderTemplate(join(this.#root, path), open, firstLine, language));
      return { decisions };
    }
    let standing = this.#readText(path);
    const outcome = await reviewPage({
      reviewer: review,
      language,
      source: page.source.text,
      firstLine,
      decisionsText: standing,
      findWith,
      save: (text) => {
        const faults = this.#content?.place({
          files: [{ path, contents: text }],
          // Somebody may have the file open in an editor.
          seen: new Map([[path, standing === undefined ? null : digestOf(standing)]]),
        });
        if (!faults?.length) standing = text;
        return faults?.[0];
      },
    });
    return {
      decisions: new Map([...decisions, [firstLine, outcome.decisions]]),
      failure: outcome.failure,
    };
  }

  /** What a person without a terminal is to fill in, page by page; with `review: 'template'` only. */
  readonly templates: string[] = [];

  #tryToPlace(page: ImportedPage, input: PageInput): PageReport {
    const { file } = input;
    if (page.refused) return refuse(page, file, page.findings);
    try {
      return this.#place(page, input);
    } catch (error) {
      // Placing tells its own; this is of looking at what stands there: a file in the place of a folder.
      const { path, code } = error as NodeJS.ErrnoException;
      const found =
        code !== undefined && path !== undefined ? diskProblem(error, path) : ownFault(error, file);
      return refuse(page, file, [found, ...page.findings]);
    }
  }

  #place(page: ImportedPage, input: PageInput): PageReport {
    const { file, images, bytes } = input;
    const number = formatPageNumber(page.page);
    const claim = this.#findOtherClaim(page, file);
    if (claim) return refuse(page, file, [claim, ...page.findings]);
    const texts = renderPageFiles(page, this.#known, bytes);
    const unpublishable = findUnpublishable(page, texts, file);
    if (unpublishable) return refuse(page, file, [unpublishable, ...page.findings]);
    const pictures = listPageImages(page).map(({ from, to }): ContentFile => ({
      path: to,
      contents: images.bytesOf(from),
      role: 'article',
    }));
    const recordPath = importRecordPath(page.date, number);
    const { record, findings: recordFindings } = parseImportRecord(
      this.#readText(recordPath),
      recordPath,
    );
    const reconciled = reconcileHandEdits({
      record,
      recordPath,
      folder: `articles/${page.date}/${number}`,
      incoming: [...texts, ...pictures, ...this.#filesOfScan(page, input)],
      read: (path) => this.#read(path),
      file,
      firstLine: page.source.firstLine,
      isValid: isPublishable,
    });
    const faults = this.#content?.place(reconciled.placement) ?? [];
    const findings = [...page.findings, ...recordFindings, ...reconciled.findings];
    if (faults.length > 0) return refuse(page, file, [...faults, ...findings]);

    this.#remember(page, texts);
    this.#claims.set(`${page.date}/${number}`, { file, digest: digestOf(page.source.text) });
    const statusAt = new Map(reconciled.statuses.map(({ path, status }) => [path, status]));
    const articles = page.articles.map((draft): ReportedArticle => {
      const path = `articles/${page.date}/${number}/${draft.slug}.mdx`;
      const { headline, order } = draft.frontMatter;
      return {
        file: path,
        order,
        status: statusAt.get(path) ?? 'unchanged',
        headline: headline || undefined,
      };
    });
    return { page, file, articles, findings };
  }

  /** The scan of a page, and where its articles stand: what a person has changed of that is theirs. */
  #filesOfScan(page: ImportedPage, { scan, layouts, index }: PageInput): ContentFile[] {
    const stem = `sources/${page.date}/${formatPageNumber(page.page)}`;
    const size = scan && pictureSize(Buffer.from(scan.bytes));
    const name = scan && `${formatPageNumber(page.page)}.${scan.extension}`;
    const zones = zonePage(page.source.text, page.articles, {
      layouts,
      index,
      scan: size && name ? { name, size: [size.width, size.height] } : undefined,
    });
    const files: ContentFile[] = [];
    if (scan && size) {
      files.push({ path: `${stem}.${scan.extension}`, contents: scan.bytes, role: 'source' });
    }
    const standing = this.#readText(`${stem}.zones.yaml`);
    if (zones && (standing === undefined || isAsImported(standing))) {
      files.push({ path: `${stem}.zones.yaml`, contents: renderZones(zones), role: 'source' });
    }
    return files;
  }

  /**
   * What stands in the place of a page and is another page: an input of this run, or the kept source
   * of an earlier one. A raw source is the only proof of what was read, so another page's text never
   * goes over it.
   */
  #findOtherClaim(page: ImportedPage, file: string): Finding | undefined {
    const number = formatPageNumber(page.page);
    const path = `sources/${page.date}/${number}.md`;
    const claim = this.#claims.get(`${page.date}/${number}`);
    const { text } = page.source;
    const isTaken = claim !== undefined && claim.file !== file && claim.digest !== digestOf(text);
    const kept = this.#keptSource(page.date, page.page);
    if (!isTaken && (kept === undefined || isSamePage(kept.join('\n'), text))) return undefined;
    const other = isTaken ? claim.file : path;
    return makeInputFinding(
      file,
      'page-claimed-twice',
      { line: page.source.firstLine, excerpt: text.trim().slice(0, 40) },
      { date: page.date, page: page.page, other, path },
    );
  }

  #remember(page: ImportedPage, files: readonly ContentFile[]): void {
    const edition = files.find((one) => one.role === 'edition');
    // Cut from the page, whose whole text a name would keep (see detachReport).
    const { newSections, newColumns, newColumnists } = page;
    const wide = widenPaper(this.#known, {
      ...page,
      ...structuredClone({ newSections, newColumns, newColumnists }),
    });
    this.#known = {
      ...wide,
      articles: wide.articles.filter((one) => one.edition !== page.date || one.page !== page.page),
      editions: edition
        ? [
            ...wide.editions.filter((one) => one.date !== page.date),
            { date: page.date, yaml: String(edition.contents) },
          ]
        : wide.editions,
    };
  }

  #read(path: string): Uint8Array | undefined {
    const whole = join(this.#root, path);
    return this.#disk.entryAt(whole) === 'file' ? this.#disk.readFile(whole) : undefined;
  }

  #readText(path: string): string | undefined {
    const bytes = this.#read(path);
    return bytes && new TextDecoder().decode(bytes);
  }
}

function refuse(
  page: Omit<PageReport['page'], 'refused'>,
  file: string,
  findings: readonly Finding[],
): PageReport {
  return { page: { ...page, refused: true }, file, articles: [], findings };
}

/** A bug of ours must not stop the thousand pages that come after it, nor pass in silence. */
function ownFault(error: unknown, file: string): Finding {
  const fault =
    error instanceof Error
      ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ')
      : String(error);
  return findingOfFile('importer-fault', file, { fault });
}

function unread(input: FileToImport, findings: readonly Finding[]): PageReport {
  const { date, page, file } = input;
  return refuse({ date, page, mended: new Map() }, file, findings);
}
