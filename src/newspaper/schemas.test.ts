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
