import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const fields = ['headline', 'deck', 'kicker', 'section', 'column', 'columnist', 'page', 'order'];

test.each([
  ['headlin', 'headline'],
  ['haedline', 'headline'],
  ['Headline', 'headline'],
  ['colum', 'column'],
  ['columnst', 'columnist'],
  ['sektion', 'section'],
  ['pgae', 'page'],
  ['title', undefined],
  ['x', undefined],
])('%s was meant to be %s', (typed, meant) => {
  expect(nearestName(typed, fields)).toBe(meant);
});
