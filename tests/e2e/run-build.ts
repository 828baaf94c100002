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
): Promise<Outcome> {
  return run(['src/desk/site.ts', 'build', '--outDir', outDir, ...args], env);
}

/** Runs Astro’s own command line in this project, as `npx astro` does. */
export function runAstro(...args: readonly string[]): Promise<Outcome> {
  return run(['node_modules/astro/bin/astro.mjs', ...args], { NODE_ENV: 'production' });
}

interface Outcome {
  readonly code: number | null;
  readonly said: string;
}

function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...withoutVitest(process.env), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
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

/**
 * Vitest puts its `import.meta.env` among the variables of the files it runs: under an empty PROD the
 * site would be built as for development, without its Content-Security-Policy.
 */
export function withoutVitest(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = /^(?:PROD|DEV|SSR|MODE|BASE_URL|TEST|VITEST.*)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}
