import { expect, test } from 'vitest';
import { checkNamesakes } from './check-namesakes.ts';

function tell(
  files: Readonly<Record<string, { readonly name: string; readonly disambiguation?: string }>>,
): string[] {
  return checkNamesakes(
    Object.entries(files).map(([id, data]) => ({ path: `columnists/${id}.yaml`, data })),
    () => (field) => ({ line: field[0] === 'name' ? 1 : 2, column: 7 }),
  ).map(({ file, line, message }) => `${file}:${line} ${message}`);
}

test('two files of one name and nothing to tell them apart', () => {
  expect(tell({ 'wang-jun': { name: '王军' }, 'wang-jun-2': { name: '王军' } })).toEqual([
    'columnists/wang-jun.yaml:1 作者“王军”与 columnists/wang-jun-2.yaml 同名，没有写明是哪一位',
    'columnists/wang-jun-2.yaml:1 作者“王军”与 columnists/wang-jun.yaml 同名，没有写明是哪一位',
  ]);
  // A blank is no other name.
  expect(tell({ a: { name: '王军' }, b: { name: '王 军' } })).toHaveLength(2);
});

test('the one that is not told apart, and words that are the same', () => {
  const photographer = { name: '王军', disambiguation: '摄影' };
  expect(tell({ a: photographer, b: { name: '王军' } })).toEqual([
    'columnists/b.yaml:1 作者“王军”与 columnists/a.yaml 同名，没有写明是哪一位',
  ]);
  expect(tell({ a: photographer, b: photographer, c: { name: '李明' } })).toEqual([
    'columnists/a.yaml:2 作者“王军”与 columnists/b.yaml 同名，区别语“摄影”也相同',
    'columnists/b.yaml:2 作者“王军”与 columnists/a.yaml 同名，区别语“摄影”也相同',
  ]);
  expect(tell({ a: photographer, b: { name: '王军', disambiguation: '城东' } })).toEqual([]);
  expect(tell({ a: { name: '王军' }, b: { name: '李明' } })).toEqual([]);
});
