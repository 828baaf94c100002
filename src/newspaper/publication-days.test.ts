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

test('a paper that says nothing more comes out every day', () => {
  const every = publicationDaysSchema.parse({});
  for (let day = 12; day <= 18; day++) {
    expect(isPublicationDay(every, parseIssueDate(`2022-12-${day}`))).toBe(true);
  }
});

test.each([
  { weekdays: [] },
  { weekdays: ['Monday'] },
  { except: ['2022-02-30'] },
  { except: [{ from: '2022-10-01' }] },
  { except: [{ from: '2022-10-01', to: '2022-10-02', why: '国庆' }] },
  { holidays: [] },
])('%j are no days', (days) => {
  expect(publicationDaysSchema.safeParse(days).success).toBe(false);
});

// 2022-12-18 is a Sunday.
test.each(['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const)(
  '%s is one day of seven',
  (weekday) => {
    const weekly = publicationDaysSchema.parse({ weekdays: [weekday] });
    const days = Array.from({ length: 7 }, (_, at) => parseIssueDate(`2022-12-${18 + at}`));
    expect(days.filter((day) => isPublicationDay(weekly, day))).toEqual([
      days[publicationDaysSchema.parse({}).weekdays.indexOf(weekday)],
    ]);
  },
);

test('days off begin and end with the days that are named, and a closed day may be one', () => {
  expect(isPublicationDay(days, parseIssueDate('2022-10-04'))).toBe(false);
  expect(isPublicationDay(days, parseIssueDate('2022-12-21'))).toBe(true);
  const oneDay = { except: [{ from: '2022-10-05', to: '2022-10-05' }] };
  expect(isPublicationDay(publicationDaysSchema.parse(oneDay), parseIssueDate('2022-10-05'))).toBe(
    false,
  );
});
