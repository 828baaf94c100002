import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Publication } from '../../newspaper/publication.ts';
import { cmsScript } from './bundle-cms.ts';
import { cmsConnections } from './cms-config.ts';

/**
 * What /admin/ may load: its own files, and the repository's host. Sveltia CMS writes its styles into
 * the page, and compiles WebAssembly to shrink pictures; the pages of the paper may neither.
 */
export function adminPolicy(repository: string): string {
  return Object.entries({
    'default-src': "'none'",
    'script-src': "'self' 'wasm-unsafe-eval'",
    'style-src': "'self' 'unsafe-inline'",
    'font-src': "'self'",
    'img-src': "'self' blob: data:",
    'connect-src': ["'self'", 'blob:', 'data:', ...cmsConnections(repository)].join(' '),
    'worker-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

/** The page of /admin/: its addresses are relative, as those of the bundle are. */
export function renderAdminPage({ name, language, repository = '' }: Publication): string {
  const words = language.startsWith('zh')
    ? { title: '网页编辑器', noScript: '这一页要用脚本：请在浏览器里打开脚本再来。' }
    : { title: 'Editor', noScript: 'This page is a program: allow scripts, and load it again.' };
  return toHtml({
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: language }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: adminPolicy(repository) }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'robots', content: 'noindex' }),
          h('meta', { name: 'referrer', content: 'no-referrer' }),
          h('title', `${words.title} · ${name}`),
          h('link', { rel: 'cms-config-url', type: 'application/json', href: 'config.json' }),
          h('script', { type: 'module', src: cmsScript }),
        ]),
        h('body', [h('noscript', words.noScript)]),
      ]),
    ],
  });
}
