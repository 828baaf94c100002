import { z } from 'astro/zod';
import { proofStatuses } from '../../newspaper/article.ts';
import { deskFields } from './article-stops.ts';

/** An article of a megabyte is refused anyway. */
const words = z.string().max(200_000);
/** The block's number from 0, and its text as the person saw it. */
const atBlock = { block: z.int().min(0), was: words };

/** What a proofreader can do to an article. Each is one edit of one file. */
export const deskActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), ...atBlock, text: words }),
  /** `at` counts UTF-16 units from the beginning of the block. */
  z.strictObject({ kind: z.literal('split'), ...atBlock, at: z.int().min(1) }),
  /** Joins the block to the one before it. */
  z.strictObject({ kind: z.literal('merge'), ...atBlock }),
  z.strictObject({
    kind: z.literal('field'),
    field: z.enum(deskFields),
    was: words,
    text: words,
  }),
  /** Does what a stop's remedy does: the source's own reading, or a safe fix. */
  z.strictObject({ kind: z.literal('remedy'), stop: words }),
  /** Lets a changed letter or a question of the import stand: a decision beside the source page. */
  z.strictObject({ kind: z.literal('accept'), stop: words }),
  /** Lets a fault of the check stand, for good. */
  z.strictObject({ kind: z.literal('allow'), stop: words }),
  z.strictObject({
    kind: z.literal('proof'),
    status: z.enum(proofStatuses),
    note: words.optional(),
  }),
]);

export type DeskAction = z.output<typeof deskActionSchema>;

/** What the browser sends: the file as it was when its page was made, and what to do to it. */
export const deskRequestSchema = z.strictObject({
  article: z.string().max(200),
  digest: z.string().max(100),
  action: z.union([deskActionSchema, z.strictObject({ kind: z.literal('undo') })]),
});
