import { toMarkdown } from 'mdast-util-to-markdown';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMdast, type Handle } from 'hast-util-to-mdast';
import type { FootnoteDefinition, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { stringify } from 'yaml';
import { memoizeWeakly } from '../archive/memoize.ts';
import { absoluteTree } from './absolute-html.ts';
import { figure } from './feeds/feed-content.ts';
import type { ExportedArticle } from './export-article.ts';
import { writeJson } from './write-json.ts';
import { xmlText } from './write-xml.ts';

/**
 * An article as Markdown with front matter, for scripts and language models: plain CommonMark and
 * GFM tables, no component of ours, addresses absolute. Stands by itself and in the edition's bag.
 *
 * @param paper the paper's name
 */
export const renderArticleMarkdown = memoizeWeakly(
  (printed: ExportedArticle, paper: string): string => {
    // Cleaned before it is written: what YAML quotes depends on the first character.
    const article = JSON.parse(writeJson(printed)) as ExportedArticle;
    const body = absoluteTree(article.html, article.address);
    body.children.unshift(...article.pictures.map(figure));
    const tree = toMdast(body, { handlers: { b, sup, section } }) as Root;
    freeMarks(tree);
    tree.children.unshift(
      { type: 'heading', depth: 1, children: [textOf(article.title)] },
      ...(article.deck ? [paragraph(textOf(article.deck))] : []),
      ...(article.standfirst
        ? [paragraph({ type: 'strong', children: [textOf(article.standfirst)] })]
        : []),
    );
    for (const { date, text } of article.corrections) {
      tree.children.push({ type: 'blockquote', children: [paragraph(textOf(`${date} ${text}`))] });
    }
    const frontMatter = stringify(
      {
        headline: article.title,
        kicker: article.kicker || undefined,
        deck: article.deck || undefined,
        paper,
        date: article.date,
        page: article.page.number,
        pageName: article.pageName,
        section: article.section?.name,
        column: article.column?.name,
        ...(article.column?.part === undefined ? {} : { part: article.column.part }),
        bylines: article.bylines.map(({ name, role, label }) => ({
          name,
          role,
          label,
        })),
        address: article.address,
      },
      { lineWidth: 0 },
    );
    const markdown = toMarkdown(tree, {
      extensions: [gfmToMarkdown()],
      bullet: '-',
      rule: '-',
    });
    return xmlText(`---\n${frontMatter}---\n\n${markdown}`);
  },
);

/** A lead-in or a speaker's name is set bold by the site; the article does not stress it. */
const b: Handle = (state, element) => state.all(element) as PhrasingContent[];

/** A footnote's mark becomes GFM's own, so that the note is found where there is no page. */
const sup: Handle = (state, element) => {
  const [link] = element.children;
  if (link?.type !== 'element' || link.properties['dataFootnoteRef'] === undefined) {
    return state.all(element) as PhrasingContent[];
  }
  return {
    type: 'footnoteReference',
    identifier: noteOf(new URL(String(link.properties['href'])).hash),
  };
};

const section: Handle = (state, element) => {
  if (element.properties['dataFootnotes'] === undefined) return state.toFlow(state.all(element));
  const definitions: FootnoteDefinition[] = [];
  visit(element, 'element', (item) => {
    if (item.tagName !== 'li' || item.properties['id'] === undefined) return undefined;
    visit(item, 'element', ({ properties }, index, parent) => {
      if (properties['dataFootnoteBackref'] === undefined) return undefined;
      parent!.children.splice(index!, 1);
      return [SKIP, index!];
    });
    definitions.push({
      type: 'footnoteDefinition',
      identifier: noteOf(String(item.properties['id'])),
      children: state.toFlow(state.all(item)) as FootnoteDefinition['children'],
    });
    return SKIP;
  });
  return definitions;
};

/** `#fn-lens` and `fn-lens` are the note `lens`. */
function noteOf(id: string): string {
  return id.replace(/^#?fn-/, '');
}

/**
 * Moves punctuation and blanks at the ends of stressed text out of it where a letter follows or
 * precedes: CommonMark does not see `**` between `：` and `您` (6.2), and the writer would spell
 * the letter as `&#x60A8;`.
 */
function freeMarks(tree: Root): void {
  visit(tree, ['strong', 'emphasis', 'delete'], (node, index, parent) => {
    if (index === undefined || parent === undefined || !('children' in node)) return;
    const first = node.children[0];
    const last = node.children.at(-1);
    if (first?.type === 'text') {
      const [outer] = /^[\p{P}\p{S}\s]*/u.exec(first.value)!;
      const before = parent.children[index - 1];
      if (outer !== '' && outer !== first.value && before?.type === 'text') {
        first.value = first.value.slice(outer.length);
        before.value += outer;
      }
    }
    if (last?.type === 'text') {
      const [outer] = /[\p{P}\p{S}\s]*$/u.exec(last.value)!;
      const after = parent.children[index + 1];
      if (outer !== '' && outer !== last.value && after?.type === 'text') {
        last.value = last.value.slice(0, -outer.length);
        after.value = outer + after.value;
      }
    }
  });
}

function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** A headline is one line: a break in it would end the heading. */
function textOf(value: string): Text {
  return { type: 'text', value: value.replaceAll(/[\s\u2028\u2029]+/g, ' ').trim() };
}
