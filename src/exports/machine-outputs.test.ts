import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { renderArticleMarkdown } from './article-markdown.ts';
import { attackTexts } from './attack-texts.ts';
import { renderBag } from './bagit.ts';
import {
  renderEditionJson,
  renderEditionSchema,
  type DocumentedEdition,
} from './edition-document.ts';
import type { ExportedArticle } from './export-article.ts';
import { fixtureArticles } from './exported-fixture.ts';
import { renderLlmsText } from './llms-text.ts';
import type { Catalogue } from './opds/catalog.ts';
import { renderOpdsJson } from './opds/render-opds-json.ts';
import { renderOpdsXml } from './opds/render-opds-xml.ts';
import { renderSitemap, renderSitemapIndex, splitSitemap, type SitemapEntry } from './sitemap.ts';

const root = 'https://paper.example.org';
const sample = fixtureArticles()[0]!;
const date = parseIssueDate('2024-03-07');

function editionOf(articles: readonly ExportedArticle[]): DocumentedEdition {
  return {
    schema: `${root}/edition.schema.json`,
    paper: {
      name: '某日报',
      address: `${root}/`,
      language: 'zh-Hans',
      publisher: '某社',
      rights: '测试用。',
    },
    address: `${root}/2024-03-07/`,
    date,
    dateSource: 'printed',
    number: 12,
    pages: [
      {
        number: 1,
        name: '要闻',
        address: `${root}/2024-03-07/01/`,
        credits: [{ role: '责任编辑', names: ['丁'] }],
        articles: articles.map((article, index) => ({
          article,
          order: index + 1,
          paragraphs: [{ id: 'p1', text: '昨日有雨。' }],
        })),
      },
    ],
  };
}

describe('edition.json', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  // Its types are those of CommonJS.
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  const validate = ajv.compile(
    JSON.parse(renderEditionSchema(`${root}/edition.schema.json`)) as object,
  );

  it('holds to the schema that is published beside it', () => {
    const document = JSON.parse(renderEditionJson(editionOf(fixtureArticles()))) as unknown;
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  });

  it('and the schema refuses what is no edition', () => {
    const document = JSON.parse(renderEditionJson(editionOf([sample]))) as {
      date: string;
      pages: unknown[];
    };
    expect(validate({ ...document, date: 'yesterday' })).toBe(false);
    expect(validate({ ...document, pages: [{}] })).toBe(false);
  });

  it('whatever the titles', () => {
    const articles = [...attackTexts(10_000, 7)].map((title) => ({
      ...sample,
      title,
      deck: title,
    }));
    for (let at = 0; at < articles.length; at += 1000) {
      const edition = editionOf(articles.slice(at, at + 1000));
      expect(validate(JSON.parse(renderEditionJson(edition)))).toBe(true);
    }
  });
});

describe('renderArticleMarkdown', () => {
  it('writes the article, its front matter, and addresses that hold elsewhere', () => {
    const article = {
      ...sample,
      html: '<p id="p1">见<a href="../er-tiao/">另文</a>，<strong>粗</strong>。</p><table><thead><tr><th>县</th></tr></thead><tbody><tr><td>甲</td></tr></tbody></table>',
    };
    const text = renderArticleMarkdown(article, '某日报');
    expect(text).toContain(`见[另文](${root}/2024-03-07/01/er-tiao/)，**粗**。`);
    expect(text).toContain('| 县 |');
    const [, frontMatter = ''] = text.split('---\n');
    expect(parse(frontMatter)).toMatchObject({ headline: sample.title, date, page: 1 });
  });

  it.each([
    [
      'a lead-in',
      '<p><b class="lead-in">本报讯（记者 甲）</b>12日有雨。</p>',
      '本报讯（记者 甲）12日有雨。',
    ],
    ['stress before a letter', '<p><strong>问：</strong>您在？</p>', '**问**：您在？'],
    ['stress with a blank', '<p><strong>Q: </strong>Where?</p>', '**Q**: Where?'],
    ['stress in quotes', '<p>说<em>“好”</em>了</p>', '说“*好*”了'],
    ['signs alone', '<p><strong>——</strong></p>', '**——**'],
    [
      'a footnote',
      '<p>有据<sup><a href="#fn-a" id="fnref-a" data-footnote-ref="">1</a></sup>。</p><section data-footnotes="" class="footnotes"><h2 class="sr-only">注</h2><ol><li id="fn-a"><p>见档案。 <a href="#fnref-a" data-footnote-backref="">↩</a></p></li></ol></section>',
      '有据[^a]。\n\n[^a]: 见档案。',
    ],
  ])('%s stays readable as plain text', (_case, html, markdown) => {
    const text = renderArticleMarkdown({ ...sample, html }, '某日报');
    expect(text.slice(text.lastIndexOf('\n---\n')).trimEnd()).toMatch(
      new RegExp(`${markdown.replaceAll(/[*[\]^()?]/g, '\\$&')}$`),
    );
  });

  it('whatever the title, it is one heading and the front matter says it', () => {
    for (const title of attackTexts(3000, 8)) {
      const text = renderArticleMarkdown({ ...sample, title }, '某日报');
      const end = text.indexOf('\n---\n', 4);
      const head = parse(text.slice(4, end)) as { headline: string };
      // XML's characters only, in every output.
      const shown = (from: string): string => from.replaceAll(/[^\p{L}\p{N}]/gu, '');
      const tree = fromMarkdown(text.slice(end + 5));
      const heading = tree.children[0]!;
      if (shown(title) === '' && heading.type !== 'heading') continue;
      expect(heading.type).toBe('heading');
      if (!/[&\\]/.test(title)) expect(shown(toString(heading))).toBe(shown(title));
      expect(shown(head.headline)).toBe(shown(title));
    }
  });
});

