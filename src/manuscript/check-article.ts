import type { Code, Image, Node, Nodes, Root, Text } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import { excerptOf, type LocalFinding } from '../newspaper/local-finding.ts';
import { checkLinkAddress, checkPictureFile } from './check-link.ts';
import { checkComponent } from './check-component.ts';
import { codeForbidden } from './parse-article.ts';

/** A picture that an article's body shows, so that the caller can see whether its file is there. */
export interface ArticlePicture {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A link of an article's body, so that the caller can see whether it leads anywhere. */
export interface ArticleLink {
  readonly address: string;
  readonly line: number;
  readonly column: number;
}

/** A page of its own edition that an article's body sends the reader to. */
export interface ArticleJump {
  readonly page: number;
  readonly line: number;
  readonly column: number;
}

export interface ArticleCheck {
  readonly findings: readonly LocalFinding[];
  readonly pictures: readonly ArticlePicture[];
  readonly links: readonly ArticleLink[];
  readonly jumps: readonly ArticleJump[];
}

/** Prose and GFM. A node type that is on no list here is refused: a new plugin cannot open a door. */
const prose: ReadonlySet<string> = new Set([
  'root',
  'paragraph',
  'text',
  'strong',
  'emphasis',
  'delete',
  'inlineCode',
  'code',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'thematicBreak',
  'break',
  'linkReference',
  'imageReference',
  'footnoteReference',
]);

/**
 * Checks a parsed article against the closed list of what an article may hold.
 *
 * @param tree from `parseArticle`
 * @param body the text that `tree` was read from
 * @param bodyLine number of the body's first line in its file
 */
export function checkArticle(tree: Root, body: string, bodyLine = 1): ArticleCheck {
  const findings: LocalFinding[] = [];
  const pictures: ArticlePicture[] = [];
  const links: ArticleLink[] = [];
  const jumps: ArticleJump[] = [];
  const footnotes = new Set<string>();
  const placeOf = (node: Node): { line: number; column: number } => ({
    line: (node.position?.start.line ?? 1) + bodyLine - 1,
    column: node.position?.start.column ?? 1,
  });
  const report = (
    node: Nodes,
    id: string,
    message: string,
    action: string,
    severity: 'error' | 'review' = 'error',
  ): void => {
    findings.push({
      id,
      severity,
      ...placeOf(node),
      excerpt: excerptOf(
        body.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0),
      ),
      message,
      action,
    });
  };
  const checkAddress = (node: Nodes, address: string): void => {
    const wrong = checkLinkAddress(address);
    if (wrong !== undefined) {
      report(node, 'link-address', wrong, '改成 https:// 开头的完整地址，或去掉链接只留文字');
    }
  };
  const checkPicture = (node: Nodes, file: string, alt: string | null | undefined): void => {
    const wrong = checkPictureFile(file);
    if (wrong === undefined) {
      pictures.push({ file: file.replace(/^\.\//, ''), ...placeOf(node) });
    } else {
      report(
        node,
        'picture-file',
        `${wrong}，现为 ${excerptOf(file)}`,
        '把图片放到文章旁边，写它的文件名',
      );
    }
    if (alt === undefined || alt === null || alt.trim() === '') {
      report(node, 'picture-alt', '图片应有替代文字', '写 alt="…"：说给看不见图片的读者');
    }
  };

  /** Marks that Markdown left as they are: a reader would see them. */
  const checkText = (node: Text): void => {
    const { start, end } = node.position ?? {};
    const source = body.slice(start?.offset ?? 0, end?.offset ?? 0);
    const footnote = /(?<!\\)\[\^([^\]\s]+)\]/.exec(source)?.[1];
    if (footnote !== undefined) {
      report(
        node,
        'footnote-undefined',
        `没有 [^${footnote}] 这条脚注的注文`,
        `在文末另写一行 [^${footnote}]: 注文；若是正文，写成 \\[^${footnote}]`,
      );
    }
    if (/(?<![\\*])\*\*(?!\*)/.test(source)) {
      report(
        node,
        'emphasis-unpaired',
        '加粗的 ** 没有配成对，读者会看见星号',
        '补上另一半；字面的星号写成 \\*',
        'review',
      );
    }
  };

  visit(tree, (node: Nodes) => {
    switch (node.type) {
      case 'mdxjsEsm':
        report(node, 'code-forbidden', ...codeForbidden);
        return;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        report(
          node,
          'expression-forbidden',
          '文章里应只有文字，现有花括号 {…}，MDX 会把它当作程序',
          '字面的花括号写成 \\{ 和 \\}',
        );
        return;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        checkComponent(node, report);
        if (node.name === 'Jump') {
          for (const { type, value, ...attribute } of node.attributes) {
            const page = type === 'mdxJsxAttribute' && 'name' in attribute ? Number(value) : NaN;
            if (Number.isInteger(page)) jumps.push({ page, ...placeOf(node) });
          }
        }
        if (node.name === 'Photo') {
          const file = literalAttribute(node, 'src');
          if (file !== undefined && checkPictureFile(file) === undefined) {
            pictures.push({ file: file.replace(/^\.\//, ''), ...placeOf(node) });
          }
        }
        return;
      }
      case 'heading':
        if (node.depth === 1 || node.depth > 4) {
          report(
            node,
            'heading-level',
            node.depth === 1
              ? '标题写在文章信息的 headline 里，正文不再有一级标题'
              : '小标题至多四级',
            '小标题写作 ## 或 ###',
          );
        }
        return;
      case 'link':
      case 'definition':
        checkAddress(node, node.url);
        links.push({ address: node.url, ...placeOf(node) });
        return;
      case 'text':
        checkText(node);
        return;
      case 'image':
        checkPicture(node, node.url, (node as Image).alt);
        return;
      case 'footnoteDefinition':
        if (footnotes.has(node.identifier)) {
          report(
            node,
            'footnote-duplicate',
            `脚注 [^${node.identifier}] 写了两次`,
            '改成不同的编号',
          );
        }
        footnotes.add(node.identifier);
        return;
      case 'imageReference':
        report(node, 'picture-file', '图片应直接写文件名', '写作 <Photo src="文件" alt="…" />');
        return;
      case 'code':
        if (isUnclosedFence(node, body)) {
          report(
            node,
            'code-fence-unclosed',
            '``` 没有结束，后面的正文都成了代码',
            '删去，或在结束处另写一行 ```',
          );
        }
        return;
      default:
        if (!prose.has(node.type)) {
          report(
            node as Nodes,
            'markdown-forbidden',
            `文章里不得有 ${(node as Node).type}`,
            '只用文字、Markdown 记号和报纸组件',
          );
        }
    }
  });
  return { findings, pictures, links, jumps };
}

/** What an attribute says, where words and no code stand in it. */
function literalAttribute(
  { attributes }: MdxJsxFlowElement | MdxJsxTextElement,
  name: string,
): string | undefined {
  const found = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

function isUnclosedFence(node: Code, body: string): boolean {
  const source = body.slice(node.position?.start.offset, node.position?.end.offset);
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1];
  if (fence === undefined) return false;
  const last = source.slice(source.lastIndexOf('\n') + 1).trim();
  return !source.includes('\n') || !(last.startsWith(fence) && /^[`~]+$/.test(last));
}
