import { renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';

/**
 * Draws an SVG with text as a JPEG, beside the main thread.
 *
 * @param fontFile path of a TrueType file with all of its characters
 */
export async function drawPicture(
  svg: string,
  fontFile: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; width: number; height: number }> {
  const image = await renderAsync(svg, {
    font: { fontFiles: [fontFile], loadSystemFonts: false },
    logLevel: 'off',
  });
  const { width, height } = image;
  const bytes = await sharp(image.pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality: 82, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return { bytes: new Uint8Array(bytes), width, height };
}
