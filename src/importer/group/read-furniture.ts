import type { IssueDate } from '../../newspaper/issue-date.ts';
import { namedAsNewspaper } from '../lexicon/newspaper-name.ts';
import type { BlockRole } from '../page/decision.ts';
import { makeFinding, type FindingId, type PageFinding } from '../page/findings.ts';
import type { KnownPaper } from '../page/known-paper.ts';
import { readFolio, type Folio } from '../page/folio.ts';
import type { PageCredit } from '../page/page-credits.ts';
import type { ClassifiedBlock } from '../classify/classified-block.ts';
import type { PageEdge } from '../segment/segmented-page.ts';
import type { PagePart } from '../segment/split-pages.ts';

export interface Furniture {
  readonly page: number;
  readonly name?: string | undefined;
  readonly date?: IssueDate | undefined;
  readonly issueNumber?: string | undefined;
  readonly credits: readonly PageCredit[];
  readonly findings: readonly PageFinding[];
}

/** What the reading of a page's furniture must know of the request. */
export interface FurnitureRequest {
  readonly date: IssueDate;
  /** The input holds this page alone. */
  readonly isOnly: boolean;
  readonly page: number;
  readonly pageGiven?: boolean;
  readonly pageName?: string | undefined;
  readonly known: KnownPaper;
}

/** A folio where it is printed. */
interface PrintedFolio {
  readonly folio: Folio;
  readonly line: number;
  readonly text: string;
}

/**
 * Makes the page's data of its folio, editors' line and nameplate. What a person has given stands
 * against what is printed, with a finding; what nobody has given is taken from the print.
 *
 * @param edges headers and footers that the tool has told apart
 */
export function readFurniture(
  furniture: readonly ClassifiedBlock[],
  edges: readonly PageEdge[],
  part: PagePart,
  given: FurnitureRequest,
): Furniture {
  const printed: PrintedFolio[] = [];
  const findings: PageFinding[] = [];
  const nameOver = readBlocks(furniture, printed, findings);
  const edgeName = readEdges(edges, given.known.publication?.name, printed, findings);
  const first = <Key extends keyof Folio>(key: Key): Folio[Key] | undefined =>
    printed.find(({ folio }) => folio[key] !== undefined)?.folio[key];
  const name = given.pageName ?? first('name') ?? nameOver ?? edgeName;
  // Beside editors a page's name may stand, and nothing else: what is neither was not read.
  for (const { folio, line, text } of printed) {
    if (folio.credits.length === 0 || folio.name === undefined || folio.name === name) continue;
    findings.push(doubt(folio.name, line, text));
  }
  const page = decidePage(printed, part, given, findings);
  reportOtherDate(printed, given.date, findings);
  return {
    page,
    credits: printed.flatMap(({ folio }) => folio.credits),
    findings,
    name,
    date: first('date'),
    issueNumber: first('issueNumber'),
  };
}

function doubt(found: string, line: number, excerpt: string): PageFinding {
  return makeFinding('page-credits-unsure', { line, excerpt }, { found });
}

/**
 * Folios among the blocks; each block is told of by what it was taken for.
 *
 * @returns the page's name where it stands over its folio
 */
function readBlocks(
  furniture: readonly ClassifiedBlock[],
  printed: PrintedFolio[],
  findings: PageFinding[],
): string | undefined {
  let name: string | undefined;
  for (const { block, shape, role, decided } of furniture) {
    const { text } = block;
    const line = block.lines.first;
    const folio = role === 'clutter' ? readPath(text) : shape.folio;
    if (!folio && role === 'folio') name ??= text.replaceAll(/\s/gu, '');
    if (folio) {
      printed.push({ folio, line, text });
      findings.push(...folio.doubtful.map((office) => doubt(office, line, text)));
    } else if (role === 'page-credits') findings.push(doubt(text, line, text));
    const id = decided && role === 'clutter' ? 'decision-set-aside' : readAs[role];
    findings.push(makeFinding(id ?? 'clutter-cut', { line, excerpt: text }));
  }
  return name;
}

/** 首页 > 数字报 > 岭东日报 > 2023-02-10 > 03版 民生: where a page of the web says that it stands. */
function readPath(text: string): Folio | undefined {
  const steps = text.split(/\s*[>＞»›]\s*/u).slice(1);
  const own = steps.filter((step) => !/^(?:首页|数字报|电子[报版]|报纸|正文)$/u.test(step));
  return steps.length < 2 ? undefined : readFolio(own.join(' '));
}

const newspaper = new RegExp(`${namedAsNewspaper}$`, 'u');

const readAs: Partial<Record<BlockRole, FindingId>> = {
  folio: 'folio-read',
  'page-credits': 'page-credits-read',
  nameplate: 'nameplate-read',
};

/** Folios at the page's edges; a short word there is the page's name, which is given. */
function readEdges(
  edges: readonly PageEdge[],
  paperName: string | undefined,
  printed: PrintedFolio[],
  findings: PageFinding[],
): string | undefined {
  let name: string | undefined;
  for (const { text, line, repeated } of edges) {
    const folio = readFolio(text, paperName);
    const id = repeated && !folio ? 'running-head' : 'folio-read';
    findings.push(makeFinding(id, { line, excerpt: text }));
    if (folio) {
      printed.push({ folio, line, text });
      findings.push(...folio.doubtful.map((office) => doubt(office, line, text)));
    } else if (/^\p{L}{2,8}$/u.test(text.trim()) && !newspaper.test(text)) {
      name ??= text.trim();
    }
  }
  return name;
}

/** The printed number, else the input's own count of its pages, else what was given. */
function decidePage(
  folios: readonly PrintedFolio[],
  part: PagePart,
  given: FurnitureRequest,
  findings: PageFinding[],
): number {
  const { isOnly } = given;
  const isGiven = given.pageGiven === true;
  const printed = folios.find(({ folio }) => folio.page !== undefined);
  const number = printed?.folio.page;
  if (printed && number !== undefined && number <= 999) {
    if (!isGiven || !isOnly || number === given.page) return number;
    const place = { line: printed.line, excerpt: printed.text };
    findings.push(makeFinding('page-conflict', place, { printed: number, given: given.page }));
    return given.page;
  }
  if (part.number === undefined) return given.page;
  return (isOnly ? !isGiven : part.number >= given.page) ? part.number : given.page;
}

function reportOtherDate(
  folios: readonly PrintedFolio[],
  given: IssueDate,
  findings: PageFinding[],
): void {
  const dated = folios.find(({ folio }) => folio.date !== undefined);
  const printed = dated?.folio.date;
  if (!dated || printed === undefined || printed === given) return;
  const place = { line: dated.line, excerpt: dated.text };
  findings.push(makeFinding('date-conflict', place, { printed, given }));
}
