import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Finding } from '../newspaper/finding.ts';
import { loadPaper, type LoadedPaper } from './load-paper.ts';

const fixtures = fileURLToPath(new URL('../../tests/fixtures/content-errors/', import.meta.url));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the sound folder, to be damaged. */
function soundFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'epaper-content-'));
  folders.push(folder);
  cpSync(join(fixtures, 'good'), folder, { recursive: true });
  return folder;
}

function load(folder: string): LoadedPaper {
  return loadPaper(folder, {
    base: '/',
    engine: 'test',
    kept: () => undefined,
    hasBodies: () => false,
  });
}

interface ErrorRow {
  readonly file: string;
  readonly replace?: [string, string];
  readonly write?: string;
  readonly rename?: string;
  readonly remove?: true;
  readonly report: string;
  readonly says: string;
  /** How many findings come of it, where one mistake breaks several files. */
  readonly count?: number;
}

const rows = parse(readFileSync(join(fixtures, 'errors.yaml'), 'utf8')) as ErrorRow[];

function damage(folder: string, row: ErrorRow): void {
  const path = join(folder, row.file);
  if (row.remove) rmSync(path);
  if (row.rename !== undefined) {
    mkdirSync(dirname(join(folder, row.rename)), { recursive: true });
    renameSync(path, join(folder, row.rename));
  }
  if (row.write !== undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, row.write);
  }
  if (row.replace !== undefined) {
    const before = readFileSync(path, 'utf8');
    expect(before).toContain(row.replace[0]);
    writeFileSync(
      path,
      before.replace(row.replace[0], () => row.replace![1]),
    );
  }
}

function wordsOf({ message, action }: Finding): string {
  return `${message} → ${action}`;
}

test('a sound folder has nothing to report', () => {
  const paper = load(soundFolder());
  expect(paper.findings).toEqual([]);
  expect(paper.articles.map(({ id }) => id)).toEqual([
    '2024-05-06/01/chuan',
    '2024-05-06/01/dukou',
    '2024-05-06/02/tianqi',
  ]);
  expect(paper.articles[1]?.fresh?.body.html).toBe(
    '<p id="p1"><b class="lead-in">本报讯（记者 马小河）</b>昨天，渡口修好了。</p>\n' +
      '<p id="p2">两岸的人又能坐船往来。</p>',
  );
});

test('a hint of the make-up that cannot be honoured is for review, at its place', () => {
  const folder = soundFolder();
  damage(folder, {
    file: 'editions/2024-05-06.yaml',
    replace: [
      '    name: 要闻\n',
      '    name: 要闻\n    layout: { dukou: { frame: true, ground: true }, chuan: { beside: tianqi } }\n',
    ],
    report: '',
    says: '',
  });
  const { findings } = load(folder);
  expect(
    findings.map(({ id, severity, line, column, message }) => [
      id,
      severity,
      line,
      column,
      message,
    ]),
  ).toEqual([
    ['layout-refused', 'review', 6, 31, '加了底纹就不再加框'],
    ['layout-refused', 'review', 6, 70, '这一版没有 tianqi 这一篇'],
  ]);
});

