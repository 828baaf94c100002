import { nameRoles, roleNames } from './role-names.ts';
import type { ArticleDraft } from '../page/article-draft.ts';
import type { BlockRole } from '../page/decision.ts';
import { findingOn, type PageFinding } from '../page/findings.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';
import { looksLikeNames } from '../page/read-names.ts';
import { isSignature } from './is-signature.ts';
import {
  brothersOf,
  isItemHead,
  itemOf,
  type ClassifiedBlock,
} from '../classify/classified-block.ts';
import type { GroupedPage } from '../group/group-articles.ts';

/** What a model writes where it could not read: [此处文字模糊，无法辨认], [illegible]. */
const unread =
  /[[【（(](?:[^[\]【】（）()\n]{0,16}(?:无法|難以|难以)(?:辨认|识别|辨識|辨认清)|[^[\]【】（）()\n]{0,16}(?:看不清|字迹不清|模糊不清)|illegible|unreadable|unclear)[^[\]【】（）()\n]{0,8}[\]】）)]/giu;

/** A replacement character, or the box that a model or an editor sets for one it cannot read: 33270□1. */
const lostCharacter = /\ufffd|(?<=[\d—–-])[□■〓▯](?=\d)|(?<=\d)[□■〓▯](?=[\d—–-])|〓/gu;

/**
 * What else a block could be, where its reading of the page was sure and its own look is not: a headline
 * of two commas and no mark of the tool's is a sentence as often, one that is a person's name a byline;
 * a short line without a stop in the text, and three at most that end in a name, may open another item;
 * so may a crosshead over little text.
 */
function otherRoles(classified: readonly ClassifiedBlock[], index: number): readonly BlockRole[] {
  const one = classified[index]!;
  const [before, next] = [classified[index - 1], classified[index + 1]];
  const { block, role, shape, alternatives } = one;
  if (alternatives.length > 0) return alternatives;
  if (role === 'crosshead') return opensLittle(classified, index) ? ['headline'] : [];
  if (role === 'headline') {
    if (isName(shape.text) && next?.role !== 'byline') return ['byline'];
    const isSentence =
      block.type === 'paragraph' &&
      !block.emphasis?.length &&
      (block.text.match(/，/g)?.length ?? 0) >= 2;
    return isSentence ? ['paragraph'] : [];
  }
  const isShortLine =
    role === 'paragraph' &&
    block.type === 'paragraph' &&
    block.list === undefined &&
    shape.measure >= 2 &&
    shape.measure <= 12 &&
    /^[\p{Script=Han}“”《》]+$/u.test(shape.text) &&
    !isSignature(shape.text) &&
    before?.role === 'paragraph' &&
    next !== undefined;
  return isShortLine || (role === 'verse' && next?.role === 'paragraph' && endsInName(shape.text))
    ? ['headline']
    : [];
}

/** What stands under a heading, up to the next, or to the label or kicker over it. */
function sectionUnder(
  classified: readonly ClassifiedBlock[],
  index: number,
): readonly ClassifiedBlock[] {
  const ends = (one: ClassifiedBlock): boolean =>
    isItemHead(one) || ['crosshead', 'column-label', 'kicker'].includes(one.role);
  let end = index + 1;
  while (end < classified.length && !ends(classified[end]!)) end += 1;
  return classified.slice(index + 1, end);
}

/** In Han characters. Of 42 crossheads over more none was wrong (fixtures and the pages of their first reading). */
const muchText = 120;

/**
 * Whether a crosshead stands over so little text that it may head an item of its own: a notice or a
 * competition under a piece of news. On pages that nobody had seen 17 of 27 such were (fixtures 378–425
 * and 40 more at their first reading). Three and more in a text that nobody signs are its sections.
 */
function opensLittle(classified: readonly ClassifiedBlock[], index: number): boolean {
  const text = sectionUnder(classified, index).filter(({ role }) => role === 'paragraph');
  if (text.reduce((sum, { shape }) => sum + shape.measure, 0) >= muchText) return false;
  const isSigned = itemOf(classified, index).some(
    ({ role, detail, shape }) =>
      detail === 'opening' || (role === 'byline' && shape.byline?.strength === 'strong'),
  );
  return isSigned || brothersOf(classified, index).length < 3;
}

/** Whether two or three lines end in a line that is a person's name: a column, a title, a writer. */
function endsInName(text: string): boolean {
  const lines = text.split('\n');
  return lines.length <= 3 && isName(lines.at(-1)!);
}

/** One name of two or three characters, set wide or not: 岑 寂. */
function isName(text: string): boolean {
  const name = text.replaceAll(/\s/gu, '');
  return /^\p{Script=Han}{2,3}$/u.test(name) && looksLikeNames(name) && !isNoticeTitle(name);
}

/** What has told of the doubt at a line already: a new column's name may be a kicker, clutter text. */
const tellsDoubt: Partial<Record<BlockRole, string>> = {
  'column-label': 'column-unknown',
  clutter: 'clutter-cut',
};

function isSaid({ block, role }: ClassifiedBlock, said: readonly PageFinding[]): boolean {
  const id = tellsDoubt[role];
  return id !== undefined && said.some((one) => one.id === id && one.line === block.lines.first);
}

/**
 * Says of which blocks the role is not sure, and what was left over when the items were made.
 *
 * @param said what has been found at the page's lines so far
 */
export function reportDoubts(
  classified: readonly ClassifiedBlock[],
  grouped: GroupedPage,
  articles: readonly ArticleDraft[],
  said: readonly PageFinding[],
): readonly PageFinding[] {
  const findings: PageFinding[] = [];
  for (const [index, one] of classified.entries()) {
    const { block, role, decided } = one;
    const alternatives = otherRoles(classified, index);
    if (decided || alternatives.length === 0 || block.text === '') continue;
    if (isSaid(one, said)) continue;
    const others = nameRoles(alternatives);
    const values = { found: block.text.slice(0, 24), role: roleNames[role], alternatives: others };
    const finding = findingOn('role-unsure', block, values, block.text.slice(0, 60));
    const partsItems =
      (role === 'headline' && alternatives.includes('crosshead')) ||
      (role !== 'headline' && alternatives.includes('headline'));
    const last = partsItems ? sectionUnder(classified, index).at(-1) : undefined;
    findings.push(last ? { ...finding, lastLine: last.block.lines.last } : finding);
  }
  for (const { block } of classified) {
    const count = block.text.match(lostCharacter)?.length ?? 0;
    if (count === 0) continue;
    findings.push(findingOn('character-unreadable', block, { count }, block.text.slice(0, 60)));
  }
  for (const { block } of classified) {
    for (const [found] of block.text.matchAll(unread)) {
      findings.push(findingOn('words-unread', block, { found }, found));
    }
  }
  for (const { label, after } of grouped.orphans) {
    const candidates = [articles[after - 1], articles[after]]
      .map((draft) => draft?.frontMatter.headline)
      .filter((headline) => headline !== undefined && headline !== null);
    const alternatives = {
      zh: candidates.map((headline) => `《${headline}》`).join('、') || '本版',
      en: candidates.map((headline) => `“${headline}”`).join(', ') || 'this page',
    };
    findings.push(
      findingOn('label-orphan', label.block, { found: label.block.text, alternatives }),
    );
  }
  for (const picture of grouped.unplaced) {
    const path = picture.image?.image?.path ?? '';
    const shown = path.startsWith('data:') ? path.slice(0, 40) : path;
    const place = { lines: picture.lines, text: picture.image?.text ?? '' };
    findings.push(findingOn('image-unplaced', place, { path: shown }));
  }
  return findings;
}
