import { basename, dirname, join } from 'node:path';
import { isIssueDate, type IssueDate } from '../../newspaper/issue-date.ts';
import type { Disk } from './disk.ts';

/** One file to be imported. */
export interface InputFile {
  /** `-` for standard input. */
  readonly path: string;
  /** What its name and its folder's say: `2022-12-19/02.md`, `20221219_A02.xml`. */
  readonly date?: IssueDate | undefined;
  readonly page?: number | undefined;
}

/** What OCR tools write pages as. */
const pageEnding = /\.(?:md|markdown|mkd|txt|xml|alto)$/i;

/**
 * Lists the pages that paths name: files as they are, folders with all that lies in them, in the
 * order of their names (`page-2` before `page-10`). Hidden files and folders are left out.
 *
 * @throws the file system's own errors, ENOENT for a path that is not there
 */
export function listInputs(disk: Disk, paths: readonly string[]): readonly InputFile[] {
  const byName = new Intl.Collator('en', { numeric: true });
  const walk = (path: string): string[] =>
    disk
      .readFolder(path)
      .filter((name) => !name.startsWith('.'))
      .sort((left, right) => byName.compare(left, right))
      .flatMap((name) => {
        const inner = join(path, name);
        const entry = disk.entryAt(inner);
        if (entry === 'folder') return walk(inner);
        return entry === 'file' && pageEnding.test(name) ? [inner] : [];
      });
  return paths.flatMap((path) => {
    if (path === '-') return [{ path }];
    const real = disk.realPath(path);
    const files = disk.entryAt(real) === 'folder' ? walk(path) : [path];
    return files.map((file) => ({ path: file, ...readName(file) }));
  });
}

function readName(path: string): { date?: IssueDate | undefined; page?: number | undefined } {
  const stem = basename(path).replace(pageEnding, '');
  const inName = findDate(stem);
  const date = inName?.date ?? findDate(basename(dirname(path)))?.date;
  const rest = inName ? stem.replace(inName.text, ' ') : stem;
  const number =
    /^[\s_-]*(?:page|p|版|第|[A-H])?[\s_-]*0*(\d{1,3})(?:版|页)?[\s_-]*$/i.exec(rest) ??
    /(?:page|版面?|[_-]p|[_-][A-H])[\s_-]*0*(\d{1,3})(?!\d)/i.exec(rest);
  const page = number ? Number(number[1]) : undefined;
  return {
    date,
    page: page === undefined || page < 1 ? undefined : page,
  };
}

function findDate(name: string): { date: IssueDate; text: string } | undefined {
  const match = /(?<!\d)((?:1[6-9]|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)/.exec(name);
  if (!match) return undefined;
  const date = `${match[1]!}-${match[3]!}-${match[4]!}`;
  return isIssueDate(date) ? { date, text: match[0] } : undefined;
}
