import type { IssueDate } from '../newspaper/issue-date.ts';
import { classifyBlocks } from './classify/classify-blocks.ts';
import { draftPage } from './draft/draft-page.ts';
import { findLostText } from './draft/find-lost-text.ts';
import { findStraySentences } from './draft/find-stray-sentences.ts';
import { refusedPage, type ImportedPage } from './draft/imported-page.ts';
import { reportDoubts } from './draft/report-doubts.ts';
import { widenPaper } from './draft/widen-paper.ts';
import { groupArticles } from './group/group-articles.ts';
import { readFurniture } from './group/read-furniture.ts';
import type { Decision } from './page/decision.ts';
import { findingsOfInput } from './page/findings-of-input.ts';
import type { PageFinding } from './page/findings.ts';
import type { KnownPaper } from './page/known-paper.ts';
import { showsFlushParagraphs } from './repair/line-evidence.ts';
import { repairBlocks, type RepairedBlocks } from './repair/repair-blocks.ts';
import { applyDecisions } from './review/apply-decisions.ts';
import { applyLateEdits } from './review/apply-late-edits.ts';
import { decideRefusal } from './segment/decide-refusal.ts';
import { findRunningHeads } from './segment/find-running-heads.ts';
import { scriptOfPage } from './segment/script-of-page.ts';
import { segmentPage } from './segment/segment-page.ts';
import { splitPages, type PagePart } from './segment/split-pages.ts';

export interface ImportRequest {
  /** The whole text of the input, decoded; it may hold several pages. */
  readonly text: string;
  /** Name shown in findings. */
  readonly file: string;
  readonly date: IssueDate;
  /** Number of the first (or only) page, from 1, where the page does not print its own. */
  readonly page: number;
  /** True where a person has given `page`: then it stands against what the page prints. */
  readonly pageGiven?: boolean;
  /** The page's name (要闻), where a person has given it. */
  readonly pageName?: string | undefined;
  readonly known: KnownPaper;
  /**
   * A person's decisions, by the line of the input at which their page begins (`source.firstLine`);
   * for a single page a plain list will do.
   */
  readonly decisions?: readonly Decision[] | ReadonlyMap<number, readonly Decision[]>;
  /**
   * Says whether the image at `path` (relative to the page's folder, or a `data:` address) can be
   * copied, and the extension its bytes call for. Absent: no image is there.
   */
  readonly imageExtension?: (path: string) => 'png' | 'jpg' | 'webp' | 'avif' | undefined;
}

/**
 * Reads OCR'd text into the pages and items of a newspaper. Pure: touches no disk, throws only for
 * bugs; whatever a person should know is among the findings.
 *
 * @returns the pages in the order of the input; an unreadable input gives one refused page
 */
export function importPages(request: ImportRequest): readonly ImportedPage[] {
  let { known } = request;
  let next = request.page;
  const text = request.text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  const parts = splitPages(text);
  const runningHeads = findRunningHeads(parts.map((part) => part.text));
  const pages: ImportedPage[] = [];
  for (const part of parts) {
    const page = importPage(
      part,
      { ...request, page: next, known },
      parts.length === 1,
      runningHeads,
    );
    pages.push(page);
    known = widenPaper(known, page);
    next = page.page + 1;
  }
  return pages;
}

/** One page's way, step by step. */
function importPage(
  part: PagePart,
  request: ImportRequest,
  isOnly: boolean,
  runningHeads: ReadonlySet<string>,
): ImportedPage {
  const { text, firstLine } = part;
  const { date, file, known } = request;
  const source = { text, firstLine };
  const say = (findings: readonly PageFinding[]) => findingsOfInput(findings, firstLine, file);
  const refuse = (findings: readonly PageFinding[]): ImportedPage =>
    refusedPage({ date, page: request.page, source, findings: say(findings) });

  const refusal = decideRefusal(text, file, firstLine);
  if (refusal) return refusedPage({ date, page: request.page, source, findings: [refusal] });

  const script = scriptOfPage(text);
  const segmented = segmentPage(text, script, runningHeads);
  const tooMuch = segmented.findings.filter((finding) => finding.severity === 'error');
  if (tooMuch.length > 0) return refuse(tooMuch);

  const repair = { script, setsIndents: segmented.setsIndents ?? showsIndents(segmented.blocks) };
  const repaired = repairBlocks(segmented.blocks, 'page', repair);
  const decided = applyDecisions(repaired.blocks, decisionsFor(request, firstLine), text);
  const classified = classifyBlocks(decided.blocks, {
    script,
    columns: known.columns,
    paperName: known.publication?.name,
    decided: decided.roles,
  });
  const grouped = groupArticles(classified, decided);
  const furniture = readFurniture(grouped.furniture, segmented.edges, part, request, isOnly);
  const { drafted, names } = draftPage(grouped, furniture, repair, { ...request, text });
  const late = applyLateEdits(
    drafted.map((one) => one.draft),
    decided.pending,
  );
  const { articles } = late;
  const findings = [
    ...segmented.findings,
    ...repaired.notes,
    ...decided.findings,
    ...late.findings,
    ...furniture.findings,
    ...drafted.flatMap((one) => [...one.findings, ...one.repaired.flatMap((each) => each.notes)]),
    ...names.findings,
    ...reportDoubts(classified, grouped, articles),
    ...findStraySentences(articles, script),
  ].filter((finding) => !decided.isAccepted(finding));

  const edits = [...decided.edits, ...late.edits];
  const lost = findLostText({
    source: text,
    segmented,
    repaired,
    grouped,
    drafted,
    articles,
    edits,
  });
  if (lost) return refuse([...findings, lost]);
  return {
    date,
    page: furniture.page,
    name: furniture.name,
    credits: furniture.credits.map((credit) => ({ ...credit, names: [...credit.names] })),
    issueNumber: furniture.issueNumber,
    datePrinted: furniture.date === date,
    source,
    articles,
    newSections: names.sections,
    newColumns: names.columns,
    newColumnists: names.columnists,
    findings: say(findings),
    mended: sumCounts([repaired, ...drafted.flatMap((one) => one.repaired)]),
    refused: false,
  };
}

/** False where the page sets its paragraphs flush; undefined where nothing tells. */
function showsIndents(blocks: readonly { readonly text: string }[]): false | undefined {
  return showsFlushParagraphs(blocks.map((block) => block.text)) ? false : undefined;
}

function decisionsFor(request: ImportRequest, firstLine: number): readonly Decision[] {
  const { decisions } = request;
  if (decisions === undefined) return [];
  return decisions instanceof Map
    ? ((decisions as ReadonlyMap<number, readonly Decision[]>).get(firstLine) ?? [])
    : (decisions as readonly Decision[]);
}

function sumCounts(repairs: readonly RepairedBlocks[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const { counts } of repairs) {
    for (const [id, times] of counts) sum.set(id, (sum.get(id) ?? 0) + times);
  }
  return sum;
}
