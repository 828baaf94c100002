import { Numbering, OtherPrintError } from './numbering.ts';
import type { Clause, Query } from './parse-query.ts';
import {
  searchSegment,
  type LookInText,
  type ReadFile,
  type SegmentName,
} from './search-segment.ts';
import {
  editionsOf,
  fileNames,
  titlesInFile,
  type SegmentArticles,
  type SegmentFacets,
  type SegmentTitle,
} from './segment-format.ts';

/** `/search/index.json`: what the index is made of. */
export interface SearchManifest {
  /** As `indexVersion`. */
  readonly version: number;
  /** Oldest first. */
  readonly segments: readonly SegmentName[];
  /** Names of the sections, by id. */
  readonly sections: Readonly<Record<string, string>>;
  /** Characters of common use that are compared in another form: see fold-table.ts. */
  readonly folding: string;
}

interface NumberedArticles {
  readonly articles: SegmentArticles;
  readonly numbering: Numbering;
}

/** An article that was found, with what every result has at hand. */
export interface Hit {
  /** Place of its segment among the segments. */
  readonly segment: number;
  readonly article: number;
  readonly inHead: number;
  readonly date: string;
}

export interface HitFacets {
  readonly page: number;
  readonly section: string | undefined;
  readonly genre: string;
  readonly column: string | undefined;
  readonly columnists: readonly string[];
}

/**
 * Looks for a piece in the text of an article itself.
 *
 * @returns undefined where the text cannot be had
 */
export type LookIntoArticle = (
  article: { readonly date: string; readonly page: number; readonly slug: string },
  clause: Clause,
) => ReturnType<LookInText>;

/** The index as a reader asks it. Every file is fetched once, when it is first needed. */
export class SearchIndex {
  readonly #manifest: SearchManifest;
  readonly #read: ReadFile;
  readonly #look: LookIntoArticle | undefined;
  readonly #files = new Map<string, Promise<unknown>>();

  /** @param look for long phrases: without it every term of them is asked for */
  constructor(manifest: SearchManifest, read: ReadFile, look?: LookIntoArticle) {
    this.#manifest = manifest;
    this.#read = read;
    this.#look = look;
  }

  /**
   * Everything that is found, headlines first, then the newest.
   *
   * @throws what `read` throws
   */
  async search(query: Query): Promise<Hit[]> {
    const found = await Promise.all(
      this.#manifest.segments.map(async (segment, number) => {
        const { articles, numbering } = await this.#articlesOf(segment);
        const dates = editionsOf(articles).flatMap(([date, count]) =>
          Array.from({ length: count }, () => date),
        );
        const look: LookInText = async (_, article, clause) => {
          const [slug, , , page] = await this.#titleIn(number, article);
          return this.#look!({ date: dates[article]!, page, slug }, clause);
        };
        const hits = await searchSegment(
          query,
          segment,
          articles,
          (_, file) => this.#checked(segment, numbering, file),
          this.#look && look,
        );
        return hits.map(({ article, inHead }): Hit => ({
          segment: number,
          article,
          inHead,
          date: dates[article]!,
        }));
      }),
    );
    return found.flat().sort(byRelevance);
  }

  /** The articles’ titles as results show them. */
  titleOf({ segment, article }: Hit): Promise<SegmentTitle> {
    return this.#titleIn(segment, article);
  }

  async #titleIn(segment: number, article: number): Promise<SegmentTitle> {
    const file = fileNames.titles(Math.floor(article / titlesInFile));
    return (await this.#json<readonly SegmentTitle[]>(segment, file))[article % titlesInFile]!;
  }

  /** What each hit can be chosen by, in the order of the hits. */
  async facetsOf(hits: readonly Hit[]): Promise<HitFacets[]> {
    const needed = [...new Set(hits.map(({ segment }) => segment))];
    const facets = new Map(
      await Promise.all(
        needed.map(
          async (segment) =>
            [segment, await this.#json<SegmentFacets>(segment, fileNames.facets)] as const,
        ),
      ),
    );
    return hits.map(({ segment, article }) => {
      const of = facets.get(segment)!;
      return {
        page: of.pages[article]!,
        section: of.sectionIds[of.sections[article]!],
        genre: of.genreIds[of.genres[article]!]!,
        column: of.columnIds[of.columns[article]!],
        columnists: of.columnists[article]!.map((person) => of.columnistIds[person]!),
      };
    });
  }

  #articlesOf(segment: SegmentName): Promise<NumberedArticles> {
    return this.#once(`${segment.name}/${fileNames.articles}`, async () => {
      const bytes = await this.#read(segment, fileNames.articles);
      const articles = JSON.parse(new TextDecoder().decode(bytes)) as SegmentArticles;
      const listed = articles.counts.reduce((sum, count) => sum + count, 0);
      if (listed !== segment.articles) {
        throw new OtherPrintError('a list of articles of another print of the paper');
      }
      return { articles, numbering: new Numbering(segment.articles, articles) };
    });
  }

  #checked(segment: SegmentName, numbering: Numbering, file: string): Promise<Uint8Array> {
    return this.#once(`${segment.name}/${file}`, async () =>
      numbering.check(await this.#read(segment, file)),
    );
  }

  #json<Value>(number: number, file: string): Promise<Value> {
    const segment = this.#manifest.segments[number]!;
    return this.#once(`${segment.name}/${file} read`, async () => {
      const { numbering } = await this.#articlesOf(segment);
      const bytes = await this.#checked(segment, numbering, file);
      return JSON.parse(new TextDecoder().decode(bytes)) as Value;
    });
  }

  #once<Value>(key: string, make: () => Promise<Value>): Promise<Value> {
    let known = this.#files.get(key) as Promise<Value> | undefined;
    if (known === undefined) {
      known = make();
      this.#files.set(key, known);
      // What failed is asked for again: the network may have come back.
      known.catch(() => this.#files.delete(key));
    }
    return known;
  }
}

/** More of the query in the head first, then the newest edition; within one as it is read. */
export function byRelevance(left: Hit, right: Hit): number {
  return right.inHead - left.inHead || byDate(left, right);
}

/** The newest edition first; within one as it is read. */
export function byDate(left: Hit, right: Hit): number {
  if (left.date !== right.date) return left.date < right.date ? 1 : -1;
  return left.article - right.article;
}
