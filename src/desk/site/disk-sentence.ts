import type { Bilingual } from '../../newspaper/bilingual.ts';

const reasons: Readonly<Record<string, Bilingual>> = {
  EACCES: { zh: '没有写的权限', en: 'this user may not write there' },
  EPERM: { zh: '没有写的权限', en: 'this user may not write there' },
  EROFS: { zh: '是只读的', en: 'it is read-only' },
  ENOSPC: { zh: '所在的磁盘满了', en: 'its disk is full' },
  EDQUOT: { zh: '超过了磁盘配额', en: 'the disk quota is used up' },
  ENOTDIR: { zh: '的路上有一个文件，不是文件夹', en: 'a file stands in its way' },
  EEXIST: { zh: '是一个文件，不是文件夹', en: 'it is a file, not a folder' },
  EISDIR: { zh: '是一个文件夹，不是文件', en: 'it is a folder, not a file' },
  ENOENT: { zh: '不能建立', en: 'it cannot be made' },
  EFBIG: { zh: '超过了文件大小的上限', en: 'it is larger than a file may be' },
  EMFILE: { zh: '打不开：同时打开的文件太多', en: 'too many files are open' },
  EIO: { zh: '所在的磁盘坏了，读写不了', en: 'its disk cannot be read or written' },
};

/** Where a disk refused, whatever error an error is wrapped in. */
export interface DiskFault {
  readonly code: string;
  readonly path?: string;
}

/**
 * Finds the disk's refusal in what was thrown: bundlers wrap it, or keep no more of it than its words
 * (`ENOSPC: no space left on device, write`).
 */
export function diskFaultOf(error: unknown): DiskFault | undefined {
  for (
    let at: unknown = error, depth = 0;
    at instanceof Error && depth < 8;
    at = at.cause, depth += 1
  ) {
    const { code, path, message } = at as NodeJS.ErrnoException;
    const [, spoken, place] = /\b(E[A-Z]{2,8}): [^'\n]*(?:'([^'\n]+)')?/.exec(message) ?? [];
    const known = [code, spoken].find((one) => one !== undefined && one in reasons);
    if (known === undefined) continue;
    const where = path ?? place;
    return { code: known, ...(where === undefined ? {} : { path: where }) };
  }
  return undefined;
}

/** One sentence for a folder or file that cannot be written. */
export function diskSentence({ code }: DiskFault, path: string): Bilingual {
  const reason = reasons[code] ?? {
    zh: `写不进去（${code}）`,
    en: `it cannot be written (${code})`,
  };
  return {
    zh: `写不到 ${path}：它${reason.zh}。`,
    en: `Cannot write ${path}: ${reason.en}.`,
  };
}
