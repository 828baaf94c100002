import { ruleWords } from './rule-words.ts';
import { z } from 'astro/zod';

/**
 * A name, a title or the like: one printed unit. A line break in it is a mistake of the file, and so
 * is a text that nobody can see.
 */
export const oneLine = z
  .string()
  .min(1)
  .refine((text) => !/[\n\r\u2028\u2029]/.test(text), {
    message: ruleWords({ zh: '应为一行，现有换行', en: 'must be one line; it has a line break' }),
  })
  .refine((text) => /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u.test(text), {
    message: ruleWords({
      zh: '应有看得见的文字，现为空白',
      en: 'must have text that can be seen; it is blank',
    }),
  });
