import type { Bilingual } from '../newspaper/bilingual.ts';
import { findingWords } from '../newspaper/finding-words.ts';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../manuscript/decode-text.ts';
import { splitFrontMatter } from '../manuscript/front-matter.ts';
import { readYaml, type YamlSource } from '../manuscript/read-yaml.ts';
import type { Finding } from '../newspaper/finding.ts';
import type { LocalFinding, Place } from '../newspaper/local-finding.ts';
import { pictureHeadLength } from './check-picture-head.ts';
import type { ScannedFile } from './list-content-files.ts';

/** Four times what an article may have: nothing that is read as text is larger. */
const maxTextBytes = 4 * 1024 * 1024;

/** Reads the files of a content folder, and keeps what is to be said of them. */
export class ContentReader {
  readonly root: string;
  readonly findings: Finding[] = [];
  /** Bytes by path, of all files that are there. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Texts kept for the places of mistakes; of a file that has one, read once more if need be. */
  readonly #texts = new Map<string, string>();

  /** @param root absolute path of the content folder */
  constructor(root: string, files: readonly ScannedFile[]) {
    this.root = root;
    this.sizes = new Map(files.map(({ path, size }) => [path, size]));
  }

  /** Takes findings of one file. */
  add(file: string, found: readonly LocalFinding[]): void {
    for (const finding of found) this.findings.push({ ...finding, file });
  }

  /** The text of a file; undefined where it cannot be read, which is then among the findings. */
  read(path: string): string | undefined {
    const size = this.sizes.get(path) ?? 0;
    if (size > maxTextBytes) {
      this.add(path, [
        {
          id: 'file-too-large',
          severity: 'error',
          line: 1,
          column: 1,
          excerpt: path,
          ...findingWords(
            {
              zh: `文字文件应不超过 ${maxTextBytes / 1024 / 1024} MB，现为 ${Math.ceil(size / 1024 / 1024)} MB`,
              en: `A text file may have ${maxTextBytes / 1024 / 1024} MB; this one has ${Math.ceil(size / 1024 / 1024)} MB`,
            },
            {
              zh: '分成几个文件，或移到别处',
              en: 'Make several files of it, or move it elsewhere',
            },
          ),
        },
      ]);
      return undefined;
    }
    let bytes: Buffer;
    try {
      bytes = readFileSync(join(this.root, path));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      this.add(path, [
        unreadable(
          path,
          code === 'EACCES'
            ? { zh: '没有读它的权限', en: 'this user may not read it' }
            : { zh: message, en: message },
        ),
      ]);
      return undefined;
    }
    const decoded = decodeText(bytes);
    if ('text' in decoded) return decoded.text;
    this.add(path, [decoded.finding]);
    return undefined;
  }

  /** As `read`; the text is kept for `locate`. Not for articles: 24,000 of them are 60 MB. */
  readAndKeep(path: string): string | undefined {
    const text = this.read(path);
    if (text !== undefined) this.#texts.set(path, text);
    return text;
  }

  /** The first bytes of a picture; none where it cannot be read, which is reported as no picture. */
  head(path: string): Uint8Array {
    const head = new Uint8Array(pictureHeadLength);
    try {
      const opened = openSync(join(this.root, path), 'r');
      try {
        return head.subarray(0, readSync(opened, head));
      } finally {
        closeSync(opened);
      }
    } catch {
      return new Uint8Array();
    }
  }

  /** Where a key of a file stands. */
  locate(path: string, field: readonly PropertyKey[]): Place {
    let text = this.#texts.get(path);
    if (text === undefined) {
      const decoded = decodeText(readFileSync(join(this.root, path)));
      text = 'text' in decoded ? decoded.text : '';
      this.#texts.set(path, text);
    }
    return locateInText(path, text, field);
  }
}

/** The file that was asked about last: mistakes of one file follow each other. */
let lastLocated: { readonly text: string; readonly source: YamlSource } | undefined;

/** @param path tells what of the text is YAML */
export function locateInText(path: string, text: string, field: readonly PropertyKey[]): Place {
  if (lastLocated?.text !== text) {
    const split = path.endsWith('.mdx') ? splitFrontMatter(text) : undefined;
    const source =
      split === undefined || 'finding' in split
        ? readYaml(text)
        : readYaml(split.parts.frontMatter, split.parts.frontMatterLine);
    lastLocated = { text, source };
  }
  return lastLocated.source.locate(field);
}

function unreadable(path: string, why: Bilingual): LocalFinding {
  return {
    id: 'file-unreadable',
    severity: 'error',
    line: 1,
    column: 1,
    excerpt: path,
    ...findingWords(
      { zh: `读不了这个文件：${why.zh}`, en: `This file cannot be read: ${why.en}` },
      {
        zh: '改正文件的权限，或换一个文件',
        en: 'Mend the file’s permissions, or put another file there',
      },
    ),
  };
}
