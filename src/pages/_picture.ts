import { join } from 'node:path';
import sharp from 'sharp';
import { drawPicture } from '../exports/pictures/draw-picture.ts';
import { charactersOf, type PictureText } from '../exports/pictures/picture-svg.ts';
import { findPictureType } from '../typefoundry/picture-type.ts';
import { cutTypeAside } from '../typefoundry/type-cutter.ts';
import { withTypeFile } from '../typefoundry/with-type-file.ts';

/** Sets a text as a picture, or gives undefined where there is no type to set it in. */
export async function loadPicture(
  language: string,
  text: PictureText,
  render: (text: PictureText) => string,
): Promise<Awaited<ReturnType<typeof drawPicture>> | undefined> {
  const root = import.meta.env.EPAPER_PROJECT_ROOT;
  const font = findPictureType(language, root);
  if (font === undefined) return undefined;
  const cache = join(root, '.cache', 'type');
  const cut = await cutTypeAside(root, font, charactersOf(text), cache, 'truetype');
  const shown = await withNameplate(text);
  return withTypeFile(cut, (file) => drawPicture(render(shown), file));
}

/** The paper's own nameplate as PNG: the drawing takes nothing from outside. */
async function withNameplate(text: PictureText): Promise<PictureText> {
  const { nameplate } = text;
  if (nameplate === undefined) return text;
  const bytes = await sharp(join(import.meta.env.EPAPER_PUBLIC, nameplate.address), {
    density: 200,
  })
    .resize({ width: 1640, height: 400, fit: 'inside' })
    .png()
    .toBuffer();
  return {
    ...text,
    nameplate: { ...nameplate, source: `data:image/png;base64,${bytes.toString('base64')}` },
  };
}
