import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import type { PageReport } from './report.ts';
import { decisionsPath } from './review/decisions-file.ts';
import { ContentImporter, type ContentImporterOptions } from './content-importer.ts';
import type { Disk } from './place/disk.ts';
import { faultyDisk, Killed } from '../../tests/faulty-disk.ts';
import { loadKnownPaper } from './place/load-known-paper.ts';
import { nodeDisk } from './place/node-disk.ts';
import { openContent } from './place/open-content.ts';

const scratch = mkdtempSync(join(tmpdir(), 'content-importer-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const date = parseIssueDate('2030-05-01');
const freshFolder = (): string => mkdtempSync(join(scratch, 'content-'));

const body =
  '昨天晚上，河湾社区的夜校开课了，来上课的人不少，有年轻人，也有老人，教室里坐得满满当当。';
const page = `# 河湾社区办起了夜校

■ 本报记者 周文

${body}

夜校全年开设十门课，不收学费，报名的人已经有两百多个，社区准备再开一个班。
`;

interface Run extends ContentImporterOptions {
  readonly root?: string;
  readonly disk?: Disk;
}

/** What the command does with one file, without its arguments and its printing. */
async function importPage(contents: string | Uint8Array, run: Run = {}) {
  const { root = freshFolder(), disk = nodeDisk, ...options } = run;
  // This very process plays those that were killed before.
  const content = openContent(disk, root, { isAlive: () => false, beganAt: () => null });
  if (!('root' in content))
    return { root, findings: content, reports: [], ids: content.map(({ id }) => id) };
  try {
    const { paper } = loadKnownPaper(disk, content.root, [date]);
    const importer = new ContentImporter(disk, content.root, content, paper, options);
    const reports: readonly PageReport[] = await importer.importFile({
      path: undefined,
      file: 'page.md',
      bytes: typeof contents === 'string' ? Buffer.from(contents) : contents,
      date,
      page: 1,
      pageGiven: false,
    });
    const findings = reports.flatMap((report) => report.findings);
    return {
      root,
      reports,
      findings,
      ids: findings.map(({ id }) => id),
      articles: reports.flatMap((report) => report.articles),
      templates: importer.templates,
    };
  } finally {
    content.close();
  }
}

/** Paths of all files below a folder, the content folder's own things too. */
function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(root, path)).isFile())
    .sort();
}

function treeOf(root: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(root).map((path) => [path, readFileSync(join(root, path), 'latin1')]),
  );
}

function utf16(text: string): Uint8Array {
  return Buffer.from(`\u{FEFF}${text}`, 'utf16le');
}

describe('a page is refused with a word, and nothing is written', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'page-empty'],
    ['a page that is one image', '![](page_1.png)\n', 'page-image-only'],
    ["an OCR tool's error", 'Error: JSONDecodeError: Expecting value\n', 'ocr-error-text'],
    ['text that was decoded wrongly', page.replaceAll('夜校', '锟斤拷'), 'page-garbled'],
    ['JSON', '{"markdown":"# 夜校"}', 'json-not-markdown'],
    ['a NUL', page.replace('夜校', '夜\0校'), 'nul-character'],
    ['a bidi override', page.replace('夜校', '夜\u202E校'), 'bidi-control'],
    ['a control character', page.replace('夜校', '夜\u001B校'), 'control-character'],
    [
      'bytes of no encoding',
      new Uint8Array([0x23, 0x20, 0xff, 0xfe, 0xfd, 0x0a]),
      'encoding-invalid',
    ],
    ['50 MB', new Uint8Array(50 * 1024 * 1024).fill(0x61), 'source-too-large'],
    ['a million headings', '# 题\n\n'.repeat(1_000_000), 'page-too-large'],
    ['fewer headings, but too many', '# 题\n\n'.repeat(60_000), 'structure-too-large'],
  ])('%s', async (_name, contents, id) => {
    const { root, reports, findings } = await importPage(contents);
    expect(findings).toMatchObject([{ id, severity: 'error', file: 'page.md' }]);
    expect(findings[0]!.action).not.toBe('');
    expect(reports).toMatchObject([{ page: { refused: true }, articles: [] }]);
    expect(filesIn(root)).toEqual([]);
  });
});

it('refuses a page of which an article would not pass the check', async () => {
  const marks = Array.from({ length: 2000 }, (_, at) => `**夜**校*开*课_了_${at} `).join('');
  const { root, reports, findings } = await importPage(`${page}\n${marks}\n`);
  expect(findings[0]).toMatchObject({ id: 'article-unpublishable', severity: 'error', line: 1 });
  expect(findings[0]!.message).toContain('too-many-marks');
  expect(reports).toMatchObject([{ page: { refused: true }, articles: [] }]);
  expect(filesIn(root)).toEqual([]);
});

