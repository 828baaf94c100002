/** The Node that comes with `npm ci`: what the lock file promises for machines that no test runs on. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface LockedPackage {
  readonly version: string;
  readonly integrity?: string;
  readonly os?: string | readonly string[];
  readonly cpu?: string | readonly string[];
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
}

function read<Read>(path: string): Read {
  return JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')) as Read;
}

const { optionalDependencies } = read<{ optionalDependencies: Record<string, string> }>(
  'package.json',
);
const { packages } = read<{ packages: Record<string, LockedPackage> }>('package-lock.json');
const nodes = Object.keys(optionalDependencies).filter((name) => /^node-/.test(name));
const locked = (name: string): LockedPackage => packages[`node_modules/${name}`]!;

test.each([
  ['linux', 'x64'],
  ['linux', 'arm64'],
  ['darwin', 'x64'],
  // Apple silicon.
  ['darwin', 'arm64'],
  ['win32', 'x64'],
])('one package brings a Node to %s %s, and to no other machine', (os, cpu) => {
  const fitting = nodes.filter((name) => {
    const found = locked(name);
    return [found.os].flat().join() === os && [found.cpu].flat().join() === cpu;
  });
  expect(fitting).toHaveLength(1);
  const [name] = fitting as [string];
  const { version, integrity, optional, hasInstallScript, bin } = locked(name);
  expect(optionalDependencies[name]).toBe(version);
  expect(integrity).toMatch(/^sha512-[A-Za-z\d+/]{86}==$/);
  expect({ optional, hasInstallScript }).toEqual({ optional: true, hasInstallScript: undefined });
  expect(bin).toEqual({ node: os === 'win32' ? 'bin/node.exe' : 'bin/node' });
  const [major, minor] = version.split('.').map(Number) as [number, number];
  // What src/desk/require-node.cjs asks for.
  expect(major > 22 || (major === 22 && minor >= 18)).toBe(true);
});

test('no package brings a Node to any machine whatever', () => {
  expect(nodes.filter((name) => !locked(name).os || !locked(name).cpu)).toEqual([]);
});
