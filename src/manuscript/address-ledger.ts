import { findingWords } from '../newspaper/finding-words.ts';
import type { Bilingual } from '../newspaper/bilingual.ts';
import { hash } from 'node:crypto';
import { formatPageNumber } from '../newspaper/format-page-number.ts';
import { isIssueDate } from '../newspaper/issue-date.ts';
import { excerptOf, type LocalFinding } from '../newspaper/local-finding.ts';
import { isSlug } from '../newspaper/slug.ts';
import { checkCharacters } from './check-characters.ts';

/** An address of the paper that was published once, as one line of the ledger says it. */
export interface LedgerEntry {
  /** From the site's root, with a slash at both ends: `/2022-12-19/01/slug/`. */
  readonly address: string;
  /** What its file is known by when the file is renamed: `ledgerMark`. */
  readonly mark?: string;
  /** Where it went, when it moved: an address, with the paragraph (`#p3`) where it is a part of that page. */
  readonly target?: string;
  /** Withdrawn on purpose; why, as readers are told, or ''. */
  readonly gone?: string;
  /** 1-based. */
  readonly line: number;
}

export interface ReadLedger {
  readonly entries: readonly LedgerEntry[];
  readonly findings: readonly LocalFinding[];
}

/** The folder of the ledger in the content folder. A paper without it keeps none. */
export const ledgerFolder = 'addresses';

/** What stands at the head of a ledger that a command writes. */
const header = `# 发布过的网址，一行一个；npm run check -- --fix 记下新的。Published addresses, one a line.
# 改名：旧网址 -> 新网址   撤下：网址 gone 原因。说明见 docs/permanence.md。
`;

const maxReason = 200;

/** Sections, columns, columnists and the paper's own pages, which belong to no year. */
const timelessFile = `${ledgerFolder}/paper.txt`;

/**
 * What an article or a list is known by under another name. It stands in the ledger, since whoever
 * renames a file in a fresh clone has no memory of the old one.
 *
 * @param text the place in the source page, which stays as it is while headlines are corrected; where
 *   there is none, the headline or name
 * @returns 6 characters: of 24,000 texts some twenty pairs are alike, and one that two share tells nothing
 */
export function ledgerMark(text: string): string {
  return hash('sha1', text).slice(0, 6);
}

/** The file of the ledger that an address stands in: `addresses/2022.txt`. */
export function ledgerFileOf(address: string): string {
  const year = /^\/(\d{4})-\d{2}-\d{2}\//.exec(address)?.[1];
  return year === undefined ? timelessFile : `${ledgerFolder}/${year}.txt`;
}

/** Whether a file of the content folder is one of the ledger's. */
export function isLedgerFile(path: string): boolean {
  return path === timelessFile || /^addresses\/\d{4}\.txt$/.test(path);
}

/**
 * Whether a text is an address that a file of content/ makes: an edition, a page, an article, a
 * section, a column, a columnist, a page of text. ASCII throughout, so that no other site, no `..`
 * and no character that looks like another can stand in a redirect.
 */
export function isLedgerAddress(text: string): boolean {
  const [before, ...steps] = text.split('/');
  const after = steps.pop();
  if (before !== '' || after !== '') return false;
  const [first = '', second, third] = steps;
  if (/^\d{4}-/.test(first)) {
    return (
      isIssueDate(first) &&
      steps.length <= 3 &&
      (second === undefined || isPageNumber(second)) &&
      (third === undefined || isSlug(third))
    );
  }
  if (first === 'sections' || first === 'columns' || first === 'columnists') {
    return steps.length === 2 && isSlug(second!);
  }
  return steps.length === 1 && isSlug(first);
}

function isPageNumber(text: string): boolean {
  return /^\d{2,3}$/.test(text) && Number(text) > 0 && formatPageNumber(Number(text)) === text;
}

/**
 * Reads one file of the ledger. A line is an address, `address ~mark`, `old -> new`, or `old gone reason`; empty lines
 * and lines that begin with `#` say nothing. Two lines for one address are one where a merge made them
 * of `old` and what became of it; the order of the lines is free.
 *
 * @param path of the file in the content folder: an address stands in the file of its year
 */
export function readLedger(text: string, path: string): ReadLedger {
  const findings: LocalFinding[] = [...checkCharacters(text)];
  const entries = new Map<string, LedgerEntry>();
  for (const [index, whole] of text.split(/\r\n|\r|\n/).entries()) {
    const read = readLine(whole, index + 1, path);
    if (read === undefined) continue;
    if ('severity' in read) {
      findings.push(read);
      continue;
    }
    const other = entries.get(read.address);
    if (other === undefined || says(other) === '') {
      entries.set(read.address, read);
    } else if (says(read) !== '' && says(read) !== says(other)) {
      findings.push(
        findingAt(
          { id: 'address-twice', line: read.line, column: 1, excerpt: whole },
          {
            zh: `${read.address} 在第 ${other.line} 行已另有去处`,
            en: `${read.address} has another way to go at line ${other.line} already`,
          },
          { zh: '两行留一行', en: 'Keep one of the two lines' },
        ),
      );
    }
  }
  return { entries: [...entries.values()], findings };
}

