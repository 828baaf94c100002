import { z } from 'astro/zod';
import { describe, expect, it, test } from 'vitest';
import { articleSchema } from './article.ts';
import { columnSchema } from './column.ts';
import { columnistSchema } from './columnist.ts';
import { editionSchema } from './edition.ts';
import { layoutHintSchema, pageSchema } from './page.ts';
import { publicationSchema } from './publication.ts';
import { sectionSchema } from './section.ts';
import { sitePageSchema } from './site-page.ts';
import { zonesSchema } from './zones.ts';

const schemas = {
  articleSchema,
  columnSchema,
  columnistSchema,
  editionSchema,
  publicationSchema,
  sectionSchema,
  sitePageSchema,
  zonesSchema,
};

/** Names of fields without a word for the person who fills them in. */
function undescribed(node: unknown, path: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((one, at) => undescribed(one, `${path}[${at}]`));
  const record = node as Record<string, unknown>;
  const fields = (record['properties'] ?? {}) as Record<string, { description?: string }>;
  return [
    ...Object.entries(fields)
      .filter(([, { description = '' }]) => !/\p{Script=Han}|ISSN/u.test(description))
      .map(([name]) => `${path}.${name}`),
    ...Object.entries(record)
      .filter(([key]) => key !== 'description')
      .flatMap(([key, value]) =>
        undescribed(value, key === 'properties' ? path : `${path}.${key}`),
      ),
  ];
}

// Editors show them while somebody writes (the files of src/desk/editor/).
test.each(Object.entries(schemas))('every field of %s is described', (name, schema) => {
  const written = z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' });
  expect(written.description ?? '').toMatch(/\p{Script=Han}/u);
  expect(undescribed(written, name)).toEqual([]);
});

const edition = { date: '2022-12-19', dateSource: 'printed', pages: [{ number: 1 }] };

describe('an edition', () => {
  it.each([
    [{ dateSource: 'inferred', dateNote: '由天气预报' }],
    [{ dateSource: 'external' }],
    [{ number: 1 }],
    [{ number: '总第 1 期' }],
    [{ pages: [{ number: 2, name: '要闻' }, { number: 999 }] }],
  ])('may have %j', (more) => {
    expect(editionSchema.safeParse({ ...edition, ...more }).error).toBeUndefined();
  });

  it.each<[more: object, path: (string | number)[]]>([
    [{ dateSource: 'guessed' }, ['dateSource']],
    [{ dateNote: '' }, ['dateNote']],
    [{ number: 0 }, ['number']],
    [{ number: 1.5 }, ['number']],
    [{ number: ' ' }, ['number']],
    [{ pages: [] }, ['pages']],
    [{ pages: [{ number: 1000 }] }, ['pages', 0, 'number']],
    [{ pages: [{ number: 3 }, { number: 2 }, { number: 3 }] }, ['pages', 2, 'number']],
    [{ pages: [{ number: 1, colour: 'red' }] }, ['pages', 0]],
    [{ colour: 'red' }, []],
  ])('may not have %j', (more, path) => {
    const { error } = editionSchema.safeParse({ ...edition, ...more });
    expect(error?.issues.map((issue) => issue.path)).toEqual([path]);
  });
});

describe('a page', () => {
  it('has nobody’s credits and no hints where none are written', () => {
    expect(pageSchema.parse({ number: 1 })).toEqual({ number: 1, credits: [] });
  });

  it.each<[more: object, path: (string | number)[]]>([
    [{ name: '要\n闻' }, ['name']],
    [{ credits: [{ role: '校对', names: [] }] }, ['credits', 0, 'names']],
    [{ credits: [{ role: '', names: ['甲'] }] }, ['credits', 0, 'role']],
    [{ credits: [{ role: '校对', names: ['甲'], at: 1 }] }, ['credits', 0]],
    [{ layout: { 'a/b': {} } }, ['layout', 'a/b']],
    [{ layout: { a: { span: 7 } } }, ['layout', 'a', 'span']],
  ])('may not have %j', (more, path) => {
    const { error } = pageSchema.safeParse({ number: 1, ...more });
    expect(error?.issues[0]?.path).toEqual(path);
  });

  it.each([
    ...['top', 'bottom', 'left', 'right'].map((position) => ({ position })),
    ...['top-left', 'top-right', 'bottom-left', 'bottom-right'].map((position) => ({ position })),
    { span: 1 },
    { span: 6 },
    { headline: 'horizontal' },
    { headline: 'vertical' },
    { frame: true, ground: false },
    { beside: 'gu-shu' },
    {},
  ])('may be hinted at: %j', (hint) => {
    expect(layoutHintSchema.parse(hint)).toEqual(hint);
  });

  it.each([
    { position: 'middle' },
    { span: 0 },
    { span: 1.5 },
    { headline: 'down' },
    { frame: 'yes' },
    { beside: '../x' },
    { size: 3 },
  ])('may not be hinted at: %j', (hint) => {
    expect(layoutHintSchema.safeParse(hint).success).toBe(false);
  });
});

