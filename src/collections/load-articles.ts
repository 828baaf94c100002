import type { ArticleBody } from '../manuscript/article-body.ts';
import type { ArticleJump, ArticleLink, ArticlePicture } from '../manuscript/check-article.ts';
import { readArticle } from '../manuscript/read-article.ts';
import { renderArticle } from '../manuscript/render-article.ts';
import type { Article } from '../newspaper/article.ts';
import type { LocalFinding, Place } from '../newspaper/local-finding.ts';
import type { BodyKey } from './bodies.ts';
import { checkSourceLines, lineCounter, pictureChecker } from './check-article-files.ts';
import { linksWithinSite } from './check-links.ts';
import { companionsOf, digestOf, joinSignatures } from './companions.ts';
import { locateInText, type ContentReader } from './content-reader.ts';
import type { ArticleFile, SortedContent } from './sort-content.ts';

/** What a build keeps of an article for the next one. */
export interface KeptArticle {
  readonly data: Article;
  readonly pictures: readonly ArticlePicture[];
  readonly references: ArticleReferences;
  /** What its text alone makes a person look at: told again where it was kept, a build does without. */
  readonly told?: readonly LocalFinding[] | undefined;
}

/** An article that was read, or found unchanged in what an earlier build kept. */
export interface LoadedArticle extends KeptArticle {
  readonly id: string;
  /** Relative to the content folder. */
  readonly path: string;
  readonly signature: string;
  readonly digest: string;
  /** Whether its own page is set by @astrojs/mdx, with the components that it imports. */
  readonly interactive: boolean;
  /** Absent where `kept` knew the digest: what it has is still true; or where it was set aside. */
  readonly fresh?:
    | {
        /** The MDX after the front matter. */
        readonly source: string;
        readonly body: ArticleBody;
      }
    | undefined;
}

/** What an article says of others, and they of it: true or not as the others change. */
export interface ArticleReferences {
  /** Those within the site. */
  readonly links?: readonly ArticleLink[] | undefined;
  readonly jumps?: readonly ArticleJump[] | undefined;
  /** How many may be pointed at, as `#p1` … */
  readonly paragraphs: number;
}

export interface LoadOptions {
  /** Base path of the site, for links between pages. */
  readonly base: string;
  /** Stands for everything besides the file that decides what becomes of it. */
  readonly engine: string;
  /** The digest that an earlier build computed, with this engine, for a file of this signature. */
  readonly knownDigest?: (path: string, signature: string, engine: string) => string | undefined;
  /** What an earlier build kept of an article, if it was of this digest. */
  readonly kept: (id: string, digest: string) => KeptArticle | undefined;
  /** Where what was seen of scans is kept between builds; undefined: nowhere. */
  readonly scanFile?: string | undefined;
  /** Whether the rendered bodies of an edition with exactly these articles were kept. */
  readonly hasBodies: (edition: string, articles: readonly BodyKey[]) => boolean;
  /**
   * Takes what was rendered of an edition as soon as its articles are read: the bodies of 24,000 are
   * 0.5 GB, and do not stay in memory then. Not asked where one of them is broken.
   */
  readonly setAside?: ((articles: readonly LoadedArticle[], language: string) => void) | undefined;
}

/** An article's file, and what of it is known before it is read. */
interface KnownFile extends ArticleFile {
  readonly interactive: boolean;
  /** Its text, where that had to be read for the digest. */
  readonly text: string | undefined;
  /** Of the file and all that decides what becomes of it; undefined where it cannot be read. */
  readonly digest: string | undefined;
}

/** Reads the articles of a sorted content folder, edition by edition. */
export class ArticleLoader {
  readonly articles: LoadedArticle[] = [];
  /** Ids of articles whose files are there but broken. */
  readonly broken: string[] = [];
  /** Paths of pictures that were told at an article's line. */
  readonly told = new Set<string>();
  readonly #reader: ContentReader;
  readonly #sorted: SortedContent;
  readonly #options: LoadOptions;
  readonly #language: string;
  readonly #engine: string;
  readonly #interactive: ReadonlySet<string>;
  readonly #checkPictures: ReturnType<typeof pictureChecker>;
  readonly #countLines: ReturnType<typeof lineCounter>;

  /** @param engine of `options`, with all that every article's HTML hangs on */
  constructor(
    reader: ContentReader,
    sorted: SortedContent,
    options: LoadOptions,
    language: string,
    engine: string,
  ) {
    this.#reader = reader;
    this.#sorted = sorted;
    this.#options = options;
    this.#language = language;
    this.#engine = engine;
    this.#interactive = new Set(sorted.publication?.data.interactive);
    this.#checkPictures = pictureChecker(reader.root, reader.sizes);
    this.#countLines = lineCounter(reader.root, reader.sizes);
  }

