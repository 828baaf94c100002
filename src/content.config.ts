import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';
import { paperLoaders } from './collections/loaders.ts';
import { defineArticleSchema } from './newspaper/article.ts';
import { columnSchema } from './newspaper/column.ts';
import { columnistSchema } from './newspaper/columnist.ts';
import { editionSchema } from './newspaper/edition.ts';
import { publicationSchema } from './newspaper/publication.ts';
import { sectionSchema } from './newspaper/section.ts';
import { sitePageSchema } from './newspaper/site-page.ts';

const root = import.meta.env['EPAPER_CONTENT_ROOT'] as string;
const loaderOf = paperLoaders(root);

/** A paper need not have pages about itself; Astro's glob would warn. */
function pagesLoader(): Loader {
  const base = join(root, 'pages');
  return existsSync(base)
    ? glob({ base, pattern: '**/*.{md,mdx}' })
    : { name: 'no-pages', load: ({ store }) => Promise.resolve(store.clear()) };
}

/**
 * The schemas here give types to the site and completion to editors (.astro/collections/); what is
 * wrong in a file is found by the loaders, which know its line and column.
 */
export const collections = {
  publication: defineCollection({ loader: loaderOf('publication'), schema: publicationSchema }),
  editions: defineCollection({ loader: loaderOf('editions'), schema: editionSchema }),
  articles: defineCollection({
    loader: loaderOf('articles'),
    schema: ({ image }) => defineArticleSchema(image()),
  }),
  sections: defineCollection({ loader: loaderOf('sections'), schema: sectionSchema }),
  columns: defineCollection({ loader: loaderOf('columns'), schema: columnSchema }),
  columnists: defineCollection({ loader: loaderOf('columnists'), schema: columnistSchema }),
  pages: defineCollection({ loader: pagesLoader(), schema: sitePageSchema }),
};
