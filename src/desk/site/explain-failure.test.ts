import { expect, test } from 'vitest';
import { explainFailure } from './explain-failure.ts';

const coded = (code: string, message: string, path?: string): Error =>
  Object.assign(new Error(message), { code, ...(path === undefined ? {} : { path }) });

test.each([
  [
    coded('ENOSPC', 'ENOSPC: no space left on device, write'),
    '写不到 dist：它所在的磁盘满了。输出不全。',
  ],
  [
    new Error('[vite] could not write', { cause: coded('EROFS', 'EROFS', 'dist/a.html') }),
    '写不到 dist/a.html：它是只读的。',
  ],
  [
    new Error("Build failed: EACCES: permission denied, open 'dist/b.css'"),
    '写不到 dist/b.css：它没有写的权限。',
  ],
])('%s', (error, sentence) => {
  const said = explainFailure(error, 'dist', false);
  expect(said.zh).toContain(sentence);
  expect(said.zh).not.toContain('\n');
  expect(said.en).not.toMatch(/\p{Script=Han}/u);
});

test('mistakes of content/ are told as they were found; a fault elsewhere with its place, and its stack when asked', () => {
  const found = Object.assign(new Error('内容有 1 处错误'), { name: 'ContentError' });
  expect(explainFailure(found, 'dist', false).zh).toBe('内容有 1 处错误');
  const fault = Object.assign(new Error('Unexpected token'), {
    loc: { file: 'content/interactive/tide.tsx', line: 3, column: 4 },
  });
  expect(explainFailure(fault, 'dist', false).en).toMatch(
    /^content\/interactive\/tide\.tsx:3:5\nUnexpected token\nThis failed\./,
  );
  expect(explainFailure(fault, 'dist', false).en).not.toMatch(/^\s+at /m);
  expect(explainFailure(fault, 'dist', true).en).toMatch(/^\s+at /m);
});
