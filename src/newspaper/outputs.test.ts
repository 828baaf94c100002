import { expect, test } from 'vitest';
import { outputsOf, outputsSchema } from './outputs.ts';

const all = {
  feeds: true,
  epub: 'horizontal',
  articleMarkdown: true,
  articleJson: true,
  editionJson: true,
  sharePictures: true,
  facsimiles: true,
  bag: true,
  offline: true,
} as const;

test('what a paper does not mention is made', () => {
  expect(outputsOf({})).toEqual(all);
  expect(outputsOf({ outputs: {} })).toEqual(all);
});

test.each([
  ...Object.keys(all)
    .filter((name) => name !== 'epub')
    .map((name) => ({ [name]: false })),
  { epub: 'vertical' },
  { epub: 'none' },
  { epub: 'horizontal' },
])('%j alone is another', (change) => {
  expect(outputsOf({ outputs: outputsSchema.parse(change) })).toEqual({ ...all, ...change });
});
