import { findingWords } from '../newspaper/finding-words.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPictureBytes, maxPictureBytes } from '../manuscript/check-picture-bytes.ts';
import type { Article } from '../newspaper/article.ts';
import type { LocalFinding, Place } from '../newspaper/local-finding.ts';

/** Looks at the bytes of pictures, each file once. A missing one is for `checkPaper` to tell. */
export function pictureChecker(root: string, sizes: ReadonlyMap<string, number>) {
  const known = new Map<string, ReturnType<typeof checkPictureBytes>>();
  return (folder: string, file: string, place: () => Place): LocalFinding[] => {
    const path = folder + file;
    const size = sizes.get(path);
    if (size === undefined) return [];
    if (!known.has(path)) {
      // Of a file that is too large no more than its beginning.
      const bytes =
        size > maxPictureBytes ? Buffer.alloc(maxPictureBytes + 1) : readFileSync(join(root, path));
      known.set(path, checkPictureBytes(bytes, file));
    }
    const wrong = known.get(path);
    const { line, column } = wrong === undefined ? { line: 1, column: 1 } : place();
    return wrong === undefined ? [] : [{ ...wrong, line, column }];
  };
}

/** How many lines a source page has; undefined where it is not there. */
export function lineCounter(root: string, sizes: ReadonlyMap<string, number>) {
  const known = new Map<string, number>();
  return (path: string): number | undefined => {
    const size = sizes.get(path);
    if (size === undefined) return undefined;
    let lines = known.get(path);
    if (lines === undefined) {
      const text = readFileSync(join(root, path), 'latin1');
      lines = text.split(/\r\n|\r|\n/).length - (/[\r\n]$/.test(text) ? 1 : 0);
      known.set(path, lines);
    }
    return lines;
  };
}

/** The lines of an article's source are there. */
export function checkSourceLines(
  { source }: Article,
  countLines: (path: string) => number | undefined,
  place: () => Place,
): LocalFinding[] {
  const lines = source === undefined ? undefined : countLines(source.file);
  if (source === undefined || lines === undefined || source.lines[1] <= lines) return [];
  return [
    {
      id: 'source-lines',
      severity: 'error',
      ...place(),
      excerpt: source.lines.join(', '),
      ...findingWords(
        {
          zh: `${source.file} 只有 ${lines} 行，现写到第 ${source.lines[1]} 行`,
          en: `${source.file} has ${lines} lines only; line ${source.lines[1]} is named`,
        },
        { zh: '照识别原文改行号', en: 'Change the line numbers by the OCR’d text' },
      ),
    },
  ];
}
