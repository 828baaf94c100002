import { toMarkdown } from 'mdast-util-to-markdown';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMdast } from 'hast-util-to-mdast';
import type { Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { stringify } from 'yaml';
import { holdWith } from '../archive/hold.ts';
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
export const renderArticleMarkdown = holdWith((printed: ExportedArticle, paper: string): string => {
  // Cleaned before it is written: what YAML quotes depends on the first character.
  const article = JSON.parse(writeJson(printed)) as ExportedArticle;
  const body = absoluteTree(article.html, article.address);
  body.children.unshift(...article.pictures.map(figure));
  const tree = toMdast(body) as Root;
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
});

function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** A headline is one line: a break in it would end the heading. */
function textOf(value: string): Text {
  return { type: 'text', value: value.replaceAll(/[\s\u2028\u2029]+/g, ' ').trim() };
}
