import type { IssueDate } from '../newspaper/issue-date.ts';
import type { ClassifiedBlock } from './classify/classified-block.ts';
import type { DraftedPage } from './draft/draft-page.ts';
import { findLostText } from './draft/find-lost-text.ts';
import { findOpenQuotes } from './draft/find-open-quotes.ts';
import { findStraySentences } from './draft/find-stray-sentences.ts';
import type { ImportedPage } from './draft/imported-page.ts';
import { reportDoubts } from './draft/report-doubts.ts';
import { reportLinesByShape } from './draft/report-lines-by-shape.ts';
import type { GroupedPage } from './group/group-articles.ts';
import type { Furniture } from './group/read-furniture.ts';
import type { Script } from './lexicon/script.ts';
import { findingsOfInput } from './page/findings-of-input.ts';
import type { PageFinding } from './page/findings.ts';
import type { RepairedBlocks } from './repair/repair-blocks.ts';
import type { DecidedPage } from './review/apply-decisions.ts';
import type { LateEdits } from './review/apply-late-edits.ts';
import type { SegmentedPage } from './segment/segmented-page.ts';
import type { PagePart } from './segment/split-pages.ts';

/** What each step of a page's way has made of it. */
export interface PageSteps {
  readonly script: Script;
  readonly segmented: SegmentedPage;
  readonly repaired: RepairedBlocks;
  readonly decided: DecidedPage;
  readonly classified: readonly ClassifiedBlock[];
  readonly grouped: GroupedPage;
  readonly furniture: Furniture;
  readonly drafted: DraftedPage;
  readonly late: LateEdits;
}

interface Input {
  readonly file: string;
  readonly date: IssueDate;
  readonly page: number;
}

/** A page of which nothing is taken but what is to be said about it. */
export function refusePage(
  { text, firstLine }: PagePart,
  { file, date, page }: Input,
  findings: readonly PageFinding[],
): ImportedPage {
  return {
    date,
    page,
    source: { text, firstLine },
    credits: [],
    datePrinted: false,
    articles: [],
    newSections: [],
    newColumns: [],
    newColumnists: [],
    findings: findingsOfInput(findings, firstLine, file),
    mended: new Map(),
    refused: true,
  };
}

/** Gathers what the steps have to say, and holds them to account for every character of the page. */
export function settlePage(part: PagePart, input: Input, steps: PageSteps): ImportedPage {
  const { segmented, repaired, decided, grouped, furniture, drafted, late } = steps;
  const { text, firstLine } = part;
  const said = [
    ...segmented.findings,
    ...repaired.notes,
    ...decided.findings,
    ...late.findings,
    ...furniture.findings,
    ...drafted.findings,
    ...reportDoubts(steps.classified, grouped, late.articles, [
      ...furniture.findings,
      ...drafted.findings,
    ]),
    ...findOpenQuotes(late.articles),
    ...findStraySentences(late.articles, steps.script),
  ];
  const findings = [...said, ...reportLinesByShape(grouped.groups, said)].filter(
    (finding) => !decided.isAccepted(finding),
  );
  const edits = [...decided.edits, ...late.edits];
  const lost = findLostText({ ...steps, source: text, articles: late.articles, edits });
  if (lost) return refusePage(part, input, [...findings, lost]);
  return {
    date: input.date,
    page: furniture.page,
    name: furniture.name,
    credits: furniture.credits.map((credit) => ({ ...credit, names: [...credit.names] })),
    issueNumber: furniture.issueNumber,
    datePrinted: furniture.date === input.date,
    source: { text, firstLine },
    articles: late.articles,
    newSections: drafted.names.sections,
    newColumns: drafted.names.columns,
    newColumnists: drafted.names.columnists,
    findings: findingsOfInput(findings, firstLine, input.file),
    mended: sumCounts([repaired, ...drafted.repaired]),
    refused: false,
  };
}

function sumCounts(repairs: readonly RepairedBlocks[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const { counts } of repairs) {
    for (const [id, times] of counts) sum.set(id, (sum.get(id) ?? 0) + times);
  }
  return sum;
}
