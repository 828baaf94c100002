import { pick, type Random } from '../seeded-random.ts';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { parse, stringify } from 'yaml';
import { articleSchema, genres, proofStatuses } from '../../src/newspaper/article.ts';
import { bylineRoles } from '../../src/newspaper/byline.ts';
import { columnSchema } from '../../src/newspaper/column.ts';
import { columnistSchema } from '../../src/newspaper/columnist.ts';
import { dateSources, editionSchema } from '../../src/newspaper/edition.ts';
import { publicationSchema } from '../../src/newspaper/publication.ts';
import { sectionSchema } from '../../src/newspaper/section.ts';
import { sitePageSchema } from '../../src/newspaper/site-page.ts';
import { zonesSchema } from '../../src/newspaper/zones.ts';

type Data = Record<string, unknown>;
/** Another value of a field, sound in its place; undefined takes the field away. */
type NewValue = (paper: EditedPaper, data: Data) => unknown;

const text =
  (what: string, absent = true): NewValue =>
  ({ random }) =>
    absent && random() < 0.3 ? undefined : `${what} ${Math.floor(random() * 1e6)}`;
/** One of few, so that two of a kind come to bear it: what tells namesakes apart is on their pages. */
const sharedName =
  (what: string): NewValue =>
  ({ random }) =>
    `${what} ${Math.floor(random() * 4)}`;
const texts =
  (what: string): NewValue =>
  (paper, data) => [text(what, false)(paper, data)];
const number =
  (most: number): NewValue =>
  ({ random }) =>
    random() < 0.3 ? undefined : 1 + Math.floor(random() * most);
const oneOf =
  (items: readonly unknown[]): NewValue =>
  ({ random }) =>
    pick(random, items);
const day = '2024-04-01';

/** A hint for one article of a page; undefined takes the page's hints away. */
function layoutOf(paper: EditedPaper, date: string, page: number): Data | undefined {
  const slugs = paper.slugsOn(date, page);
  if (slugs.length === 0 || paper.random() < 0.3) return undefined;
  const hints = [{ span: 2 }, { span: 3, frame: true }, { ground: true }, { position: 'top' }];
  return { [pick(paper.random, slugs)]: pick(paper.random, hints) };
}

/**
 * Every field of every kind of file, with what to put there. `null` stands for a field that names
 * the file or where it lies: moving files is an edit of its own. A field of the schemas that is
 * missing here fails the test.
 */
