import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Disk } from './disk.ts';
import { faultyDisk, Killed, type Fault } from '../../../tests/faulty-disk.ts';
import { nodeDisk } from './node-disk.ts';
import { openContent } from './open-content.ts';
import { digestOf, placeFiles, type Placement } from './place-files.ts';

const scratch = mkdtempSync(join(tmpdir(), 'place-files-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let folders = 0;

function freshContent(files: Readonly<Record<string, string>> = before): string {
  folders += 1;
  const root = join(scratch, String(folders));
  mkdirSync(root);
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), contents);
  }
  return root;
}

/** Every file with its contents and every empty folder, the importer's own left out. */
function treeOf(root: string, folder = ''): Record<string, string> {
  const names = readdirSync(join(root, folder)).filter((name) => name !== '.import');
  if (names.length === 0 && folder !== '') return { [`${folder}/`]: '' };
  return Object.assign(
    {},
    ...names.map((name) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      return statSync(join(root, path)).isDirectory()
        ? treeOf(root, path)
        : { [path]: readFileSync(join(root, path), 'utf8') };
    }),
  ) as Record<string, string>;
}

const before = {
  'articles/2030-05-01/01/ye-xiao.mdx': '旧稿',
  'articles/2030-05-01/01/he-wan.mdx': '不变',
  'articles/2030-05-01/01/cheng-liang.mdx': '撤下',
  'sections/yaowen.yaml': 'name: 要闻\n',
};
const placement: Placement = {
  files: [
    { path: 'sources/2030-05-01/01.md', contents: '# 夜校' },
    { path: 'articles/2030-05-01/01/ye-xiao.mdx', contents: '新稿' },
    { path: 'articles/2030-05-01/01/he-wan.mdx', contents: '不变' },
    { path: 'articles/2030-05-01/01/du-shu.mdx', contents: '新增' },
    { path: 'columnists/zhouwen.yaml', contents: 'name: 周文\n' },
  ],
  remove: ['articles/2030-05-01/01/cheng-liang.mdx', 'articles/2030-05-01/01/never-there.mdx'],
};
const after = {
  'articles/2030-05-01/01/ye-xiao.mdx': '新稿',
  'articles/2030-05-01/01/he-wan.mdx': '不变',
  'articles/2030-05-01/01/du-shu.mdx': '新增',
  'columnists/zhouwen.yaml': 'name: 周文\n',
  'sections/yaowen.yaml': 'name: 要闻\n',
  'sources/2030-05-01/01.md': '# 夜校',
};

/** Runs until it ends or is killed. */
function untilKilled<Result>(run: () => Result): Result | 'killed' {
  try {
    return run();
  } catch (error) {
    if (error instanceof Killed) return 'killed';
    throw error;
  }
}

/** This very process plays the one that was killed. */
const everyoneDead = { isAlive: () => false, beganAt: () => null };

function reopen(root: string, disk: Disk = nodeDisk) {
  const content = openContent(disk, root, everyoneDead);
  if (!('root' in content)) throw new Error(JSON.stringify(content));
  return content;
}

function importInto(disk: Disk, root: string): ReturnType<typeof placeFiles> | 'locked' {
  const content = openContent(disk, root);
  if (!('root' in content)) return 'locked';
  try {
    return content.place(placement);
  } finally {
    content.close();
  }
}

describe('placeFiles', () => {
  it('puts all files in place, takes away what goes, and leaves nothing behind', () => {
    const root = freshContent();
    expect(importInto(nodeDisk, root)).toEqual([]);
    expect(treeOf(root)).toEqual(after);
    expect(existsSync(join(root, '.import'))).toBe(false);
  });

  it('writes nothing, not even a time, the second time', () => {
    const root = freshContent();
    importInto(nodeDisk, root);
    const path = join(root, 'articles/2030-05-01/01/ye-xiao.mdx');
    const { mtimeNs } = statSync(path, { bigint: true });
    expect(importInto(nodeDisk, root)).toEqual([]);
    expect(statSync(path, { bigint: true }).mtimeNs).toBe(mtimeNs);
  });

  it('makes the content folder', () => {
    const root = join(scratch, 'new', 'paper');
    importInto(nodeDisk, root);
    expect(Object.keys(treeOf(root))).toHaveLength(5);
  });

  it('writes nothing where a file is no longer what the caller saw', () => {
    const root = freshContent();
    const outcome = placeFiles(nodeDisk, root, {
      ...placement,
      seen: new Map([['articles/2030-05-01/01/ye-xiao.mdx', digestOf('更旧')]]),
    });
    expect(outcome).toMatchObject([
      { id: 'file-changed-meanwhile', file: 'articles/2030-05-01/01/ye-xiao.mdx' },
    ]);
    expect(treeOf(root)).toEqual(before);
  });
});

