import { parseIssueDate, issueDateToUtc, type IssueDate } from '../newspaper/issue-date.ts';
import { isPublicationDay } from '../newspaper/publication-days.ts';
import type { Publication } from '../newspaper/publication.ts';
import { indexWordingFor } from '../wording/index-wording.ts';
import { addressOf } from '../newspaper/address.ts';
import type { Wording } from '../wording/wording.ts';
import type { Archive, ArchivedEdition } from './archive.ts';
import { memoizeWeakly } from './memoize.ts';
import type { Link } from './article-line.ts';

export interface CalendarDay {
  readonly date: IssueDate;
  /** 1 to 31. */
  readonly day: number;
  readonly lunar: string | null;
  /** The edition of that day, where there is one. */
  readonly address?: string | undefined;
  /** Whether the edition is here, was published and is not here, or never was; undefined where nobody knows. */
  readonly state?: 'held' | 'missing' | 'none' | undefined;
  /** What the day says to the ear: the whole date, the weekday, and its state. */
  readonly label: string;
}

export interface MonthCalendar {
  readonly address: string;
  readonly year: string;
  /** Two digits. */
  readonly month: string;
  readonly name: string;
  readonly weekdays: readonly { readonly short: string; readonly full: string }[];
  /** Weeks of seven; null outside the month. */
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
  readonly editionCount: number;
}

/** Years and months that have editions, oldest first. */
export interface ArchiveIndex {
  readonly years: readonly {
    readonly year: string;
    readonly address: string;
    readonly editionCount: number;
    readonly months: readonly {
      readonly month: string;
      readonly editions: readonly ArchivedEdition[];
    }[];
  }[];
}

/** Groups the editions by year and month, once for an archive. */
export const archiveIndex = memoizeWeakly((archive: Archive): ArchiveIndex => {
  const years = new Map<string, Map<string, ArchivedEdition[]>>();
  for (const archived of archive.editions) {
    const [year, month] = archived.edition.date.split('-') as [string, string];
    const months = years.get(year) ?? new Map<string, ArchivedEdition[]>();
    years.set(year, months);
    months.set(month, [...(months.get(month) ?? []), archived]);
  }
  return {
    years: Array.from(years, ([year, months]) => ({
      year,
      address: addressOf.archiveYear(year),
      editionCount: [...months.values()].reduce((sum, editions) => sum + editions.length, 0),
      months: Array.from(months, ([month, editions]) => ({ month, editions })),
    })),
  };
});

/**
 * Lays a month out in weeks.
 *
 * @param month two digits
 * @param editions those of the month, in any order
 * @param known of days without an edition: what publication.yaml says, and between which editions it counts
 */
export function monthCalendar(
  wording: Wording,
  year: string,
  month: string,
  editions: readonly ArchivedEdition[],
  known: KnownDays = {},
): MonthCalendar {
  const published = new Set(editions.map(({ edition }) => edition.date));
  const days: (CalendarDay | null)[] = [];
  const first = issueDateToUtc(parseIssueDate(`${year}-${month}-01`));
  const blanks = (first.getUTCDay() - wording.weekStartsOn + 7) % 7;
  for (let blank = 0; blank < blanks; blank += 1) days.push(null);
  for (let day = 1; day <= daysIn(Number(year), Number(month)); day += 1) {
    const date = parseIssueDate(`${year}-${month}-${String(day).padStart(2, '0')}`);
    const lunar = wording.date.lunarDay(date);
    const state = published.has(date) ? 'held' : stateWithout(date, known);
    days.push({
      date,
      day,
      lunar,
      address: published.has(date) ? addressOf.edition(date) : undefined,
      state,
      label: [
        wording.date.full(date),
        wording.date.weekday(date),
        ...(state === undefined ? [] : [indexWordingFor(wording.language).day[state]]),
      ].join(' '),
    });
  }
  while (days.length % 7 !== 0) days.push(null);
  const weeks: (CalendarDay | null)[][] = [];
  for (let at = 0; at < days.length; at += 7) weeks.push(days.slice(at, at + 7));
  const { weekdays } = wording.date;
  return {
    address: addressOf.archiveMonth(year, month),
    year,
    month,
    name: wording.date.month(year, month),
    weekdays: [...weekdays.slice(wording.weekStartsOn), ...weekdays.slice(0, wording.weekStartsOn)],
    weeks,
    editionCount: published.size,
  };
}

