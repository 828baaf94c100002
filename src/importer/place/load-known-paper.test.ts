import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseIssueDate } from '../../newspaper/issue-date.ts';
import { unknownPaper } from '../page/known-paper.ts';
import { loadKnownPaper } from './load-known-paper.ts';
import { nodeDisk } from './node-disk.ts';

const scratch = mkdtempSync(join(tmpdir(), 'known-paper-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const date = parseIssueDate('2030-05-01');

function load(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = mkdtempSync(join(scratch, 'content-'));
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), contents);
  }
  return { root, ...loadKnownPaper(nodeDisk, root, [date]) };
}

const publication =
  'name: 河湾晚报\nlanguage: zh-Hans\ntimeZone: Asia/Shanghai\naddress: https://paper.example.org/\n' +
  'description: 试验用的报纸\nrights:\n  holder: 河湾晚报\n  notice: 试验\n';

describe('loadKnownPaper', () => {
  it('knows nothing of an empty folder or of none', () => {
    expect(load({}).paper).toEqual(unknownPaper);
    expect(loadKnownPaper(nodeDisk, join(scratch, 'nowhere'), [date]).paper).toEqual(unknownPaper);
  });

  it('reads names, aliases, slugs, headlines, source lines and the edition as it stands', () => {
    const edition = '# 我的注释\ndate: 2030-05-01\ndateSource: printed\npages:\n  - number: 1\n';
    const { paper, findings } = load({
      'publication.yaml': `${publication}defaultSection: yaowen\n`,
      'sections/yaowen.yaml': 'name: 要闻\n',
      'columns/yexiao.yaml':
        'name: 夜校见闻\nparentLabel: 我们的城\naliases: [夜枝见闻]\nseries: true\n',
      'columnists/zhouwen.yaml': 'name: 周文\n',
      'columnists/README.md': 'not an entry',
      'editions/2030-05-01.yaml': edition,
      'articles/2030-05-01/01/ye-xiao.mdx':
        '---\r\nheadline: 夜校开课\r\nsource:\r\n  file: sources/2030-05-01/01.md\r\n  lines: [3, 9]\r\n---\r\n\r\n正文\r\n',
      'articles/2030-05-01/12/photo-02.mdx': '---\nkind: photo-news\n---\n图说\n',
      'articles/2030-04-30/01/other-day.mdx': '---\nheadline: 别的日子\n---\n',
    });
    expect(findings).toEqual([]);
    expect(paper).toEqual({
      publication: { name: '河湾晚报', language: 'zh-Hans', defaultSection: 'yaowen' },
      sections: [{ id: 'yaowen', name: '要闻', aliases: [] }],
      columns: [
        {
          id: 'yexiao',
          name: '夜校见闻',
          aliases: ['夜枝见闻'],
          parentLabel: '我们的城',
          series: true,
        },
      ],
      columnists: [{ id: 'zhouwen', name: '周文', aliases: [] }],
      articles: [
        { edition: date, page: 1, slug: 'ye-xiao', headline: '夜校开课', lines: [3, 9] },
        { edition: date, page: 12, slug: 'photo-02', headline: null },
      ],
      editions: [{ date, yaml: edition }],
    });
  });

  it('keeps the id of a broken file, saves its name, and says where it is broken', () => {
    const { paper, findings } = load({
      'publication.yaml': `${publication}isn: 1\n`,
      'columnists/zhouwen.yaml': 'name: 周文\nnick: 小周\n',
      'columnists/liuming.yaml': 'name: "刘明\n',
      'columns/yexiao.yaml': new Uint8Array([0xb0, 0xff]),
      'articles/2030-05-01/01/ye-xiao.mdx': '---\nheadline: a: b\n---\n',
      'articles/2030-05-01/01/no-fence.mdx': '正文\n',
    });
    expect(paper.publication).toEqual({ name: '河湾晚报', language: 'zh-Hans' });
    expect(paper.columnists).toEqual([
      { id: 'liuming', name: 'liuming', aliases: [] },
      { id: 'zhouwen', name: '周文', aliases: [] },
    ]);
    expect(paper.columns).toEqual([{ id: 'yexiao', name: 'yexiao', aliases: [] }]);
    expect(paper.articles.map(({ slug, headline }) => [slug, headline])).toEqual([
      ['no-fence', null],
      ['ye-xiao', null],
    ]);
    expect(findings.map(({ id, file, line, severity }) => [id, file, line, severity])).toEqual([
      ['field-unknown', 'publication.yaml', 9, 'review'],
      ['encoding', 'columns/yexiao.yaml', 1, 'review'],
      ['yaml-quote-open', 'columnists/liuming.yaml', 1, 'review'],
      ['field-unknown', 'columnists/zhouwen.yaml', 2, 'review'],
      ['front-matter-missing', 'articles/2030-05-01/01/no-fence.mdx', 1, 'review'],
      ['yaml-syntax', 'articles/2030-05-01/01/ye-xiao.mdx', 2, 'review'],
    ]);
  });
});
