import { expect, test } from 'vitest';
import { altoTags } from './alto-tags.ts';

test('tags with their lines, comments without a name, and what is left behind the last', () => {
  const text = '<?xml?>\n<!-- a\nb -->\n<TextLine\n HPOS="3">甲</TextLine>\n\n乙';
  const tags = [...altoTags(text)];
  expect(tags.map(({ name, line }) => [name, line])).toEqual([
    [undefined, 1],
    [undefined, 2],
    ['textline', 4],
    ['textline', 5],
    [undefined, 7],
  ]);
  expect(tags[2]?.tag?.attributes).toEqual({ hpos: '3' });
  expect(tags.map(({ before, source }) => before + source).join('')).toBe(text);
});
