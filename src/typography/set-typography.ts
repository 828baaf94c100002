import type { Element, ElementContent, Root, Text } from 'hast';
import { curlyQuotes } from './curly-quotes.ts';
import { markStretch, typographyRules, type TypographyRule } from './rules.ts';
import { setPieces } from './set-pieces.ts';

/** Text in these is not prose, and stays as it is. */
const untouched: ReadonlySet<string> = new Set(['code', 'pre']);

/**
 * Sets an article in place: its set pieces, then the table of rules. No character is added, lost or moved: both
 * only wrap stretches of text in elements, or say where a line may end. English has its typewriter quotes changed
 * first, one for one.
 *
 * @param tree the article's blocks
 * @param language BCP 47 tag of the publication
 */
export function setTypography(tree: Root, language: string): void {
  const primary = language.split('-')[0]!;
  if (primary === 'en') setQuotes(tree);
  setPieces(tree, primary);
  const paragraphs = tree.children.filter(
    (node): node is Element => node.type === 'element' && node.tagName === 'p',
  );
  for (const rule of typographyRules) {
    if (!rule.languages.includes(primary)) continue;
    if (rule.scope === 'every') wrapEverywhere(tree, rule);
    else if (rule.scope === 'heads') for (const paragraph of paragraphs) wrapAt(paragraph, 0, rule);
    else if (rule.scope === 'first') wrapAt(paragraphs[0], 0, rule);
    else wrapAt(paragraphs.at(-1), -1, rule);
  }
}

/** Elements within a block: a quotation may begin before one and end within it. */
const inline: ReadonlySet<string> = new Set(['a', 'b', 'em', 'strong', 'del', 'span', 'sup']);

/** @returns the last character, for what follows in the same block */
function setQuotes(parent: Root | Element, before = ''): string {
  let previous = before;
  for (const child of parent.children) {
    if (child.type === 'text') {
      child.value = curlyQuotes(child.value, previous);
      previous = child.value.at(-1) ?? previous;
    } else if (child.type === 'element') {
      if (untouched.has(child.tagName)) previous = 'x';
      else if (inline.has(child.tagName)) previous = setQuotes(child, previous);
      else {
        setQuotes(child);
        previous = '';
      }
    }
  }
  return previous;
}

function wrapEverywhere(parent: Root | Element, rule: TypographyRule): void {
  // Indices move as texts are split, so the children are gathered anew.
  const children: (Root['children'][number] | ElementContent)[] = [];
  let changed = false;
  for (const child of parent.children) {
    if (child.type === 'text') {
      const pieces = splitText(child, rule);
      changed ||= pieces.length > 1 || pieces[0] !== child;
      // A spread of a hundred thousand is more than a call takes.
      for (const piece of pieces) children.push(piece);
      continue;
    }
    if (child.type === 'element' && !untouched.has(child.tagName)) wrapEverywhere(child, rule);
    children.push(child);
  }
  if (changed) parent.children = children as Element['children'];
}

function wrapAt(paragraph: Element | undefined, index: 0 | -1, rule: TypographyRule): void {
  const text = paragraph?.children.at(index);
  if (paragraph === undefined || text?.type !== 'text') return;
  paragraph.children.splice(index, 1, ...splitText(text, rule));
}

function splitText(text: Text, rule: TypographyRule): ElementContent[] {
  const pieces: ElementContent[] = [];
  let end = 0;
  for (const match of text.value.matchAll(rule.shape)) {
    if (match.index > end) pieces.push({ type: 'text', value: text.value.slice(end, match.index) });
    pieces.push(markStretch(rule, match[0]));
    end = match.index + match[0].length;
  }
  if (end === 0) return [text];
  if (end < text.value.length) pieces.push({ type: 'text', value: text.value.slice(end) });
  return pieces;
}
