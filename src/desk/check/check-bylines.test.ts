import { expect, test } from 'vitest';
import { articleSchema } from '../../newspaper/article.ts';
import { columnistSchema } from '../../newspaper/columnist.ts';
import { checkBylines } from './check-bylines.ts';

/** An article for each name. */
function tell(names: readonly string[], columnists: readonly object[] = []): string[] {
  const articles = names.map((name, at) => ({
    path: `articles/2024-05-06/01/a${at}.mdx`,
    data: articleSchema.parse({
      kind: 'article',
      genre: 'news',
      edition: '2024-05-06',
      page: 1,
      order: at + 1,
      headline: `第${at}篇`,
      bylines: [{ name, role: 'reporter' }],
    }),
  }));
  return checkBylines(
    articles,
    columnists.map((person) => columnistSchema.parse(person)),
    () => () => ({ line: 7, column: 11 }),
  ).map(({ file, excerpt, message }) => {
    expect(message).toContain(excerpt);
    return `${file.slice(-6, -4)} ${excerpt}`;
  });
}

test.each([
  ['a blank within', ['王军', '王军', '王 军'], ['a2 王 军']],
  ['a traditional form', ['张国华', '張國華', '张国华'], ['a1 張國華']],
  [
    'a mark within',
    ['阿依古丽·买买提', '阿依古丽买买提', '阿依古丽·买买提'],
    ['a1 阿依古丽买买提'],
  ],
  ['case', ['ann lee', 'Ann Lee', 'Ann Lee'], ['a0 ann lee']],
  ['a look-alike that is rare', ['李明', '李明', '李明', '李朋'], ['a3 李朋']],
  ['no look-alike that is as usual', ['李明', '李朋', '李明', '李朋'], []],
  ['no other character', ['李明', '李明', '李明', '李强'], []],
  ['one name', ['李明', '李明', '李明'], []],
])('%s', (_, names, told) => {
  expect(tell(names)).toEqual(told);
});

test('aliases of one person are allowed, and what is told to be somebody else', () => {
  expect(tell(['王军', '王 军', '王军'], [{ name: '王军', aliases: ['王 军'] }])).toEqual([]);
  expect(tell(['王军', '王 军', '王军'], [{ name: '王军' }])).toEqual(['a1 王 军']);
  const names = ['李明', '李明', '李明', '李朋'];
  expect(tell(names, [{ name: '李明', aliases: ['李朋'] }])).toEqual([]);
  expect(tell(names, [{ name: '李明' }, { name: '李朋', disambiguation: '摄影' }])).toEqual([]);
  expect(tell(names, [{ name: '李明' }, { name: '李朋' }])).toEqual(['a3 李朋']);
});

test('a spelling that stands one way only is held against the names in columnists/', () => {
  expect(tell(['周軍河'], [{ name: '周军河' }])).toEqual(['a0 周軍河']);
  expect(tell(['周軍河'], [{ name: '周军河', aliases: ['周軍河'] }])).toEqual([]);
  expect(tell(['周军河'], [{ name: '周军河' }])).toEqual([]);
});
