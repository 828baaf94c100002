import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('..', import.meta.url));

test.concurrent.each([
  'desk/check.ts',
  'desk/new.ts',
  'desk/site.ts build',
  'importer/command.mjs',
])('%s ends as usual where nobody reads what it prints', async (command) => {
  const child = spawn(process.execPath, [...command.split(' '), '--help'], {
    cwd: source,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  expect(said).toBe('');
  expect(code).toBe(0);
});
