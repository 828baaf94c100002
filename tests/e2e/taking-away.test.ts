/**
 * What stands beside the pages of a built paper, each opened by a program that is not ours: what a
 * unit test renders from a fixture is here as a reader's program finds it, pictures and all.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Validator from '@adobe/structured-data-validator';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import WebAutoExtractor from '@marbec/web-auto-extractor';
import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import RssParser from 'rss-parser';
import sharp from 'sharp';
import { ErrorLevel, parseSitemapIndex, XMLToSitemapItemStream, type SitemapItem } from 'sitemap';
import { describe, expect, inject, test } from 'vitest';

const papers = Object.entries(inject('papers')).map(([name, { directory, base }]) => ({
  name,
  directory,
  base,
}));

const webpub = readWebpubSchemas();
const vocabulary = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/schema-org/vocabulary.json'), 'utf8'),
) as object;

describe.each(papers)('$name', ({ directory, base }) => {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  const named = (name: string): string[] => files.filter((file) => file.endsWith(name)).sort();
  const bytesOf = (file: string): Buffer => readFileSync(join(directory, file));
  const textOf = (file: string): string => bytesOf(file).toString('utf8');
  /** The file at an absolute address of the site. */
  const fileAt = (address: string): string => {
    const path = new URL(address).pathname;
    expect(path.startsWith(base), path).toBe(true);
    const file = decodeURIComponent(path.slice(base.length));
    return file === '' || file.endsWith('/') ? `${file}index.html` : file;
  };
  const stands = (address: string): boolean => existsSync(join(directory, fileAt(address)));

  test('the sitemap package reads every map, and finds every edition and article once', async () => {
    const stream = (file: string) => createReadStream(join(directory, file));
    const index = await parseSitemapIndex(stream('sitemap-index.xml'));
    const maps = await Promise.all(
      index.map(({ url }) =>
        all<SitemapItem>(
          stream(fileAt(url)).pipe(new XMLToSitemapItemStream({ level: ErrorLevel.THROW })),
        ),
      ),
    );
    const addresses = maps.flat().map(({ url }) => url);
    expect(addresses.filter((address) => !stands(address))).toEqual([]);
    expect(new Set(addresses).size).toBe(addresses.length);
    const listed = new Set(addresses.map(fileAt));
    const pages = files.filter((file) =>
      /^\d{4}-\d{2}-\d{2}\/(?:\d{2,3}\/(?:[^/]+\/)?)?index\.html$/.test(file),
    );
    // Old and withdrawn addresses keep a page that asks not to be found; collations are for the desk.
    const shown = pages.filter(
      (page) =>
        !/\bcollation\b/.test(page) &&
        !textOf(page).includes('<meta name="robots" content="noindex">'),
    );
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((page) => !listed.has(page))).toEqual([]);
  });

  test('rss-parser reads RSS and Atom, and their articles are there', async () => {
    const parser = new RssParser();
    for (const file of [...named('feed.xml'), ...named('atom.xml')]) {
      const { items } = await parser.parseString(textOf(file));
      for (const { link, title } of items) {
        expect(title, file).toBeTruthy();
        expect(stands(link!), `${file} ${link}`).toBe(true);
      }
    }
    expect((await parser.parseString(textOf('feed.xml'))).items.length).toBeGreaterThan(0);
  });

  test('ajv holds each edition to the schema that is published beside it', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    // Its types are those of CommonJS.
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    const validate = ajv.compile(JSON.parse(textOf('edition.schema.json')) as object);
    const editions = named('/edition.json');
    expect(editions.length).toBeGreaterThan(0);
    for (const file of editions) {
      expect(validate(JSON.parse(textOf(file))), `${file} ${ajv.errorsText(validate.errors)}`).toBe(
        true,
      );
    }
  });

  test('epubcheck-ts has nothing to say of the books, and the catalogues lead to them', async () => {
    const books = named('/edition.epub');
    for (const file of books) {
      const { messages } = await EpubCheck.validate(new Uint8Array(bytesOf(file)));
      const told = messages.filter(({ severity }) => severity !== 'usage' && severity !== 'info');
      expect(told, file).toEqual([]);
    }
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
    const found = new Set<string>();
    for (const file of named('catalog.xml')) {
      const { feed } = parser.parse(textOf(file)) as { feed: { entry?: Entry | Entry[] } };
      for (const { link } of [feed.entry ?? []].flat()) {
        const book = link.find(({ rel }) => rel === 'http://opds-spec.org/acquisition/open-access');
        found.add(fileAt(book!.href));
      }
    }
    for (const file of named('catalog.json')) {
      const { publications } = JSON.parse(textOf(file)) as {
        publications: { links: { href: string; type: string }[] }[];
      };
      for (const { links } of publications) {
        const book = links.find(({ type }) => type === 'application/epub+zip');
        expect(found).toContain(fileAt(book!.href));
      }
    }
    expect([...found].sort()).toEqual(books);
  });

  test('ajv holds the catalogues of OPDS 2.0 to the schemas of Readium, and of OPDS where they are', () => {
    const catalogues = named('catalog.json');
    expect(catalogues.length).toBeGreaterThan(0);
    for (const file of catalogues) {
      const catalogue = JSON.parse(textOf(file)) as OpdsCatalogue;
      const { publications, links } = catalogue;
      const described = publications.map(({ metadata }) => metadata);
      const linked = [links, publications.flatMap((one) => [...one.links, ...(one.images ?? [])])];
      expect(faultsOf(webpub.metadata, described), file).toEqual([]);
      expect(faultsOf(webpub.link, linked.flat()), file).toEqual([]);
      if (webpub.feed !== undefined) expect(faultsOf(webpub.feed, [catalogue]), file).toEqual([]);
    }
  });

  test('@adobe/structured-data-validator finds the JSON-LD of every page sound, in schema.org’s own words', async () => {
    const types = new Set<string>();
    for (const file of named('.html')) {
      const found = new WebAutoExtractor({ addLocation: true }).parse(textOf(file));
      for (const type of Object.keys(found.jsonld)) types.add(type);
      const issues = await new Validator(vocabulary).validate(found);
      const told = issues.map(({ path, issueMessage }) => [
        ...path.map(({ type }) => type),
        issueMessage,
      ]);
      expect(told, file).toEqual([]);
    }
    for (const type of ['NewsArticle', 'PublicationIssue', 'BreadcrumbList', 'ProfilePage']) {
      expect(types).toContain(type);
    }
  });

  test('a bag is whole, and holds all articles and pictures of its edition', () => {
    for (const file of named('/bag.zip')) {
      const date = file.split(/[/\\]/)[0]!;
      const bag = unzipSync(bytesOf(file));
      const read = (path: string): Uint8Array => bag[`edition-${date}/${path}`]!;
      const payload = new Set<string>();
      for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
        for (const line of strFromU8(read(manifest)).trimEnd().split('\n')) {
          const [sum, path] = line.split('  ') as [string, string];
          expect(createHash('sha256').update(read(path)).digest('hex'), path).toBe(sum);
          if (path.startsWith('data/')) payload.add(path);
        }
      }
      const { pages } = JSON.parse(strFromU8(read('data/edition.json'))) as {
        pages: { articles: { id: string; html: string; pictures: unknown[] }[] }[];
      };
      for (const { id, html, pictures } of pages.flatMap(({ articles }) => articles)) {
        expect(payload).toContain(`data/articles/${id}.md`);
        const count = pictures.length + (html.match(/<img /g)?.length ?? 0);
        for (let number = 1; number <= count; number += 1) {
          expect(payload).toContain(`data/pictures/${id}-${number}.jpg`);
        }
      }
      expect(payload.size).toBe(Object.keys(bag).length - 4);
    }
  });

  test('sharp opens every share picture, in the size that the pages say', async () => {
    for (const file of named('share.jpg')) {
      const { format, width, height } = await sharp(bytesOf(file)).metadata();
      expect({ format, width, height }, file).toEqual({ format: 'jpeg', width: 1200, height: 630 });
    }
  });
});

