import { ruleWords } from './rule-words.ts';
import { z } from 'astro/zod';
import { issueDateSchema, issueDateToUtc, type IssueDate } from './issue-date.ts';

export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** On which days the paper comes out, as far as it is known; calendars tell by it what is missing. */
export const publicationDaysSchema = z
  .strictObject({
    weekdays: z
      .array(z.enum(weekdays))
      .min(1)
      .describe('每周哪几天出报，如 [monday, tuesday]；天天出报就七天都写')
      .default([...weekdays]),
    except: z
      .array(
        z.union([
          issueDateSchema,
          z
            .strictObject({
              from: issueDateSchema.describe('起日'),
              to: issueDateSchema.describe('止日'),
            })
            .refine(({ from, to }) => from <= to, {
              message: ruleWords({
                zh: '应先写起日、后写止日',
                en: 'the first day comes before the last',
              }),
            }),
        ]),
      )
      .describe('休刊的日子：一天写日期，连着几天写 { from: 2022-10-01, to: 2022-10-07 }')
      .default([]),
  })
  .describe('出报日：日历据此区分“未出报”和“未收录”；不知道就不写');

export type PublicationDays = z.output<typeof publicationDaysSchema>;

/** Whether the paper came out on a day. */
export function isPublicationDay(
  { weekdays: days, except }: PublicationDays,
  date: IssueDate,
): boolean {
  if (!days.includes(weekdays[issueDateToUtc(date).getUTCDay()]!)) return false;
  return !except.some((closed) =>
    typeof closed === 'string' ? closed === date : closed.from <= date && date <= closed.to,
  );
}
