import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import RssParser from 'rss-parser';
import { describe, expect, it, test } from 'vitest';
import { parseIssueDate } from '../../newspaper/issue-date.ts';
import { attackTexts } from '../attack-texts.ts';
import type { ExportedArticle } from '../export-article.ts';
import { fixtureArchive, fixtureArticles } from '../exported-fixture.ts';
import { feedSources } from './feed-sources.ts';
import { newestArticles, type Feed } from './feed.ts';
import { renderAtom } from './render-atom.ts';
import { renderJsonFeed } from './render-json-feed.ts';
import { renderRss } from './render-rss.ts';

const root = 'https://paper.example.org';

function feedOf(items: readonly ExportedArticle[]): Feed {
  return {
    title: '某日报',
    description: '一份虚构的报纸',
    language: 'zh-Hans',
    timeZone: 'Asia/Shanghai',
    rights: '测试用。',
    publisher: '某社',
    address: `${root}/`,
    files: { rss: `${root}/feed.xml`, atom: `${root}/atom.xml`, json: `${root}/feed.json` },
    items,
    updated: parseIssueDate('2024-03-07'),
  };
}

const figured = fixtureArticles({
  html: '<p id="p1">见<a href="../er-tiao/#p2">另文</a>&nbsp;。</p><figure><img src="/_astro/a.webp" alt="柳"><figcaption>柳</figcaption></figure><p><img alt="不在"></p>',
  pictures: [
    { src: `${root}/_astro/b.webp`, width: 1200, height: 800, alt: '桥', credit: '丙 摄' },
  ],
});

interface Channel {
  readonly title: string;
  readonly link: string;
  readonly description: string;
  readonly language: string;
  readonly 'atom:link': { readonly '@rel': string; readonly '@href': string };
  readonly item: readonly {
    readonly title: string;
    readonly link: string;
    readonly guid: string;
    readonly pubDate: string;
    readonly description: string;
    readonly author?: string;
    readonly 'content:encoded': string;
  }[];
}

const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name) => name === 'item' || name === 'entry',
  trimValues: false,
  htmlEntities: true,
});

function channelOf(text: string): Channel {
  return (xml.parse(text) as { rss: { channel: Channel } }).rss.channel;
}

/** What the W3C's feed validator asks of RSS 2.0, as far as a paper can break it. */
const rules: readonly (readonly [rule: string, holds: (channel: Channel) => boolean])[] = [
  ['MissingElement: title, link, description', (c) => !!c.title && !!c.link && !!c.description],
  ['MissingAtomSelfLink', (c) => c['atom:link']['@rel'] === 'self'],
  ['SelfDoesntMatchLocation: absolute', (c) => c['atom:link']['@href'] === `${root}/feed.xml`],
  ['InvalidLanguage', (c) => /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(c.language)],
  [
    'InvalidRFC2822Date',
    (c) =>
      c.item.every(({ pubDate }) =>
        /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} 00:00:00 [+-]\d{4}$/.test(
          pubDate,
        ),
      ),
  ],
  ['InvalidHttpGUID', (c) => c.item.every(({ guid }) => JSON.stringify(guid).includes('https://'))],
  ['DuplicateItem', (c) => new Set(c.item.map(({ link }) => link)).size === c.item.length],
  ['InvalidContact: no author that is no address', (c) => c.item.every((item) => !item.author)],
  ['ContainsHTML: plain titles', (c) => c.item.every(({ title }) => !title.includes('<'))],
  [
    'ContainsRelRef: every address absolute',
    (c) => c.item.every((item) => addressesIn(item['content:encoded']).every(isAbsolute)),
  ],
  [
    'ContainsScript',
    (c) => c.item.every((item) => !/<script|\bstyle=/i.test(item['content:encoded'])),
  ],
];

function addressesIn(html: string): string[] {
  const found: string[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', ({ properties }) => {
    for (const value of [properties['href'], properties['src']]) {
      if (typeof value === 'string') found.push(value);
    }
  });
  return found;
}

function isAbsolute(address: string): boolean {
  return address.startsWith('https://');
}

