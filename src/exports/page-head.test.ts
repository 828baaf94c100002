import { describe, expect, it, test } from 'vitest';
import { wordingFor } from '../wording/wording-for.ts';
import { attackTexts } from './attack-texts.ts';
import { fixtureAddress, fixtureArchive } from './exported-fixture.ts';
import { writeScriptData } from './json-ld.ts';
import { pageHead, type PageFacts, type PageHead } from './page-head.ts';

const archive = fixtureArchive();
const head = (facts: PageFacts): PageHead =>
  pageHead(
    {
      archive,
      wording: wordingFor('zh-Hans'),
      absolute: fixtureAddress,
      hasPictureType: true,
    },
    facts,
  );
const root = 'https://paper.example.org';
const openGraphOf = (facts: PageFacts): Record<string, string> =>
  Object.fromEntries(head(facts).openGraph.map(({ property, content }) => [property, content]));

/** Schema.org's types and what search engines ask of each. */
const required: Readonly<Record<string, readonly string[]>> = {
  Newspaper: ['@id', 'name', 'url', 'publisher'],
  PublicationIssue: ['@id', 'datePublished', 'isPartOf', 'name'],
  NewsArticle: [
    '@id',
    'headline',
    'datePublished',
    'dateModified',
    'printPage',
    'isPartOf',
    'publisher',
    'inLanguage',
  ],
  BreadcrumbList: ['itemListElement'],
  ProfilePage: ['mainEntity'],
  CollectionPage: ['name', 'url', 'isPartOf'],
};

describe('pageHead', () => {
  it.each<[string, readonly string[]]>([
    ['/', ['Newspaper']],
    ['/2024-03-07/', ['PublicationIssue']],
    ['/2024-03-07/01/', ['CollectionPage']],
    ['/2024-03-07/01/er-tiao/', ['NewsArticle']],
    ['/sections/yaowen/', ['CollectionPage']],
    ['/columns/xilie/', ['CollectionPage']],
    ['/columnists/yi/', ['ProfilePage']],
    ['/columnists/', []],
    ['/2024-03-07/booklet/', []],
  ])('%s is a %j', (canonical, types) => {
    const { structured } = head({ canonical, title: '某题', trail: [{ text: '某题' }] });
    expect(structured.map((data) => (data as { '@type': string })['@type'])).toEqual([
      ...types,
      'BreadcrumbList',
    ]);
    for (const data of structured as unknown as Record<string, unknown>[]) {
      expect(data['@context']).toBe('https://schema.org');
      for (const name of required[data['@type'] as string]!) {
        expect(data[name], `${String(data['@type'])}.${name}`).toBeDefined();
      }
    }
  });

  it('says where an article was printed, who wrote it and who took the pictures', () => {
    const [data] = head({ canonical: '/2024-03-07/01/er-tiao/' }).structured;
    expect(data).toMatchObject({
      printPage: '1',
      printSection: '要闻',
      author: [{ '@type': 'Person', name: '乙', url: `${root}/columnists/yi/` }],
      creditText: '丙',
      datePublished: '2024-03-07T00:00:00+08:00',
      isPartOf: { '@id': `${root}/2024-03-07/` },
    });
  });

  it('says of a person by what other names and where else they are known', () => {
    const [data] = head({ canonical: '/columnists/yi/' }).structured;
    expect(data).toMatchObject({
      mainEntity: {
        '@type': 'Person',
        name: '乙',
        alternateName: ['乙乙'],
        disambiguatingDescription: '城东',
        sameAs: ['https://example.net/yi'],
        affiliation: { '@type': 'Organization', name: '本报' },
      },
    });
    const [other] = head({ canonical: '/columnists/jia/' }).structured;
    expect((other as { mainEntity: object }).mainEntity).not.toHaveProperty('sameAs');
  });

  it('takes no line that names the paper alone for a dateline', () => {
    const [data] = head({ canonical: '/2024-03-07/01/tou-tiao/' }).structured;
    expect(data).not.toHaveProperty('dateline');
  });

  it('gives every page a description of its own', () => {
    const descriptions = [
      '/2024-03-07/',
      '/2024-02-29/',
      '/2024-03-07/01/',
      '/2024-03-07/02/',
      '/2024-03-07/01/tou-tiao/',
    ].map((canonical) => head({ canonical, title: '某题' }).description);
    expect(new Set(descriptions).size).toBe(descriptions.length);
  });

  it('has a share picture for editions, their articles, and sections', () => {
    const picture = (canonical: string): string | undefined =>
      openGraphOf({ canonical })['og:image'];
    expect(picture('/2024-03-07/01/er-tiao/')).toBe(`${root}/2024-03-07/share.jpg`);
    expect(picture('/sections/fukan/')).toBe(`${root}/sections/fukan/share.jpg`);
    expect(picture('/columnists/yi/')).toBeUndefined();
    expect(openGraphOf({ canonical: '/2024-03-07/' })['og:locale']).toBe('zh_CN');
  });
});

test('no title, however odd, ends the script element that its data stands in', () => {
  for (const title of attackTexts(10_000, 6)) {
    const written = writeScriptData({ headline: title, nested: [title] });
    if (/[<\u2028\u2029]/.test(written)) expect(written).not.toMatch(/[<\u2028\u2029]/);
    const read = JSON.parse(written) as { headline: string; nested: string[] };
    if (read.headline !== read.nested[0]) expect(read.headline).toBe(read.nested[0]);
  }
});