describe('a page is read', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['with a byte order mark', `\u{FEFF}${page}`, 'byte-order-mark'],
    ['with CRLF', page.replaceAll('\n', '\r\n'), 'carriage-return'],
    ['in UTF-16', utf16(page), 'encoding-converted'],
  ])(
    '%s: its article is the same, its source is kept byte for byte',
    async (_name, contents, id) => {
      const { root, ids } = await importPage(contents);
      expect(ids).toContain(id);
      expect(readFileSync(join(root, 'sources/2030-05-01/01.md'))).toEqual(Buffer.from(contents));
      const plain = await importPage(page);
      const [article] = filesIn(root).filter((path) => path.endsWith('.mdx'));
      expect(readFileSync(join(root, article!), 'utf8')).toBe(
        readFileSync(join(plain.root, article!), 'utf8'),
      );
    },
  );

  it('with zero-width characters, which no reader sees, but the report tells of', async () => {
    const { root, articles } = await importPage(page.replaceAll('夜校', '夜\u200B校'));
    const text = readFileSync(join(root, articles![0]!.file), 'utf8');
    expect(text).not.toMatch(/\u200B/);
    expect(text).toContain('河湾社区的夜校开课了');
  });

  it.each(['- ', '> ', '*', '**', '[', '<div>', '`', '{', '（', '“'])(
    'with 10,000 levels of %j',
    async (mark) => {
      const { reports, ids } = await importPage(`${page}\n${mark.repeat(10_000)}夜校又开课了。\n`);
      expect(ids).not.toContain('importer-fault');
      expect(ids).not.toContain('conservation-broken');
      expect(reports).toHaveLength(1);
    },
  );
});

describe('file names', () => {
  it.each([
    '../../../../etc/passwd',
    '/etc/passwd',
    'C:\\Windows\\system32',
    'CON',
    'nul.mdx',
    '.git/config',
    '夜校'.repeat(200),
    '？！……',
  ])('a headline %j stays in its folder', async (headline) => {
    const { root, articles } = await importPage(`# ${headline}\n\n${body}\n`);
    expect(articles).toHaveLength(1);
    expect(articles![0]!.file).toMatch(/^articles\/2030-05-01\/01\/[a-z0-9]+(?:-[a-z0-9]+)*\.mdx$/);
    expect(articles![0]!.file).not.toMatch(/\/(?:con|nul)\.mdx$/);
    expect(existsSync(join(root, articles![0]!.file))).toBe(true);
    expect(readdirSync(scratch).filter((name) => !name.startsWith('content-'))).toEqual([]);
  });

  it('equal headlines on a page get names of their own, the same ones every time', async () => {
    const texts = [body, `昨夜大雨，${body}`, `今天放晴，${body}`];
    const twins = texts.map((text) => `# 夜校开课\n\n■ 本报记者 周文\n\n${text}\n`).join('\n');
    const first = await importPage(twins);
    const names = first.articles!.map(({ file }) => file.split('/').at(-1));
    expect(names).toEqual(['ye-xiao-kai-ke.mdx', 'ye-xiao-kai-ke-2.mdx', 'ye-xiao-kai-ke-3.mdx']);
    const second = await importPage(twins, { root: first.root });
    expect(second.articles).toEqual(
      first.articles!.map((one) => ({ ...one, status: 'unchanged' })),
    );
  });
});

