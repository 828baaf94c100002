import type { Finding } from '../../newspaper/finding.ts';
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { pathFinding } from './disk-problem.ts';

const reservedOnWindows =
  /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?$/i;
/** NTFS, HFS+ and ext4 all stop at 255 units; ext4 counts bytes. */
const maxNameBytes = 255;

/**
 * Why a path may not be written into content/, or undefined where it may. The same on every
 * system, so that a paper made on Linux can be checked out on Windows and macOS.
 *
 * @param path relative to the content folder, with `/`
 */
export function findPathFault(path: string): string | undefined {
  if (path === '') return '路径是空的';
  if (/^(?:[/\\]|[A-Za-z]:)/.test(path)) return '是绝对路径';
  for (const name of path.split('/')) {
    if (name === '') return '有空的一级';
    if (name === '.' || name === '..') return '含 . 或 ..，会离开内容文件夹';
    if (name.startsWith('.')) return '以点开头，是隐藏文件';
    if (/[\\:*?"<>|\u0000-\u001F\u007F]/.test(name)) return '含有文件名里不能用的字符';
    if (!name.isWellFormed()) return '含有不成对的代理码元';
    if (/[. ]$/.test(name)) return '以点或空格结尾，Windows 会改掉它';
    if (reservedOnWindows.test(name)) return '是 Windows 的设备名';
    if (Buffer.byteLength(name) > maxNameBytes) return `文件名超过 ${maxNameBytes} 字节`;
  }
  return undefined;
}

/** Names that macOS and Windows take for the same. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/**
 * Checks the paths of a page's files against each other and against what is on the disk: none may
 * leave the content folder (by its letters or by a symbolic link), be taken for another one by a
 * system that ignores case, or stand where there is something else than a file.
 *
 * @param root the content folder, its links resolved
 * @param paths relative to it, with `/`
 * @returns a finding for each path that may not be written
 */
export function checkPaths(disk: Disk, root: string, paths: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const byFold = new Map<string, string>();
  const namesIn = new Map<string, readonly string[]>();

  for (const path of paths) {
    const fault = findPathFault(path);
    if (fault) {
      findings.push(
        pathFinding(
          'path-unsafe',
          path,
          `不能写入这个路径：${fault}`,
          '改掉标题、图片名或 --content',
        ),
      );
      continue;
    }
    const other = byFold.get(foldName(path));
    if (other !== undefined) {
      findings.push(
        pathFinding(
          'path-twice',
          path,
          other === path ? '两份内容要写入同一个文件' : `与 ${other} 只有大小写之差`,
          '让两个文件的名字不同',
        ),
      );
      continue;
    }
    byFold.set(foldName(path), path);
    const clash = findClash(disk, root, path, namesIn);
    if (clash) findings.push(clash);
  }
  return findings;
}

function findClash(
  disk: Disk,
  root: string,
  path: string,
  namesIn: Map<string, readonly string[]>,
): Finding | undefined {
  const names = path.split('/');
  let folder = root;
  for (const [index, name] of names.entries()) {
    const there = namesIn.get(folder) ?? disk.readFolder(folder);
    namesIn.set(folder, there);
    const twin = there.find((other) => other !== name && foldName(other) === foldName(name));
    const at = names.slice(0, index + 1).join('/');
    if (twin !== undefined) {
      return pathFinding(
        'path-twice',
        path,
        `已有 ${[...names.slice(0, index), twin].join('/')}，与 ${at} 只有大小写之差`,
        '给其中一个改名',
      );
    }
    if (!there.includes(name)) return undefined;
    const isLast = index === names.length - 1;
    const here = join(folder, name);
    const entry = disk.entryAt(here);
    if (entry === 'link') {
      return pathFinding(
        'path-link',
        path,
        `${at} 是符号链接，导入只写真正的文件和文件夹`,
        '删去这个链接，换成真正的文件夹或文件',
      );
    }
    if (isLast ? entry !== 'file' : entry !== 'folder') {
      return pathFinding(
        'path-occupied',
        path,
        isLast ? `${at} 应为文件，实为别的东西` : `${at} 应为文件夹，实为文件`,
        '移开它再导入',
      );
    }
    folder = here;
  }
  return undefined;
}
