import { z } from 'astro/zod';
import { slugSchema } from './slug.ts';
import { oneLine } from './one-line.ts';

/** Page numbers run from 1; two digits in addresses and folders, three where a paper has that many. */
export const pageNumberSchema = z.number().int().min(1).max(999).describe('版次：从 1 起的整数');

export const pageSchema = z
  .strictObject({
    number: pageNumberSchema,
    name: oneLine.describe('版名，如：要闻').optional(),
    credits: z
      .array(
        z.strictObject({
          role: oneLine.describe('职责，照报纸所印，如：责任编辑、版式、校对'),
          names: z.array(oneLine).min(1).describe('姓名'),
        }),
      )
      .describe('本版编务（责编、版式、校对等）')
      .default([]),
    layout: z
      .record(
        slugSchema,
        z.strictObject({
          span: z.number().int().min(1).max(6).describe('占几个基本栏').optional(),
          frame: z.boolean().describe('true 加框；false 不加').optional(),
          ground: z.boolean().describe('true 加底纹；false 不加').optional(),
        }),
      )
      .describe('版式：文章的文件名（不带 .mdx）→ 怎样排；不写的由程序排')
      .optional(),
  })
  .describe('报纸的一个版');

export type NewspaperPage = z.output<typeof pageSchema>;