describe('placeFiles refuses', () => {
  const refusal = (root: string, ...paths: readonly string[]): readonly string[] => {
    const unchanged = treeOf(root);
    const outcome = placeFiles(nodeDisk, root, {
      files: paths.map((path) => ({ path, contents: path })),
    });
    expect(treeOf(root)).toEqual(unchanged);
    expect(existsSync(join(root, '.import'))).toBe(false);
    return outcome.map(({ id }) => id);
  };

  it.each([
    '../outside.mdx',
    'articles/../../outside.mdx',
    '/etc/paper.mdx',
    'C:/paper.mdx',
    'C:paper.mdx',
    'articles\\page.mdx',
    'articles//page.mdx',
    'articles/./page.mdx',
    'articles/.hidden.mdx',
    '.import/lock',
    'articles/con.mdx',
    'articles/NUL',
    'articles/com1/page.mdx',
    'articles/page.',
    'articles/page ',
    'articles/pa\u0000ge.mdx',
    'articles/pa:ge.mdx',
    'articles/\uD800.mdx',
    `articles/${'长'.repeat(90)}.mdx`,
    '',
  ])('the path %j', (path) => {
    expect(refusal(freshContent(), path)).toEqual(['path-unsafe']);
  });

  it('two paths that differ in case only, or are one', () => {
    expect(refusal(freshContent(), 'a/Page.mdx', 'a/page.mdx')).toEqual(['path-twice']);
    expect(refusal(freshContent(), 'a/page.mdx', 'a/page.mdx')).toEqual(['path-twice']);
  });

  it('a path that differs in case only from what is there', () => {
    expect(refusal(freshContent(), 'Articles/2030-05-01/01/x.mdx')).toEqual(['path-twice']);
    expect(refusal(freshContent(), 'sections/YaoWen.yaml')).toEqual(['path-twice']);
  });

  it('a folder in the place of a file and a file in the place of a folder', () => {
    expect(refusal(freshContent(), 'sections/yaowen.yaml/x.yaml')).toEqual(['path-occupied']);
    expect(refusal(freshContent(), 'articles/2030-05-01')).toEqual(['path-occupied']);
  });

  it('symbolic links, in the content folder or out of it', () => {
    const root = freshContent();
    const outside = freshContent();
    rmSync(join(root, 'articles'), { recursive: true });
    symlinkSync(outside, join(root, 'articles'));
    symlinkSync(join(outside, 'sections/yaowen.yaml'), join(root, 'sections/linked.yaml'));
    const outsideBefore = treeOf(outside);
    expect(refusal(root, 'articles/x.mdx')).toEqual(['path-link']);
    expect(refusal(root, 'sections/linked.yaml')).toEqual(['path-link']);
    expect(treeOf(outside)).toEqual(outsideBefore);
  });

  it('a content folder that is a file', () => {
    const path = join(scratch, 'a-file');
    writeFileSync(path, '');
    expect(openContent(nodeDisk, path)).toMatchObject([{ id: 'path-occupied' }]);
    expect(openContent(nodeDisk, join(path, 'below'))).toMatchObject([{ id: 'disk-failure' }]);
  });

  it.skipIf(process.getuid?.() === 0)('a read-only content folder', () => {
    const root = freshContent();
    chmodSync(root, 0o500);
    expect(openContent(nodeDisk, root)).toMatchObject([
      { id: 'disk-failure', message: expect.stringContaining('权限') },
    ]);
    chmodSync(root, 0o700);
  });
});

/** Runs `attempt` with the fault at operation 1, 2, 3 … until one run has no fault in it. */
function atEveryOperation(
  fault: Omit<Fault, 'at'>,
  attempt: (disk: ReturnType<typeof faultyDisk>, at: number) => void,
): number {
  for (let at = 1; ; at += 1) {
    const disk = faultyDisk(nodeDisk, { ...fault, at });
    attempt(disk, at);
    if (disk.operations() < at) return at - 1;
  }
}

