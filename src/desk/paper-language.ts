import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { paperLanguageOf } from '../manuscript/paper-language.ts';

/**
 * The language of the paper in a content folder, for the commands: nothing is checked.
 *
 * @param root absolute path of the content folder
 */
export function paperLanguage(root: string): string | undefined {
  const file = join(root, 'publication.yaml');
  try {
    // Reading a pipe waits for ever.
    return statSync(file).isFile() ? paperLanguageOf(readFileSync(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}
