import { expect, test } from 'vitest';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { wordingFor } from '../wording/wording-for.ts';
import { buildArchive } from './archive.ts';
import { editionView, type EditionView } from './edition-view.ts';
import { fixturePaper } from './fixture-paper.ts';

/** The front of an edition of a paper that came out on these days, without articles. */
function frontOf(date: string, dates: readonly string[]): EditionView {
  const entries = fixturePaper();
  const archive = buildArchive({
    ...entries,
    articles: [],
    editions: dates.map((day) => ({
      id: day,
      data: { date: parseIssueDate(day), dateSource: 'printed', pages: [] },
    })),
  });
  return editionView(archive, wordingFor('zh-Hans'), archive.editionByDate.get(date)!);
}

test('on this day: earlier years only, the newest first, no other day', () => {
  const dates = ['2019-12-19', '2021-12-18', '2021-12-19', '2022-12-19', '2023-12-19'];
  expect(frontOf('2022-12-19', dates).onThisDay.map(({ date }) => date)).toEqual([
    '2021-12-19',
    '2019-12-19',
  ]);
  expect(frontOf('2019-12-19', dates).onThisDay).toEqual([]);
});

test('29 February has leap years only', () => {
  const { onThisDay } = frontOf('2024-02-29', ['2020-02-29', '2023-03-01', '2024-02-29']);
  expect(onThisDay.map(({ address, text }) => [address, text])).toEqual([
    ['/2020-02-29/', '2020年2月29日'],
  ]);
});

test('the edition before and the one behind, across gaps', () => {
  const { neighbours } = frontOf('2021-12-18', ['2019-12-19', '2021-12-18', '2023-01-05']);
  expect(neighbours.previous?.address).toBe('/2019-12-19/');
  expect(neighbours.next?.address).toBe('/2023-01-05/');
});
