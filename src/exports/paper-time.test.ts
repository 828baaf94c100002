import { expect, test } from 'vitest';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { paperTime, paperTimeRfc822 } from './paper-time.ts';

test.each([
  ['2022-12-19', 'Asia/Shanghai', '+08:00', 'Mon, 19 Dec 2022 00:00:00 +0800'],
  ['1988-07-01', 'Asia/Shanghai', '+09:00', 'Fri, 01 Jul 1988 00:00:00 +0900'],
  ['2024-02-29', 'Europe/London', '+00:00', 'Thu, 29 Feb 2024 00:00:00 +0000'],
  ['2024-03-31', 'Europe/London', '+00:00', 'Sun, 31 Mar 2024 00:00:00 +0000'],
  ['2024-11-03', 'America/St_Johns', '-02:30', 'Sun, 03 Nov 2024 00:00:00 -0230'],
  ['1890-05-06', 'Asia/Shanghai', '+08:05', 'Tue, 06 May 1890 00:00:00 +0805'],
])('%s in %s begins at %s', (day, zone, offset, rfc822) => {
  const date = parseIssueDate(day);
  expect(paperTime(date, zone)).toBe(`${day}T00:00:00${offset}`);
  expect(paperTimeRfc822(date, zone)).toBe(rfc822);
});
