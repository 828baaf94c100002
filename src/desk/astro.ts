// astro dev and astro preview may put themselves in the background when they take the caller for a
// program; a contributor at a terminal wants them in front, where Ctrl-C ends them.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { guardBuild } from './guard-build.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
/** Node keeps the compiled code of Astro and its packages here: 2 of a build's 5 CPU s. */
const compileCache = fileURLToPath(new URL('../../.cache/node', import.meta.url));
const astro = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));

/**
 * Runs Astro's own command line with this process's terminal.
 *
 * @param args as after `astro`
 * @returns the exit code
 */
export function runAstro(args: readonly string[]): Promise<number> {
  if (args[0] !== 'build' || args.includes('--help')) return spawnAstro(args, {});
  return guardBuild(projectRoot, args.slice(1), (env) => spawnAstro(args, env), console.error);
}

function spawnAstro(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [astro, ...args], {
      stdio: 'inherit',
      env: {
        NODE_COMPILE_CACHE: compileCache,
        ...process.env,
        ...env,
        // Vite's PROD follows NODE_ENV: a build under NODE_ENV=test (as vitest sets it) had no
        // Content-Security-Policy in its pages.
        ...(args[0] === 'build' && { NODE_ENV: 'production' }),
        ASTRO_DEV_BACKGROUND: '0',
        ASTRO_PREVIEW_BACKGROUND: '0',
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

if (import.meta.main) process.exitCode = await runAstro(process.argv.slice(2));
