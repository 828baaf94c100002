import type { Bilingual } from '../../newspaper/bilingual.ts';
import type { ArticleDraft } from '../page/article-draft.ts';
import type { BlockRole } from '../page/decision.ts';
import { findingOn, type PageFinding } from '../page/findings.ts';
import type { ClassifiedBlock } from '../classify/classify-blocks.ts';
import type { GroupedPage } from '../group/group-articles.ts';

export const roleNames: Readonly<Record<BlockRole, Bilingual>> = {
  kicker: { zh: '引题', en: 'a kicker' },
  'column-label': { zh: '栏目名', en: 'a column’s name' },
  headline: { zh: '标题', en: 'a headline' },
  deck: { zh: '副题', en: 'a deck' },
  standfirst: { zh: '提要', en: 'a standfirst' },
  byline: { zh: '署名', en: 'a byline' },
  paragraph: { zh: '正文', en: 'text' },
  crosshead: { zh: '小标题', en: 'a crosshead' },
  verse: { zh: '诗行', en: 'a line of verse' },
  'list-item': { zh: '列表', en: 'a list item' },
  table: { zh: '表格', en: 'a table' },
  image: { zh: '图片', en: 'a picture' },
  caption: { zh: '图说', en: 'a caption' },
  credit: { zh: '图片署名', en: 'a picture’s credit' },
  jump: { zh: '转版行', en: 'a jump line' },
  folio: { zh: '书眉', en: 'a folio line' },
  'page-credits': { zh: '编务', en: 'page credits' },
  nameplate: { zh: '报头', en: 'the nameplate' },
  clutter: { zh: '附加内容', en: 'clutter' },
  gap: { zh: '空白', en: 'a gap' },
};

/** What else a block could be. A headline of two commas and no mark of the tool's is a sentence as often. */
function otherRoles({ block, role, alternatives }: ClassifiedBlock): readonly BlockRole[] {
  const isSentence =
    role === 'headline' &&
    block.type === 'paragraph' &&
    !block.emphasis?.length &&
    (block.text.match(/，/g)?.length ?? 0) >= 2;
  return isSentence && alternatives.length === 0 ? ['paragraph'] : alternatives;
}

/** Says of which blocks the role is not sure, and what was left over when the items were made. */
export function reportDoubts(
  classified: readonly ClassifiedBlock[],
  grouped: GroupedPage,
  articles: readonly ArticleDraft[],
): readonly PageFinding[] {
  const findings: PageFinding[] = [];
  for (const one of classified) {
    const { block, role, decided } = one;
    const alternatives = otherRoles(one);
    if (decided || alternatives.length === 0 || block.text === '') continue;
    const others = {
      zh: alternatives.map((other) => roleNames[other].zh).join('、'),
      en: alternatives.map((other) => roleNames[other].en).join(' or '),
    };
    const values = { found: block.text.slice(0, 24), role: roleNames[role], alternatives: others };
    findings.push(findingOn('role-unsure', block, values, block.text.slice(0, 60)));
  }
  for (const { block } of classified) {
    const count = block.text.match(/\ufffd/g)?.length ?? 0;
    if (count === 0) continue;
    findings.push(findingOn('character-unreadable', block, { count }, block.text.slice(0, 60)));
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
