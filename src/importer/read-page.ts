import type { Finding } from '../newspaper/finding.ts';
import type { IssueDate } from '../newspaper/issue-date.ts';
import type { Block } from './page/block.ts';
import type { Change } from './page/edit-blocks.ts';
import { repairBlocks, type RepairedBlocks } from './repair/repair-blocks.ts';
import type { RepairContext } from './repair/repair.ts';
import { showsFlushParagraphs } from './repair/line-evidence.ts';
import { decideScript } from './lexicon/script.ts';
import type { ArticleDraft, BodyBlock } from './page/article-draft.ts';
import type { Decision } from './page/decision.ts';
import { decideRefusal } from './segment/decide-refusal.ts';
import { makeFinding, type PageFinding } from './page/findings.ts';
import type { KnownPaper } from './page/known-paper.ts';
import { findLostCharacters } from './page/account-for-characters.ts';
import { applyDecisions } from './review/apply-decisions.ts';
import { applyLateEdits } from './review/apply-late-edits.ts';
import { classifyBlocks } from './classify/classify-blocks.ts';
import type { ImportedPage } from './draft/imported-page.ts';
import { draftArticle, type DraftedArticle } from './draft/draft-article.ts';
import { findStraySentences } from './draft/find-stray-sentences.ts';
import { findRunningHeads } from './segment/find-running-heads.ts';
import { groupArticles, type GroupedPage } from './group/group-articles.ts';
import { PaperNames } from './draft/paper-names.ts';
import { readFurniture } from './group/read-furniture.ts';
import { reportDoubts } from './draft/report-doubts.ts';
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

/** One page, read aloud. */
function importPage(
  part: PagePart,
  request: ImportRequest,
  isOnly: boolean,
  runningHeads: ReadonlySet<string>,
): ImportedPage {
  const refusal = decideRefusal(part.text, request.file, part.firstLine);
  if (refusal) return refusedPage(part, request, [refusal]);

  const script = decideScript(wordsOf(part.text));
  const segmented = segmentPage(part.text, script, runningHeads);
  const setsIndents =
    segmented.setsIndents ??
    (showsFlushParagraphs(segmented.blocks.map((block) => block.text)) ? false : undefined);
  const repair: RepairContext = { script, setsIndents };
  const tooMuch = segmented.findings.filter((finding) => finding.severity === 'error');
  if (tooMuch.length > 0) return refusedPage(part, request, inInput(tooMuch, part, request.file));
  const repaired = repairBlocks(segmented.blocks, 'page', repair);

  const decisions = decisionsFor(request, part.firstLine);
  const decided = applyDecisions(repaired.blocks, decisions, part.text);
  const classified = classifyBlocks(decided.blocks, {
    script: repair.script,
    columns: request.known.columns,
    paperName: request.known.publication && request.known.publication.name,
    decided: decided.roles,
  });
  const grouped = groupArticles(classified, decided);
  const furniture = readFurniture(grouped.furniture, segmented.edges, part, request, isOnly);

  const names = new PaperNames(request.known, part.text);
  const firstLine = grouped.furniture[0]?.block.lines.first ?? 1;
  const section = names.section(furniture.name, { line: firstLine, excerpt: furniture.name ?? '' });
  const drafted: DraftedArticle[] = [];
  const taken = new Set<string>();
  for (const group of grouped.groups) {
    drafted.push(
      draftArticle(group, drafted.length + 1, {
        date: request.date,
        page: furniture.page,
        repair,
        names,
        section,
        taken,
        known: request.known.articles.filter(
          (one) => one.edition === request.date && one.page === furniture.page,
        ),
        imageExtension: request.imageExtension ?? (() => undefined),
      }),
    );
  }
  const late = applyLateEdits(
    drafted.map((one) => one.draft),
    decided.pending,
  );
  const { articles } = late;
  const doubts = [
    ...reportDoubts(classified, grouped, articles),
    ...findStraySentences(articles, repair.script),
  ];
  const findings = [
    ...segmented.findings,
    ...repaired.notes,
    ...decided.findings,
    ...late.findings,
    ...furniture.findings,
    ...drafted.flatMap((one) => [...one.findings, ...one.repaired.flatMap((each) => each.notes)]),
    ...names.findings,
    ...doubts,
  ].filter((finding) => !decided.isAccepted(finding));

  const repairs: readonly RepairedBlocks[] = [repaired, ...drafted.flatMap((one) => one.repaired)];
  const lost = findLostCharacters({
    source: part.text,
    blocks: segmented.blocks.map(textOfBlock),
    marks: [...segmented.marks, ...segmented.edges.map((edge) => edge.text)],
    repaired: repaired.blocks.map(textOfBlock),
    changes: [
      ...repairs.slice(1).flatMap((one): readonly Change[] => one.changes),
      ...decided.edits,
      ...late.edits,
    ],
    shown: articles.flatMap(shownTexts),
    setAside: [...drafted.flatMap((one) => one.setAside), ...setAsideTexts(grouped)],
  });
  if (lost !== '') {
    const broken = makeFinding(
      'conservation-broken',
      { line: 1, excerpt: [...lost].slice(0, 80).join('') },
      { found: [...lost].slice(0, 40).join('') },
    );
    return refusedPage(part, request, inInput([...findings, broken], part, request.file));
  }
  return {
    date: request.date,
    page: furniture.page,
    name: furniture.name,
    credits: furniture.credits.map(({ role, names }) => ({ role, names: [...names] })),
    issueNumber: furniture.issueNumber,
    datePrinted: furniture.date === request.date,
    source: { text: part.text, firstLine: part.firstLine },
    articles,
    newSections: names.sections,
    newColumns: names.columns,
    newColumnists: names.columnists,
    findings: inInput(findings, part, request.file),
    mended: sumCounts(repairs),
    refused: false,
  };
}

