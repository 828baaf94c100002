/**
 * Sets a corpus of real articles as a daily paper in the contract's form: editions, pages, sections,
 * columns with parts, columnists. Where there is no corpus, invented local news comes again and again.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { distinctSlug, slugFromText } from '../../src/newspaper/slug.ts';
import { loadLocalNews } from '../ocr-news.ts';

/** An article before it is laid into an edition. */
export interface RawArticle {
  readonly headline: string;
  readonly kicker?: string;
  readonly paragraphs: readonly string[];
}

export interface PlacedArticle extends RawArticle {
  readonly date: string;
  readonly page: number;
  readonly order: number;
  readonly slug: string;
  readonly section: string;
  readonly column?: { readonly id: string; readonly part: number };
  readonly bylines: readonly { readonly name: string; readonly id: string }[];
}

export interface PlacedEdition {
  readonly date: string;
  /** Numbers from 1; each page has at least one article. */
  readonly pages: readonly number[];
  readonly articles: readonly PlacedArticle[];
}

export interface PlacedArchive {
  readonly editions: readonly PlacedEdition[];
  readonly sections: readonly { readonly id: string; readonly name: string }[];
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly columnists: readonly { readonly id: string; readonly name: string }[];
}

const sections = [
  { id: 'yaowen', name: '要闻' },
  { id: 'bendi', name: '本地' },
  { id: 'guonei', name: '国内' },
  { id: 'guoji', name: '国际' },
] as const;

const articlesOnPage = 6;
const families = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许');
const givenNames = Array.from('明华建国英玉海春秋文');

/**
 * Reads the corpus, one Markdown file a day.
 *
 * @returns days in order, each with its articles in order; undefined where there is no corpus
 */
