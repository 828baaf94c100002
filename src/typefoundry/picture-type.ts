import { findHeadlineType } from './cut-type.ts';

/**
 * The type that covers and share pictures are set in: the paper's own headline type, or for a paper
 * in another script the Latin letters of the Chinese one.
 *
 * @param root the project's folder
 * @returns undefined where no type is installed: then there are no such pictures
 */
export function findPictureType(language: string, root: string): string | undefined {
  return findHeadlineType(language, root) ?? findHeadlineType('zh-Hans', root);
}
