import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// The importer is 580 modules, most of them of libraries: to find and to link them is 0.3 of the CPU
// seconds that a page costs; packed into three files they cost 0.05. The pack is made after the first
// import, from the sources as they stand, and is not taken any more once one of them has changed.

const root = fileURLToPath(new URL('../..', import.meta.url));
const cacheFolder = join(root, '.cache/import');
const recordIn = (folder) => join(folder, 'made-of.json');
/** npm writes it at every installation: it stands for all that lies beside it. */
const installed = 'node_modules/.package-lock.json';
const anHour = 3_600_000;

function stampOf(file) {
  const { mtimeMs, size } = statSync(join(root, file));
  return `${mtimeMs} ${size}`;
}

/**
 * @param folder absolute path of the cache
 * @returns the address of the packed program; undefined where there is none of the sources that stand
 */
export function findPackedProgram(folder = cacheFolder) {
  try {
    const { program, stamps } = JSON.parse(readFileSync(recordIn(folder), 'utf8'));
    const stands = Object.entries(stamps).every(([file, stamp]) => stampOf(file) === stamp);
    const path = join(folder, program);
    return stands && existsSync(path) ? pathToFileURL(path).href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a command has imported, so that the next one is likely to.
 *
 * @param args after `--`
 * @param exitCode of the import: 2 is wrong use
 */
export function isWorthPacking(args, exitCode) {
  return exitCode !== 2 && !args.some((arg) => /^(?:--help|-y?h)/.test(arg));
}

/**
 * Packs the program. Where that fails (a folder that cannot be written, an optional package that is not
 * there) the next import takes the sources, as this one did.
 *
 * @param folder absolute path of the cache
 */
export async function packProgram(folder = cacheFolder) {
  const began = Date.now();
  const unfinished = join(folder, `unfinished-${process.pid}`);
  try {
    const { rolldown } = await import('rolldown');
    const pack = await rolldown({
      input: fileURLToPath(new URL('import-command.ts', import.meta.url)),
      platform: 'node',
      external: /^@node-rs\//,
      logLevel: 'silent',
    });
    const { output } = await pack.write({
      dir: unfinished,
      entryFileNames: '[name].mjs',
      chunkFileNames: '[name].mjs',
    });
    await pack.close();
    const sources = output
      .flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
      .filter((id) => id.startsWith(root) && !id.includes('node_modules'))
      .map((id) => relative(root, id));
    const stamps = Object.fromEntries([installed, ...sources].map((one) => [one, stampOf(one)]));
    // A source that was written meanwhile may be in the pack as it was.
    if (sources.some((source) => statSync(join(root, source)).mtimeMs >= began)) return;
    const name = createHash('sha256').update(JSON.stringify(stamps)).digest('hex').slice(0, 12);
    if (!existsSync(join(folder, name))) renameSync(unfinished, join(folder, name));
    const program = `${name}/${output.find((chunk) => chunk.isEntry).fileName}`;
    writeFileSync(`${unfinished}.json`, JSON.stringify({ program, stamps }));
    renameSync(`${unfinished}.json`, recordIn(folder));
    removeOld(folder, name);
  } catch {
    // The sources are as good.
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Another import may just be starting from the pack before: only what has lain for a while goes. */
function removeOld(folder, name) {
  for (const other of readdirSync(folder)) {
    const path = join(folder, other);
    if (other === name || path === recordIn(folder) || Date.now() - statSync(path).mtimeMs < anHour)
      continue;
    rmSync(path, { recursive: true, force: true });
  }
}
