import type { Bilingual } from '../../newspaper/bilingual.ts';
import type { Finding } from '../../newspaper/finding.ts';
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { findingOfFile } from '../page/findings.ts';

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
export function findPathFault(path: string): Bilingual | undefined {
  if (path === '') return { zh: '路径是空的', en: 'it is empty' };
  if (/^(?:[/\\]|[A-Za-z]:)/.test(path)) return { zh: '是绝对路径', en: 'it is absolute' };
  for (const name of path.split('/')) {
    if (name === '') return { zh: '有空的一级', en: 'a step of it is empty' };
    if (name === '.' || name === '..')
      return {
        zh: '含 . 或 ..，会离开内容文件夹',
        en: 'it has . or .. and would leave the content folder',
      };
    if (name.startsWith('.'))
      return { zh: '以点开头，是隐藏文件', en: 'it begins with a dot, and is hidden' };
    if (/[\\:*?"<>|\u0000-\u001F\u007F]/.test(name))
      return { zh: '含有文件名里不能用的字符', en: 'it has characters that no file name may have' };
    if (!name.isWellFormed())
      return { zh: '含有不成对的代理码元', en: 'it has unpaired surrogates' };
    if (/[. ]$/.test(name))
      return {
        zh: '以点或空格结尾，Windows 会改掉它',
        en: 'it ends in a dot or a space, which Windows changes',
      };
    if (reservedOnWindows.test(name))
      return { zh: '是 Windows 的设备名', en: 'it is a device name of Windows' };
    if (Buffer.byteLength(name) > maxNameBytes)
      return {
        zh: `文件名超过 ${maxNameBytes} 字节`,
        en: `its name has more than ${maxNameBytes} bytes`,
      };
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
      findings.push(findingOfFile('path-unsafe', path, { fault }));
      continue;
    }
    const other = byFold.get(foldName(path));
    if (other !== undefined) {
      const id = other === path ? 'path-twice' : 'path-twice:case';
      findings.push(findingOfFile(id, path, { other }));
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
      const other = [...names.slice(0, index), twin].join('/');
      return findingOfFile('path-twice:there', path, { other, at });
    }
    if (!there.includes(name)) return undefined;
    const isLast = index === names.length - 1;
    const here = join(folder, name);
    const entry = disk.entryAt(here);
    if (entry === 'link') return findingOfFile('path-link', path, { at });
    if (isLast ? entry !== 'file' : entry !== 'folder') {
      const id = isLast ? 'path-occupied:file' : 'path-occupied:folder';
      return findingOfFile(id, path, { at });
    }
    folder = here;
  }
  return undefined;
}