function findingAt(
  { excerpt, ...place }: Pick<LocalFinding, 'id' | 'line' | 'column' | 'excerpt'>,
  message: Bilingual,
  action: Bilingual,
): LocalFinding {
  return {
    ...place,
    severity: 'error',
    excerpt: excerptOf(excerpt),
    ...findingWords(message, action),
  };
}

/** @returns undefined for a line that says nothing */
function readLine(
  whole: string,
  line: number,
  path: string,
): LedgerEntry | LocalFinding | undefined {
  const words = /^[ \t]*(?<address>[^ \t]+)(?:[ \t]+(?<verb>[^ \t]+)(?<rest>.*))?$/.exec(whole);
  const { address = '', verb, rest = '' } = words?.groups ?? {};
  if (address === '' || address.startsWith('#')) return undefined;
  const atAddress = { line, column: whole.indexOf(address) + 1, excerpt: address };
  if (!isLedgerAddress(address)) {
    return findingAt(
      { id: 'address-shape', ...atAddress },
      {
        zh: '应为本报的网址，以 / 开头和结尾，如 /2022-12-19/01/slug/',
        en: 'It must be an address of the paper that begins and ends with /, such as /2022-12-19/01/slug/',
      },
      {
        zh: '改正网址；从来没有发布过的，删去这一行',
        en: 'Mend the address; if it was never published, remove this line',
      },
    );
  }
  if (ledgerFileOf(address) !== path) {
    return findingAt(
      { id: 'address-file', ...atAddress },
      {
        zh: `${address} 应记在 ${ledgerFileOf(address)}`,
        en: `${address} belongs into ${ledgerFileOf(address)}`,
      },
      { zh: '把这一行移过去', en: 'Move this line there' },
    );
  }
  const told = rest.trim();
  if (verb === undefined) return { address, line };
  if (/^~[0-9a-f]{6}$/.test(verb) && told === '') return { address, mark: verb.slice(1), line };
  if (verb === 'gone' && told.length <= maxReason) return { address, gone: told, line };
  if (verb === '->' && isLedgerAddress(told.replace(/#p[1-9]\d{0,4}$/, ''))) {
    return { address, target: told, line };
  }
  const at = verb === '->' ? Math.max(0, whole.lastIndexOf(told)) : whole.indexOf(verb);
  return findingAt(
    { id: 'address-line', line, column: at + 1, excerpt: whole.slice(at) },
    verb === 'gone'
      ? {
          zh: `原因应不超过 ${maxReason} 字，现为 ${told.length} 字`,
          en: `The reason may have ${maxReason} characters; it has ${told.length}`,
        }
      : verb === '->'
        ? {
            zh: `“->”之后应为本报的网址，如 /2022-12-19/01/slug/，现为“${excerptOf(told)}”`,
            en: `After “->” stands an address of the paper, such as /2022-12-19/01/slug/; found “${excerptOf(told)}”`,
          }
        : {
            zh: `网址之后应为“-> 新网址”或“gone 原因”，现为“${excerptOf(verb)}”`,
            en: `After the address stands “-> new address” or “gone reason”; found “${excerptOf(verb)}”`,
          },
    verb === 'gone'
      ? {
          zh: '写短些，细节写进更正页',
          en: 'Make it shorter; details go onto the corrections page',
        }
      : { zh: '改正这一行', en: 'Mend this line' },
  );
}

/** What a line says besides the address. */
function says({ target, gone }: Omit<LedgerEntry, 'line'>): string {
  if (target !== undefined) return ` -> ${target}`;
  return gone === undefined ? '' : ` gone ${gone}`.trimEnd();
}

/**
 * Writes one file of the ledger: sorted, one line an address, so that two branches that record
 * different editions touch different lines.
 *
 * @param before what the file held: the comments at its head stay
 */
export function writeLedger(
  entries: readonly Omit<LedgerEntry, 'line'>[],
  before: string | undefined,
): string {
  const head = /^(?:#[^\n\r]*(?:\r\n|\r|\n))+/.exec(before ?? '')?.[0].replaceAll('\r\n', '\n');
  const lines = entries.map((entry) => {
    const mark = entry.mark === undefined ? '' : ` ~${entry.mark}`;
    return entry.address + (says(entry) || mark);
  });
  return (
    (head ?? header) +
    lines
      .sort()
      .map((line) => `${line}\n`)
      .join('')
  );
}
