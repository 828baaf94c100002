import { join } from 'node:path';
import { drawPicture } from '../exports/pictures/draw-picture.ts';
import { charactersOf, type PictureText } from '../exports/pictures/picture-svg.ts';
import { typeFileFor } from '../typefoundry/cut-type.ts';
import { findPictureType } from '../typefoundry/picture-type.ts';

/** Sets a text as a picture, or gives undefined where there is no type to set it in. */
export async function loadPicture(
  language: string,
  text: PictureText,
  render: (text: PictureText) => string,
): Promise<Awaited<ReturnType<typeof drawPicture>> | undefined> {
  const font = findPictureType(language, import.meta.env.EPAPER_PROJECT_ROOT);
  if (font === undefined) return undefined;
  const cache = join(import.meta.env.EPAPER_PROJECT_ROOT, '.cache', 'type');
  return drawPicture(render(text), await typeFileFor(font, charactersOf(text), cache));
}
