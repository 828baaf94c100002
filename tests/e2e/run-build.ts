import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds a site as `npm run build` does.
 *
 * @param outDir absolute path
 * @param env on top of this process's: EPAPER_CONTENT, EPAPER_BASE …
 * @param args more of the command's
 * @returns the exit code, and all that was printed
 */
export function runBuild(
  outDir: string,
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['src/desk/astro.ts', 'build', '--outDir', outDir, ...args],
      {
        cwd: root,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

/** The same, for a site that is sound: throws what was said where the build is refused. */
export async function buildSite(
  outDir: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const { code, said } = await runBuild(outDir, env);
  if (code !== 0) throw new Error(`astro build exited ${code}\n${said}`);
}
