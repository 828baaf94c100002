import { ruleWords } from './rule-words.ts';
import { z } from 'astro/zod';
import { bylineSchema } from './byline.ts';
import { issueDateSchema } from './issue-date.ts';
import { pageNumberSchema } from './page.ts';
import { slugSchema } from './slug.ts';
import { oneLine } from './one-line.ts';

export const articleKinds = ['article', 'photo-news'] as const;
export type ArticleKind = (typeof articleKinds)[number];

/** 消息, 通讯, 评论, 来稿随笔, 图片新闻, 服务信息, 公告, 文艺, 诗歌. */
export const genres = [
  'news',
  'feature',
  'commentary',
  'essay',
  'photo',
  'service',
  'notice',
  'literature',
  'poem',
] as const;
export type Genre = (typeof genres)[number];

export const proofStatuses = ['unread', 'read', 'doubtful'] as const;
export type ProofStatus = (typeof proofStatuses)[number];

/** The name of a picture's file, as front matter gives it: beside the article, in a format that sharp decodes safely. */
export const imageFileSchema = z.string().regex(
  /^[^/\\:\s]+\.(?:png|jpe?g|webp|avif)$/i,
  ruleWords({
    zh: '应为与文章同一文件夹的 PNG、JPEG、WebP 或 AVIF 文件名',
    en: 'must be the file name of a PNG, JPEG, WebP or AVIF in the article’s folder',
  }),
);

const jumpSchema = z
  .strictObject({
    to: pageNumberSchema.describe('下转第几版').optional(),
    from: pageNumberSchema.describe('上接第几版').optional(),
  })
  .describe('转版');

const sourceSchema = z
  .strictObject({
    file: z
      .string()
      .regex(
        /^sources\/\d{4}-\d{2}-\d{2}\/[\w.-]+$/,
        ruleWords({
          zh: '应为 sources/<日期>/<版次>.md',
          en: 'must be sources/<date>/<page>.md',
        }),
      )
      .describe('识别原文，如 sources/2022-12-19/01.md'),
    lines: z
      .tuple([z.number().int().min(1), z.number().int().min(1)])
      .refine(([first, last]) => first <= last, {
        message: ruleWords({
          zh: '应先写首行、后写末行',
          en: 'the first line comes before the last',
        }),
      })
      .describe('在识别原文中的行号范围，从 1 起'),
  })
  .describe('来源：识别原文及其行号');

const allowSchema = z
  .array(
    z.strictObject({
      rule: z.string().min(1).describe('检查的规则，如 blank-in-word'),
      text: z.string().min(1).describe('文中的这几个字；不写则本篇都不查这一条').optional(),
    }),
  )
  .describe('看过而照留的文字：检查不再提');

const correctionsSchema = z
  .array(
    z.strictObject({
      date: issueDateSchema.describe('更正日期'),
      text: z.string().min(1).describe('更正内容'),
    }),
  )
  .describe('更正：报纸之误（识别之误直接改正文）');

/**
 * The article's schema, open in one place: what a picture's `file` is. It is a name in front matter,
 * and a picture of astro:assets in the collections.
 */
export function defineArticleSchema<File extends z.ZodType>(file: File) {
  return z
    .strictObject({
      kind: z.enum(articleKinds).describe('article 文章；photo-news 图片新闻'),
      genre: z
        .enum(genres)
        .describe(
          '体裁：news 消息；feature 通讯；commentary 评论；essay 来稿；photo 图片；service 服务；notice 公告；literature 文艺；poem 诗歌',
        ),
      edition: issueDateSchema.describe('所属的一期，即 editions/ 中的日期'),
      page: pageNumberSchema,
      order: z.number().int().min(1).describe('在本版中的阅读次序，从 1 起'),
      section: slugSchema.describe('sections/ 中的文件名（不带 .yaml）').optional(),
      kicker: oneLine.nullish().describe('引题（肩题、眉题）'),
      headline: oneLine.nullish().describe('主题；图片新闻可以没有'),
      deck: oneLine.nullish().describe('副题；通讯的副题以 —— 开头'),
      standfirst: oneLine.nullish().describe('提要题'),
      column: slugSchema.describe('columns/ 中的文件名（不带 .yaml）').optional(),
      part: z.number().int().min(1).describe('在系列中的序号，如 20').optional(),
      rank: z.number().int().min(1).describe('在本版的轻重，1 为头条；不写则按次序').optional(),
      bylines: z.array(bylineSchema).describe('署名，按所印次序').default([]),
      images: z
        .array(
          z
            .strictObject({
              file: file.describe('图片文件名，与文章放在同一文件夹'),
              alt: oneLine.describe('替代文字：说给看不见图片的读者'),
              caption: oneLine.describe('图说，如与正文不同').optional(),
              credit: oneLine.describe('摄影者或来源，照报纸所印').optional(),
            })
            .describe('图片'),
        )
        .describe('图片')
        .default([]),
      jump: jumpSchema.optional(),
      source: sourceSchema.optional(),
      proof: z
        .enum(proofStatuses)
        .describe('校对：unread 未校；read 已校；doubtful 存疑')
        .default('unread'),
      proofNote: z.string().min(1).describe('存疑之处，写给下一位校对').optional(),
      allow: allowSchema.optional(),
      corrections: correctionsSchema.default([]),
    })
    .superRefine((article, context) => {
      if (article.kind === 'article' && !article.headline) {
        context.addIssue({
          code: 'custom',
          path: ['headline'],
          message: ruleWords({
            zh: '应有标题，现在没有；只有 kind: photo-news 可以不写',
            en: 'must be there: only kind: photo-news may go without a headline',
          }),
        });
      }
    })
    .describe('文章');
}

export const articleSchema = defineArticleSchema(imageFileSchema);

export type Article = z.output<typeof articleSchema>;
/** An article as it is written in front matter, before defaults are filled in. */
export type ArticleFrontMatter = z.input<typeof articleSchema>;
