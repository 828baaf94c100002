import { findingWords } from '../newspaper/finding-words.ts';
import type { Bilingual } from '../newspaper/bilingual.ts';
import type {
  Code,
  Definition,
  FootnoteDefinition,
  Heading,
  Image,
  Link,
  Node,
  Nodes,
  Root,
  Text,
} from 'mdast';
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

type Report = (
  node: Nodes,
  id: string,
  message: Bilingual,
  action: Bilingual,
  severity?: 'error' | 'review',
) => void;

/** What is gathered on the way through one article. */
interface Gathered {
  readonly body: string;
  readonly report: Report;
  /** Where a node begins in its file. */
  readonly placeOf: (node: Node) => { line: number; column: number };
  readonly pictures: ArticlePicture[];
  readonly links: ArticleLink[];
  readonly jumps: ArticleJump[];
  readonly footnotes: Set<string>;
}

type NodeOf<T extends Nodes['type']> = Extract<Nodes, { type: T }>;

/** Prose and GFM: nothing is asked. */
const free = (): void => undefined;

/**
 * What an article may hold, by the type of node, and what is asked of each. A type that has no row is
 * refused: a new plugin cannot open a door.
 */
const checks: { readonly [T in Nodes['type']]?: (node: NodeOf<T>, gathered: Gathered) => void } = {
  root: free,
  paragraph: free,
  strong: free,
  emphasis: free,
  delete: free,
  inlineCode: free,
  blockquote: free,
  list: free,
  listItem: free,
  table: free,
  tableRow: free,
  tableCell: free,
  thematicBreak: free,
  break: free,
  linkReference: free,
  footnoteReference: free,
  text: checkText,
  code: checkFence,
  heading: checkHeading,
  link: checkLink,
  definition: checkLink,
  image: checkPicture,
  imageReference: (node, { report }) => {
    report(
      node,
      'picture-file',
      { zh: '图片应直接写文件名', en: 'A picture’s file name is written out' },
      { zh: '写作 <Photo src="文件" alt="…" />', en: 'Write <Photo src="file" alt="…" />' },
    );
  },
  footnoteDefinition: checkFootnote,
  mdxjsEsm: (node, { report }) => {
    report(node, 'code-forbidden', ...codeForbidden);
  },
  mdxFlowExpression: refuseExpression,
  mdxTextExpression: refuseExpression,
  mdxJsxFlowElement: checkElement,
  mdxJsxTextElement: checkElement,
};

/**
 * Checks a parsed article against the closed list of what an article may hold.
 *
 * @param tree from `parseArticle`
 * @param body the text that `tree` was read from
 * @param bodyLine number of the body's first line in its file
 */
export function checkArticle(tree: Root, body: string, bodyLine = 1): ArticleCheck {
  const findings: LocalFinding[] = [];
  const placeOf = (node: Node): { line: number; column: number } => ({
    line: (node.position?.start.line ?? 1) + bodyLine - 1,
    column: node.position?.start.column ?? 1,
  });
  const report: Report = (node, id, message, action, severity = 'error') => {
    findings.push({
      id,
      severity,
      ...placeOf(node),
      excerpt: excerptOf(sourceOf(node, body)),
      ...findingWords(message, action),
    });
  };
  const gathered: Gathered = {
    body,
    report,
    placeOf,
    pictures: [],
    links: [],
    jumps: [],
    footnotes: new Set(),
  };
  visit(tree, (node: Nodes) => {
    const check = checks[node.type] as ((node: Nodes, gathered: Gathered) => void) | undefined;
    if (check !== undefined) check(node, gathered);
    else {
      report(
        node,
        'markdown-forbidden',
        { zh: `文章里不得有 ${node.type}`, en: `An article must not have ${node.type}` },
        {
          zh: '只用文字、Markdown 记号和报纸组件',
          en: 'Use text, Markdown marks and the paper’s components only',
        },
      );
    }
  });
  const { pictures, links, jumps } = gathered;
  return { findings, pictures, links, jumps };
}

function sourceOf({ position }: Node, body: string): string {
  return body.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

/** Marks that Markdown left as they are: a reader would see them. */
function checkText(node: Text, { body, report }: Gathered): void {
  const source = sourceOf(node, body);
  const footnote = /(?<!\\)\[\^([^\]\s]+)\]/.exec(source)?.[1];
  if (footnote !== undefined) {
    report(
      node,
      'footnote-undefined',
      { zh: `没有 [^${footnote}] 这条脚注的注文`, en: `The footnote [^${footnote}] has no note` },
      {
        zh: `在文末另写一行 [^${footnote}]: 注文；若是正文，写成 \\[^${footnote}]`,
        en: `Write [^${footnote}]: and the note on a line at the end; if it is text, write \\[^${footnote}]`,
      },
    );
  }
  if (/(?<![\\*])\*\*(?!\*)/.test(source)) {
    report(
      node,
      'emphasis-unpaired',
      {
        zh: '加粗的 ** 没有配成对，读者会看见星号',
        en: 'The ** of bold has no partner, and readers will see the asterisks',
      },
      {
        zh: '补上另一半；字面的星号写成 \\*',
        en: 'Put in the other half; write a literal asterisk as \\*',
      },
      'review',
    );
  }
}

