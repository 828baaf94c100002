import { join } from 'node:path';
import { drawPicture } from '../exports/pictures/draw-picture.ts';
import { charactersOf, type PictureText } from '../exports/pictures/picture-svg.ts';
import { findHeadlineType, typeFileFor } from '../typefoundry/cut-type.ts';

/**
 * The type that covers and share pictures are set in: the paper's own, or the heavy Song's Latin.
 *
 * @returns undefined where no type is installed: then there are no such pictures
 */
export function findPictureType(language: string): string | undefined {
  const root = process.cwd();
  return findHeadlineType(language, root) ?? findHeadlineType('zh-Hans', root);
}

/** Sets a text as a picture, or gives undefined where there is no type to set it in. */
export async function loadPicture(
  language: string,
  text: PictureText,
  render: (text: PictureText) => string,
): Promise<Awaited<ReturnType<typeof drawPicture>> | undefined> {
  const font = findPictureType(language);
  if (font === undefined) return undefined;
  const cache = join(process.cwd(), '.cache', 'type');
  return drawPicture(render(text), await typeFileFor(font, charactersOf(text), cache));
}
