import { ruleWords } from './rule-words.ts';
import { z } from 'astro/zod';
import { slugSchema } from './slug.ts';

const length = z.number().positive().max(1_000_000);
const place = z.number().min(-1_000_000).max(1_000_000);

/**
 * Where the articles of a page stand on its scan (zones, as in METS/ALTO and TEI): a file
 * `sources/<date>/<page2>.zones.yaml`, with the scan beside it. Coordinates are the input's own, from
 * the upper left corner: pixels, tenths of a millimetre, whatever `size` is in.
 */
export const zonesSchema = z
  .strictObject({
    scan: z
      .string()
      .regex(
        /^[A-Za-z0-9][\w.-]*\.(?:png|jpe?g|webp|avif)$/,
        ruleWords({
          zh: '应为同一文件夹里一张图片的文件名（PNG、JPEG、WebP、AVIF），如 01.jpg',
          en: 'must be the name of a picture in the same folder (PNG, JPEG, WebP, AVIF), such as 01.jpg',
        }),
      )
      .describe('扫描图：同一文件夹里的文件名，如 01.jpg；不写就没有影印版，位置只用来拼版')
      .optional(),
    size: z
      .tuple([length, length])
      .describe('整版的宽和高；坐标用什么单位，这里也用什么单位，通常是像素'),
    zones: z
      .array(
        z.strictObject({
          article: slugSchema.describe('这一版里一篇文章的文件名（不带 .mdx）'),
          boxes: z
            .array(z.tuple([place, place, length, length]))
            .min(1)
            .max(200)
            .describe('这一篇占的各块：左、上、宽、高'),
        }),
      )
      .max(500)
      .superRefine((zones, context) => {
        const seen = new Set<string>();
        zones.forEach(({ article }, index) => {
          if (seen.has(article)) {
            context.addIssue({
              code: 'custom',
              path: [index, 'article'],
              message: ruleWords({
                zh: `写了两次 ${article}，应只有一次，各块写在一起`,
                en: `${article} is there twice; it must be there once, with all of its boxes`,
              }),
            });
          }
          seen.add(article);
        });
      })
      .describe('各篇在扫描图上的位置'),
  })
  .describe('一版的扫描图和各篇的位置');

export type PageZones = z.output<typeof zonesSchema>;

/** The same with what its scan is, as the loader finds it. */
export const facsimileSchema = zonesSchema.safeExtend({
  picture: z
    .strictObject({
      /** Relative to the content folder. */
      file: z.string(),
      /** Of its bytes. */
      digest: z.string(),
      /** In pixels. */
      width: z.number(),
      height: z.number(),
    })
    .optional(),
});

/** A part of a page by its edges, in parts of the page: 0 is left or top, 1 right or bottom. */
export interface PagePart {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where each article stands on the page, all of its boxes in one; by slug. What is off the page is cut off. */
export function partsOfPage({ size: [width, height], zones }: PageZones): Record<string, PagePart> {
  const within = (value: number): number => Math.round(Math.max(0, Math.min(1, value)) * 1e4) / 1e4;
  return Object.fromEntries(
    zones.map(({ article, boxes }) => [
      article,
      {
        left: within(Math.min(...boxes.map(([x]) => x)) / width),
        top: within(Math.min(...boxes.map(([, y]) => y)) / height),
        right: within(Math.max(...boxes.map(([x, , w]) => x + w)) / width),
        bottom: within(Math.max(...boxes.map(([, y, , h]) => y + h)) / height),
      },
    ]),
  );
}