/** Days without an edition can be told apart from the first edition of the collection to the last. */
export interface KnownDays {
  readonly days?: Publication['publicationDays'];
  readonly first?: IssueDate | undefined;
  readonly last?: IssueDate | undefined;
}

export function knownDays({ publication, editions }: Archive): KnownDays {
  const { publicationDays } = publication;
  if (publicationDays === undefined) return {};
  return {
    days: publicationDays,
    first: editions[0]?.edition.date,
    last: editions.at(-1)?.edition.date,
  };
}

/** A year as calendars show it. */
export interface CalendarYear {
  readonly year: string;
  /** Absent where it has no edition, and so no page. */
  readonly address?: string;
  readonly editionCount: number;
  readonly months: readonly {
    readonly month: string;
    /** None in a month that is shown for what is not here. */
    readonly editions: readonly ArchivedEdition[];
    /** Of a month without editions: whether the paper came out in it. */
    readonly state?: 'missing' | 'none';
  }[];
}

/**
 * The years and months that calendars show, oldest first: those with editions, and where it is known
 * on which days the paper came out, those without any between the first edition and the last.
 */
export function calendarYears(archive: Archive): CalendarYear[] {
  const { years } = archiveIndex(archive);
  const known = knownDays(archive);
  const { days, first, last } = known;
  if (days === undefined || first === undefined || last === undefined) return [...years];
  const shown: CalendarYear[] = [];
  for (let number = Number(first.slice(0, 4)); number <= Number(last.slice(0, 4)); number += 1) {
    const year = String(number).padStart(4, '0');
    const held = years.find((other) => other.year === year);
    const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))
      .filter(
        (month) =>
          first.slice(0, 7) <= `${year}-${month}` && `${year}-${month}` <= last.slice(0, 7),
      )
      .map((month): CalendarYear['months'][number] => {
        const ofMonth = held?.months.find((other) => other.month === month);
        if (ofMonth !== undefined) return ofMonth;
        const dates = Array.from({ length: daysIn(number, Number(month)) }, (_, at) =>
          parseIssueDate(`${year}-${month}-${String(at + 1).padStart(2, '0')}`),
        );
        const cameOut = dates.some((date) => isPublicationDay(days, date));
        return { month, editions: [], state: cameOut ? 'missing' : 'none' };
      });
    shown.push({
      year,
      editionCount: held?.editionCount ?? 0,
      months,
      ...(held && { address: held.address }),
    });
  }
  return shown;
}

function stateWithout(
  date: IssueDate,
  { days, first, last }: KnownDays,
): 'missing' | 'none' | undefined {
  if (days === undefined || first === undefined || last === undefined) return undefined;
  if (date < first || date > last) return undefined;
  return isPublicationDay(days, date) ? 'missing' : 'none';
}

function daysIn(year: number, month: number): number {
  const last = new Date(Date.UTC(2000, month, 0));
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
}

/** The months with editions before and after one, across years. */
export function monthNeighbours(
  archive: Archive,
  wording: Wording,
  year: string,
  month: string,
): { readonly previous?: Link | undefined; readonly next?: Link | undefined } {
  const months = archiveIndex(archive).years.flatMap((ofYear) =>
    ofYear.months.map((ofMonth) => ({ year: ofYear.year, month: ofMonth.month })),
  );
  const at = months.findIndex((other) => other.year === year && other.month === month);
  return neighbours(months, at, (other) => ({
    address: addressOf.archiveMonth(other.year, other.month),
    text: wording.date.month(other.year, other.month),
  }));
}

/** The years with editions before and after one. */
export function yearNeighbours(
  archive: Archive,
  wording: Wording,
  year: string,
): { readonly previous?: Link | undefined; readonly next?: Link | undefined } {
  const { years } = archiveIndex(archive);
  const at = years.findIndex((other) => other.year === year);
  return neighbours(years, at, (other) => ({
    address: other.address,
    text: wording.date.year(other.year),
  }));
}

function neighbours<Item>(
  items: readonly Item[],
  at: number,
  link: (item: Item) => Link,
): { readonly previous?: Link | undefined; readonly next?: Link | undefined } {
  const previous = items[at - 1];
  const next = at < 0 ? undefined : items[at + 1];
  return {
    previous: previous && link(previous),
    next: next && link(next),
  };
}
