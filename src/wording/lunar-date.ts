const tens = ['初', '十', '廿', '三'] as const;
const units = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** A day of the Chinese calendar as newspapers print it. */
export interface LunarDate {
  /** Sexagenary name of the year: 壬寅. */
  readonly year: string;
  /** 十一月, 闰二月, 正月; the twelfth month is 十二月, as on the date line of a daily (not 腊月). */
  readonly month: string;
  /** 初一 … 三十. */
  readonly day: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** All pages of an edition carry its date, and ICU takes 0.1 ms for one. */
const known = new Map<string, LunarDate>();

/**
 * Converts a day to the Chinese calendar by the tables of ICU (`u-ca-chinese`), which hold for
 * 1900 to 2100 and are approximate beyond.
 *
 * @param date the beginning of the day in UTC
 * @param script glyphs of the month's name: 闰 or 閏
 */
export function lunarDate(date: Date, script: 'Hans' | 'Hant' = 'Hans'): LunarDate {
  const key = `${script} ${date.getTime()}`;
  let lunar = known.get(key);
  if (lunar === undefined) {
    lunar = convert(date, script);
    known.set(key, lunar);
  }
  return lunar;
}

function convert(date: Date, script: 'Hans' | 'Hant'): LunarDate {
  let formatter = formatters.get(script);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(`zh-${script}-u-ca-chinese`, {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      timeZone: 'UTC',
    });
    formatters.set(script, formatter);
  }
  const parts = formatter.formatToParts(date);
  const part = (type: string): string =>
    parts.find((candidate) => (candidate.type as string) === type)?.value ?? '';
  const month = part('month').replace('腊月', '十二月').replace('臘月', '十二月');
  return { year: part('yearName'), month, day: lunarDayName(Number.parseInt(part('day'), 10)) };
}

/** 1 -> 初一, 10 -> 初十, 20 -> 二十, 26 -> 廿六, 30 -> 三十. */
export function lunarDayName(day: number): string {
  if (day === 10) return '初十';
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${tens[Math.floor(day / 10)] ?? ''}${units[day % 10] ?? ''}`;
}
