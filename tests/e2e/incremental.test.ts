import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { buildSite } from './run-build.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const gazette = join(root, 'tests/fixtures/harbour-gazette');
/** EPAPER_EDITS=100 for a long run; EPAPER_SEED repeats one. */
const rounds = Number(process.env['EPAPER_EDITS'] ?? 4);
const seed = Number(process.env['EPAPER_SEED'] ?? Math.floor(Math.random() * 1e9));

const scratch = mkdtempSync(join(tmpdir(), 'epaper-incremental-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Random = () => number;

/** mulberry32: the same edits for the same seed. */
function randomFrom(start: number): Random {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)]!;
}

/** A content folder that is edited at random, and stays sound. */
class Paper {
  readonly folder: string;
  readonly random: Random;
  #count = 0;

  constructor(folder: string, random: Random) {
    this.folder = folder;
    this.random = random;
  }

  files(below: string, ending: string): string[] {
    const folder = join(this.folder, below);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  }

  ids(collection: string): string[] {
    return this.files(collection, '.yaml').map((file) => /([^/]+)\.yaml$/.exec(file)![1]!);
  }

  edit(file: string, change: (text: string) => string): void {
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }

  editFrontMatter(file: string, change: (data: Record<string, unknown>) => void): void {
    this.edit(file, (text) => {
      const [, front = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text)!;
      const data = parse(front) as Record<string, unknown>;
      change(data);
      return `---\n${stringify(data)}---\n${body}`;
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
      })}---\n\nFirst paragraph of ${this.#count}.\n\nSecond, *with emphasis*.\n`,
    );
  }

  /** Does one thing that a desk does; says what. */
  editOnce(): string {
    const { random } = this;
    const article = pick(random, this.files('articles', '.mdx'));
    const edition = pick(random, this.files('editions', '.yaml'));
    const date = /([^/]+)\.yaml$/.exec(edition)![1]!;
    const pages = (parse(readFileSync(edition, 'utf8')) as { pages: { number: number }[] }).pages;
    const entry = pick(random, [
      ...this.files('columnists', '.yaml'),
      ...this.files('columns', '.yaml'),
      ...this.files('sections', '.yaml'),
    ]);
    const edits: Record<string, () => void> = {
      [`a paragraph more in ${article}`]: () =>
        this.edit(article, (text) => `${text}\nAfterthought ${random()}.\n`),
      [`another headline for ${article}`]: () =>
        this.editFrontMatter(article, (data) => {
          data['headline'] = `Changed ${Math.floor(random() * 1e6)}`;
        }),
      [`another proof status for ${article}`]: () =>
        this.editFrontMatter(article, (data) => {
          data['proof'] = pick(random, ['read', 'unread', 'doubtful']);
        }),
      [`another column for ${article}`]: () =>
        this.editFrontMatter(article, (data) => {
          delete data['column'];
          delete data['part'];
          if (random() < 0.7) data['column'] = pick(random, this.ids('columns'));
        }),
      [`another byline for ${article}`]: () =>
        this.editFrontMatter(article, (data) => {
          const columnist = pick(random, this.ids('columnists'));
          data['bylines'] = [
            { name: columnist, role: pick(random, ['reporter', 'contributor']), columnist },
          ];
        }),
      [`one article more in ${date}`]: () => this.addArticle(date, pick(random, pages).number),
      [`without ${article}`]: () => {
        if (this.files('articles', '.mdx').length > 3) rmSync(article);
      },
      'a new edition': () => {
        const last = this.ids('editions').at(-1)!;
        const next = new Date(Date.parse(last) + 86_400_000 * (1 + Math.floor(random() * 40)));
        const day = next.toISOString().slice(0, 10);
        writeFileSync(
          join(this.folder, `editions/${day}.yaml`),
          stringify({
            date: day,
            dateSource: 'printed',
            pages: [{ number: 1 }, { number: 2, name: 'Sea' }],
          }),
        );
        this.addArticle(day, 1);
        this.addArticle(day, 2);
        this.addArticle(day, 1);
      },
      [`without the edition of ${date}`]: () => {
        if (this.ids('editions').length < 2) return;
        rmSync(edition);
        rmSync(join(this.folder, 'articles', date), { recursive: true, force: true });
      },
      [`a page more in ${date}`]: () => {
        const number = Math.max(...pages.map((page) => page.number)) + 1;
        this.edit(edition, (text) =>
          stringify({
            ...(parse(text) as object),
            pages: [...pages, { number, name: `Page ${number}` }],
          }),
        );
        this.addArticle(date, number);
      },
      [`another name in ${entry}`]: () =>
        this.edit(entry, (text) =>
          stringify({ ...(parse(text) as object), name: `Named ${Math.floor(random() * 1e6)}` }),
        ),
      'another description of the paper': () =>
        this.edit(join(this.folder, 'publication.yaml'), (text) =>
          stringify({ ...(parse(text) as object), description: `Described ${random()}` }),
        ),
      'another columnist': () => {
        this.#count += 1;
        writeFileSync(
          join(this.folder, `columnists/person-${this.#count}.yaml`),
          stringify({ name: `Person ${this.#count}` }),
        );
      },
      'another text of a page about the paper': () => {
        for (const file of this.files('pages', '.mdx').slice(0, 1))
          this.edit(file, (text) => `${text}\nMore.\n`);
      },
    };
    const [what, edit] = pick(random, Object.entries(edits));
    edit();
    return what.replaceAll(`${this.folder}/`, '');
  }
}

const build = (content: string, outDir: string): Promise<void> =>
  buildSite(outDir, { EPAPER_CONTENT: content });

function digestsBelow(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        relative(folder, file),
        createHash('sha1').update(readFileSync(file)).digest('hex'),
      ]),
  );
}

test(`after every edit the bytes are those of a clean build in another folder (seed ${seed})`, async () => {
  const random = randomFrom(seed);
  const content = join(scratch, 'content');
  cpSync(gazette, content, { recursive: true });
  const paper = new Paper(content, random);
  const standing = join(scratch, 'standing');
  await build(content, standing);
  const history: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const edits = Array.from({ length: 1 + Math.floor(random() * 3) }, () => paper.editOnce());
    history.push(...edits);
    await build(content, standing);
    // Another path, so that nothing that was kept can be found again.
    const copy = join(scratch, `content-${round}`);
    const clean = join(scratch, `clean-${round}`);
    cpSync(content, copy, { recursive: true });
    mkdirSync(dirname(clean), { recursive: true });
    await build(copy, clean);
    expect(digestsBelow(standing), history.join('\n')).toEqual(digestsBelow(clean));
    rmSync(copy, { recursive: true });
    rmSync(clean, { recursive: true });
  }
}, 900_000);
