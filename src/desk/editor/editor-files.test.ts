import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { splitFrontMatter } from '../../manuscript/front-matter.ts';
import { newspaperComponents } from '../../manuscript/newspaper-components.ts';
import { parseArticle } from '../../manuscript/parse-article.ts';
import { checkArticle } from '../../manuscript/check-article.ts';
import {
  componentPicture,
  editedSchemas,
  fillWritingDoc,
  jsonSchemaOf,
  renderEditorFiles,
  renderWritingTables,
  type EditedName,
} from './editor-files.ts';
import { componentsInEnglish, fieldsInEnglish } from './writing-in-english.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test.each(renderEditorFiles())('$path is what the schemas say', ({ path, text }) => {
  expect(read(path), 'run node src/desk/write-editor-files.ts').toBe(text);
});

test('the tables of docs/writing.md are what the schemas say', () => {
  const doc = read('docs/writing.md');
  expect(doc, 'run node src/desk/write-editor-files.ts').toBe(fillWritingDoc(doc));
});

test('the article of docs/writing.md is one, and so is each example of a component', () => {
  const example = /```mdx\n(---[\s\S]*?)```/.exec(read('docs/writing.md'))![1]!;
  const split = splitFrontMatter(example);
  if ('finding' in split) throw new Error(split.finding.message);
  editedSchemas.article.parse(parse(split.parts.frontMatter));
  for (const { example: source, placement } of Object.values(newspaperComponents)) {
    const body = placement === 'block' ? source : `前文${source}`;
    const { tree, findings } = parseArticle(body);
    expect(findings).toEqual([]);
    expect(checkArticle(tree!, body).findings).toEqual([]);
  }
});

const ajv = new Ajv({ strict: false });
addFormats(ajv);

const samples: readonly (readonly [EditedName, string])[] = [
  ['publication', 'content/publication.yaml'],
  ...(['edition', 'section', 'column', 'columnist'] as const).flatMap((name) =>
    readdirSync(join(root, `content/${name}s`)).map((file): [EditedName, string] => [
      name,
      `content/${name}s/${file}`,
    ]),
  ),
  ...readdirSync(join(root, 'content/articles/2022-12-19/01'))
    .filter((file) => file.endsWith('.mdx'))
    .map((file): [EditedName, string] => ['article', `content/articles/2022-12-19/01/${file}`]),
];

test.each(samples)('the schema of %s accepts %s', (name, file) => {
  const validate = ajv.compile(jsonSchemaOf(name));
  validate(valueOf(file));
  expect(validate.errors).toBeNull();
});

function valueOf(file: string): unknown {
  const text = read(file);
  const split = file.endsWith('.mdx') ? splitFrontMatter(text) : undefined;
  return parse(split !== undefined && 'parts' in split ? split.parts.frontMatter : text);
}

describe('refuses', () => {
  const article = {
    kind: 'article',
    genre: 'news',
    edition: '2024-05-06',
    page: 1,
    order: 1,
    headline: '渡口',
  };
  test.each<[EditedName, unknown]>([
    ['article', { ...article, genre: 'newz' }],
    ['article', { ...article, headlin: '渡口' }],
    ['article', { ...article, order: '２' }],
    ['article', { ...article, page: 0 }],
    ['article', { ...article, bylines: [{ name: '马小河' }] }],
    ['article', { ...article, edition: undefined }],
    ['edition', { date: '2024-05-06', dateSource: 'printed', pages: [] }],
    ['edition', { date: '2024-05-06', dateSource: 'guessed', pages: [{ number: 1 }] }],
    ['publication', { name: '海港日报' }],
    ['section', { name: '' }],
    ['column', { name: '夜话', serie: true }],
    ['columnist', {}],
  ])('%s %j', (name, value) => {
    expect(ajv.compile(jsonSchemaOf(name))(JSON.parse(JSON.stringify(value)))).toBe(false);
  });
});

test('docs/writing.md says it in English too, and has a picture of each component', () => {
  for (const [mark, text] of renderWritingTables()) {
    const [, name = ''] = mark.split(': ');
    if (!(name in fieldsInEnglish)) continue;
    const paths = [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, path]) => path);
    expect(Object.keys(fieldsInEnglish[name]!).sort(), name).toEqual(paths.sort());
  }
  const attributesOf = (some: Readonly<Record<string, { attributes: object }>>): unknown =>
    Object.entries(some).map(([name, { attributes }]) => [name, Object.keys(attributes)]);
  expect(attributesOf(componentsInEnglish)).toEqual(attributesOf(newspaperComponents));
  for (const name of Object.keys(newspaperComponents)) {
    const picture = new URL(`../../../docs/${componentPicture(name)}`, import.meta.url);
    expect(existsSync(picture), name).toBe(true);
  }
});

test('every field is explained in Chinese', () => {
  for (const name of Object.keys(editedSchemas) as EditedName[]) {
    const { properties } = jsonSchemaOf(name) as {
      properties: Record<string, { description?: string }>;
    };
    for (const [field, { description = '' }] of Object.entries(properties)) {
      expect(description, `${name}.${field}`).toMatch(/\p{Script=Han}/u);
    }
  }
});