function checkFence(node: Code, { body, report }: Gathered): void {
  if (!isUnclosedFence(sourceOf(node, body))) return;
  report(
    node,
    'code-fence-unclosed',
    {
      zh: '``` 没有结束，后面的正文都成了代码',
      en: '``` has no end: all text behind it became code',
    },
    { zh: '删去，或在结束处另写一行 ```', en: 'Remove it, or write ``` where it ends' },
  );
}

function checkHeading(node: Heading, { report }: Gathered): void {
  if (node.depth > 1 && node.depth <= 4) return;
  report(
    node,
    'heading-level',
    node.depth === 1
      ? {
          zh: '标题写在文章信息的 headline 里，正文不再有一级标题',
          en: 'The headline stands in the front matter; the text has no heading of level one',
        }
      : { zh: '小标题至多四级', en: 'Crossheads have four levels at most' },
    { zh: '小标题写作 ## 或 ###', en: 'A crosshead is written ## or ###' },
  );
}

function checkLink(node: Link | Definition, { report, placeOf, links }: Gathered): void {
  const wrong = checkLinkAddress(node.url);
  if (wrong !== undefined) {
    report(node, 'link-address', wrong, {
      zh: '改成 https:// 开头的完整地址，或去掉链接只留文字',
      en: 'Write the whole address with https://, or keep the text without a link',
    });
  }
  links.push({ address: node.url, ...placeOf(node) });
}

/** @returns what is wrong with the file's name; undefined where it is taken among the pictures */
function takePicture(
  node: Nodes,
  file: string,
  { placeOf, pictures }: Gathered,
): Bilingual | undefined {
  const wrong = checkPictureFile(file);
  if (wrong === undefined) pictures.push({ file: file.replace(/^\.\//, ''), ...placeOf(node) });
  return wrong;
}

function checkPicture(node: Image, gathered: Gathered): void {
  const { report } = gathered;
  const wrong = takePicture(node, node.url, gathered);
  if (wrong !== undefined) {
    report(
      node,
      'picture-file',
      {
        zh: `${wrong.zh}，现为 ${excerptOf(node.url)}`,
        en: `${wrong.en}; found ${excerptOf(node.url)}`,
      },
      {
        zh: '把图片放到文章旁边，写它的文件名',
        en: 'Put the picture beside the article, and write its file name',
      },
    );
  }
  if ((node.alt ?? '').trim() === '') {
    report(
      node,
      'picture-alt',
      { zh: '图片应有替代文字', en: 'A picture needs its alternative text' },
      {
        zh: '写 alt="…"：说给看不见图片的读者',
        en: 'Write alt="…" for readers who do not see the picture',
      },
    );
  }
}

function checkFootnote(node: FootnoteDefinition, { report, footnotes }: Gathered): void {
  if (footnotes.has(node.identifier)) {
    report(
      node,
      'footnote-duplicate',
      {
        zh: `脚注 [^${node.identifier}] 写了两次`,
        en: `The footnote [^${node.identifier}] is written twice`,
      },
      { zh: '改成不同的编号', en: 'Give them different numbers' },
    );
  }
  footnotes.add(node.identifier);
}

function refuseExpression(node: Nodes, { report }: Gathered): void {
  report(
    node,
    'expression-forbidden',
    {
      zh: '文章里应只有文字，现有花括号 {…}，MDX 会把它当作程序',
      en: 'An article is text only; the braces {…} here are a program to MDX',
    },
    { zh: '字面的花括号写成 \\{ 和 \\}', en: 'Write a literal brace as \\{ and \\}' },
  );
}

function checkElement(node: MdxJsxFlowElement | MdxJsxTextElement, gathered: Gathered): void {
  const { report, placeOf, jumps } = gathered;
  checkComponent(node, report);
  if (node.name === 'Jump') {
    for (const attribute of node.attributes) {
      const page =
        attribute.type === 'mdxJsxAttribute' ? Number(attribute.value ?? undefined) : NaN;
      if (Number.isInteger(page)) jumps.push({ page, ...placeOf(node) });
    }
  }
  if (node.name === 'Photo') {
    const file = literalAttribute(node, 'src');
    // A wrong name is told by the check of the component.
    if (file !== undefined) takePicture(node, file, gathered);
  }
}

/** What an attribute says, where words and no code stand in it. */
function literalAttribute(
  { attributes }: MdxJsxFlowElement | MdxJsxTextElement,
  name: string,
): string | undefined {
  const found = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

function isUnclosedFence(source: string): boolean {
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1];
  if (fence === undefined) return false;
  // In a quotation each line has its mark.
  const last = source.slice(source.lastIndexOf('\n') + 1).replace(/^[\s>]+/, '');
  return !source.includes('\n') || !(last.startsWith(fence) && /^[`~]+$/.test(last.trimEnd()));
}