const article = {
  kind: 'article',
  genre: 'news',
  edition: '2022-12-19',
  page: 1,
  order: 1,
  headline: '一条新闻',
};

describe('an article', () => {
  it.each([
    { order: 12, rank: 3, part: 20, column: 'letters' },
    { proofNote: '末句不清' },
    { images: [{ file: '照片1.JPG', alt: '河', caption: '河边', credit: '甲' }] },
    ...['png', 'jpg', 'jpeg', 'webp', 'avif'].map((type) => ({
      images: [{ file: `a.b.${type}`, alt: '河' }],
    })),
    { source: { file: 'sources/2022-12-19/01_a.b-c.md', lines: [3, 9] } },
    { source: { file: 'sources/2022-12-19/01.md', lines: [7, 7] } },
    { jump: { to: 3 } },
    { allow: [{ rule: 'blank-in-word', text: '甲 乙' }] },
    { corrections: [{ date: '2022-12-20', text: '应为三座' }] },
  ])('may have %j', (more) => {
    expect(articleSchema.safeParse({ ...article, ...more }).error).toBeUndefined();
  });

  it.each<[more: object, path: (string | number)[]]>([
    [{ order: 0 }, ['order']],
    [{ rank: 0 }, ['rank']],
    [{ part: 0 }, ['part']],
    [{ headline: undefined }, ['headline']],
    [{ proofNote: '' }, ['proofNote']],
    [{ images: [{ file: 'a.png.svg', alt: '河' }] }, ['images', 0, 'file']],
    [{ images: [{ file: 'a.pngx', alt: '河' }] }, ['images', 0, 'file']],
    [{ images: [{ file: 'b/a.png', alt: '河' }] }, ['images', 0, 'file']],
    [{ images: [{ file: 'a.png', alt: '河', width: 3 }] }, ['images', 0]],
    [{ source: { file: 'sources/2022-12-19/a/b.md', lines: [1, 2] } }, ['source', 'file']],
    [{ source: { file: 'sources/2022-xx-19/01.md', lines: [1, 2] } }, ['source', 'file']],
    [{ source: { file: 'x/sources/2022-12-19/01.md', lines: [1, 2] } }, ['source', 'file']],
    [{ source: { file: 'sources/2022-12-19/01.md', lines: [0, 2] } }, ['source', 'lines', 0]],
    [{ source: { file: 'sources/2022-12-19/01.md', lines: [9, 2] } }, ['source', 'lines']],
    [{ jump: { to: 0 } }, ['jump', 'to']],
    [{ jump: { over: 1 } }, ['jump']],
    [{ bylines: [{ name: '甲', role: 'reporter', age: 3 }] }, ['bylines', 0]],
    [{ bylines: [{ name: '甲', role: 'editor' }] }, ['bylines', 0, 'role']],
    [{ allow: [{ rule: '' }] }, ['allow', 0, 'rule']],
    [{ corrections: [{ date: '2022-12-20', text: '' }] }, ['corrections', 0, 'text']],
  ])('may not have %j', (more, path) => {
    const { error } = articleSchema.safeParse({ ...article, ...more });
    expect(error?.issues.map((issue) => issue.path)).toEqual([path]);
  });
});

describe.each([
  ['a section', sectionSchema, { name: '要闻' }],
  ['a page of text', sitePageSchema, { title: '关于' }],
] as const)('%s', (_what, schema, least) => {
  it('may have a sentence and a place', () => {
    const whole = { ...least, description: '一句话介绍', order: 2 };
    expect(schema.parse(whole)).toEqual(whole);
  });

  it.each([{ description: '' }, { order: 0 }, { order: 1.5 }, { colour: 'red' }])(
    'may not have %j',
    (more) => {
      expect(schema.safeParse({ ...least, ...more }).success).toBe(false);
    },
  );
});
