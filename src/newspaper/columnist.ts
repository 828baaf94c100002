import { z } from 'astro/zod';
import { oneLine } from './one-line.ts';

export const columnistSchema = z
  .strictObject({
    name: oneLine.describe('姓名，照报纸所印'),
    description: z.string().min(1).describe('一两句介绍').optional(),
    affiliation: oneLine.describe('所属单位，如：本报、某县融媒体中心').optional(),
    sortKey: z
      .string()
      .min(1)
      .describe('排序用的拼音，多音字或外文姓名需要时才写，如：zeng guofan')
      .optional(),
    disambiguation: z
      .string()
      .min(1)
      .describe('与同名者区别的一语，列在姓名后的括号里，如：摄影；城东')
      .optional(),
    sameAs: z
      .array(z.url({ protocol: /^https?$/ }))
      .describe('同一个人在别处的介绍：网址')
      .optional(),
    aliases: z
      .array(oneLine)
      .describe('笔名或识别结果中出现过的其他写法，导入时据此认出此人')
      .default([]),
  })
  .describe('作者：记者、通讯员、撰稿人、摄影者');

export type Columnist = z.output<typeof columnistSchema>;
