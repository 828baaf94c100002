/**
 * The process in which Astro runs for `npm start`, dev, build and preview: through its programmatic
 * interface, since its command line answers an error with a stack trace.
 */
import { fileURLToPath } from 'node:url';
import { build, dev, preview, type AstroInlineConfig } from 'astro';
import type { Bilingual } from '../../newspaper/bilingual.ts';
import { decideCommandLanguage } from '../../wording/command-language.ts';
import { explainFailure } from './explain-failure.ts';
import type { SiteValues } from './read-site-arguments.ts';
import { renameAcrossDisks } from './rename-across-disks.ts';
import { removeServing, writeServing } from './serving-file.ts';

export interface AstroOrder {
  readonly run: 'dev' | 'build' | 'preview';
  /** As the person typed it: `npm start`. */
  readonly command: string;
  /** Absolute path of the site's folder. */
  readonly output: string;
  readonly values: SiteValues;
}

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));
const order = JSON.parse(process.argv[2]!) as AstroOrder;
const language = decideCommandLanguage(undefined, process.env);

function fail(thrown: unknown): never {
  const verbose = order.values.verbose === true;
  process.stderr.write(`${explainFailure(thrown, order.output, verbose)[language]}\n`);
  process.exit(1);
}

function say(sentence: Bilingual): void {
  process.stdout.write(`${sentence[language]}\n`);
}

function inlineConfig({ values, output }: AstroOrder): AstroInlineConfig {
  const { port, host, open, force } = values;
  const allowedHosts = values['allowed-hosts'];
  return {
    root: projectRoot,
    outDir: output,
    ...(force === undefined ? {} : { force: true }),
    server: {
      ...(port === undefined ? {} : { port: Number(port) }),
      ...(host === undefined ? {} : { host }),
      ...(open === undefined ? {} : { open }),
      ...(allowedHosts === undefined
        ? {}
        : { allowedHosts: allowedHosts === true ? true : allowedHosts.split(',') }),
    },
  };
}

/** Says where the paper is open, and leaves word of it for the next command. */
function announce(port: number, addresses: readonly string[]): void {
  const [address = `http://localhost:${port}/`] = addresses;
  writeServing(projectRoot, port, { pid: process.pid, command: order.command, address });
  process.on('exit', () => removeServing(projectRoot, port));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => process.exit(0));
  }
  const others = addresses.slice(1).map((other) => `\n  ${other}`);
  say({
    zh: `已打开：${address}　（按 Ctrl-C 结束）${others.join('')}`,
    en: `Open: ${address} (Ctrl-C ends it)${others.join('')}`,
  });
}

try {
  const config = inlineConfig(order);
  switch (order.run) {
    case 'build':
      // A write that fails in the background is as much the end of the build.
      process.on('uncaughtException', fail);
      process.on('unhandledRejection', fail);
      renameAcrossDisks();
      await build(config);
      break;
    case 'dev': {
      const server = await dev(config);
      const { local = [], network = [] } = server.resolvedUrls;
      announce(server.address.port, [...local, ...network]);
      break;
    }
    case 'preview': {
      const server = await preview(config);
      const { urls } = server as { urls?: { local: string[]; network: string[] } };
      announce(server.port, [...(urls?.local ?? []), ...(urls?.network ?? [])]);
      await server.closed();
      break;
    }
  }
} catch (error) {
  fail(error);
}
