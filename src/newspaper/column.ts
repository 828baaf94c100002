import { z } from 'astro/zod';
import { oneLine } from './one-line.ts';

export const columnSchema = z
  .strictObject({
    name: oneLine.describe('栏目名称，照报纸所印'),
    description: z.string().min(1).describe('一两句介绍').optional(),
    parentLabel: oneLine.describe('栏目之上的总题（通栏标签），没有就不写').optional(),
    aliases: z
      .array(oneLine)
      .describe('识别结果中出现过的其他写法，导入时据此认出本栏目')
      .default([]),
    series: z.boolean().describe('是否连续编号的系列').default(false),
  })
  .describe('栏目或系列');

export type Column = z.output<typeof columnSchema>;
