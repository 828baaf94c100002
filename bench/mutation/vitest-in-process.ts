/**
 * What the tests of a room import as `vitest` while bench/mutation.ts tries them: they only register,
 * and run-mutants.ts runs those that concern a mutant. Vitest itself takes seconds for each run.
 */
import { pathToFileURL } from 'node:url';

type Body = (...parts: never[]) => unknown;
export interface RegisteredTest {
  /** The same in every process, as the files register in the same order. */
  readonly id: string;
  readonly run: () => unknown;
}

/** Where the registered tests go; run-mutants.ts empties it before it loads the files again. */
export const registered: RegisteredTest[] = [];
/** Snapshots by the test that took them: those of the first run are what a mutant is compared with. */
export const snapshots: Record<string, string> = {};
let names: readonly string[] = [];
let current = '';
let taken = 0;

function register(name: string, body: Body | undefined, row: readonly unknown[] = []): void {
  if (body === undefined) return;
  const title = [...names, name, ...row.filter((part) => typeof part === 'string')].join(' > ');
  const id = `${title} #${registered.filter(({ id }) => id.startsWith(`${title} #`)).length}`;
  registered.push({
    id,
    run: () => {
      current = id;
      taken = 0;
      return body(...(row as never[]));
    },
  });
}

function group(name: string, body: Body, row: readonly unknown[] = []): void {
  const outer = names;
  names = [...outer, name, ...row.filter((part) => typeof part === 'string')];
  try {
    body(...(row as never[]));
  } finally {
    names = outer;
  }
}

type Named = (name: string, body: Body, row?: readonly unknown[]) => void;
const withEach = (one: Named) =>
  Object.assign((name: string, body: Body) => one(name, body), {
    each: (rows: readonly unknown[]) => (name: string, body: Body) => {
      for (const row of rows) one(name, body, Array.isArray(row) ? row : [row]);
    },
  });

export const describe = withEach(group);
export const test = withEach(register);
export const it = test;

/** Jest's `expect` stands alone, and its matchers mean what Vitest's mean. */
const tools = process.env['EPAPER_MUTATION_TOOLS']!;
const { expect: jestExpect } = (await import(
  pathToFileURL(`${tools}/node_modules/expect/build/index.mjs`).href
)) as {
  expect: ((value: unknown) => object) & { extend: (matchers: object) => void };
};
jestExpect.extend({
  toMatchSnapshot(value: unknown) {
    const key = `${current} ${(taken += 1)}`;
    const text = JSON.stringify(value);
    snapshots[key] ??= text;
    return { pass: snapshots[key] === text, message: () => `the snapshot ${key} is another` };
  },
});
/** Vitest takes a message as second argument. */
export const expect = Object.assign((value: unknown) => jestExpect(value), jestExpect);
