import { findingWords } from '../newspaper/finding-words.ts';
import type { Bilingual } from '../newspaper/bilingual.ts';
import type { Program } from 'estree';
import type { Nodes, Parents, Root, RootContent } from 'mdast';
import type { MdxjsEsm } from 'mdast-util-mdx';
import { excerptOf, type LocalFinding } from '../newspaper/local-finding.ts';
import { componentNamed } from './newspaper-components.ts';

/** Where components of interactive articles lie, in the content folder. */
export const interactiveFolder = 'interactive';

/** From `articles/<date>/<page>/` to that folder: what an import must begin with. */
const wayToFolder = `../../../${interactiveFolder}/`;

export interface InteractiveArticle {
  /** The article without its programs: what every place but the article's own page shows. */
  readonly prose: Root;
  readonly findings: readonly LocalFinding[];
}

/**
 * Takes an article apart that a maintainer has marked as interactive (publication.yaml,
 * `interactive`). Its MDX may import components; on its own page it is set by @astrojs/mdx, with
 * them. Lists, newspaper pages, booklets and feeds show its prose, with what stands between the tags of
 * the components in it.
 *
 * @param tree from `parseArticle`
 * @param body the text that `tree` was read from
 * @param bodyLine number of the body's first line in its file
 */
export function readInteractive(tree: Root, body: string, bodyLine: number): InteractiveArticle {
  const findings: LocalFinding[] = [];
  const report = (node: Nodes, message: Bilingual, action: Bilingual): void => {
    const { start, end } = node.position!;
    findings.push({
      id: 'interactive-article',
      severity: 'error',
      line: start.line + bodyLine - 1,
      column: start.column,
      excerpt: excerptOf(body.slice(start.offset, end.offset)),
      ...findingWords(message, action),
    });
  };

  const proseOf = (children: readonly RootContent[]): RootContent[] =>
    children.flatMap((node): RootContent[] => {
      switch (node.type) {
        case 'mdxjsEsm':
          checkImports(node, report);
          return [];
        case 'mdxFlowExpression':
        case 'mdxTextExpression':
          return [];
        case 'mdxJsxFlowElement':
        case 'mdxJsxTextElement':
          if (node.name === 'Photo') {
            report(
              node,
              {
                zh: '互动文章里的图片由 MDX 处理，不用 <Photo>',
                en: 'Pictures of an interactive article go through MDX, not <Photo>',
              },
              {
                zh: '写作 ![替代文字](文件)，或由组件显示',
                en: 'Write ![alternative text](file), or let a component show it',
              },
            );
          }
          if (componentNamed(node.name) === undefined) {
            return proseOf(node.children as RootContent[]);
          }
      }
      if (!('children' in node)) return [node];
      const children = proseOf(node.children as RootContent[]);
      // A paragraph that held nothing but a component is no paragraph.
      if (node.type === 'paragraph' && children.length === 0) return [];
      return [{ ...node, children } as RootContent & Parents];
    });
  return { prose: { ...tree, children: proseOf(tree.children) }, findings };
}

/**
 * A build knows that a page must be printed again by the files that it knows of: those beside the
 * article and those of interactive/.
 */
function checkImports(
  node: MdxjsEsm,
  report: (node: Nodes, message: Bilingual, action: Bilingual) => void,
): void {
  for (const statement of (node.data?.estree as Program | undefined)?.body ?? []) {
    if (!('source' in statement) || typeof statement.source?.value !== 'string') continue;
    const from = statement.source.value;
    if (from.startsWith(wayToFolder) && !from.slice(wayToFolder.length).includes('..')) continue;
    report(
      node,
      {
        zh: `互动文章只能引入 content/${interactiveFolder}/ 里的文件，现为 ${excerptOf(from)}`,
        en: `An interactive article may import files of content/${interactiveFolder}/ only; found ${excerptOf(from)}`,
      },
      { zh: `写作 import … from '${wayToFolder}…'`, en: `Write import … from '${wayToFolder}…'` },
    );
  }
}