export const fieldsOf: Readonly<Record<string, Readonly<Record<string, NewValue | null>>>> = {
  publication: {
    name: text('The Gazette', false),
    nameLatin: text('Gazette'),
    language: oneOf(['en', 'en-GB']),
    timeZone: oneOf(['Europe/London', 'Europe/Paris']),
    address: oneOf(['https://gazette.example.com/', 'https://other.example.com/']),
    description: text('Described', false),
    place: text('Saltmouth'),
    publisher: text('Press'),
    identifiers: oneOf([undefined, { issn: '1234-5679' }, { cn: 'CN 37-0033' }]),
    publicationDays: oneOf([
      undefined,
      { weekdays: ['thursday'] },
      { except: ['2024-03-21', { from: '2024-03-25', to: '2024-03-29' }] },
    ]),
    ears: texts('Price'),
    nameplate: oneOf([
      undefined,
      { file: 'favicon.svg' },
      { file: 'nameplate.svg', dark: 'favicon.svg' },
    ]),
    colours: oneOf([
      undefined,
      { light: { accent: '#7a1f1f' } },
      { light: { paper: '#ffffff' }, dark: { ink: '#f0e8dc' } },
    ]),
    rights: oneOf([
      { holder: 'One', notice: 'As you like.' },
      { holder: 'Two', notice: 'Not so.' },
    ]),
    repository: ({ random }, data) =>
      data['admin'] === true
        ? pick(random, ['https://github.com/saltmouth/gazette', 'https://codeberg.org/a/gazette'])
        : pick(random, [undefined, 'https://git.example.com/gazette']),
    interactive: (paper) => {
      const articles = paper.files('articles', '.mdx').map((file) => paper.articleId(file));
      return pick(paper.random, [undefined, ['pages/about'], [pick(paper.random, articles)]]);
    },
    lead: oneOf([undefined, 'top-left', 'top-right']),
    relatedReading: oneOf([undefined, true, false]),
    admin: ({ random }, data) => {
      const isOn = random() < 0.5;
      // Refused where `repository` names another host.
      if (isOn) data['repository'] = 'https://gitlab.com/saltmouth/gazette';
      return isOn ? true : pick(random, [undefined, false]);
    },
    outputs: oneOf([
      undefined,
      { feeds: false },
      { epub: 'vertical' },
      { epub: 'none', sharePictures: false },
      { articleMarkdown: false, articleJson: false },
      { editionJson: false, bag: false },
      { facsimiles: false },
      { offline: false },
    ]),
    defaultSection: oneOf([undefined, 'town', 'sea']),
  },
  editions: {
    date: null,
    dateSource: oneOf(dateSources),
    dateNote: text('Because'),
    number: number(2000),
    pages: (paper, data) =>
      (data['pages'] as Data[]).map((page) => ({
        ...page,
        ...(paper.random() < 0.5 && { name: `Page ${Math.floor(paper.random() * 1e6)}` }),
        ...(paper.random() < 0.5 && {
          credits: [{ role: 'Editor', names: [`E${paper.random()}`] }],
        }),
        ...(paper.random() < 0.5 && {
          layout: layoutOf(paper, String(data['date']), Number(page['number'])),
        }),
      })),
  },
  sections: { name: sharedName('Name'), description: text('About'), order: number(9) },
  columns: {
    name: sharedName('Name'),
    description: text('About'),
    parentLabel: text('Above'),
    aliases: texts('Also'),
    series: oneOf([true, false]),
  },
  columnists: {
    name: sharedName('Person'),
    description: text('About'),
    affiliation: text('Of'),
    disambiguation: oneOf([undefined, 'the other', 'of the quay']),
    sameAs: oneOf([undefined, ['https://people.example.com/one']]),
    sortKey: oneOf([undefined, 'aa', 'zz']),
    aliases: texts('Also'),
  },
  articles: {
    kind: ({ random }, data) =>
      data['headline'] ? pick(random, ['article', 'photo-news']) : 'photo-news',
    genre: oneOf(genres),
    edition: null,
    page: null,
    order: null,
    section: ({ random, ids }) => pick(random, [undefined, ...ids('sections')]),
    kicker: text('Kicker'),
    headline: (paper, data) =>
      paper.random() < 0.5
        ? sharedName('Headline')(paper, data)
        : text('Headline', data['kind'] === 'photo-news')(paper, data),
    deck: text('Deck'),
    standfirst: text('Standfirst'),
    column: ({ random, ids }) => pick(random, [undefined, ...ids('columns')]),
    part: number(99),
    rank: number(5),
    bylines: ({ random, ids }) => {
      const columnist = pick(random, ids('columnists'));
      const label = random() < 0.5 ? { label: 'Our own' } : {};
      return [{ name: columnist, role: pick(random, bylineRoles), columnist, ...label }];
    },
    images: (_paper, data) =>
      (data['images'] as Data[] | undefined)?.map((image) => ({ ...image, alt: 'Another' })),
    jump: ({ random }) => pick(random, [undefined, { to: 1 }, { from: 1 }]),
    source: ({ random }) =>
      pick(random, [
        undefined,
        { file: `sources/${day}/01.md`, lines: [1, 1 + random() * 2 && 2] },
      ]),
    proof: oneOf(proofStatuses),
    proofNote: text('Doubtful'),
    allow: oneOf([undefined, [{ rule: 'blank-in-word' }]]),
    corrections: ({ random }) => pick(random, [[], [{ date: day, text: `Wrong ${random()}` }]]),
  },
  pages: { title: text('Title', false), description: text('About'), order: number(9) },
  zones: {
    // Of the pages that are broader than high there is one scan.
    scan: ({ random }, data) => {
      const [width, height] = data['size'] as [number, number];
      return width > height ? pick(random, [undefined, '01.jpg']) : undefined;
    },
    size: ({ random }, data) => {
      const times = pick(random, [0.5, 2]);
      return (data['size'] as number[]).map((length) => length * times);
    },
    zones: (paper, data) =>
      (data['zones'] as { article: string; boxes: number[][] }[]).map(({ article, boxes }) => ({
        article,
        boxes:
          paper.random() < 0.3
            ? [...boxes, [5, 5, 50, 50]]
            : boxes.slice(-3).map(([, ...rest]) => [Math.floor(paper.random() * 99), ...rest]),
      })),
  },
};

