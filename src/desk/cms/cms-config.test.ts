import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { publicationSchema } from '../../newspaper/publication.ts';
import { cmsConnections, cmsConfig, type CmsField } from './cms-config.ts';

const paper = {
  name: '海港日报',
  language: 'zh-Hans',
  timeZone: 'Asia/Shanghai',
  address: 'https://paper.example.org/',
  description: '海港的日报。',
  rights: { holder: '海港日报', notice: '为测试而编。' },
  repository: 'https://github.com/haigang/paper.git',
  admin: true,
};
const publication = publicationSchema.parse(paper);
const config = cmsConfig(publication, 'content/', '/paper/');
const fieldsOf = (name: string): readonly CmsField[] =>
  config.collections.find((one) => one.name === name)!['fields'] as readonly CmsField[];

test('Sveltia CMS takes it: its own schema finds nothing wrong', () => {
  const main = createRequire(import.meta.url).resolve('@sveltia/cms');
  const schema = JSON.parse(
    readFileSync(join(dirname(main), '../schema/sveltia-cms.json'), 'utf8'),
  ) as Record<string, unknown>;
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  validate(JSON.parse(JSON.stringify(config)));
  expect(validate.errors ?? []).toEqual([]);
});

test('the folders of content/ are its collections, and nothing is made or removed', () => {
  expect(config.collections.map(({ folder }) => folder)).toEqual(
    ['articles', 'editions', 'sections', 'columns', 'columnists', 'pages'].map(
      (name) => `content/${name}`,
    ),
  );
  expect(config.collections.every(({ create }) => create === false)).toBe(true);
  expect(config.collections.every((one) => one['delete'] === false)).toBe(true);
  expect(config['site_url']).toBe('https://paper.example.org/paper/');
});

describe('fields come from the schemas', () => {
  const article = new Map(fieldsOf('articles').map((field) => [field.name, field]));

  test.each<[string, Record<string, unknown>]>([
    ['headline', { label: '主题', widget: 'string', required: false }],
    ['page', { widget: 'number', value_type: 'int', required: true }],
    ['genre', { widget: 'select', label: '体裁' }],
    ['section', { widget: 'relation', collection: 'sections', value_field: '{{slug}}' }],
    ['source', { widget: 'object', required: false }],
    ['body', { widget: 'text', label: '正文' }],
  ])('%s', (name, expected) => expect(article.get(name)).toMatchObject(expected));

  test('a list of groups has the fields of the group', () => {
    const bylines = article.get('bylines')!.fields!.map(({ name, widget }) => [name, widget]);
    expect(bylines).toEqual(
      expect.arrayContaining([
        ['name', 'string'],
        ['role', 'select'],
        ['columnist', 'relation'],
      ]),
    );
  });

  test('what has no widget is left to the file', () => {
    const pages = fieldsOf('editions').find(({ name }) => name === 'pages')!;
    expect(pages.fields!.map(({ name }) => name)).not.toContain('layout');
    const optionalSwitches = (fields: readonly CmsField[]): CmsField[] =>
      fields.flatMap((field) => [
        ...(field.widget === 'boolean' && !field.required ? [field] : []),
        ...optionalSwitches(field.fields ?? []),
      ]);
    for (const { name } of config.collections) {
      expect(optionalSwitches(fieldsOf(name))).toEqual([]);
    }
  });
});

test.each<[string, Record<string, unknown>]>([
  ['https://github.com/haigang/paper', { name: 'github', repo: 'haigang/paper' }],
  ['https://gitlab.com/haigang/news/paper/', { name: 'gitlab', repo: 'haigang/news/paper' }],
  ['https://codeberg.org/haigang/paper', { name: 'gitea', base_url: 'https://codeberg.org' }],
])('%s is written to with a token alone', (repository, backend) => {
  const parsed = publicationSchema.parse({ ...paper, repository });
  expect(cmsConfig(parsed, '', '/').backend).toEqual({
    ...backend,
    repo: backend['repo'] ?? 'haigang/paper',
    auth_methods: ['token'],
    ...(backend['name'] === 'gitea' ? { api_root: 'https://codeberg.org/api/v1' } : {}),
  });
});

test.each([undefined, 'https://git.example.org/haigang/paper'])(
  'admin without a repository that it can write to is refused: %s',
  (repository) => {
    const { success, error } = publicationSchema.safeParse({ ...paper, repository });
    expect(success).toBe(false);
    expect(error!.issues).toMatchObject([{ path: ['admin'] }]);
  },
);

test.each([
  ['https://github.com/owner/paper', ['https://api.github.com']],
  ['https://gitlab.com/owner/paper', ['https://gitlab.com']],
  ['https://codeberg.org/owner/paper', ['https://codeberg.org']],
  // Hosts that URL takes, and a policy would take for more.
  ['https://a;script-src/paper', []],
  ['https://evil.example,x/paper', []],
  ['https://github.com.evil.example/owner/paper', []],
  ['https://github.com@evil.example/owner/paper', []],
  ['', []],
])('the editor connects with the host of %s, if it is one of three', (repository, hosts) => {
  expect(cmsConnections(repository)).toEqual(hosts);
});