describe('site maps', () => {
  const parser = new XMLParser({ htmlEntities: true, parseTagValue: false });
  it('list absolute addresses with their days', () => {
    const text = renderSitemap([
      { address: `${root}/2024-03-07/`, changed: '2024-03-08' },
      { address: `${root}/about/` },
    ]);
    expect(parser.parse(text)).toMatchObject({
      urlset: {
        url: [{ loc: `${root}/2024-03-07/`, lastmod: '2024-03-08' }, { loc: `${root}/about/` }],
      },
    });
    expect(XMLValidator.validate(renderSitemapIndex([{ address: `${root}/a&b.xml` }]))).toBe(true);
  });

  it('keep every address whatever is in it', () => {
    for (const text of attackTexts(2000, 12)) {
      const at = new URL(root);
      at.pathname = text.toWellFormed();
      const address = at.href;
      for (const render of [renderSitemap, renderSitemapIndex]) {
        const written = render([{ address, changed: '2024-03-08' }]);
        expect(XMLValidator.validate(written)).toBe(true);
        expect(JSON.stringify(parser.parse(written))).toContain(JSON.stringify(address));
      }
    }
  });

  const entries = (count: number, length = 20): SitemapEntry[] =>
    Array.from({ length: count }, (_, index) => ({
      address: `${root}/${String(index).padStart(length, '0')}/`,
      changed: '2024-03-08',
    }));

  it('are cut where one would hold more than 50,000 addresses', () => {
    expect(splitSitemap('2024', []).map(({ part }) => part)).toEqual(['2024']);
    expect(splitSitemap('2024', entries(50_000))).toHaveLength(1);
    const cut = splitSitemap('2024', entries(100_001));
    expect(cut.map((map) => [map.part, map.entries.length])).toEqual([
      ['2024', 50_000],
      ['2024-2', 50_000],
      ['2024-3', 1],
    ]);
    expect(cut.flatMap((map) => map.entries)).toEqual(entries(100_001));
  });

  it('or more than 50 MB, whatever has to be escaped', () => {
    const long = entries(400, 1000).map(({ address, changed }) => ({
      address: `${address}?${'&'.repeat(1000)}`,
      changed,
    }));
    const bytes = 2 ** 20;
    const cut = splitSitemap('2024', long, { entries: 50_000, bytes });
    expect(cut.length).toBeGreaterThan(2);
    expect(cut.flatMap((map) => map.entries)).toEqual(long);
    for (const map of cut) {
      expect(Buffer.byteLength(renderSitemap(map.entries))).toBeLessThanOrEqual(bytes);
    }
  });
});

function catalogueOf(title: string): Catalogue {
  return {
    title,
    paper: title,
    publisher: title,
    language: 'zh-Hans',
    timeZone: 'Asia/Shanghai',
    editions: [
      {
        title,
        date,
        updated: date,
        summary: title,
        address: `${root}/2024-03-07/`,
        epub: `${root}/2024-03-07/edition.epub`,
        picture: `${root}/2024-03-07/share.jpg`,
      },
    ],
    updated: date,
    count: 41,
    addresses: {
      self: `${root}/opds/catalog.xml`,
      start: `${root}/opds/catalog.xml`,
      older: `${root}/opds/1/catalog.xml`,
      web: `${root}/opds/`,
    },
  };
}

