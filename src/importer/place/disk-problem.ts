import type { Bilingual } from '../../newspaper/bilingual.ts';
import type { Finding } from '../../newspaper/finding.ts';
import { findingOfFile } from '../page/findings.ts';
import { errorCodeOf } from './disk.ts';

const words: Readonly<Record<string, readonly [message: Bilingual, action: Bilingual]>> = {
  ENOSPC: [
    { zh: '磁盘已满', en: 'The disk is full' },
    { zh: '腾出空间后再导入', en: 'Make room and import again' },
  ],
  EDQUOT: [
    { zh: '磁盘配额已满', en: 'The disk quota is used up' },
    { zh: '腾出空间或提高配额后再导入', en: 'Make room or raise the quota, and import again' },
  ],
  EFBIG: [
    { zh: '文件超过磁盘所能容纳的大小', en: 'The file is larger than the disk can hold' },
    { zh: '换一个磁盘再导入', en: 'Import to another disk' },
  ],
  EROFS: [
    { zh: '磁盘只读', en: 'The disk is read-only' },
    {
      zh: '换一个可写的文件夹，或重新挂载磁盘',
      en: 'Name a folder that can be written, or mount the disk again',
    },
  ],
  EACCES: [
    { zh: '没有写入的权限', en: 'This user may not write there' },
    { zh: '检查文件夹的权限与所有者', en: 'Look at the folder’s owner and permissions' },
  ],
  EPERM: [
    { zh: '系统不允许写入', en: 'The system forbids writing there' },
    { zh: '检查文件夹的权限与所有者', en: 'Look at the folder’s owner and permissions' },
  ],
  ENOTDIR: [
    { zh: '应为文件夹，实为文件', en: 'A folder was expected; it is a file' },
    { zh: '换一个 --content，或移开这个文件', en: 'Name another --content, or move the file away' },
  ],
  EISDIR: [
    { zh: '应为文件，实为文件夹', en: 'A file was expected; it is a folder' },
    { zh: '移开这个文件夹', en: 'Move the folder away' },
  ],
  EEXIST: [
    { zh: '此处已有别的东西', en: 'Something else is there already' },
    { zh: '移开它再导入', en: 'Move it away and import again' },
  ],
  ENOENT: [
    { zh: '路径不存在', en: 'There is no such path' },
    { zh: '确认文件夹没有被移走或删除', en: 'See that the folder was not moved or removed' },
  ],
  ENAMETOOLONG: [
    { zh: '路径太长', en: 'The path is too long' },
    { zh: '把内容文件夹移到更短的路径下', en: 'Move the content folder to a shorter path' },
  ],
  ELOOP: [
    { zh: '符号链接绕成了圈', en: 'Symbolic links go in a circle' },
    { zh: '改掉这个链接', en: 'Mend the link' },
  ],
  EXDEV: [
    {
      zh: '内容文件夹跨了两个磁盘，无法一步到位地放置',
      en: 'The content folder lies on two disks, and files cannot be put in place at one stroke',
    },
    { zh: '让内容文件夹整个在同一个磁盘上', en: 'Keep the whole content folder on one disk' },
  ],
  EMFILE: [
    { zh: '打开的文件太多', en: 'Too many files are open' },
    { zh: '关掉别的程序后再试', en: 'Close other programs and try again' },
  ],
  EBUSY: [
    { zh: '文件正被别的程序占用', en: 'Another program uses the file' },
    { zh: '关掉占用它的程序后再导入', en: 'Close that program and import again' },
  ],
  EIO: [
    { zh: '磁盘读写出错', en: 'The disk cannot be read or written' },
    { zh: '检查磁盘', en: 'Look at the disk' },
  ],
};

const nothingWritten: Bilingual = { zh: '没有写入任何内容', en: 'nothing was written' };

/**
 * A failed file operation as a finding, in words a person can act on.
 *
 * @param path what the operation was about, as the person knows it
 * @param outcome what this means for the content folder
 * @throws the error itself where it is no failed file operation: that is a bug
 */
export function diskProblem(error: unknown, path: string, outcome = nothingWritten): Finding {
  const code = errorCodeOf(error);
  if (code === undefined) throw error;
  const [message, action] = words[code] ?? [
    {
      zh: `写入失败（${(error as Error).message}）`,
      en: `Writing failed (${(error as Error).message})`,
    },
    { zh: '排除故障后再导入', en: 'Mend that and import again' },
  ];
  return findingOfFile('disk-failure', path, { message, code, outcome, action });
}
