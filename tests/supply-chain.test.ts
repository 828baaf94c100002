import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(root + file, 'utf8');

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const packages = Object.entries(
  (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages,
).filter(([path]) => path !== '');
const production = packages.filter(([, { dev }]) => dev !== true);

/**
 * Licences that a newspaper may publish under without asking anybody, by SPDX identifier: permissive
 * ones, those of fonts, and copyleft of the single file or library, which is used and not changed
 * (sharp's libvips, resvg).
 */
const allowed = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['Zlib', 'Python-2.0', 'Unlicense', 'CC0-1.0', 'CC-BY-4.0', 'OFL-1.1'],
  ...['MPL-2.0', 'LGPL-3.0-or-later'],
]);

/** SPDX 2.3, annex D: all of what AND joins, one of what OR joins; no licence here needs more. */
function isAllowed(expression: string): boolean {
  const inner = /^\((.*)\)$/.exec(expression)?.[1];
  if (inner !== undefined && !/[()]/.test(inner)) return isAllowed(inner);
  if (expression.includes(' OR ')) return expression.split(' OR ').some(isAllowed);
  return expression.split(' AND ').every((one) => allowed.has(one));
}

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND GPL-3.0-only', false],
  ['(MIT AND Zlib)', true],
  ['GPL-3.0-or-later', false],
  ['SEE LICENSE IN LICENSE.txt', false],
  ['', false],
])('the reader of licences: %s', (expression, expected) => {
  expect(isAllowed(expression)).toBe(expected);
});

test('every package that the paper is built with has a licence on the list', () => {
  expect(production.length).toBeGreaterThan(200);
  const others = production
    .filter(([, { license = '' }]) => !isAllowed(license))
    .map(([path, { license }]) => `${path}: ${license ?? 'none'}`);
  expect(others).toEqual([]);
});

test('every package is known by its bytes, and none runs a program when it is installed', () => {
  const unsure = packages.filter(
    ([, { integrity = '' }]) => !/^sha512-[\w+/]{86}==$/.test(integrity),
  );
  expect(unsure.map(([path]) => path)).toEqual([]);
  const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: object };
  const scripted = packages
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(scripted.sort()).toEqual(Object.keys(allowScripts).sort());
  expect(Object.values(allowScripts)).not.toContain(true);
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
});

test('versions are exact: what is tested is what is installed', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('new versions wait for a week before the bot proposes them', () => {
  const { updates } = parse(read('.github/dependabot.yml')) as {
    updates: { 'package-ecosystem': string; cooldown?: { 'default-days'?: number } }[];
  };
  expect(updates.map((update) => update['package-ecosystem']).sort()).toEqual([
    'github-actions',
    'npm',
  ]);
  for (const { cooldown } of updates) expect(cooldown?.['default-days']).toBeGreaterThanOrEqual(7);
});

test('the bill of materials that a deployment keeps names every package that the paper is built with', () => {
  // With `--omit dev` npm 11.19 leaves out what tools need as well (yaml, vite).
  const command = 'npm sbom --package-lock-only --sbom-format cyclonedx';
  expect(read('.github/workflows/deploy.yml')).toContain(`${command} >`);
  const [npm, ...args] = command.split(' ');
  const { bomFormat, components } = JSON.parse(
    execFileSync(npm!, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
  ) as { bomFormat: string; components: { name: string; version: string }[] };
  expect(bomFormat).toBe('CycloneDX');
  const named = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const unnamed = production
    .map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`)
    .filter((one) => !named.has(one) && !named.has(one.replace(/^@[^/]+\//, '')));
  expect(unnamed).toEqual([]);
});
