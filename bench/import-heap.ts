import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchOptions, BenchResult } from './bench.ts';
import { importFlags, makePages, writePages } from './import-speed.ts';
import type { Look } from './look-at-heap.ts';

export const name = 'import-heap';
export const describe =
  '一个进程导入一千版，每条提示都留着：在第 100、300、700、1000 版回收之后，堆里还留着多少。';

const help = `选项：
  --pages N    版数（默认 1000）`;

/** What a page may leave behind: its findings, and the names that it brings. */
const mostKbAPage = 30;

export async function run(options: BenchOptions): Promise<BenchResult> {
  const { values } = parseArgs({
    args: [...options.args],
    options: {
      pages: { type: 'string', default: '1000' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { skipped: help };
  const input = join(options.scratch, 'pages');
  const content = join(options.scratch, 'content');
  mkdirSync(content, { recursive: true });
  writePages(input, makePages(options.corpus(), Number(values.pages)));
  const flags = [...importFlags, '--expose-gc', join(import.meta.dirname, 'look-at-heap.ts')];
  const child = spawn(process.execPath, [...flags, input, content, values.pages], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  for await (const data of child.stdout) told += String(data);
  const looks = JSON.parse(told) as readonly Look[];
  const [first] = looks;
  const last = looks.at(-1);
  const kbAPage =
    first && last && last !== first
      ? ((last.heapMb - first.heapMb) * 1000) / (last.pages - first.pages)
      : 0;
  return {
    met: kbAPage <= mostKbAPage,
    tables: [
      {
        title: '回收之后的堆',
        head: ['版', '堆 MB', '进程峰值 MB'],
        rows: looks.map(({ pages, heapMb, peakMb }) => [pages, heapMb.toFixed(1), peakMb]),
      },
      {
        title: '标准',
        head: ['项', '应', '得'],
        rows: [['每版留下', `≤ ${mostKbAPage} KB`, `${kbAPage.toFixed(1)} KB`]],
      },
    ],
    details: { looks },
  };
}
