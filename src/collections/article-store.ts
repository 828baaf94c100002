import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Astro's module of all collections (astro/dist/content/consts.js, RESOLVED_DATA_STORE_VIRTUAL_ID). */
const dataStoreModule = '\0astro:data-layer-content';

/**
 * Lets the pages of a build read plain articles from the article file (see article-file.ts), through
 * `astro:content` as ever. In dev all of them are in Astro's store, which tells pages to reload.
 *
 * @param content absolute path of the content folder
 * @param articleFile absolute path
 */
export function articleStore(content: string, articleFile: string): AstroIntegration {
  return {
    name: 'newspaper:article-store',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const joiner = fileURLToPath(new URL('collections/article-file.ts', config.srcDir));
        const contentPath = relative(fileURLToPath(config.root), content).replaceAll('\\', '/');
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'newspaper:article-store',
                transform(code, id) {
                  if (id !== dataStoreModule) return;
                  const stored = code.replace(/^export default/, 'const stored =');
                  if (stored === code) {
                    throw new Error(
                      `${dataStoreModule}：应以 export default 开头，Astro 的写法变了；见 src/collections/article-store.ts`,
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
              },
            ],
          },
        });
      },
    },
  };
}
