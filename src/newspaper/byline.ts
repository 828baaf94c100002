import { z } from 'astro/zod';
import { slugSchema } from './slug.ts';
import { oneLine } from './one-line.ts';

/** 记者, 通讯员, 特约撰稿或来稿作者, 摄影者, 编译者. See the glossary in the README. */
export const bylineRoles = [
  'reporter',
  'correspondent',
  'contributor',
  'photographer',
  'translator',
] as const;

export type BylineRole = (typeof bylineRoles)[number];

export const bylineSchema = z
  .strictObject({
    name: oneLine.describe('姓名，照报纸所印'),
    role: z
      .enum(bylineRoles)
      .describe(
        '职责：reporter 记者；correspondent 通讯员；contributor 作者（来稿、评论）；photographer 摄影；translator 编译',
      ),
    label: oneLine.describe('报纸所印的身份，如：本报记者、通讯员；没有印就不写').optional(),
    columnist: slugSchema.describe('columnists/ 中的文件名（不带 .yaml）').optional(),
  })
  .describe('署名');

export type Byline = z.output<typeof bylineSchema>;
