import { z } from 'astro/zod';
import { slugSchema } from './slug.ts';
import { oneLine } from './one-line.ts';

/** Page numbers run from 1; two digits in addresses and folders, three where a paper has that many. */
export const pageNumberSchema = z.number().int().min(1).max(999).describe('版次：从 1 起的整数');

/** Edges of the sheet that an article may be asked to touch. */
export const layoutPositions = [
  'top',
  'bottom',
  'left',
  'right',
  'top-left',
  'top-right',
  'bottom-left',
  'bottom-right',
] as const;

/** What an editor asks of the make-up of one article; what is not asked, the program decides. */
export const layoutHintSchema = z.strictObject({
  span: z.number().int().min(1).max(6).describe('占几个基本栏').optional(),
  position: z
    .enum(layoutPositions)
    .describe('靠版面的哪一边或哪一角：top 上，bottom 下，left 左，right 右')
    .optional(),
  beside: slugSchema.describe('和哪一篇左右并排：阅读次序上前一篇或后一篇的文件名').optional(),
  headline: z
    .enum(['horizontal', 'vertical'])
    .describe('horizontal 横题；vertical 竖题（四到十二个汉字，无引题、副题、栏头、图片）')
    .optional(),
  frame: z.boolean().describe('true 加框；false 不加').optional(),
  ground: z.boolean().describe('true 加底纹；false 不加').optional(),
});

export type LayoutHint = z.output<typeof layoutHintSchema>;

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
      .record(slugSchema, layoutHintSchema)
      .describe('版式：文章的文件名（不带 .mdx）→ 怎样排；不写的由程序排')
      .optional(),
  })
  .describe('报纸的一个版');

export type NewspaperPage = z.output<typeof pageSchema>;
