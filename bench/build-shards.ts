/**
 * Shards built apart, as machines of a CI matrix build them, and laid over one another: the bytes
 * must be those of one build.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject, treeDigest } from './build-scale.ts';
import { placeArchive, readCorpus, readInvented, writeContent } from './archive/make-archive.ts';
import type { BenchOptions, BenchResult } from './bench.ts';

export const name = 'build-shards';
export const describe =
  '把存量分成几份，各在一份干净的工程里构建，再合到一起：应与一次构建逐字节相同。选项：--shards 2、--articles 600。';

const root = join(import.meta.dirname, '..');

export async function run({ args, corpus, scratch, say }: BenchOptions): Promise<BenchResult> {
  const numberOf = (option: string, usual: number): number =>
    args.includes(option) ? Number(args[args.indexOf(option) + 1]) : usual;
  const count = numberOf('--shards', 2);
  const folder = corpus();
  const days = (folder && readCorpus(folder)) || readInvented();
  const archive = placeArchive(days, numberOf('--articles', 600));

  // Taken once: whoever works in the project meanwhile must not make the machines differ.
  const checkout = copyProject(join(scratch, 'checkout'));
  const rows: (string | number)[][] = [];
  const build = (machine: string, shard: string | undefined): string => {
    // Each machine has its own checkout, at its own path, and nothing in its caches.
    const project = join(scratch, machine);
    cpSync(checkout, project, { recursive: true, verbatimSymlinks: true });
    const content = join(scratch, `content-of-${machine}`);
    const dist = join(scratch, `dist-of-${machine}`);
    writeContent(content, archive);
    const began = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', dist],
      {
        cwd: project,
        env: {
          ...process.env,
          EPAPER_CONTENT: content,
          ASTRO_TELEMETRY_DISABLED: '1',
          ...(shard !== undefined && { EPAPER_SHARD: shard }),
        },
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      },
    );
    if (status !== 0) throw new Error(stderr.slice(-4000));
    rows.push([shard ?? '一次构建', ((performance.now() - began) / 1000).toFixed(1)]);
    say(`  ${shard ?? '一次构建'}：${rows.at(-1)![1]} 秒`);
    rmSync(project, { recursive: true });
    return dist;
  };

  const merged = join(scratch, 'merged');
  for (let number = 1; number <= count; number += 1) {
    cpSync(build(`machine-${number}`, `${number}/${count}`), merged, { recursive: true });
  }
  const same = treeDigest(merged) === treeDigest(build('machine-whole', undefined));
  rows.push(['合并后与一次构建', same ? '逐字节相同' : '不同']);
  return {
    tables: [{ title: `${count} 份，各自构建后合并`, head: ['份', '秒'], rows }],
    met: same,
  };
}
