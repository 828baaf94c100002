import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Starts `npm run dev` for a script that takes pictures, and waits until a page answers.
 *
 * @param address the page, on localhost; its port is the server's
 * @param content absolute path of the content folder; the project's own where it is left out
 * @returns what ends it
 * @throws Error where the page has not answered within two minutes
 */
export async function startDev(address: string, content?: string): Promise<() => void> {
  const root = join(import.meta.dirname, '..');
  const server = spawn(
    process.execPath,
    [join(root, 'src/desk/site.ts'), 'dev', '--port', new URL(address).port],
    {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, ...(content !== undefined && { EPAPER_CONTENT: content }) },
    },
  );
  const end = Date.now() + 120_000;
  while ((await fetch(address).catch(() => undefined))?.status !== 200) {
    if (Date.now() > end) {
      server.kill();
      throw new Error(`${address} does not answer`);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return () => server.kill();
}
