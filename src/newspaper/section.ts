import { z } from 'astro/zod';
import { oneLine } from './one-line.ts';

export const sectionSchema = z
  .strictObject({
    name: oneLine.describe('版块名称，如：要闻'),
    description: z.string().min(1).describe('一两句介绍').optional(),
    order: z.number().int().min(1).describe('在版块列表中的次序，从 1 起').optional(),
  })
  .describe('版块：报纸按内容分的部分');

export type Section = z.output<typeof sectionSchema>;
