import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * The language that a paper names, before anything is checked.
 *
 * @param root absolute path of the content folder
 * @returns BCP 47, or whatever stands there; undefined where nothing can be read
 */
export function paperLanguage(root: string): string | undefined {
  const file = join(root, 'publication.yaml');
  try {
    // Reading a pipe waits for ever.
    if (!statSync(file).isFile()) return undefined;
    const { language } = parse(readFileSync(file, 'utf8')) as { language?: unknown };
    return typeof language === 'string' ? language : undefined;
  } catch {
    return undefined;
  }
}