export function readCorpus(folder: string): RawArticle[][] | undefined {
  if (!existsSync(folder)) return undefined;
  const days = readdirSync(folder)
    .filter((name) => /^\d{8}\.md$/.test(name))
    .sort()
    .map((name) => {
      const [, details = ''] = readFileSync(join(folder, name), 'utf8').split('## 详细新闻');
      return details.split(/^### /m).slice(1).flatMap(parseArticle);
    })
    .filter((day) => day.length > 0);
  return days.length > 0 ? days : undefined;
}

function parseArticle(part: string): RawArticle[] {
  const [first = '', ...lines] = part.split('\n');
  const paragraphs = lines
    .map((line) => line.replaceAll(/[*\\\u00a0\u200b\u00ad\ufeff]/g, '').trim())
    .filter((line) => !/^(?:$|<!--|\[查看原文\]|#|!\[|\||---|更新时间)/.test(line))
    .map((line) => line.replaceAll(/[<>{}]/g, '').replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ''));
  const label = /^【([^】]{2,30})】(.+)$/.exec(first.trim());
  const headline = (label?.[2] ?? first).replaceAll(/\s+/g, ' ').trim();
  if (paragraphs.length === 0 || headline === '') return [];
  return [{ headline, paragraphs, ...(label?.[1] && { kicker: label[1] }) }];
}

const inventedColumns = [
  ...['热线回音', '基层走笔', '街巷旧事', '书窗', '农时', '问医'],
  ...['新风', '经济半月', '校园内外', '赛场', '读者来信', '法在身边'],
];
const articlesADay = 14;

/** The invented local news of bench/corpus, for who has no corpus: days of fourteen articles. */
export function readInvented(): RawArticle[][] {
  const articles = loadLocalNews().map(({ headline, paragraphs }, index): RawArticle => ({
    headline,
    paragraphs,
    ...(index % 9 === 4 && { kicker: inventedColumns[(index * 5) % inventedColumns.length]! }),
  }));
  const days: RawArticle[][] = [];
  for (let start = 0; start < articles.length; start += articlesADay) {
    days.push(articles.slice(start, start + articlesADay));
  }
  return days;
}

/**
 * Lays out exactly `count` articles as editions, one a day from 1 January 2005 on, repeating the
 * corpus with other dates where it is too small.
 */
export function placeArchive(
  days: readonly (readonly RawArticle[])[],
  count: number,
): PlacedArchive {
  const columns = new Map<string, { id: string; name: string; parts: number }>();
  const columnists = new Map<string, string>();
  const editions: PlacedEdition[] = [];
  const slugs = new Map<string, string>();
  let placed = 0;
  for (let day = 0; placed < count; day += 1) {
    const raw = days[day % days.length]!.slice(0, count - placed);
    const date = new Date(Date.UTC(2005, 0, 1 + day)).toISOString().slice(0, 10);
    const taken = new Set<string>();
    const articles = raw.map((article, index): PlacedArticle => {
      const page = Math.floor(index / articlesOnPage) + 1;
      let base = slugs.get(article.headline);
      if (base === undefined) {
        base = slugFromText(article.headline.slice(0, 24));
        slugs.set(article.headline, base);
      }
      const slug = distinctSlug(base || `item-${index + 1}`, (other) => taken.has(other));
      taken.add(slug);
      const name = article.kicker;
      let column = name === undefined ? undefined : columns.get(name);
      if (name !== undefined && column === undefined) {
        column = { id: `column-${columns.size + 1}`, name, parts: 0 };
        columns.set(name, column);
      }
      if (column) column.parts += 1;
      const seed = hash(article.headline);
      const bylines = Array.from({ length: seed % 3 }, (_, which) => {
        const person = (seed >>> (4 + which)) % 200;
        const full =
          families[person % families.length]! + givenNames[Math.floor(person / families.length)]!;
        const id = `p${String(person).padStart(3, '0')}`;
        columnists.set(id, full);
        return { name: full, id };
      }).filter(({ id }, at, all) => all.findIndex((other) => other.id === id) === at);
      return {
        ...article,
        date,
        page,
        order: (index % articlesOnPage) + 1,
        slug,
        section: sections[Math.min(page, sections.length) - 1]!.id,
        bylines,
        ...(column && { column: { id: column.id, part: column.parts } }),
      };
    });
    placed += articles.length;
    editions.push({ date, pages: [...new Set(articles.map(({ page }) => page))], articles });
  }
  return {
    editions,
    sections,
    columns: Array.from(columns.values(), ({ id, name }) => ({ id, name })),
    columnists: Array.from(columnists, ([id, name]) => ({ id, name })),
  };
}

/** FNV-1a, for choices that are the same on every run. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}

const publication = {
  name: '存量日报',
  language: 'zh-Hans',
  timeZone: 'Asia/Shanghai',
  address: 'https://epaper.example.org/',
  description: '一份只用来量构建时间的报纸。',
  rights: { holder: '存量日报社', notice: '仅供测量，不得传播。' },
  defaultSection: 'yaowen',
};

/** Writes the archive as a content folder. */
export function writeContent(folder: string, archive: PlacedArchive): void {
  write(folder, 'publication.yaml', stringify(publication));
  for (const { id, name } of archive.sections)
    write(folder, `sections/${id}.yaml`, stringify({ name }));
  for (const { id, name } of archive.columns) {
    write(folder, `columns/${id}.yaml`, stringify({ name, series: true }));
  }
  for (const { id, name } of archive.columnists) {
    write(folder, `columnists/${id}.yaml`, stringify({ name }));
  }
  for (const edition of archive.editions) writeEdition(folder, edition);
}

/** Writes one edition of it: what a day adds. */
export function writeEdition(folder: string, { date, pages, articles }: PlacedEdition): void {
  write(
    folder,
    `editions/${date}.yaml`,
    stringify({
      date,
      dateSource: 'external',
      pages: pages.map((number) => ({ number, name: sections[Math.min(number, 4) - 1]!.name })),
    }),
  );
  for (const article of articles) {
    write(
      folder,
      `articles/${date}/${twoDigits(article.page)}/${article.slug}.mdx`,
      `---\n${stringify({
        kind: 'article',
        genre: 'news',
        edition: date,
        page: article.page,
        order: article.order,
        section: article.section,
        headline: article.headline,
        ...(article.column && { column: article.column.id, part: article.column.part }),
        bylines: article.bylines.map(({ name, id }) => ({ name, role: 'reporter', columnist: id })),
        proof: 'unread',
      })}---\n\n${article.paragraphs.map(escapeMarkdown).join('\n\n')}\n`,
    );
  }
}

/** Real news has stars, tildes and numbered beginnings; the importer escapes them too. */
export function escapeMarkdown(paragraph: string): string {
  return paragraph
    .replaceAll(/[\\`*_~[\]#|]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(i|e)(?=mport |xport )/, (letter) => `&#${letter.charCodeAt(0)};`);
}

export function twoDigits(page: number): string {
  return String(page).padStart(2, '0');
}

export function write(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
