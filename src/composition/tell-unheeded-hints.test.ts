import { expect, it } from 'vitest';
import { editionSchema } from '../newspaper/edition.ts';
import { tellUnheededHints } from './tell-unheeded-hints.ts';

const edition = editionSchema.parse({
  date: '2024-05-06',
  dateSource: 'printed',
  pages: [{ number: 1 }, { number: 3, layout: { dukou: { span: 4 } } }],
});

it('tells a hint that was lost, at its field in the file of the edition', () => {
  const asked: unknown[] = [];
  const [finding] = tellUnheededHints(
    edition,
    3,
    [{ id: 'dukou', field: 'span', columns: [4, 6], rival: 'chuan' }],
    (field) => {
      asked.push(field);
      return { line: 9, column: 5 };
    },
  );
  expect(asked).toEqual([['pages', 1, 'layout', 'dukou', 'span']]);
  expect(finding).toMatchObject({
    id: 'layout-unheeded',
    file: 'editions/2024-05-06.yaml',
    line: 9,
    message: 'dukou 的 span 在 4、6 栏的版面上没有照办：和 chuan 的提示不能两全',
  });
  expect(finding?.english.message).toContain('on 4, 6 columns');
});
