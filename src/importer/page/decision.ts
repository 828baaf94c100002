import { z } from 'astro/zod';

/**
 * What a block of a page is for. `body` roles make text; the others become fields of the article,
 * of the page, or are set aside with a finding.
 */
export const blockRoles = [
  'kicker',
  'column-label',
  'headline',
  'deck',
  'standfirst',
  'byline',
  'paragraph',
  'crosshead',
  'verse',
  'list-item',
  'table',
  'image',
  'caption',
  'credit',
  'jump',
  'folio',
  'page-credits',
  'nameplate',
  'clutter',
  'gap',
] as const;
export type BlockRole = (typeof blockRoles)[number];

const shared = {
  line: z.number().int().min(1).describe('识别稿的行号，从 1 起'),
  text: z
    .string()
    .min(1)
    .describe('这一行开头的几个字：识别稿换过以后，字对不上的决定不再照办')
    .optional(),
  note: z.string().min(1).describe('给下一位看的话：为什么这样定').optional(),
};

/**
 * A person's word about the block of the source page at a line; kept beside it and repeated at each
 * import. One whose text no longer stands there is stale: it is reported and not applied.
 */
export const decisionSchema = z.discriminatedUnion('action', [
  z.strictObject({
    ...shared,
    action: z.literal('accept').describe('看过了，导入的做法是对的'),
    finding: z.string().min(1).describe('提示的名字，如 ghost-line'),
  }),
  z.strictObject({
    ...shared,
    action: z.literal('edit').describe('改字：把 from 换成 to'),
    from: z.string().min(1).describe('要换的字，照导入后的样子写'),
    to: z.string().describe('换成的字；空的就是删去'),
  }),
  z.strictObject({
    ...shared,
    action: z.literal('role').describe('指定这一块是什么'),
    role: z.enum(blockRoles).describe('角色，如 headline、deck、byline、paragraph'),
  }),
  z.strictObject({ ...shared, action: z.literal('split').describe('从这一块起是另一篇') }),
  z.strictObject({
    ...shared,
    action: z.literal('merge').describe('这一块不另起一篇，并入上一篇'),
  }),
  z.strictObject({
    ...shared,
    action: z.literal('move').describe('把这一块移到另一块之后读'),
    after: z.number().int().min(0).describe('移到第几行那一块之后；0 是移到版首'),
  }),
  z.strictObject({ ...shared, action: z.literal('skip').describe('这一块不是报纸的文字，不要') }),
]);

export type Decision = Readonly<z.output<typeof decisionSchema>>;
