import type { IssueDate } from '../../newspaper/issue-date.ts';
import { makeFinding, type PageFinding } from '../page/findings.ts';
import type { KnownPaper } from '../page/known-paper.ts';
import { readFolio, type Folio } from '../page/folio.ts';
import type { PageCredit } from '../page/page-credits.ts';
import type { ClassifiedBlock } from '../classify/classify-blocks.ts';
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
interface Given {
  readonly date: IssueDate;
  readonly page: number;
  readonly pageGiven?: boolean;
  readonly pageName?: string | undefined;
  readonly known: KnownPaper;
}

/**
 * Makes the page's data of its folio, editors' line and nameplate. What a person has given stands
 * against what is printed, with a finding; what nobody has given is taken from the print.
 *
 * @param edges headers and footers that the tool has told apart
 * @param isOnly the input holds this page alone
 */
export function readFurniture(
  furniture: readonly ClassifiedBlock[],
  edges: readonly PageEdge[],
  part: PagePart,
  given: Given,
  isOnly: boolean,
): Furniture {
  const findings: PageFinding[] = [];
  const paperName = given.known.publication?.name;
  const folios: { folio: Folio; line: number; text: string }[] = [];
  const credits: PageCredit[] = [];
  const doubt = (found: string, line: number, excerpt: string): void => {
    findings.push(makeFinding('page-credits-unsure', { line, excerpt }, { found }));
  };
  let name: string | undefined;
  for (const { block, shape, role, decided } of furniture) {
    const place = { line: block.lines.first, excerpt: block.text };
    const folio = role === 'clutter' ? undefined : shape.folio;
    if (folio) {
      folios.push({ folio, line: place.line, text: block.text });
      credits.push(...folio.credits);
      for (const office of folio.doubtful) doubt(office, place.line, place.excerpt);
    } else if (role === 'page-credits') doubt(place.excerpt, place.line, place.excerpt);
    findings.push(
      makeFinding(
        role === 'folio'
          ? 'folio-read'
          : role === 'page-credits'
            ? 'page-credits-read'
            : role === 'nameplate'
              ? 'nameplate-read'
              : decided
                ? 'decision-set-aside'
                : 'clutter-cut',
        place,
      ),
    );
  }
  for (const { text, line, repeated } of edges) {
    const folio = readFolio(text, paperName);
    const id = repeated && !folio ? 'running-head' : 'folio-read';
    findings.push(makeFinding(id, { line, excerpt: text }));
    if (folio) {
      folios.push({ folio, line, text });
      credits.push(...folio.credits);
      for (const office of folio.doubtful) doubt(office, line, text);
    } else if (
      /^\p{L}{2,8}$/u.test(text.trim()) &&
      !/(?:日报|晚报|时报|日報|晚報|時報|新聞|早报|晨报)$/u.test(text)
    ) {
      name ??= text.trim();
    }
  }
  const printed = folios.find((one) => one.folio.page !== undefined);
  const dated = folios.find((one) => one.folio.date !== undefined);
  name = given.pageName ?? folios.find((one) => one.folio.name !== undefined)?.folio.name ?? name;
  // Beside editors a page's name may stand, and nothing else: what is neither was not read.
  for (const { folio, line, text } of folios) {
    if (folio.credits.length === 0 || folio.name === undefined || folio.name === name) continue;
    doubt(folio.name, line, text);
  }
  let page = given.page;
  if (printed?.folio.page !== undefined && printed.folio.page <= 999) {
    if (given.pageGiven === true && isOnly && printed.folio.page !== given.page) {
      findings.push(
        makeFinding(
          'page-conflict',
          { line: printed.line, excerpt: printed.text },
          { printed: printed.folio.page, given: given.page },
        ),
      );
    } else page = printed.folio.page;
  } else if (part.number !== undefined && !isOnly && part.number >= given.page) {
    page = part.number;
  } else if (part.number !== undefined && isOnly && given.pageGiven !== true) page = part.number;
  if (dated && dated.folio.date !== given.date) {
    findings.push(
      makeFinding(
        'date-conflict',
        { line: dated.line, excerpt: dated.text },
        { printed: dated.folio.date!, given: given.date },
      ),
    );
  }
  const issueNumber = folios.find((one) => one.folio.issueNumber !== undefined)?.folio.issueNumber;
  return {
    page,
    credits,
    findings,
    name,
    date: dated && dated.folio.date!,
    issueNumber,
  };
}
