import { findingWords } from '../newspaper/finding-words.ts';
import type { Bilingual } from '../newspaper/bilingual.ts';
import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Finding } from '../newspaper/finding.ts';

/** A file of the content folder, as a listing shows it. */
export interface ScannedFile {
  /** Relative to the content folder, with `/`. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /**
   * Changes whenever the file's bytes may have changed: inode, size, and both times. Empty for a file
   * touched just now: a second edit within the clock's tick would not show (git's "racy" entries).
   */
  readonly signature: string;
}

export interface ScannedFolder {
  /** In the order of their paths, whatever the disk's order is. */
  readonly files: readonly ScannedFile[];
  readonly findings: readonly Finding[];
}

/** In milliseconds; the coarsest clock of a file system in use is FAT's two seconds. */
const settlingTime = 2000;

/**
 * Lists all files of the content folder. A symbolic link is followed inside the folder and refused
 * where it leads out of it: what is published must be what was reviewed.
 *
 * Synchronous on purpose: of 24,000 files, reading through promises took 9 s and this way 1 s, since
 * each promise is a round trip to libuv's threads.
 *
 * @param root absolute path of the content folder
 */
export function scanFolder(root: string): ScannedFolder {
  const files: ScannedFile[] = [];
  const findings: Finding[] = [];
  const now = Date.now();
  const report = (
    id: string,
    file: string,
    excerpt: string,
    message: Bilingual,
    action: Bilingual,
  ) => {
    const words = findingWords(message, action);
    findings.push({ id, severity: 'error', file, line: 1, column: 1, excerpt, ...words });
  };
  const realRoot = realPath(root);
  if (realRoot === undefined) {
    report(
      'content-missing',
      '',
      root,
      { zh: `没有 ${root} 这个文件夹`, en: `There is no folder ${root}` },
      {
        zh: '建立这个文件夹，或改正 EPAPER_CONTENT（--content）',
        en: 'Make this folder, or mend EPAPER_CONTENT (--content)',
      },
    );
    return { files, findings };
  }
  if (!statSync(realRoot).isDirectory()) {
    report(
      'content-missing',
      '',
      root,
      { zh: `${root} 应是文件夹，现为文件`, en: `${root} must be a folder; it is a file` },
      { zh: 'EPAPER_CONTENT 写文件夹的路径', en: 'Write the path of a folder into EPAPER_CONTENT' },
    );
    return { files, findings };
  }

  const scan = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !/\.(?:mdx|yaml)$/.test(entry.name)) {
        scan(path);
        continue;
      }
      const wrong = refusalOf(entry, `${root}/${path}`, realRoot);
      if (wrong !== undefined) {
        report(wrong.id, path, entry.name, wrong.message, wrong.action);
        continue;
      }
      const stats = statSync(`${root}/${path}`);
      // A link to a folder of this content: what it holds is read where it stands.
      if (stats.isDirectory()) continue;
      const { ino, size, mtimeMs, ctimeMs } = stats;
      const settled = Math.max(mtimeMs, ctimeMs) < now - settlingTime;
      files.push({ path, size, signature: settled ? `${ino}-${size}-${mtimeMs}-${ctimeMs}` : '' });
    }
  };
  scan('');
  files.sort((left, right) => (left.path < right.path ? -1 : 1));
  return { files, findings };
}

/** Why an entry of a folder is not read; undefined for a file, and for a link to what is inside. */
function refusalOf(
  entry: Dirent,
  absolute: string,
  realRoot: string,
): { readonly id: string; readonly message: Bilingual; readonly action: Bilingual } | undefined {
  if (entry.isDirectory()) {
    return {
      id: 'not-a-file',
      message: {
        zh: `${entry.name} 应是文件，现为文件夹`,
        en: `${entry.name} must be a file; it is a folder`,
      },
      action: { zh: '给文件夹改名', en: 'Rename the folder' },
    };
  }
  if (entry.isFile()) return undefined;
  if (entry.isSymbolicLink()) {
    const target = realPath(absolute);
    const inside = target === undefined ? '..' : relative(realRoot, target);
    if (inside === '..' || inside.startsWith(`..${sep}`)) {
      return {
        id: 'link-outside',
        message:
          target === undefined
            ? {
                zh: '符号链接指向不存在的文件',
                en: 'The symbolic link points to a file that is not there',
              }
            : {
                zh: '符号链接指向内容文件夹之外',
                en: 'The symbolic link points out of the content folder',
              },
        action: { zh: '换成文件本身', en: 'Put the file itself there' },
      };
    }
    const stats = statSync(absolute);
    if (stats.isFile() || stats.isDirectory()) return undefined;
  }
  // Reading a FIFO waits for ever for somebody to write.
  return {
    id: 'not-a-file',
    message: {
      zh: `${entry.name} 应是普通文件，现为管道或设备`,
      en: `${entry.name} must be a regular file; it is a pipe or a device`,
    },
    action: { zh: '删去，换成文件', en: 'Remove it, and put a file in its place' },
  };
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
