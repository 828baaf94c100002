import type { Finding } from '../../newspaper/finding.ts';
import { errorCodeOf } from './disk.ts';

const words: Readonly<Record<string, readonly [message: string, action: string]>> = {
  ENOSPC: ['磁盘已满', '腾出空间后再导入'],
  EDQUOT: ['磁盘配额已满', '腾出空间或提高配额后再导入'],
  EFBIG: ['文件超过磁盘所能容纳的大小', '换一个磁盘再导入'],
  EROFS: ['磁盘只读', '换一个可写的文件夹，或重新挂载磁盘'],
  EACCES: ['没有写入的权限', '检查文件夹的权限与所有者'],
  EPERM: ['系统不允许写入', '检查文件夹的权限与所有者'],
  ENOTDIR: ['应为文件夹，实为文件', '换一个 --content，或移开这个文件'],
  EISDIR: ['应为文件，实为文件夹', '移开这个文件夹'],
  EEXIST: ['此处已有别的东西', '移开它再导入'],
  ENOENT: ['路径不存在', '确认文件夹没有被移走或删除'],
  ENAMETOOLONG: ['路径太长', '把内容文件夹移到更短的路径下'],
  ELOOP: ['符号链接绕成了圈', '改掉这个链接'],
  EXDEV: ['内容文件夹跨了两个磁盘，无法一步到位地放置', '让内容文件夹整个在同一个磁盘上'],
  EMFILE: ['打开的文件太多', '关掉别的程序后再试'],
  EBUSY: ['文件正被别的程序占用', '关掉占用它的程序后再导入'],
  EIO: ['磁盘读写出错', '检查磁盘'],
};

/**
 * A failed file operation as a finding, in words a person can act on.
 *
 * @param path what the operation was about, as the person knows it
 * @param outcome what this means for the content folder
 * @throws the error itself where it is no failed file operation: that is a bug
 */
export function diskProblem(error: unknown, path: string, outcome = '没有写入任何内容'): Finding {
  const code = errorCodeOf(error);
  if (code === undefined) throw error;
  const [message, action] = words[code] ?? [
    `写入失败（${(error as Error).message}）`,
    '排除故障后再导入',
  ];
  return pathFinding('disk-failure', path, `${message}（${code}）；${outcome}`, action);
}

/** A finding about a file or folder as a whole, refused. */
export function pathFinding(id: string, path: string, message: string, action: string): Finding {
  return { id, severity: 'error', file: path, line: 1, column: 1, excerpt: '', message, action };
}
