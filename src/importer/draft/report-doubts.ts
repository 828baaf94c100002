import type { ArticleDraft } from '../page/article-draft.ts';
import type { BlockRole } from '../page/decision.ts';
import { makeFinding, type PageFinding } from '../page/findings.ts';
import type { ClassifiedBlock } from '../classify/classify-blocks.ts';
import type { GroupedPage } from '../group/group-articles.ts';

export const roleNames: Readonly<Record<BlockRole, string>> = {
  kicker: '引题',
  'column-label': '栏目名',
  headline: '标题',
  deck: '副题',
  standfirst: '提要',
  byline: '署名',
  paragraph: '正文',
  crosshead: '小标题',
  verse: '诗行',
  'list-item': '列表',
  table: '表格',
  image: '图片',
  caption: '图说',
  credit: '图片署名',
  jump: '转版行',
  folio: '书眉',
  'page-credits': '编务',
  nameplate: '报头',
  clutter: '附加内容',
  gap: '空白',
};

/** Says of which blocks the role is not sure, and what was left over when the items were made. */
export function reportDoubts(
  classified: readonly ClassifiedBlock[],
  grouped: GroupedPage,
  articles: readonly ArticleDraft[],
): readonly PageFinding[] {
  const findings: PageFinding[] = [];
  for (const { block, role, alternatives, decided } of classified) {
    if (decided || alternatives.length === 0 || block.text === '') continue;
    findings.push(
      makeFinding(
        'role-unsure',
        { line: block.lines.first, excerpt: block.text.slice(0, 60) },
        {
          found: block.text.slice(0, 24),
          role: roleNames[role],
          alternatives: alternatives.map((other) => roleNames[other]).join('、'),
        },
      ),
    );
  }
  for (const { block } of classified) {
    const lost = block.text.match(/\ufffd/g)?.length ?? 0;
    if (lost === 0) continue;
    findings.push(
      makeFinding(
        'character-unreadable',
        { line: block.lines.first, excerpt: block.text.slice(0, 60) },
        { count: lost },
      ),
    );
  }
  for (const { label, after } of grouped.orphans) {
    const candidates = [articles[after - 1], articles[after]]
      .map((draft) => draft?.frontMatter.headline)
      .filter((headline) => headline !== undefined && headline !== null);
    findings.push(
      makeFinding(
        'label-orphan',
        { line: label.block.lines.first, excerpt: label.block.text },
        {
          found: label.block.text,
          alternatives: candidates.map((headline) => `《${headline}》`).join('、') || '本版',
        },
      ),
    );
  }
  for (const picture of grouped.unplaced) {
    const path = picture.image?.image?.path ?? '';
    findings.push(
      makeFinding(
        'image-unplaced',
        { line: picture.lines.first, excerpt: picture.image?.text ?? '' },
        { path: path.startsWith('data:') ? path.slice(0, 40) : path },
      ),
    );
  }
  return findings;
}
