import { z } from 'astro/zod';
import { oneLine } from './one-line.ts';

/** A page about the paper itself: 关于本站, 更正办法. Full MDX, written by maintainers. */
export const sitePageSchema = z
  .strictObject({
    title: oneLine.describe('标题'),
    description: z.string().min(1).describe('一句话介绍').optional(),
    order: z.number().int().min(1).describe('在页脚中的次序，从 1 起').optional(),
  })
  .describe('说明页：关于本站、更正办法等');

export type SitePage = z.output<typeof sitePageSchema>;
