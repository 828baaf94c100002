import type { IssueDate } from '../newspaper/issue-date.ts';

/**
 * The moment an issue's day begins where the paper is printed: `2022-12-19T00:00:00+08:00`. A paper
 * gives its day and no hour, and readers elsewhere must not see the day before.
 *
 * @param timeZone IANA, as in publication.yaml
 */
export function paperTime(date: IssueDate, timeZone: string): string {
  return `${date}T00:00:00${offsetAt(date, timeZone)}`;
}

/** The same as RSS 2.0 wants it (RFC 822 with a year of four digits): `Mon, 19 Dec 2022 00:00:00 +0800`. */
export function paperTimeRfc822(date: IssueDate, timeZone: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const offset = offsetAt(date, timeZone).replace(':', '');
  return `${weekdays[weekday]}, ${String(day).padStart(2, '0')} ${months[month - 1]} ${date.slice(0, 4)} 00:00:00 ${offset}`;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = Array.from('JanFebMarAprMayJunJulAugSepOctNovDec'.matchAll(/.{3}/g), String);

const formats = new Map<string, Intl.DateTimeFormat>();

const offsets = new Map<string, string>();

/** `+08:00`; RFC 3339 has no seconds in an offset, which local mean time before 1901 would need. */
function offsetAt(date: IssueDate, timeZone: string): string {
  const key = `${date} ${timeZone}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = findOffset(date, timeZone);
    offsets.set(key, offset);
  }
  return offset;
}

function findOffset(date: IssueDate, timeZone: string): string {
  const at = (moment: number): number => {
    let format = formats.get(timeZone);
    if (format === undefined) {
      format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
      formats.set(timeZone, format);
    }
    const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')!.value;
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name)!;
    return sign === undefined
      ? 0
      : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // The offset at midnight there, not at midnight in Greenwich: they differ on days when clocks change.
  const offset = at(midnight - at(midnight) * 60_000);
  const minutes = Math.abs(offset);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