/** Where the files of a kind lie, and how their names end, where it is not `<kind>/….yaml`. */
const filesOf: Readonly<Record<string, readonly [folder: string, ending: string]>> = {
  articles: ['articles', '.mdx'],
  pages: ['pages', '.mdx'],
  zones: ['sources', '.zones.yaml'],
};

/** The schema of each kind, to hold the table against. */
export const schemasOf = {
  publication: publicationSchema,
  editions: editionSchema,
  sections: sectionSchema,
  columns: columnSchema,
  columnists: columnistSchema,
  articles: articleSchema,
  pages: sitePageSchema,
  zones: zonesSchema,
} as const;

/** `/2024-02-29/01/slug/` of `…/articles/2024-02-29/01/slug.mdx`. */
function addressOfFile(file: string): string {
  return `/${file
    .split(sep)
    .slice(-3)
    .join('/')
    .replace(/\.mdx$/, '')}/`;
}

/** A content folder that is edited at random, and stays sound. */
export class EditedPaper {
  readonly folder: string;
  readonly random: Random;
  #count = 0;
  /** The name of the article that stood at an address, or why it is gone. */
  readonly #former = new Map([
    ['/2024-02-29/01/old/', 'council-votes-to-keep-the-old-light'],
    ['/2024-03-07/01/lost/', 'gone'],
  ]);

  readonly #pictures: readonly Uint8Array[];

  /** @param pictures PNG, to put in the place of those that are there */
  constructor(folder: string, random: Random, pictures: readonly Uint8Array[]) {
    this.folder = folder;
    this.random = random;
    this.#pictures = pictures;
    // A page as it was read, for articles to name as their source.
    mkdirSync(join(folder, `sources/${day}`), { recursive: true });
    writeFileSync(join(folder, `sources/${day}/01.md`), '# Read\n\nFirst paragraph.\n');
  }

  /** Absolute paths, sorted. */
  files(below: string, ending: string): string[] {
    const folder = join(this.folder, below);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  }

  readonly ids = (collection: string): string[] =>
    this.files(collection, '.yaml').map((file) => /([^/]+)\.yaml$/.exec(file)![1]!);

  /** `2024-03-07/01/slug` */
  articleId(file: string): string {
    return relative(join(this.folder, 'articles'), file).replace(/\.mdx$/, '');
  }

  /** Names of the articles of a page. */
  slugsOn(date: string, page: number): string[] {
    const folder = `articles/${date}/${String(page).padStart(2, '0')}`;
    return existsSync(join(this.folder, folder))
      ? this.files(folder, '.mdx').map((file) => basename(file, '.mdx'))
      : [];
  }

  /** Takes away hints for articles that are gone or have another name: they would be errors. */
  #mendLayouts(): void {
    for (const file of this.files('editions', '.yaml')) {
      const { date, pages } = parse(readFileSync(file, 'utf8')) as { date: string; pages: Data[] };
      const isStale = pages.some(({ number, layout }) => {
        const there = this.slugsOn(date, Number(number));
        return Object.keys(layout ?? {}).some((slug) => !there.includes(slug));
      });
      if (!isStale) continue;
      this.editData(file, (data) => {
        for (const page of data['pages'] as Data[]) delete page['layout'];
      });
    }
  }

  /** Takes articles away, and their names from the list of those that run code. */
  #remove(path: string): void {
    rmSync(path, { recursive: true, force: true });
    this.editData(join(this.folder, 'publication.yaml'), (data) => {
      const listed = data['interactive'] as string[] | undefined;
      data['interactive'] = listed?.filter(
        (id) => id.startsWith('pages/') || existsSync(join(this.folder, `articles/${id}.mdx`)),
      );
    });
  }

  edit(file: string, change: (text: string) => string): void {
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }

  /** Changes the data of a YAML file, or of the front matter of an MDX file. */
  editData(file: string, change: (data: Data) => void): void {
    this.edit(file, (text) => {
      const [, front, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
      const data = parse(front ?? text) as Data;
      change(data);
      return front === undefined ? stringify(data) : `---\n${stringify(data)}---\n${body!}`;
    });
  }

  addArticle(date: string, page: number): void {
    this.#count += 1;
    const folder = join(this.folder, `articles/${date}/${String(page).padStart(2, '0')}`);
    mkdirSync(folder, { recursive: true });
    const orders = this.files(relative(this.folder, folder), '.mdx').map((file) =>
      Number(/^order: (\d+)$/m.exec(readFileSync(file, 'utf8'))![1]),
    );
    const columnist = pick(this.random, this.ids('columnists'));
    const column = pick(this.random, [undefined, ...this.ids('columns')]);
    writeFileSync(
      join(folder, `added-${this.#count}.mdx`),
      `---\n${stringify({
        kind: 'article',
        genre: 'news',
        edition: date,
        page,
        order: Math.max(0, ...orders) + 1,
        section: pick(this.random, this.ids('sections')),
        headline: `Added ${this.#count}`,
        ...(column && { column, part: this.#count }),
        bylines: [{ name: columnist, role: 'reporter', columnist }],
      })}---\n\nFirst paragraph of ${this.#count}.\n\nSecond, *with emphasis*.\n\nRuth Ames 12\n\nTom Beck 9\n`,
    );
  }

  /**
   * What moved or is gone; an article that was deleted may be deleted here, so addresses that stand are
   * not recorded.
   */
  #writeLedger(): void {
    const articles = new Map(
      this.files('articles', '.mdx').map((file) => [basename(file, '.mdx'), addressOfFile(file)]),
    );
    const lines = Array.from(this.#former, ([address, became]) => {
      const target = articles.get(became);
      return target === undefined
        ? `${address} gone ${became.replace(/^gone /, '')}\n`
        : `${address} -> ${target}\n`;
    });
    mkdirSync(join(this.folder, 'addresses'), { recursive: true });
    for (const year of ['2024', '2025', '2026', '2027']) {
      const ofYear = lines.filter((line) => line.startsWith(`/${year}`));
      writeFileSync(join(this.folder, `addresses/${year}.txt`), ofYear.join(''));
    }
    rmSync(join(this.folder, 'addresses/paper.txt'), { force: true });
  }

  /** Another value for one field of one file. */
  #editField(kind: string): string {
    const file = pick(
      this.random,
      kind === 'publication'
        ? [join(this.folder, 'publication.yaml')]
        : this.files(...(filesOf[kind] ?? ([kind, '.yaml'] as const))),
    );
    const fields = Object.entries(fieldsOf[kind]!).flatMap(([name, newValue]) =>
      newValue === null ? [] : [[name, newValue] as const],
    );
    const [name, newValue] = pick(this.random, fields);
    this.editData(file, (data) => {
      const value = newValue(this, data);
      // YAML writes no field that is undefined.
      data[name] = value;
      // Parts stand in a series alone.
      if (kind === 'articles' && data['column'] === undefined) delete data['part'];
    });
    return `${name} of ${file}`;
  }

  /** Adds, takes away or rewrites a file; undefined where that would leave too little. */
  #editFiles(): string | undefined {
    const { random } = this;
    const article = pick(random, this.files('articles', '.mdx'));
    const edition = pick(random, this.files('editions', '.yaml'));
    const date = /([^/]+)\.yaml$/.exec(edition)![1]!;
    const pages = (parse(readFileSync(edition, 'utf8')) as { pages: { number: number }[] }).pages;
    const edits: readonly (() => string | undefined)[] = [
      () => {
        this.edit(article, (text) => `${text}\nAfterthought ${random()}.\n`);
        return `a paragraph more in ${article}`;
      },
      () => {
        const line = `Tom Beck ${Math.floor(random() * 1e6)}`;
        this.edit(article, (text) =>
          /^Tom Beck \d+$/m.test(text)
            ? text.replace(/^Tom Beck \d+$/m, line)
            : `${text}\nThe winners:\n\nRuth Ames 12\n\n${line}\n`,
        );
        return `another line of a list in ${article}`;
      },
      () => {
        this.addArticle(date, pick(random, pages).number);
        return `one article more in ${date}`;
      },
      () => {
        if (this.files('articles', '.mdx').length <= 3) return undefined;
        this.#remove(article);
        return `without ${article}`;
      },
      () => {
        const last = this.ids('editions').at(-1)!;
        const next = new Date(Date.parse(last) + 86_400_000 * (1 + Math.floor(random() * 40)));
        const date = next.toISOString().slice(0, 10);
        writeFileSync(
          join(this.folder, `editions/${date}.yaml`),
          stringify({ date, dateSource: 'printed', pages: [{ number: 1 }, { number: 2 }] }),
        );
        for (const page of [1, 2, 1]) this.addArticle(date, page);
        return `a new edition of ${date}`;
      },
      () => {
        if (this.ids('editions').length < 3) return undefined;
        rmSync(edition);
        this.#remove(join(this.folder, 'articles', date));
        return `without the edition of ${date}`;
      },
      () => {
        const number = Math.max(...pages.map((page) => page.number)) + 1;
        this.editData(edition, (data) => {
          data['pages'] = [...pages, { number, name: `Page ${number}` }];
        });
        this.addArticle(date, number);
        return `a page more in ${date}`;
      },
      () => {
        this.#count += 1;
        const file = join(this.folder, `columnists/person-${this.#count}.yaml`);
        writeFileSync(file, stringify({ name: `Person ${this.#count}` }));
        return 'another columnist';
      },
      () => {
        const file = pick(random, this.files('pages', '.mdx'));
        this.edit(file, (text) => `${text}\nMore ${random()}.\n`);
        return `more in ${file}`;
      },
      () => {
        this.#count += 1;
        renameSync(article, join(dirname(article), `renamed-${this.#count}.mdx`));
        this.#former.set(addressOfFile(article), `renamed-${this.#count}`);
        return `another name for ${article}`;
      },
      () => {
        const [address] = pick(random, [...this.#former]);
        this.#former.set(address, `gone ${random()}`);
        return `${address} is gone`;
      },
      () => {
        this.edit(join(this.folder, `sources/${day}/01.md`), (text) => `${text}Read again.\n`);
        return 'another source page';
      },
      () => {
        // Without a scan: places of articles for the make-up of a page, and perhaps of nobody.
        const { number } = pick(random, pages);
        const path = `sources/${date}/${String(number).padStart(2, '0')}.zones.yaml`;
        if (existsSync(join(this.folder, path))) return undefined;
        const zones = this.slugsOn(date, number).map((article, at) => ({
          article,
          boxes: [[10 * at, 100 * at, 400, 90]],
        }));
        mkdirSync(join(this.folder, dirname(path)), { recursive: true });
        writeFileSync(join(this.folder, path), stringify({ size: [1000, 1400], zones }));
        return `${path} is new`;
      },
      () => {
        // Files beside a source page that no page shows.
        const path = `sources/${day}/01.${pick(random, ['decisions.yaml', 'import.json'])}`;
        writeFileSync(
          join(this.folder, path),
          path.endsWith('yaml') ? `# ${random()}\n[]\n` : '{}\n',
        );
        return `another ${path}`;
      },
      () => {
        const name = pick(random, ['favicon.svg', 'nameplate.svg', 'added.svg', 'files/added.svg']);
        const path = join(this.folder, 'public', name);
        if (name.endsWith('added.svg') && existsSync(path)) {
          rmSync(path);
          return `without public/${name}`;
        }
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(
          path,
          `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40"><path d="M0 0h${1 + Math.floor(random() * 90)}v9z"/></svg>\n`,
        );
        return `another public/${name}`;
      },
      () => {
        const file = pick(random, this.files('articles', '.png'));
        if (file === undefined) return undefined;
        writeFileSync(file, pick(random, this.#pictures));
        return `another picture in ${file}`;
      },
    ];
    return pick(random, edits)();
  }

  /**
   * Does one thing that a desk does.
   *
   * @param wide edits of the publication may be among them: they change every page, and hide others
   * @returns what was done
   */
  editOnce(wide = false): string {
    const kinds = [
      'articles',
      'articles',
      'editions',
      'sections',
      'columns',
      'columnists',
      'zones',
    ];
    const done =
      this.random() < 0.35
        ? this.#editFiles()
        : this.#editField(pick(this.random, wide ? ['publication', 'pages'] : kinds));
    this.#mendLayouts();
    this.#writeLedger();
    return done?.replaceAll(`${this.folder}/`, '') ?? this.editOnce(wide);
  }
}
