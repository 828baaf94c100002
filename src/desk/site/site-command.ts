/** `npm start`, `npm run dev`, `build`, `preview`: what stands between a person and Astro. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentRoot } from '../../collections/content-root.ts';
import type { Bilingual } from '../../newspaper/bilingual.ts';
import {
  decideCommandLanguage,
  languageOption,
  languageVariable,
} from '../../wording/command-language.ts';
import { paperLanguage } from '../paper-language.ts';
import { guardBuild } from './guard-build.ts';
import { readSiteArguments, type SiteValues } from './read-site-arguments.ts';
import { refuseOutput } from './refuse-output.ts';
import type { AstroOrder } from './run-astro.ts';
import { isPortTaken, readServing } from './serving-file.ts';
import { siteUsage, type SiteCommand } from './site-options.ts';
import { loudnessVariable } from './terminal-logger.ts';

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));
const program = fileURLToPath(new URL('run-astro.ts', import.meta.url));
/** Node keeps the compiled code of Astro and its packages here: 2 of a build's 5 CPU s. */
const compileCache = join(projectRoot, '.cache/node');
const defaultPort = 4321;

/**
 * Runs one of the commands that need Astro, in this process's terminal.
 *
 * @param args after `--`
 * @param environment usually process.env
 * @returns the exit code
 */
export async function runSiteCommand(
  command: SiteCommand,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const content = contentRoot(projectRoot, environment);
  const language = decideCommandLanguage(languageOption(args), environment, paperLanguage(content));
  const name = command === 'start' ? 'npm start' : `npm run ${command}`;
  const say = (sentence: Bilingual): void => void process.stderr.write(`${sentence[language]}\n`);
  const read = readSiteArguments(command, args, language);
  if ('wrong' in read) {
    const hint = `${name} -- --help`;
    say({ zh: `${read.wrong}\n用法见 ${hint}`, en: `${read.wrong}\nSee ${hint}` });
    return 2;
  }
  const { values } = read;
  if (values.help === true) {
    process.stdout.write(siteUsage(command, language));
    return 0;
  }
  const output = resolve(projectRoot, typeof values.outDir === 'string' ? values.outDir : 'dist');
  const unfit =
    command === 'build' || command === 'start'
      ? refuseOutput(output, { projectRoot, content })
      : undefined;
  if (unfit !== undefined) {
    say(unfit);
    return 2;
  }
  if (command !== 'build') {
    const refusal = await refusePort(Number(values.port ?? defaultPort), name);
    if (refusal !== undefined) {
      say(refusal);
      return 1;
    }
  }
  if (command === 'preview' && !existsSync(output)) {
    const folder = relative(process.cwd(), output);
    say({
      zh: `还没有 ${folder}：先运行 npm run build，或用 npm start 一步构建并打开`,
      en: `There is no ${folder} yet: run npm run build first, or npm start, which builds and opens it`,
    });
    return 1;
  }
  const env = {
    ...environment,
    [languageVariable]: language,
    [loudnessVariable]: values.verbose === true ? 'all' : 'quiet',
  };
  const order = { command: name, output, values };
  if (command === 'build' || command === 'start') {
    const began = performance.now();
    const built = await guardBuild(
      projectRoot,
      output,
      (more) =>
        spawnAstro({ ...order, run: 'build', values: buildValues(values) }, { ...env, ...more }),
      say,
    );
    if (built !== 0) return built;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const folder = relative(process.cwd(), output);
    process.stdout.write(
      `${{ zh: `构建好了：${folder}，用时 ${seconds} 秒`, en: `Built ${folder} in ${seconds} s` }[language]}\n`,
    );
    if (command === 'build') return 0;
  }
  return await spawnAstro({ ...order, run: command === 'dev' ? 'dev' : 'preview' }, env);
}

function buildValues({ force, verbose }: SiteValues): SiteValues {
  return { ...(force && { force }), ...(verbose && { verbose }) };
}

/** @returns what to say where another server is on the port: Astro would silently take the next */
async function refusePort(port: number, name: string): Promise<Bilingual | undefined> {
  if (!(await isPortTaken(port))) return undefined;
  const ours = readServing(projectRoot, port);
  const elsewhere = `${name} -- --port ${port + 1}`;
  if (ours !== undefined) {
    return {
      zh: `已经开着：${ours.address}（${ours.command}，进程 ${ours.pid}）。直接在浏览器打开它；要另开一处：${elsewhere}`,
      en: `It is open already: ${ours.address} (${ours.command}, process ${ours.pid}). Go there, or open another: ${elsewhere}`,
    };
  }
  return {
    zh: `别的程序占着端口 ${port}（http://localhost:${port}/）。换一个端口：${elsewhere}`,
    en: `Another program is on port ${port} (http://localhost:${port}/). Take another port: ${elsewhere}`,
  };
}

function spawnAstro(order: AstroOrder, environment: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, [program, JSON.stringify(order)], {
      stdio: 'inherit',
      env: {
        NODE_COMPILE_CACHE: compileCache,
        // glibc's own: a heap for each thread that draws or packs holds 50 MB more, and is no faster.
        MALLOC_ARENA_MAX: '2',
        ...environment,
        // Vite's PROD follows NODE_ENV: a build under NODE_ENV=test (as vitest sets it) had no
        // Content-Security-Policy in its pages.
        ...(order.run === 'build' && { NODE_ENV: 'production' }),
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    });
    // Ctrl-C reaches both; a signal to this process alone would leave the server behind.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => child.kill(signal));
    }
    child.on('error', reject);
    child.on('close', (code) => settle(code ?? 1));
  });
}
