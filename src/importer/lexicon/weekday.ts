import { anyOf } from './any-of.ts';

/** 星期一, 周日: the inside of a pattern, as the others here are. */
export const hanWeekday = '(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]';
const japaneseWeekday = '[（(]?[月火水木金土日]曜日?[)）]?|[（(][月火水木金土日][)）]';
const englishWeekday = `\\b${anyOf('Mon Tues? Wed(?:nes)? Thurs? Fri Sat(?:ur)? Sun')}(?:day)?\\b\\.?`;
const foreignWeekday = `\\b${anyOf(`
  lundi mardi mercredi jeudi vendredi samedi dimanche
  Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag`)}\\b`;

/** The days of English, French and German papers. */
export const latinWeekday = `${englishWeekday}|${foreignWeekday}`;

/** The day of the week, as papers of East Asia, English, French and German ones print it. */
export const weekday = [hanWeekday, japaneseWeekday, englishWeekday, foreignWeekday].join('|');
