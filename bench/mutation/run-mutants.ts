/**
 * A process of bench/mutation.ts. It loads the tests of a room over instrumented code, and either
 * says which test covers which mutant, or tries mutants one after the other. It may hang or swell with
 * a mutant: the parent ends it then, and starts another.
 */
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { RegisteredTest } from './vitest-in-process.ts';

export interface Coverage {
  /** Mutants that were met while the modules loaded. */
  readonly atLoad: readonly string[];
  /** Test -> the mutants it met, and how long it used the processor, in ms. */
  readonly tests: Readonly<Record<string, { readonly mutants: readonly string[]; ms: number }>>;
  readonly failing: readonly string[];
  readonly snapshots: Readonly<Record<string, string>>;
}
export interface Trial {
  readonly id: string;
  readonly file: string;
  /** Whether the modules have to be loaded anew, as the mutant is met at load. */
  readonly reload: boolean;
  /** Tests in the order in which they are tried. */
  readonly tests: readonly string[];
}
export type Order =
  | { readonly kind: 'cover' }
  | {
      readonly kind: 'try';
      readonly trials: readonly Trial[];
      /** Tests that are not tried: they fail by themselves, or take long. */
      readonly barred: readonly string[];
      readonly snapshots: object;
    };
export type Answer =
  | { readonly kind: 'covered'; readonly coverage: Coverage }
  | { readonly kind: 'begun'; readonly id: string }
  | { readonly kind: 'tried'; readonly id: string; readonly by?: string | undefined }
  | { readonly kind: 'done' };

interface Instrumented {
  /** Absolute path -> code, still with its types. */
  readonly files: Readonly<Record<string, string>>;
  readonly tests: readonly string[];
  readonly root: string;
}

const { files, tests, root } = JSON.parse(
  readFileSync(process.env['EPAPER_MUTATION_WORK']!, 'utf8'),
) as Instrumented;
const code = new Map(
  Object.entries(files).map(([path, text]) => [
    pathToFileURL(path).href,
    stripTypeScriptTypes(text),
  ]),
);
const ours = pathToFileURL(root).href;
const shim = new URL('vitest-in-process.ts', import.meta.url).href;
const importers = new Map<string, Set<string>>();
/** Which modules are loaded anew, and the how-manieth time it is. */
let stale: ReadonlySet<string> = new Set();
let round = 0;
/** Of the tests that are loaded. */
const fileOfTest = new Map<string, string>();
const plain = (url: string): string => url.replace(/\?.*$/, '');

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'vitest') return { url: shim, shortCircuit: true };
    const found = next(specifier, context);
    if (!found.url.startsWith(ours) || found.url.includes('/node_modules/')) return found;
    const url = plain(found.url);
    const importer = plain(context.parentURL ?? '');
    if (!importers.has(url)) importers.set(url, new Set());
    importers.get(url)!.add(importer);
    return stale.has(url) ? { ...found, url: `${url}?round=${round}` } : found;
  },
  load(url, context, next) {
    const source = code.get(plain(url));
    return source === undefined
      ? next(url, context)
      : { format: 'module', source, shortCircuit: true };
  },
});

/** A file and all that import it, however far. */
function withImporters(url: string): ReadonlySet<string> {
  const found = new Set([url]);
  for (const one of found) for (const importer of importers.get(one) ?? []) found.add(importer);
  return found;
}

// How long something takes says more of the machine than of a mutant: the parent's clock is enough.
performance.now = () => 0;
const { default: fc } = await import('fast-check');
fc.configureGlobal({ seed: 1, endOnFailure: true });
const { registered, snapshots } = await import('./vitest-in-process.ts');
const stryker = ((globalThis as { __stryker__?: object }).__stryker__ ??= {}) as {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: { static: object; perTest: Record<string, object> };
};
const say = (answer: Answer): Promise<void> =>
  new Promise((sent) => process.send!(answer, () => sent()));

async function loadTests(): Promise<ReadonlyMap<string, RegisteredTest>> {
  registered.length = 0;
  fileOfTest.clear();
  for (const file of tests) {
    const url = pathToFileURL(file).href;
    const from = registered.length;
    await import(stale.has(url) ? `${url}?round=${round}` : url);
    for (const { id } of registered.slice(from)) fileOfTest.set(id, url);
  }
  return new Map(registered.map((test) => [test.id, test]));
}

async function cover(loaded: ReadonlyMap<string, RegisteredTest>): Promise<Coverage> {
  const failing: string[] = [];
  const took: Record<string, number> = {};
  for (const [id, test] of loaded) {
    stryker.currentTestId = id;
    const start = process.cpuUsage();
    try {
      await test.run();
    } catch (error) {
      console.error(id, error);
      failing.push(id);
    }
    took[id] = process.cpuUsage(start).user / 1000;
    stryker.currentTestId = undefined;
  }
  const { static: atLoad = {}, perTest = {} } = stryker.mutantCoverage ?? {};
  return {
    atLoad: Object.keys(atLoad),
    tests: Object.fromEntries(
      [...loaded.keys()].map((id) => [
        id,
        { mutants: Object.keys(perTest[id] ?? {}), ms: took[id]! },
      ]),
    ),
    failing,
    snapshots,
  };
}

/** @returns the test that noticed the mutant; undefined where none did */
async function tryMutant(
  trial: Trial,
  first: ReadonlyMap<string, RegisteredTest>,
  barred: ReadonlySet<string>,
) {
  let loaded = first;
  stryker.activeMutant = trial.id;
  try {
    if (trial.reload) {
      round += 1;
      stale = withImporters(pathToFileURL(trial.file).href);
      loaded = await loadTests();
    }
  } catch {
    return 'the modules do not load';
  }
  // Of a table that was changed no function tells which tests read it: those behind its module do, and
  // a test that is named after a row may have another name now.
  const behind = trial.reload
    ? [...loaded.keys()].filter((id) => stale.has(fileOfTest.get(id)!) && !barred.has(id))
    : [];
  for (const id of new Set([...trial.tests, ...behind])) {
    try {
      await loaded.get(id)?.run();
    } catch {
      return id;
    }
  }
  return undefined;
}

let loaded: ReadonlyMap<string, RegisteredTest> | undefined;
process.on('message', (order: Order) => {
  void (async () => {
    loaded ??= await loadTests();
    if (order.kind === 'cover') {
      await say({ kind: 'covered', coverage: await cover(loaded) });
    } else {
      Object.assign(snapshots, order.snapshots);
      const barred = new Set(order.barred);
      for (const trial of order.trials) {
        await say({ kind: 'begun', id: trial.id });
        await say({ kind: 'tried', id: trial.id, by: await tryMutant(trial, loaded, barred) });
      }
    }
    await say({ kind: 'done' });
  })();
});
