import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Finding } from '../newspaper/finding.ts';

/** A file of the content folder, as a listing shows it. */
export interface ScannedFile {
  /** Relative to the content folder, with `/`. */
  readonly path: string;
  /** Changes whenever the file's bytes may have changed: inode, size, and both times in nanoseconds. */
  readonly signature: string;
}

export interface ScannedFolder {
  /** In the order of their paths, whatever the disk's order is. */
  readonly files: readonly ScannedFile[];
  readonly findings: readonly Finding[];
}

/**
 * Lists all files of the content folder. A symbolic link is followed inside the folder and refused
 * where it leads out of it: what is published must be what was reviewed.
 *
 * @param root absolute path of the content folder
 */
export async function scanFolder(root: string): Promise<ScannedFolder> {
  const files: ScannedFile[] = [];
  const findings: Finding[] = [];
  const realRoot = await realpath(root).catch(() => undefined);
  if (realRoot === undefined) {
    return {
      files,
      findings: [
        {
          id: 'content-missing',
          severity: 'error',
          file: '',
          line: 1,
          column: 1,
          excerpt: root,
          message: `没有 ${root} 这个文件夹`,
          action: '建立 content/，或改正 EPAPER_CONTENT',
        },
      ],
    };
  }

  async function scan(folder: string): Promise<void> {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    await Promise.all(
      entries.map(async (entry) => {
        if (entry.name.startsWith('.')) return;
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        const absolute = join(root, path);
        if (entry.isSymbolicLink()) {
          const target = await realpath(absolute).catch(() => undefined);
          const inside = target === undefined ? '..' : relative(realRoot!, target);
          if (inside === '..' || inside.startsWith(`..${sep}`)) {
            findings.push({
              id: 'link-outside',
              severity: 'error',
              file: path,
              line: 1,
              column: 1,
              excerpt: entry.name,
              message:
                target === undefined ? '符号链接指向不存在的文件' : '符号链接指向内容文件夹之外',
              action: '换成文件本身',
            });
            return;
          }
          if ((await stat(absolute)).isDirectory()) return;
        } else if (entry.isDirectory()) {
          await scan(path);
          return;
        }
        const { ino, size, mtimeNs, ctimeNs } = await stat(absolute, { bigint: true });
        files.push({ path, signature: `${ino}-${size}-${mtimeNs}-${ctimeNs}` });
      }),
    );
  }
  await scan('');
  files.sort((left, right) => (left.path < right.path ? -1 : 1));
  return { files, findings };
}