describe('importing again', () => {
  it('changes nothing', async () => {
    const { root } = await importPage(page);
    const before = treeOf(root);
    const { articles } = await importPage(page, { root });
    expect(articles!.map(({ status }) => status)).toEqual(['unchanged']);
    expect(treeOf(root)).toEqual(before);
  });

  it('keeps the address of an article when the source has grown above it, and the edit in it', async () => {
    const first = await importPage(page);
    const path = join(first.root, first.articles![0]!.file);
    writeFileSync(path, readFileSync(path, 'utf8').replace('满满当当', '满满的'));
    const grown = `# 老桥今天通车了\n\n■ 本报记者 刘明\n\n修了半年的老桥今天上午通车，两岸的居民又可以从桥上走过去买菜了。\n\n${page.replace('办起了夜校', '办夜校')}`;
    const { articles, ids } = await importPage(grown, { root: first.root });
    expect(
      articles!.map(({ file, status }) => [file === first.articles![0]!.file, status]),
    ).toEqual([
      [false, 'created'],
      [true, 'kept-edited'],
    ]);
    expect(ids).toContain('hand-edit-merged');
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('满满的');
    expect(text).toContain('headline: 河湾社区办夜校');
  });

  it('takes an article away with its words where a person merges it into another', async () => {
    const two = `${page}\n# 夜校课表今天贴出来了\n\n■ 本报记者 刘明\n\n夜校的课表贴在社区门口，每周一、三、五晚上七点上课，错过的人可以下一周补上。\n`;
    const first = await importPage(two);
    expect(first.articles).toHaveLength(2);
    writeFileSync(
      join(first.root, decisionsPath(date, '01')),
      '- { line: 9, action: merge }\n- { line: 9, action: role, role: crosshead }\n- { line: 11, action: skip }\n',
    );
    const { articles, ids } = await importPage(two, { root: first.root });
    expect(articles!.map(({ status }) => status)).toEqual(['updated']);
    expect(ids).toContain('article-withdrawn');
    expect(filesIn(first.root).filter((path) => path.endsWith('.mdx'))).toHaveLength(1);
    const again = await importPage(two, { root: first.root });
    expect(again.articles!.map(({ status }) => status)).toEqual(['unchanged']);
  });

  it('never puts another page over the kept source of one, and says which stands there', async () => {
    const { root } = await importPage(page);
    const before = treeOf(root);
    const other = await importPage(
      `# 水库开闸放水\n\n本报讯（记者 周末）昨天，北山水库开闸放水，下游六个乡镇的春灌用水有了着落，农民忙着整田。\n`,
      { root },
    );
    expect(other.ids).toContain('page-claimed-twice');
    expect(other.findings.find(({ id }) => id === 'page-claimed-twice')).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('sources/2030-05-01/01.md') as string,
    });
    expect(treeOf(root)).toEqual(before);
  });

  it('puts a better reading of the page in the place of the old one', async () => {
    const { root } = await importPage(page.replace('夜校全年', '夜枝全年'));
    const { ids } = await importPage(page, { root });
    expect(ids).not.toContain('page-claimed-twice');
    expect(readFileSync(join(root, 'sources/2030-05-01/01.md'), 'utf8')).toBe(page);
  });

  it('writes nothing where the decisions file is broken: it would take back what was decided', async () => {
    const first = await importPage(page);
    writeFileSync(join(first.root, decisionsPath(date, '01')), '- line: 1\n  action: splitt\n');
    const before = treeOf(first.root);
    const { findings } = await importPage(page.replace('十门', '十二门'), { root: first.root });
    expect(findings[0]).toMatchObject({ id: 'field-value', line: 2, severity: 'error' });
    expect(treeOf(first.root)).toEqual(before);
  });
});

describe('review', () => {
  const doubtful = page.replace('再开一个班。', '再开');

  it('at a terminal: what was decided is written at once and counts in the import', async () => {
    const asked: string[] = [];
    const answers = ['skip', 'quit'];
    const { root, articles } = await importPage(doubtful, {
      review: {
        show: (title) => void asked.push(title),
        choose: (_question, choices) => {
          const answer = answers.shift();
          return Promise.resolve(choices.find(({ value }) => value === answer)?.value);
        },
        ask: () => Promise.resolve(undefined),
      },
    });
    expect(asked.length).toBeGreaterThan(0);
    expect(readFileSync(join(root, decisionsPath(date, '01')), 'utf8')).toContain('action: skip');
    expect(readFileSync(join(root, articles![0]!.file), 'utf8')).not.toContain('全年开设');
  });

  it('without one: a template to fill in', async () => {
    const { templates } = await importPage(doubtful, { review: 'template' });
    expect(templates![0]).toContain('01.decisions.yaml');
    expect(templates![0]).toContain('# - line: 7\n');
  });
});

describe('faults of the disk', () => {
  it('a read-only content folder', async () => {
    const root = freshFolder();
    const disk = faultyDisk(nodeDisk, { at: 1, how: 'EACCES', onlyWrites: true, lasting: true });
    const { ids } = await importPage(page, { root, disk });
    expect(ids).toEqual(['disk-failure']);
    expect(filesIn(root)).toEqual([]);
  });

  it('a content folder that is a file', async () => {
    const root = join(freshFolder(), 'content');
    writeFileSync(root, '');
    expect((await importPage(page, { root })).ids).toEqual(['path-occupied']);
  });

  it('a folder where a file should go', async () => {
    const root = freshFolder();
    mkdirSync(join(root, 'sources/2030-05-01/01.md'), { recursive: true });
    const { ids } = await importPage(page, { root });
    expect(ids).toContain('path-occupied');
    expect(filesIn(root)).toEqual([]);
  });

  it('a disk that fills up while a page is imported, and a kill, at any write: all or nothing', async () => {
    const complete = treeOf((await importPage(page)).root);
    for (const how of ['ENOSPC', 'die'] as const) {
      let nothing = 0;
      for (let at = 1; at < 50; at += 7) {
        const root = freshFolder();
        const disk = faultyDisk(nodeDisk, { at, how, onlyWrites: true, lasting: how === 'ENOSPC' });
        try {
          await importPage(page, { root, disk });
        } catch (error) {
          if (!(error instanceof Killed)) throw error;
        }
        // A full disk leaves all or nothing at once; after a kill, the next run sees to it.
        if (how === 'die') {
          const next = openContent(nodeDisk, root, { isAlive: () => false, beganAt: () => null });
          if ('root' in next) next.close();
        }
        const tree = treeOf(root);
        if (Object.keys(tree).length === 0) nothing += 1;
        else expect(tree).toEqual(complete);
        await importPage(page, { root });
        expect(treeOf(root)).toEqual(complete);
      }
      expect(nothing).toBeGreaterThan(1);
    }
  });
});
