import { ruleWords } from './rule-words.ts';
import { z } from 'astro/zod';

/** A file of `public/`, in a folder of it or not; no way out of it, nothing that an address escapes. */
const picture = z.string().regex(
  /^(?:[a-zA-Z0-9_-]+\/)*[a-zA-Z0-9_-]+\.(?:svg|png|webp|avif|jpe?g)$/,
  ruleWords({
    zh: '应为 public/ 里一张 svg、png、webp、avif 或 jpg 图片的文件名，如 nameplate.svg',
    en: 'must be the file name of an svg, png, webp, avif or jpg picture in public/, such as nameplate.svg',
  }),
);

export const nameplateSchema = z.strictObject({
  file: picture.describe('报头图；底是透明的最好'),
  dark: picture.describe('夜间用的一张；没有就把报头图衬在白天的纸色上').optional(),
});

/** A picture of the nameplate as it lies in the site. */
export interface NameplatePicture {
  /** From the site's root: `/nameplate.svg`. */
  readonly address: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Of its bytes. */
  readonly digest: string;
}

/** The pictures that stand in the place of the paper's name. */
export interface Nameplate {
  readonly light: NameplatePicture;
  readonly dark?: NameplatePicture;
}
