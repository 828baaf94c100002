import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refuseOutput } from './refuse-output.ts';

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'epaper-output-')));
  for (const path of [
    'project/src/a.ts',
    'project/content/publication.yaml',
    'project/dist/leftover.txt',
    'paper/publication.yaml',
    'site/index.html',
    'broken/_astro/a.js',
    'photos/1.jpg',
  ]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
  }
  mkdirSync(join(root, 'empty'));
  symlinkSync(join(root, 'project/content'), join(root, 'link'));
});
afterEach(() => rmSync(root, { recursive: true }));

const refuse = (output: string, content = 'project/content') =>
  refuseOutput(output === '/' ? output : join(root, output), {
    projectRoot: join(root, 'project'),
    content: join(root, content),
  });

test.each([
  'project/dist',
  'project/public-html',
  'empty',
  'new/folder',
  'site',
  'broken',
  'site/paper',
])('%s may be built into', (output) => expect(refuse(output)).toBeUndefined());

test.each([
  ['project', '就没有了'],
  ['.', '就没有了'],
  ['/', '就没有了'],
  ['project/content', '就没有了'],
  ['project/content/public', '就没有了'],
  ['link', '就没有了'],
  ['project/src', '有别的文件（如 a.ts）'],
  ['photos', '有别的文件（如 1.jpg）'],
])('%s is left alone', (output, said) => expect(refuse(output)?.zh).toContain(said));

test('another paper’s folder is its content too', () => {
  expect(refuse('paper', 'paper')?.en).toContain('would be lost');
  expect(refuse('paper')?.en).toContain('publication.yaml');
});
