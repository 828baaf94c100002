import { expect, test } from 'vitest';
import { parseIssueDate } from './issue-date.ts';
import { isPublicationDay, publicationDaysSchema } from './publication-days.ts';

const days = publicationDaysSchema.parse({
  weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  except: ['2022-12-20', { from: '2022-10-01', to: '2022-10-07' }],
});

test.each([
  ['2022-12-19', true],
  ['2022-12-18', false],
  ['2022-12-20', false],
  ['2022-09-30', true],
  ['2022-10-03', false],
  ['2022-10-07', false],
  ['2022-10-10', true],
])('%s: %s', (date, published) => {
  expect(isPublicationDay(days, parseIssueDate(date))).toBe(published);
});

test('days off are written from first to last', () => {
  const turned = { except: [{ from: '2022-10-07', to: '2022-10-01' }] };
  expect(publicationDaysSchema.safeParse(turned).success).toBe(false);
});
