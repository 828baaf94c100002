import { z } from 'astro/zod';

/**
 * What the site gives away besides its pages, each to be switched off where a host cannot hold the
 * files (docs/scale.md counts them).
 */
export const outputsSchema = z
  .strictObject({
    feeds: z.boolean().describe('订阅：RSS、Atom、JSON Feed').optional(),
    epub: z
      .enum(['horizontal', 'vertical', 'none'])
      .describe('整期的 EPUB：horizontal 横排；vertical 竖排；none 不出')
      .optional(),
    articleMarkdown: z.boolean().describe('每篇一份 .md').optional(),
    articleJson: z.boolean().describe('每篇一份 .json').optional(),
    editionJson: z.boolean().describe('每期一份 edition.json').optional(),
    sharePictures: z.boolean().describe('每期、每个版块一张分享图').optional(),
    facsimiles: z
      .boolean()
      .describe('影印版：有扫描图的版，看得到原来的版面；每版一页和至多三张图')
      .optional(),
    bag: z.boolean().describe('每期一份 BagIt 校验清单').optional(),
    offline: z
      .boolean()
      .describe('离线：读者读过的各期整期存在本机；改为 false，已存的下次来时删去')
      .optional(),
  })
  .describe('网页之外的输出；不写就都有');

export interface Outputs {
  readonly feeds: boolean;
  readonly epub: 'horizontal' | 'vertical' | 'none';
  readonly articleMarkdown: boolean;
  readonly articleJson: boolean;
  readonly editionJson: boolean;
  readonly sharePictures: boolean;
  readonly facsimiles: boolean;
  readonly bag: boolean;
  readonly offline: boolean;
}

/** The outputs of a paper; what publication.yaml does not mention is made. */
export function outputsOf(publication: {
  readonly outputs?: z.output<typeof outputsSchema> | undefined;
}): Outputs {
  const { outputs = {} } = publication;
  return {
    feeds: outputs.feeds ?? true,
    epub: outputs.epub ?? 'horizontal',
    articleMarkdown: outputs.articleMarkdown ?? true,
    articleJson: outputs.articleJson ?? true,
    editionJson: outputs.editionJson ?? true,
    sharePictures: outputs.sharePictures ?? true,
    facsimiles: outputs.facsimiles ?? true,
    bag: outputs.bag ?? true,
    offline: outputs.offline ?? true,
  };
}