describe('renderRss', () => {
  test.each(rules)('%s', (_rule, holds) => {
    for (const items of [fixtureArticles(), figured]) {
      expect(holds(channelOf(renderRss(feedOf(items))))).toBe(true);
    }
  });

  it('is read by a feed reader: whole text, figures, people, day', async () => {
    const feed = await new RssParser().parseString(renderRss(feedOf(figured)));
    const item = feed.items[0]!;
    expect(feed.title).toBe('某日报');
    expect(item.isoDate).toBe('2024-03-06T16:00:00.000Z');
    expect(item['content:encoded']).toContain(`<img src="${root}/_astro/a.webp" alt="柳" />`);
    expect(item['content:encoded']).toContain('丙 摄');
    expect(item['content:encoded']).toContain(`href="${root}/2024-03-07/01/er-tiao/#p2"`);
    expect(item.guid).toBe(`${root}/2024-03-07/01/tou-tiao/`);
  });

  it('writes the same bytes again', () => {
    expect(renderRss(feedOf(fixtureArticles()))).toBe(renderRss(feedOf(fixtureArticles())));
  });
});

describe('renderAtom', () => {
  it('has what RFC 4287 asks for', async () => {
    const text = renderAtom(feedOf(figured));
    const { feed } = xml.parse(text) as {
      feed: {
        id: string;
        updated: string;
        author: { name: string };
        entry: { id: string; updated: string; content: { '@type': string } }[];
      };
    };
    expect(feed.id).toBe(`${root}/atom.xml`);
    expect(feed.updated).toBe('2024-03-07T00:00:00+08:00');
    expect(feed.author.name).toBe('某社');
    expect(new Set(feed.entry.map(({ id }) => id)).size).toBe(figured.length);
    for (const entry of feed.entry) {
      expect(entry.updated).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+08:00$/);
      expect(entry.content['@type']).toBe('html');
    }
    const read = await new RssParser().parseString(text);
    expect(read.items[0]!.content).toContain(`${root}/_astro/b.webp`);
  });
});

describe('renderJsonFeed', () => {
  it('has what version 1.1 asks for', () => {
    const feed = JSON.parse(renderJsonFeed(feedOf(figured))) as {
      version: string;
      items: { id: string; content_html: string; date_published: string }[];
    };
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    for (const { id, content_html: html, date_published: date } of feed.items) {
      expect(id).toMatch(/^https:/);
      expect(addressesIn(html).every(isAbsolute)).toBe(true);
      expect(date).toMatch(/\+08:00$/);
    }
  });
});

test('ten thousand titles that nobody would print leave every feed well-formed', () => {
  const [sample] = fixtureArticles();
  const titles = [...attackTexts(10_000)];
  for (let at = 0; at < titles.length; at += 500) {
    const items = titles.slice(at, at + 500).map((title, index) => ({
      ...sample!,
      title,
      kicker: title,
      deck: title,
      description: title,
      signature: [title],
      bylines: [{ name: title, role: 'reporter' as const }],
      address: `${root}/2024-03-07/01/a-${at + index}/`,
    }));
    const feed = feedOf(items);
    const [rss, atom] = [renderRss(feed), renderAtom(feed)];
    expect(XMLValidator.validate(rss)).toBe(true);
    expect(XMLValidator.validate(atom)).toBe(true);
    // What the validator lets through: characters that are not in XML.

    expect(rss + atom).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    expect(channelOf(rss).item).toHaveLength(items.length);
    const json = JSON.parse(renderJsonFeed(feed)) as { items: { content_html: string }[] };
    for (const { content_html: html } of json.items) expect(html).not.toMatch(/<script/i);
  }
});

describe('newestArticles', () => {
  const article = (edition: string) => ({ data: { edition: parseIssueDate(edition) } });
  const days = ['2024-01-01', '2024-01-01', '2024-01-02', '2024-01-03', '2024-01-03'].map(article);
  const dates = (limit: number): string[] =>
    newestArticles(days, limit).map(({ data }) => data.edition.slice(-2));

  it('takes whole editions while they fit, and the newest in any case', () => {
    expect(dates(1)).toEqual(['03', '03']);
    expect(dates(3)).toEqual(['03', '03', '02']);
    expect(dates(4)).toEqual(['03', '03', '02']);
    expect(dates(5)).toEqual(['03', '03', '02', '01', '01']);
  });
});

test('feedSources: the paper, its sections, columns, people and page names', () => {
  const sources = feedSources(fixtureArchive());
  expect(sources.map(({ root: at }) => at)).toEqual([
    '/',
    '/sections/yaowen/',
    '/sections/fukan/',
    '/columns/xilie/',
    '/columnists/jia/',
    '/columnists/yi/',
    '/columnists/bing/',
    '/page-names/yao-wen/',
    '/page-names/fu-kan/',
  ]);
});