describe('OPDS', () => {
  it('1.2: what KOReader and Thorium look for in an acquisition feed', () => {
    const text = renderOpdsXml(catalogueOf('某日报'));
    expect(XMLValidator.validate(text)).toBe(true);
    const { feed } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(
      text,
    ) as { feed: { link: Record<string, string>[]; entry: { link: Record<string, string>[] } } };
    const catalog = 'application/atom+xml;profile=opds-catalog;kind=acquisition';
    for (const rel of ['self', 'start', 'next']) {
      expect(feed.link.find((link) => link['rel'] === rel)?.['type'], rel).toBe(catalog);
    }
    expect(feed.entry.link).toContainEqual({
      rel: 'http://opds-spec.org/acquisition/open-access',
      href: `${root}/2024-03-07/edition.epub`,
      type: 'application/epub+zip',
    });
  });

  it('2.0: publications with their links and pictures', () => {
    const feed = JSON.parse(renderOpdsJson(catalogueOf('某日报'))) as {
      metadata: { numberOfItems: number };
      links: { rel: string }[];
      publications: { links: { rel: string; type: string }[]; images: unknown[] }[];
    };
    expect(feed.metadata.numberOfItems).toBe(41);
    expect(feed.links.map(({ rel }) => rel)).toEqual(['self', 'start', 'next', 'alternate']);
    expect(feed.publications[0]!.links[0]).toMatchObject({ type: 'application/epub+zip' });
    expect(feed.publications[0]!.images).toHaveLength(1);
  });

  it('whatever the titles', () => {
    for (const title of attackTexts(2000, 9)) {
      const text = renderOpdsXml(catalogueOf(title));
      if (XMLValidator.validate(text) !== true) expect(XMLValidator.validate(text)).toBe(true);
      JSON.parse(renderOpdsJson(catalogueOf(title)));
    }
  });
});

test('a bag holds what its manifests say, and nothing else', () => {
  const payload = new Map([
    ['edition.json', strToU8('{}')],
    ['articles/2024-03-07/01/a.md', strToU8('# 某题\n')],
    ['pictures/2024-03-07/01/a-1.jpg', new Uint8Array(1000)],
  ]);
  const info = { organization: '某社', description: '某日报\n2024', identifier: root, date };
  const bag = renderBag('edition-2024-03-07', payload, info);
  expect(renderBag('edition-2024-03-07', payload, info)).toEqual(bag);
  const files = unzipSync(bag);
  const read = (path: string): string => strFromU8(files[`edition-2024-03-07/${path}`]!);
  expect(read('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  expect(read('bag-info.txt')).toContain('External-Description: 某日报 2024\n');
  expect(read('bag-info.txt')).toContain('Payload-Oxum: 1011.3\n');
  const listed = [
    ...(read('manifest-sha256.txt') + read('tagmanifest-sha256.txt')).matchAll(
      /^(\w{64}) {2}(.+)$/gm,
    ),
  ];
  for (const [, sum, path] of listed) {
    const bytes = files[`edition-2024-03-07/${path}`]!;
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
  }
  // The tag manifest is in no manifest.
  expect(listed).toHaveLength(Object.keys(files).length - 1);
});

test('llms.txt keeps one line a link', () => {
  for (const name of attackTexts(2000, 10)) {
    const text = renderLlmsText({
      paper: name,
      description: name,
      rights: name,
      groups: [{ title: name, links: [{ name, address: `${root}/`, note: name }] }],
    });
    expect(text.split('\n').filter((line) => line.startsWith('- [')).length).toBeGreaterThan(0);
    expect(text).not.toContain('\u0000');
  }
});

test('llms.txt shows no HTML where its Markdown is rendered', () => {
  const name = '甲<img src=x onerror=alert(1)>\\\\<script>]';
  const links = [{ name, address: `${root}/`, note: name }];
  const text = renderLlmsText({
    paper: name,
    description: name,
    rights: name,
    groups: [{ title: name, links }],
  });
  const kinds = (node: { type: string; children?: unknown[] }): string[] => [
    node.type,
    ...(node.children ?? []).flatMap((child) => kinds(child as { type: string })),
  ];
  expect(kinds(fromMarkdown(text))).not.toContain('html');
  expect(toString(fromMarkdown(text).children[0])).toBe(name);
});
