import { join } from 'node:path';
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
  return withTypeFile(cut, (file) => drawPicture(render(text), file));
}