  /** Looks at the bytes of the pictures that the nameplate is set with. */
  checkNameplate(): void {
    const { publication } = this.#sorted;
    if (publication === undefined) return;
    const { path, data } = publication;
    for (const [key, file] of Object.entries(data.nameplate ?? {})) {
      // A drawing was read as a drawing when the files were sorted.
      if (file === undefined || file.endsWith('.svg')) continue;
      const place = (): Place => this.#reader.locate(path, ['nameplate', key]);
      this.#reader.add(path, this.#checkPictures('public/', file, place));
    }
  }

  load(): void {
    const { articleFiles } = this.#sorted;
    const { setAside } = this.#options;
    for (const [edition, files] of Map.groupBy(articleFiles, (file) => file.edition)) {
      const [first, brokenBefore] = [this.articles.length, this.broken.length];
      const known = this.#digests(edition, files);
      const kept = known.map(({ id, digest }) =>
        digest === undefined ? undefined : this.#options.kept(id, digest),
      );
      // The unit is the edition: to render its twenty articles again is cheaper than to tell them apart.
      const nothingChanged =
        kept.every((article) => article !== undefined) &&
        this.#options.hasBodies(edition, known as readonly BodyKey[]);
      for (const [index, file] of known.entries()) {
        if (nothingChanged) this.#keep(file, kept[index]!);
        else this.#read(file);
      }
      if (nothingChanged || setAside === undefined || this.broken.length > brokenBefore) continue;
      const loaded = this.articles.splice(first);
      setAside(loaded, this.#language);
      for (const article of loaded) this.articles.push({ ...article, fresh: undefined });
    }
  }

  #digests(edition: string, files: readonly ArticleFile[]): KnownFile[] {
    const { companionFiles, components } = this.#sorted;
    const { root } = this.#reader;
    const ofEdition = companionFiles.get(edition) ?? [];
    const beside = companionsOf(root, ofEdition);
    const besideInteractive = companionsOf(root, [...ofEdition, ...components], 'interactive');
    return files.map((file) => {
      const interactive = this.#interactive.has(file.id);
      const companions = interactive ? besideInteractive : beside;
      const signature = joinSignatures(file.signature, companions.signature);
      let text: string | undefined;
      let digest = this.#options.knownDigest?.(file.path, signature, this.#engine);
      if (digest === undefined) {
        text = this.#reader.read(file.path);
        if (text !== undefined) digest = digestOf(this.#engine, companions.digest(), text);
      }
      return { ...file, interactive, signature, text, digest };
    });
  }

  #keep({ path, id, signature, digest, interactive }: KnownFile, kept: KeptArticle): void {
    this.#reader.add(path, kept.told ?? []);
    this.articles.push({ id, path, signature, digest: digest!, interactive, ...kept });
  }

  #read({ path, id, interactive, signature, text, digest }: KnownFile): void {
    const article = digest === undefined ? undefined : (text ?? this.#reader.read(path));
    const read =
      article === undefined ? undefined : readArticle(article, this.#language, interactive);
    this.#reader.add(path, read?.findings ?? []);
    if (read?.entry === undefined) {
      this.broken.push(id);
      return;
    }
    const { data, pictures, links, jumps, body, bodyLine, content } = read.entry;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const locateField = (field: readonly PropertyKey[]): Place =>
      locateInText(path, article!, field);
    const wrong = [
      ...pictures.flatMap((picture) => this.#checkPictures(folder, picture.file, () => picture)),
      ...data.images.flatMap(({ file }, index) =>
        this.#checkPictures(folder, file, () => locateField(['images', index, 'file'])),
      ),
      ...checkSourceLines(data, this.#countLines, () => locateField(['source', 'lines', 1])),
    ];
    for (const { excerpt } of wrong) this.told.add(folder + excerpt);
    this.#reader.add(path, wrong);
    if (wrong.length > 0) {
      // Astro would decode the picture, if the article were handed on.
      this.broken.push(id);
      return;
    }
    const { base } = this.#options;
    const context = { base, edition: data.edition, language: this.#language };
    const fresh = {
      source: body,
      body: 'plain' in content ? content.plain : renderArticle(content.tree, context, bodyLine),
    };
    const own = linksWithinSite(links, base);
    const references = {
      links: own.length > 0 ? own : undefined,
      jumps: jumps.length > 0 ? jumps : undefined,
      paragraphs: fresh.body.paragraphs.length,
    };
    this.articles.push({
      ...{ id, path, signature, digest: digest!, interactive, data, pictures, references, fresh },
      told: read.findings.length > 0 ? read.findings : undefined,
    });
  }
}