describe('each mistake is reported at its place, with what to do', () => {
  test.each(rows)('$report', (row) => {
    const folder = soundFolder();
    damage(folder, row);
    const { findings } = load(folder);
    const places = findings.map(({ file, line, column, id }) => `${file} ${line}:${column} ${id}`);
    const wanted = /^\d/.test(row.report) ? `${row.file} ${row.report}` : row.report;
    expect(places).toContain(wanted);
    expect(findings).toHaveLength(row.count ?? 1);
    expect(wordsOf(findings[places.indexOf(wanted)]!)).toContain(row.says);
    expect(findings.every(({ severity }) => severity === 'error')).toBe(true);
    for (const { message, action, english } of findings) {
      expect(message).toMatch(/\p{Script=Han}/u);
      // What is quoted is the paper's own, or an example of how it is written.
      expect(`${english.message} ${english.action}`.replaceAll(/[“"][^”"]*[”"]/g, '')).not.toMatch(
        /\p{Script=Han}|\[object /u,
      );
      expect(message + action).not.toContain('[object ');
    }
  });
});

test('all mistakes of all files are collected in one go', () => {
  const folder = soundFolder();
  const different = rows.filter(({ file }) => /chuan|tianqi|columnists/.test(file)).slice(0, 3);
  for (const row of different) damage(folder, row);
  writeFileSync(join(folder, 'sections/yaowen.yaml'), 'naem: 要闻\n');
  writeFileSync(
    join(folder, 'articles/2024-05-06/02/tianqi.mdx'),
    '---\nkind: articel\ngenre: service\nedition: 2024-05-06\npage: 2\norder: 1\nheadline: 1\n---\n\n<35 度\n\n雨 {x} 雪\n\n<!-- 注 -->\n',
  );
  const { findings } = load(folder);
  const ofWeather = findings.filter(({ file }) => file.endsWith('tianqi.mdx'));
  expect(ofWeather.map(({ line, id }) => `${line} ${id}`)).toEqual([
    '2 field-value',
    '7 field-type',
    '10 stray-less-than',
    '14 comment-forbidden',
  ]);
  expect(findings.filter(({ file }) => file.startsWith('sections/'))).toHaveLength(2);
});

describe('bytes', () => {
  const article = 'articles/2024-05-06/02/tianqi.mdx';

  test('what is not UTF-8 is refused at its byte', () => {
    const folder = soundFolder();
    const text = readFileSync(join(folder, article));
    const cut = text.indexOf('出门');
    writeFileSync(
      join(folder, article),
      Buffer.concat([text.subarray(0, cut), Buffer.from([0xb3, 0xf6]), text.subarray(cut)]),
    );
    const [finding] = load(folder).findings;
    expect(finding).toMatchObject({ id: 'encoding', line: 10, column: 1 });
    expect(finding?.message).toContain(`第 ${cut + 1} 个字节`);
    expect(finding?.action).toContain('UTF-8');
  });

  test('a byte order mark and the line ends of Windows do no harm', () => {
    const folder = soundFolder();
    const before = load(folder);
    const text = readFileSync(join(folder, article), 'utf8');
    writeFileSync(join(folder, article), `\ufeff${text.replaceAll('\n', '\r\n')}`);
    const after = load(folder);
    expect(after.findings).toEqual([]);
    expect(after.articles[2]?.fresh).toEqual(before.articles[2]?.fresh);
  });

  test('two names that differ in case only are both named', () => {
    const folder = soundFolder();
    const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
    writeFileSync(join(folder, 'articles/2024-05-06/01/Bridge.png'), png);
    writeFileSync(join(folder, 'articles/2024-05-06/01/bridge.png'), png);
    const { findings } = load(folder);
    expect(findings.map(({ id }) => id)).toEqual(['name-case']);
    expect(wordsOf(findings[0]!) + findings[0]!.file).toMatch(
      /Bridge\.png[^]*bridge\.png|bridge\.png[^]*Bridge\.png/,
    );
  });

  test('what is no file is told, and nothing waits for it', () => {
    const folder = soundFolder();
    execFileSync('mkfifo', [join(folder, 'articles/2024-05-06/01/pipe.mdx')]);
    mkdirSync(join(folder, 'articles/2024-05-06/01/folder.mdx'));
    const { findings } = load(folder);
    expect(findings.map(({ id, file }) => [id, file])).toEqual([
      ['not-a-file', 'articles/2024-05-06/01/folder.mdx'],
      ['not-a-file', 'articles/2024-05-06/01/pipe.mdx'],
    ]);
    const file = load(join(folder, 'publication.yaml')).findings;
    expect(file.map(({ id }) => id)).toEqual(['content-missing']);
  });

  test('a symbolic link out of the folder is refused', () => {
    const folder = soundFolder();
    symlinkSync('/etc/hostname', join(folder, 'articles/2024-05-06/01/out.mdx'));
    const { findings } = load(folder);
    expect(findings.map(({ id, file }) => `${file} ${id}`)).toEqual([
      'articles/2024-05-06/01/out.mdx link-outside',
    ]);
  });
});

test('an article of a known digest is not rendered again; another engine renders all', () => {
  const folder = soundFolder();
  const first = new Map(load(folder).articles.map((article) => [article.id, article]));
  const edited = join(folder, 'articles/2024-05-06/01/chuan.mdx');
  writeFileSync(edited, readFileSync(edited, 'utf8').replace('四十', '五十'));
  const freshIds = (engine: string): string[] => {
    const paper = loadPaper(folder, {
      base: '/',
      engine,
      kept: (id, digest) => {
        const article = first.get(id);
        return article?.digest === digest ? article : undefined;
      },
      hasBodies: () => true,
    });
    return paper.articles.filter(({ fresh }) => fresh !== undefined).map(({ id }) => id);
  };
  // The edition is the unit: its other articles are read again too.
  expect(freshIds('test')).toHaveLength(3);
  expect(freshIds('other')).toHaveLength(3);
});

test('two articles of one order are both told, each once, however many there are', () => {
  const folder = soundFolder();
  const { articles } = load(folder);
  const first = articles.find(({ data }) => data.order === 1)!;
  const text = readFileSync(join(folder, first.path), 'utf8');
  const copies = ['jia', 'yi'].map((slug) => first.path.replace(/[^/]+$/, `${slug}.mdx`));
  for (const copy of copies) writeFileSync(join(folder, copy), text);
  const told = load(folder).findings.filter(({ id }) => id === 'order-duplicate');
  expect(told.map(({ file }) => file).sort()).toEqual([first.path, ...copies].sort());
});
