import { findingWords } from '../newspaper/finding-words.ts';
import type { Bilingual } from '../newspaper/bilingual.ts';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'hast';
import { checkPictureHead, pictureHeadLength } from './check-picture-head.ts';
import type { LocalFinding } from '../newspaper/local-finding.ts';

/** What a browser shows and does not run; `_headers` and the like are the host's to read. */
const still =
  /\.(?:png|jpe?g|webp|avif|gif|ico|woff2?|ttf|otf|txt|json|pdf)$|^(?:CNAME|LICENSE|_headers|_redirects)$/i;

/** Drawing, and nothing that loads, links, animates or runs (SVG 2, 5 to 14). */
const drawing = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan title desc defs linearGradient radialGradient stop clipPath mask'.split(
    ' ',
  ),
);

/**
 * Says what is wrong with a file of the newspaper's `public/`. It is served from the address of the
 * paper, where a page or a drawing with a program could do what the paper's own scripts can.
 *
 * @param name of the file, without its folder
 * @param bytes the whole file
 */
export function checkPublicFile(name: string, bytes: Uint8Array): LocalFinding[] {
  if (/\.svg$/i.test(name)) {
    const wrong = findLivePart(new TextDecoder().decode(bytes));
    if (wrong === undefined) return [];
    return [
      told(
        name,
        {
          zh: `图里只应有图形和文字，现有 ${wrong}`,
          en: `A drawing has shapes and text only; found ${wrong}`,
        },
        { zh: '删去它，或另存为 PNG', en: 'Remove it, or save it as PNG' },
        'public-drawing',
      ),
    ];
  }
  if (still.test(name)) return checkPictureHead(name, bytes.subarray(0, pictureHeadLength));
  return [
    told(
      name,
      {
        zh: 'public/ 里应是图片、字体、.txt、.json 或 .pdf，现为别的文件，浏览器或服务器可能运行它',
        en: 'public/ holds pictures, fonts, .txt, .json or .pdf; this is another file, and a browser or server might run it',
      },
      {
        zh: '网页写在 pages/ 里；程序写在 interactive/ 里，由维护者列入 publication.yaml',
        en: 'Pages go into pages/; programs go into interactive/, listed in publication.yaml by a maintainer',
      },
      'public-file',
    ),
  ];
}

/** The first thing in a drawing that is more than a drawing. */
function findLivePart(text: string): string | undefined {
  // Entities, style sheets and comments, which HTML and XML read differently.
  const mark = /<!|<\?/.exec(text.replace(/^\uFEFF?<\?xml [^<>]*\?>/, ''));
  if (mark !== null) return mark[0];
  const visit = (node: Nodes): string | undefined => {
    if (node.type === 'element') {
      if (!drawing.has(node.tagName)) return `<${node.tagName}>`;
      const live = Object.keys(node.properties).find(
        (name) => /^on/i.test(name) || /href|style|src/i.test(name),
      );
      if (live !== undefined) return live;
    }
    if (!('children' in node)) return undefined;
    for (const child of node.children) {
      const wrong = visit(child);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };
  return visit(fromHtml(text, { fragment: true, space: 'svg' }));
}

function told(excerpt: string, message: Bilingual, action: Bilingual, id: string): LocalFinding {
  return { id, severity: 'error', line: 1, column: 1, excerpt, ...findingWords(message, action) };
}
