import { defineCollection } from 'astro:content';
import { paperLoaders } from './collections/loaders.ts';
import { sitePagesLoader } from './collections/site-pages-loader.ts';
import { defineArticleSchema } from './newspaper/article.ts';
import { columnSchema } from './newspaper/column.ts';
import { columnistSchema } from './newspaper/columnist.ts';
import { editionSchema } from './newspaper/edition.ts';
import { formerAddressSchema } from './newspaper/former-address.ts';
import { publicationSchema } from './newspaper/publication.ts';
import { sectionSchema } from './newspaper/section.ts';
import { facsimileSchema } from './newspaper/zones.ts';
import { sitePageSchema } from './newspaper/site-page.ts';

const root = import.meta.env.EPAPER_CONTENT_ROOT;
const loaderOf = paperLoaders(root, import.meta.env.EPAPER_KEPT);

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
  addresses: defineCollection({ loader: loaderOf('addresses'), schema: formerAddressSchema }),
  facsimiles: defineCollection({ loader: loaderOf('facsimiles'), schema: facsimileSchema }),
  pages: defineCollection({ loader: sitePagesLoader(root), schema: sitePageSchema }),
};
