import { z } from 'astro/zod';

/** Page numbers run from 1; two digits in addresses and folders, three where a paper has that many. */
export const pageNumberSchema = z.number().int().min(1).max(999).describe('版次：从 1 起的整数');

export const pageSchema = z
  .strictObject({
    number: pageNumberSchema,
    name: z.string().min(1).describe('版名，如：要闻').optional(),
    credits: z
      .array(
        z.strictObject({
          role: z.string().min(1).describe('职责，照报纸所印，如：责任编辑、版式、校对'),
          names: z.array(z.string().min(1)).min(1).describe('姓名'),
        }),
      )
      .describe('本版编务（责编、版式、校对等）')
      .default([]),
  })
  .describe('报纸的一个版');

export type NewspaperPage = z.output<typeof pageSchema>;
