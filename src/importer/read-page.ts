import { classifyBlocks } from './classify/classify-blocks.ts';
import { draftPage, type DraftRequest } from './draft/draft-page.ts';
import type { ImportedPage } from './draft/imported-page.ts';
import { groupArticles } from './group/group-articles.ts';
import { shareLabels } from './group/share-labels.ts';
import { readFurniture, type FurnitureRequest } from './group/read-furniture.ts';
import type { Decision } from './page/decision.ts';
import { repairBlocks, repairContextOf } from './repair/repair-blocks.ts';
import { applyDecisions } from './review/apply-decisions.ts';
import { applyLateEdits } from './review/apply-late-edits.ts';
import { decideRefusal } from './segment/decide-refusal.ts';
import { scriptOfPage } from './segment/script-of-page.ts';
import { segmentPage } from './segment/segment-page.ts';
import type { PagePart } from './segment/split-pages.ts';
import { refusePage, settlePage } from './settle-page.ts';

/** What a page is read against, besides its own text. */
export interface PageRequest extends Omit<DraftRequest, 'text'>, FurnitureRequest {
  /** Name shown in findings. */
  readonly file: string;
  /** Lines that the pages of the input repeat. */
  readonly runningHeads: ReadonlySet<string>;
  /** What a person has decided about this page. */
  readonly decisions: readonly Decision[];
}

/** One page's way, step by step, from its text to its articles. */
export function readPage(part: PagePart, request: PageRequest): ImportedPage {
  const { text } = part;
  const { columns, publication } = request.known;
  const refusal = decideRefusal(text);
  if (refusal) return refusePage(part, request, [refusal]);

  const script = scriptOfPage(text);
  const segmented = segmentPage(text, script, request.runningHeads);
  const tooMuch = segmented.findings.filter(({ severity }) => severity === 'error');
  if (tooMuch.length > 0) return refusePage(part, request, tooMuch);
  const context = repairContextOf(script, segmented);
  const repaired = repairBlocks(segmented.blocks, 'page', context);
  const decided = applyDecisions(repaired.blocks, request.decisions, text);
  const paper = { script, columns, paperName: publication?.name };
  const classified = classifyBlocks(decided.blocks, { ...paper, decided: decided.roles });
  const grouped = shareLabels(groupArticles(classified, decided));
  const furniture = readFurniture(grouped.furniture, segmented.edges, part, request);
  const drafted = draftPage(grouped, furniture, context, { ...request, text });
  const late = applyLateEdits(drafted.articles, decided.pending);

  const steps = { segmented, repaired, decided, classified, grouped, furniture, drafted, late };
  return settlePage(part, request, { script, ...steps });
}
