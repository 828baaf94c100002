/**
 * Everything in Astro's content layer that the loaders rely on and that is not promised: two things,
 * which astro-data-store.test.ts looks for in the Astro that is installed.
 */
import type { LoaderContext } from 'astro/loaders';
import type { AstroUserConfig } from 'astro';

type VitePlugin = Extract<
  NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
  { name: string }
>;

/** Astro's module of all collections (astro/dist/content/consts.js, RESOLVED_DATA_STORE_VIRTUAL_ID). */
const dataStoreModule = '\0astro:data-layer-content';

/**
 * Lets the pages of a build read plain articles from the article file (see article-file.ts), through
 * `astro:content` as ever.
 *
 * @param joiner absolute path of article-file.ts
 * @param articleFile absolute path
 * @param contentPath of the content folder, relative to the project
 */
export function joinArticlesToStore(
  joiner: string,
  articleFile: string,
  contentPath: string,
): VitePlugin {
  return {
    name: 'newspaper:article-store',
    transform(code: string, id: string) {
      if (id !== dataStoreModule) return undefined;
      const stored = code.replace(/^export default/, 'const stored =');
      if (stored === code) {
        throw new Error(
          `${dataStoreModule}：应以 export default 开头，Astro 的写法变了；见 src/collections/astro-data-store.ts`,
        );
      }
      return {
        code: [
          "import { unflatten } from 'devalue';",
          `import { joinArticles } from ${JSON.stringify(joiner)};`,
          `${stored};`,
          'const store = stored instanceof Map ? stored : unflatten(stored);',
          `export default joinArticles(store, ${JSON.stringify(articleFile)}, ${JSON.stringify(contentPath)});`,
        ].join('\n'),
        map: { mappings: '' },
      };
    },
  };
}

/**
 * Astro's own glob loader calls these for entries it keeps (astro/dist/content/loaders/glob.js): they
 * make Astro write .astro/content-assets.mjs and content-modules.mjs anew, which another content
 * folder may have left there.
 */
type ImportingStore = LoaderContext['store'] & {
  addAssetImports(pictures: readonly string[], filePath: string): void;
  addModuleImport(filePath: string): void;
};

/** Tells Astro of the pictures and modules of an entry that stays in its store as it is. */
export function keepImports(
  store: LoaderContext['store'],
  entry: { readonly assetImports?: string[]; readonly deferredRender?: boolean },
  filePath: string,
): void {
  const importing = store as ImportingStore;
  if (entry.assetImports?.length) importing.addAssetImports(entry.assetImports, filePath);
  if (entry.deferredRender) importing.addModuleImport(filePath);
}