interface OpdsCatalogue {
  readonly links: readonly unknown[];
  readonly publications: readonly {
    readonly metadata: unknown;
    readonly links: readonly unknown[];
    readonly images?: readonly unknown[];
  }[];
}

/** Those of OPDS have no licence that would let them lie here: tests/fixtures/webpub-schema says where they are. */
function readWebpubSchemas(): Record<'metadata' | 'link', ValidateFunction> & {
  readonly feed: ValidateFunction | undefined;
} {
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  const opds = process.env['EPAPER_OPDS_SCHEMA'];
  const folders = [join(import.meta.dirname, '../fixtures/webpub-schema'), ...(opds ? [opds] : [])];
  for (const folder of folders) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.schema.json')) continue;
      ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object);
    }
  }
  // Readium's links may have properties of OPDS: ours have none.
  if (!opds) ajv.addSchema({ $id: 'https://drafts.opds.io/schema/properties.schema.json' });
  const published = 'https://readium.org/webpub-manifest/schema';
  return {
    metadata: ajv.getSchema(`${published}/metadata.schema.json`)!,
    link: ajv.getSchema(`${published}/link.schema.json`)!,
    feed: opds ? ajv.getSchema('https://drafts.opds.io/schema/feed.schema.json') : undefined,
  };
}

/** What a schema has against some of the values. */
function faultsOf(validate: ValidateFunction, values: readonly unknown[]): string[] {
  return values.flatMap((value) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`),
  );
}

interface Entry {
  readonly link: readonly { readonly rel: string; readonly href: string }[];
}

async function all<Item>(stream: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
