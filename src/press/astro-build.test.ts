import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const astro = (path: string): string =>
  readFileSync(new URL(`../../node_modules/astro/dist/${path}`, import.meta.url), 'utf8');

test.each([
  [
    'core/build/default-prerenderer.js',
    'prerenderer.app = app',
    '印刷房向 Astro 报页名的路断了：构建会报“0 page(s) built”，站点地图一类的集成拿不到页名。改 astro-build.ts 的 addPageNames。',
  ],
  [
    'core/build/generate.js',
    'opts.pageNames.push(pageName)',
    'Astro 记页名的地方变了：改 astro-build.ts 的 addPageNames。',
  ],
  [
    'assets/build/generate.js',
    'globalThis.astroAsset.referencedImages?.has(',
    'Astro 判断原图是否还有人用的办法变了：沿用旧页时，页上的原图会被删去。改 astro-build.ts 的 keepOriginals。',
  ],
  [
    'core/build/static-build.js',
    'settings.config?.vite?.build?.emptyOutDir !== false',
    'Astro 清空输出目录的条件变了：每次构建都会删掉没变的页，再重印。改 press.ts 的 astro:config:setup。',
  ],
  ['core/output-filename.js', 'index.html', 'Astro 给文件取名的地方变了：对一对 output-file.ts。'],
])('%s still says %s', (path, text, whatBroke) => {
  expect(astro(path), whatBroke).toContain(text);
});
