import { ruleWords } from './rule-words.ts';
import { z } from 'astro/zod';
import { issueDateSchema } from './issue-date.ts';
import { oneLine } from './one-line.ts';
import { pageSchema } from './page.ts';

export const dateSources = ['printed', 'inferred', 'external'] as const;

export const editionSchema = z
  .strictObject({
    date: issueDateSchema.describe('出版日期，如 2022-12-19'),
    dateSource: z
      .enum(dateSources)
      .describe(
        '日期从何而知：printed 报上所印；inferred 由内容推断；external 由外部资料（如网页地址）得知',
      ),
    dateNote: z.string().min(1).describe('日期的依据，一句话').optional(),
    number: z
      .union([z.number().int().min(1), oneLine])
      .describe('期号，不知道就不写，不要猜')
      .optional(),
    pages: z
      .array(pageSchema)
      .min(1)
      .describe('本期各版，按版次')
      .superRefine((pages, context) => {
        const seen = new Set<number>();
        pages.forEach((page, index) => {
          if (seen.has(page.number)) {
            context.addIssue({
              code: 'custom',
              path: [index, 'number'],
              message: ruleWords({
                zh: `写了两次第 ${page.number} 版，应只有一次`,
                en: `has page ${page.number} twice; once is enough`,
              }),
            });
          }
          seen.add(page.number);
        });
      }),
  })
  .describe('一期报纸');

export type Edition = z.output<typeof editionSchema>;
