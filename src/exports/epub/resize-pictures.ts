import sharp from 'sharp';
import type { EpubPicture } from './epub-edition.ts';

/** What stores and mail take, with room for the text: 40 large photographs stay below it. */
export const picturesBudget = 18_000_000;

/** From good to just legible: longest edge in pixels, JPEG quality. Most editions stay with the first. */
const steps = [
  { edge: 1400, quality: 80 },
  { edge: 1100, quality: 74 },
  { edge: 900, quality: 66 },
  { edge: 700, quality: 58 },
  { edge: 480, quality: 45 },
] as const;

/**
 * Makes pictures fit for a book: JPEG, upright, no larger than a tablet shows, and all together
 * within the budget.
 *
 * @param files paths, or the bytes of pictures
 * @returns in the same order
 */
export async function resizePictures(
  files: readonly (string | Uint8Array)[],
  budget: number = picturesBudget,
): Promise<EpubPicture[]> {
  let pictures: EpubPicture[] = [];
  for (const step of steps) {
    pictures = [];
    for (const file of files) pictures.push(await resize(file, step.edge, step.quality));
    if (pictures.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) <= budget) break;
  }
  return pictures;
}

async function resize(
  file: string | Uint8Array,
  edge: number,
  quality: number,
): Promise<EpubPicture> {
  const { data, info } = await sharp(file, { limitInputPixels: 300_000_000 })
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true });
  return { bytes: new Uint8Array(data), width: info.width, height: info.height };
}
