import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const astro = (path: string): string =>
  readFileSync(new URL(`../../node_modules/astro/dist/${path}`, import.meta.url), 'utf8');

test.each([
  [
    'content/consts.js',
    'DATA_STORE_VIRTUAL_ID = "astro:data-layer-content"',
    'Astro 换了集合模块的名字：构建时文章读不进页面。改 astro-data-store.ts 的 dataStoreModule。',
  ],
  [
    'content/vite-plugin-content-virtual-mod.js',
    'RESOLVED_DATA_STORE_VIRTUAL_ID',
    'Astro 不再以虚拟模块给出集合：joinArticlesToStore 没有可接之处，看看它改到了哪里。',
  ],
  [
    'content/mutable-data-store.js',
    'addAssetImports: (',
    'Astro 的存储不再有 addAssetImports：沿用的文章会丢图片。看 content/loaders/glob.js 现在怎样保留条目。',
  ],
  [
    'content/mutable-data-store.js',
    'addModuleImport: (',
    'Astro 的存储不再有 addModuleImport：沿用的互动文章会排不出。看 content/loaders/glob.js 现在怎样保留条目。',
  ],
])('%s still says %s', (path, text, whatBroke) => {
  expect(astro(path), whatBroke).toContain(text);
});
