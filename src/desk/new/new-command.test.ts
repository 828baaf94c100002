import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadPaper } from '../../collections/load-paper.ts';
import { publicationSchema } from '../../newspaper/publication.ts';
import { runNew } from './new-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'epaper-new-'));
const paper = join(folder, 'paper');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const said: string[] = [];
beforeAll(() => {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      said.push(String(chunk));
      return true;
    });
  }
});

async function make(...args: string[]): Promise<{ code: number; said: string }> {
  said.length = 0;
  const code = await runNew(args, { EPAPER_CONTENT: paper, LANG: 'C' }, false);
  return { code, said: said.join('') };
}

const textOf = (path: string): string => readFileSync(join(paper, path), 'utf8');

describe('a newspaper from nothing', () => {
  test('new paper explains every field of publication.yaml', async () => {
    const { code } = await make('paper', paper, '--name', '海港日报', '--date', '2024-05-06');
    expect(code).toBe(0);
    const publication = textOf('publication.yaml');
    for (const field of Object.keys(publicationSchema.shape)) {
      expect(publication).toMatch(new RegExp(`^# .*\\p{Script=Han}.*\n(?:# )?${field}:`, 'mu'));
    }
    const uncommented = publication.replaceAll(/^# (?=[a-zA-Z]+:|[ ]+)/gm, '');
    expect(uncommented).toContain('\nears:\n  - ');
  });

  test('one of each, found by name and numbered on', async () => {
    expect((await make('section', '--name', '民生')).code).toBe(0);
    expect((await make('column', '--name', '渡口夜话', '--series')).code).toBe(0);
    expect((await make('columnist', '--name', '曾小河')).code).toBe(0);
    expect((await make('edition', '--date', '2024-05-07', '--pages', '要闻，民生')).code).toBe(0);
    const { code } = await make(
      ...['article', '--headline', '渡口修好了', '--page', '2', '--section', '民生'],
      ...['--column', '渡口夜话', '--byline', '曾小河', '--genre', 'feature'],
    );
    expect(code).toBe(0);
    expect((await make('article', '--headline', '渡口修好了', '--page', '2')).code).toBe(0);
    expect(textOf('articles/2024-05-07/02/du-kou-xiu-hao-le.mdx')).toContain(
      'section: minsheng\nheadline: 渡口修好了\ncolumn: dukouyehua\nbylines:\n  - name: 曾小河\n    role: reporter\n    columnist: zengxiaohe\n',
    );
    expect(textOf('articles/2024-05-07/02/du-kou-xiu-hao-le-2.mdx')).toContain('order: 2\n');
    expect(textOf('sections/minsheng.yaml')).toBe('name: 民生\norder: 2\n');
    expect(textOf('columns/dukouyehua.yaml')).toBe('name: 渡口夜话\nseries: true\n');
    expect(textOf('editions/2024-05-07.yaml')).toContain('  - number: 2\n    name: 民生\n');
  });

  test('all of it is sound', () => {
    const options = { base: '/', engine: 'test', kept: () => undefined, hasBodies: () => false };
    const { findings, articles } = loadPaper(paper, options);
    // Editions that are new have pages without articles yet, and nothing of it has been published.
    const ids = new Set(findings.map(({ id }) => id));
    expect(ids).toEqual(new Set(['page-empty', 'address-unrecorded']));
    expect(articles).toHaveLength(3);
  });
});

describe('a paper that an import began', () => {
  const begun = join(folder, 'begun');

  test('gets what it lacks, and nothing of it is touched', async () => {
    const edition = 'date: 2024-05-06\npages:\n  - number: 1\n';
    mkdirSync(join(begun, 'editions'), { recursive: true });
    writeFileSync(join(begun, 'editions/2024-05-06.yaml'), edition);
    const { code } = await make('paper', begun, '--name', '海港日报');
    expect(code).toBe(0);
    expect(readdirSync(begun, { recursive: true }).map(String).sort()).toEqual([
      'addresses',
      join('addresses', 'paper.txt'),
      'editions',
      join('editions', '2024-05-06.yaml'),
      'publication.yaml',
      'sections',
      join('sections', 'yaowen.yaml'),
    ]);
    expect(readFileSync(join(begun, 'editions/2024-05-06.yaml'), 'utf8')).toBe(edition);
  });

  test('a section that is there stays the default, and a second time is refused', async () => {
    rmSync(join(begun, 'publication.yaml'));
    rmSync(join(begun, 'sections/yaowen.yaml'));
    writeFileSync(join(begun, 'sections/minsheng.yaml'), 'name: 民生\n');
    expect((await make('paper', begun, '--name', '海港日报')).code).toBe(0);
    expect(readFileSync(join(begun, 'publication.yaml'), 'utf8')).toContain(
      '\ndefaultSection: minsheng\n',
    );
    expect(readdirSync(join(begun, 'sections'))).toEqual(['minsheng.yaml']);
    expect((await make('paper', begun, '--name', '海港日报')).code).toBe(1);
  });
});

test.each([
  [['artcle'], 2, '是不是 article？'],
  [[], 2, '应说明新建什么'],
  [['article'], 2, '应给出 --headline（标题）'],
  [['article', '--headlin', 'x'], 2, '没有 --headlin 这个选项，是不是想写 --headline？'],
  [['article', '--headline', 'x', '--section', 'minshen'], 2, '是不是 minsheng？'],
  [['article', '--headline', 'x', '--section', 'minshen', '--lang', 'en'], 2, 'Did you mean'],
  [['edition', '--date', '2024-02-31'], 2, '应为实有的日期'],
  [['edition', '--date', '2024-05-07'], 1, '已有 2024-05-07 这一期'],
  [['columnist', '--name', '曾小河'], 1, 'columnists/zengxiaohe.yaml'],
  [['paper', paper, '--name', '又一份'], 1, '已有内容，不在上面写'],
  [['paper'], 2, '应给出文件夹'],
  [['paper', join(folder, 'b'), '--name', 'B', '--time-zone', '北京'], 2, '--time-zone 不对'],
  [['article', 'two', 'words', '--headline', 'x'], 2, '不知道 two 是什么意思'],
  [['paper', join(folder, 'c'), 'd', '--name', 'C'], 2, '不知道 d 是什么意思'],
  [['section', '--name', 'x', '--lang', 'fr'], 2, '--lang 应为 zh 或 en，现为 fr'],
  [['--help'], 0, '用法：npm run new'],
  [['--help', '--lang', 'en'], 0, 'Usage: npm run new'],
])('new %j ends with %i and says %s', async (args, code, words) => {
  const result = await make(...args);
  expect(result.said).toContain(words);
  expect(result.code).toBe(code);
});
