import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { setTypography } from '../typography/set-typography.ts';

/** Runs the rules of src/typography over an article; the language comes with the file. */
export function rehypeTypography() {
  return (tree: Root, file: VFile): void => {
    setTypography(tree, String(file.data['language']));
  };
}