/** The text of a page without the names of XML elements and HTML tags, which are Latin everywhere. */
function wordsOf(text: string): string {
  return text.includes('CONTENT="')
    ? [...text.matchAll(/\bCONTENT="([^"]*)"/g)].map((match) => match[1]!).join(' ')
    : text.replaceAll(/<[^<>]*>|\]\([^()\s]*\)/g, ' ');
}

function refusedPage(
  part: PagePart,
  request: ImportRequest,
  findings: readonly Finding[],
): ImportedPage {
  return {
    date: request.date,
    page: request.page,
    credits: [],
    datePrinted: false,
    source: { text: part.text, firstLine: part.firstLine },
    articles: [],
    newSections: [],
    newColumns: [],
    newColumnists: [],
    findings,
    mended: new Map(),
    refused: true,
  };
}

/** An excerpt cut by UTF-16 units may begin or end with half a character. */
function withoutHalves(text: string): string {
  return text.isWellFormed() ? text : text.replaceAll(/\p{Surrogate}/gu, '');
}

/** Findings of a page become findings of the input: file named, lines counted from its first. */
function inInput(
  findings: readonly PageFinding[],
  part: PagePart,
  file: string,
): readonly Finding[] {
  return findings
    .map(({ id, severity, line, column, excerpt, message, action }) => ({
      id,
      severity,
      file,
      line: line + part.firstLine - 1,
      column: column ?? 1,
      excerpt: withoutHalves(excerpt),
      message: withoutHalves(message),
      action: withoutHalves(action),
    }))
    .sort((left, right) => left.line - right.line);
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

/** The paper as later pages of the same run know it. */
export function widenPaper(known: KnownPaper, page: ImportedPage): KnownPaper {
  if (page.newSections.length + page.newColumns.length + page.newColumnists.length === 0) {
    return known;
  }
  return {
    ...known,
    sections: [...known.sections, ...page.newSections.map((one) => ({ ...one, aliases: [] }))],
    columns: [
      ...known.columns,
      ...page.newColumns.map(({ id, name, aliases, series }) => ({ id, name, aliases, series })),
    ],
    columnists: [
      ...known.columnists,
      ...page.newColumnists.map(({ id, name, aliases }) => ({ id, name, aliases })),
    ],
  };
}

function textOfBlock(block: Block): string {
  return block.table ? block.table.rows.flat().join(' ') : block.text;
}

function shownTexts({ frontMatter, body }: ArticleDraft): readonly string[] {
  const { kicker, headline, deck, standfirst, images, kind } = frontMatter;
  return [
    kicker ?? '',
    headline ?? '',
    deck ?? '',
    standfirst ?? '',
    ...(kind === 'article'
      ? (images ?? []).flatMap((image) => [image.caption ?? '', image.credit ?? ''])
      : []),
    ...body.map(textOfBody),
  ];
}

function textOfBody(block: BodyBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'crosshead':
    case 'quote':
      return block.text;
    case 'verse':
      return block.verses.join('\n');
    case 'list':
      return block.items.join('\n');
    case 'table':
      return block.rows.flat().join(' ');
    case 'break':
      return '';
  }
}

/** What the page's furniture and the pictures without a place hold: it stands in findings. */
function setAsideTexts(grouped: GroupedPage): readonly string[] {
  return [
    ...grouped.furniture.map((one) => one.block.text),
    ...grouped.orphans.map((one) => one.label.block.text),
    ...grouped.pictures.map((block) => block.text),
    ...grouped.unplaced.flatMap((picture) =>
      [...picture.captions, ...picture.credits].map((one) => one.block.text),
    ),
  ];
}