describe('killed at every file operation', () => {
  it('leaves the old tree or the new one after recovery, and the next run converges', () => {
    const seen = { old: 0, new: 0 };
    const count = atEveryOperation({ how: 'die' }, (disk) => {
      const root = freshContent();
      untilKilled(() => importInto(disk, root));

      const content = reopen(root);
      const recovered = treeOf(root);
      const isOld = JSON.stringify(recovered) === JSON.stringify(treeOf(freshContent()));
      expect(recovered).toEqual(isOld ? before : after);
      seen[isOld ? 'old' : 'new'] += 1;
      expect(content.place(placement)).toEqual([]);
      content.close();

      expect(treeOf(root)).toEqual(after);
      expect(existsSync(join(root, '.import'))).toBe(false);
    });
    expect(count).toBeGreaterThan(60);
    expect(seen.old).toBeGreaterThan(20);
    expect(seen.new).toBeGreaterThan(20);
  });

  it('and killed again at every operation of the recovery', () => {
    // While staging, at the journal, in the middle of the renames, while clearing up.
    for (const first of [40, 70, 85, 110]) {
      atEveryOperation({ how: 'die' }, (second) => {
        const root = freshContent();
        untilKilled(() => importInto(faultyDisk(nodeDisk, { how: 'die', at: first }), root));
        untilKilled(() => reopen(root, second));
        reopen(root).close();
        expect([before, after]).toContainEqual(treeOf(root));
        expect(existsSync(join(root, '.import'))).toBe(false);
      });
    }
  });

  it('keeps what a person edits between the crash and the next run', () => {
    const path = 'articles/2030-05-01/01/ye-xiao.mdx';
    atEveryOperation({ how: 'die' }, (disk) => {
      const root = freshContent();
      untilKilled(() => importInto(disk, root));
      writeFileSync(join(root, path), '人改的稿');
      reopen(root).close();
      expect(treeOf(root)[path]).toBe('人改的稿');
    });
  });
});

describe('failing at every file operation', () => {
  it.each([
    { how: 'ENOSPC' },
    { how: 'EIO' },
    { how: 'EACCES', onlyWrites: true, lasting: true },
    { how: 'ENOSPC', onlyWrites: true, lasting: true },
  ] as const)('%j: old tree with a clear word, or done', (fault) => {
    let refusals = 0;
    atEveryOperation(fault, (disk) => {
      const root = freshContent();
      const outcome = importInto(disk, root);
      if (outcome === 'locked' || outcome.length > 0) {
        refusals += 1;
        for (const { id, severity } of outcome === 'locked' ? [] : outcome) {
          expect([id, severity]).toEqual(['disk-failure', 'error']);
        }
        // A single failure while the old state is being restored is put right by the next run.
        reopen(root).close();
        expect(treeOf(root)).toEqual(before);
      } else {
        expect(treeOf(root)).toEqual(after);
      }
    });
    expect(refusals).toBeGreaterThan(5);
  });

  it('a disk that fills up leaves the old tree at once, with nothing half-written', () => {
    atEveryOperation({ how: 'ENOSPC', onlyWrites: true, lasting: true }, (disk) => {
      const root = freshContent();
      if (importInto(disk, root) === 'locked') return;
      expect([before, after]).toContainEqual(treeOf(root));
      expect(existsSync(join(root, '.import'))).toBe(false);
    });
  });

  it('a disk that fails for good is put right once it works again', () => {
    atEveryOperation({ how: 'EIO', lasting: true }, (disk) => {
      const root = freshContent();
      importInto(disk, root);
      rmSync(join(root, '.import/lock'), { force: true });
      expect(importInto(nodeDisk, root)).toEqual([]);
      expect(treeOf(root)).toEqual(after);
    });
  });
});

describe('kill -9 of a real process', () => {
  it('leaves the old tree or the new one after recovery', () => {
    const child = fileURLToPath(new URL('../../../tests/place-files-and-die.ts', import.meta.url));
    const ends = { killed: 0, ended: 0 };
    for (let at = 1; at <= 100; at += 7) {
      const root = freshContent();
      const { signal, status, stderr } = spawnSync(
        process.execPath,
        [child, root, String(at), JSON.stringify(placement)],
        { encoding: 'utf8' },
      );
      expect(signal === 'SIGKILL' || status === 0, stderr).toBe(true);
      ends[signal === 'SIGKILL' ? 'killed' : 'ended'] += 1;
      const content = reopen(root);
      expect([before, after]).toContainEqual(treeOf(root));
      content.place(placement);
      content.close();
      expect(treeOf(root)).toEqual(after);
      expect(existsSync(join(root, '.import'))).toBe(false);
    }
    expect(ends.killed).toBeGreaterThan(8);
  });
});
