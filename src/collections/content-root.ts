import { resolve } from 'node:path';

/**
 * The folder that holds the paper: `content/` of the project, or what EPAPER_CONTENT names.
 *
 * @param projectRoot absolute path
 * @param environment usually process.env; a relative EPAPER_CONTENT is taken from where the command runs
 * @returns an absolute path without a slash at its end
 */
export function contentRoot(
  projectRoot: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const elsewhere = environment['EPAPER_CONTENT'];
  return elsewhere === undefined || elsewhere === ''
    ? resolve(projectRoot, 'content')
    : resolve(elsewhere);
}
