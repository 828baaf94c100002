import { readArticle } from '../../manuscript/read-article.ts';
import type { Finding } from '../../newspaper/finding.ts';
import { findingsOfInput } from '../page/findings-of-input.ts';
import { makeFinding } from '../page/findings.ts';
import type { ImportedPage } from './imported-page.ts';
import type { ContentFile } from './render-page-files.ts';

/**
 * Holds the files of a page to what `check` asks of an article, before any of them is written: what
 * is a page of damage (50,000 brackets, 30,000 lines of quotation) would stop the build of the paper.
 *
 * @param files of the page, as they are to be written
 * @param file name of the input, for the finding
 * @returns an error for the first article that `check` would refuse, at its first line of the input
 */
export function findUnpublishable(
  page: ImportedPage,
  files: readonly ContentFile[],
  file: string,
): Finding | undefined {
  for (const { slug, frontMatter } of page.articles) {
    const written = files.find(({ path }) => path.endsWith(`/${slug}.mdx`));
    if (typeof written?.contents !== 'string') continue;
    // The language decides typography alone, which cannot fail.
    const error = readArticle(written.contents, 'zh-Hans').findings.find(
      ({ severity }) => severity === 'error',
    );
    if (error === undefined) continue;
    const line = frontMatter.source?.lines?.[0] ?? 1;
    const found = { zh: error.message, en: error.english.message };
    const finding = makeFinding(
      'article-unpublishable',
      { line, excerpt: error.excerpt.slice(0, 60) },
      { headline: frontMatter.headline ?? '', id: error.id, found },
    );
    return findingsOfInput([finding], page.source.firstLine, file)[0];
  }
  return undefined;
}
