import { findingWords } from '../newspaper/finding-words.ts';
import type { Bilingual } from '../newspaper/bilingual.ts';
import type { Finding } from '../newspaper/finding.ts';
import { isLedgerFile, ledgerFileOf, type LedgerEntry } from '../manuscript/address-ledger.ts';

/** A line of the ledger with the file that it stands in. */
export interface LedgerLine extends LedgerEntry {
  /** Relative to the content folder. */
  readonly path: string;
}

/** Which addresses content/ makes. */
export interface StandingAddresses {
  readonly has: (address: string) => boolean;
  /** Those of sound files, in their order: what there is to record. */
  readonly sound: ReadonlyMap<string, unknown>;
}

/** An edition that was lost is one mistake, not twenty. */
const maxTold = 20;

/**
 * Holds the ledger against what content/ makes: each address that was published has a page, leads to
 * one in one step, or is withdrawn on purpose. (W3C, "Cool URIs don't change".)
 *
 * @param ledger of one paper, each address once
 */
export function checkAddresses(
  ledger: readonly LedgerLine[],
  standing: StandingAddresses,
): Finding[] {
  const byAddress = new Map(ledger.map((entry) => [entry.address, entry]));
  const vanished: LedgerLine[] = [];
  const findings: Finding[] = [];
  for (const entry of ledger) {
    if (entry.target !== undefined || entry.gone !== undefined) {
      findings.push(...checkWayOn(entry, byAddress, standing));
    } else if (!standing.has(entry.address)) vanished.push(entry);
  }
  return [...findings, ...tellVanished(vanished), ...checkRecorded(byAddress, standing)];
}

function findingAt(
  { path, line, address }: LedgerLine,
  id: string,
  message: Bilingual,
  action: Bilingual,
): Finding {
  return {
    id,
    severity: 'error',
    file: path,
    line,
    column: 1,
    excerpt: address,
    ...findingWords(message, action),
  };
}

/** An address that moved or was withdrawn: its way on is one step, and ends at a page. */
function checkWayOn(
  entry: LedgerLine,
  byAddress: ReadonlyMap<string, LedgerLine>,
  standing: StandingAddresses,
): Finding[] {
  const { address, target } = entry;
  if (standing.has(address)) {
    return [
      findingAt(
        entry,
        'address-taken',
        {
          zh: `${address} 有自己的页，又写着${target === undefined ? '已撤下' : `转到 ${target}`}`,
          en: `${address} has a page of its own, and ${target === undefined ? 'withdrawn' : `goes to ${target}`} as well`,
        },
        {
          zh: '这一行只留网址（npm run check -- --fix 会改），或删去那一页的文件',
          en: 'Keep the address alone on this line (npm run check -- --fix does), or remove that page’s file',
        },
      ),
    ];
  }
  const to = target?.replace(/#.*$/, '');
  if (to === undefined || standing.has(to)) return [];
  const next = byAddress.get(to);
  const end = endOf(to, byAddress);
  const writeAnother = {
    zh: '写现在有的网址；没有去处的，写 gone 和原因',
    en: 'Write an address that is there; where there is none, gone and the reason',
  };
  if (next?.target === undefined) {
    const found =
      next?.gone === undefined
        ? { zh: `没有 ${to} 这一页`, en: `There is no page ${to}` }
        : { zh: `${to} 已撤下`, en: `${to} is withdrawn` };
    return [findingAt(entry, 'address-target', found, writeAnother)];
  }
  if (end === undefined) {
    return [
      findingAt(
        entry,
        'address-loop',
        { zh: `${address} 转到 ${to}，又转了回来`, en: `${address} goes to ${to}, and back again` },
        writeAnother,
      ),
    ];
  }
  return [
    findingAt(
      entry,
      'address-chain',
      {
        zh: `${address} 转到 ${to}，${to} 又转到 ${next.target}：应一步就到`,
        en: `${address} goes to ${to}, and ${to} to ${next.target}: one step must do`,
      },
      {
        zh: `改为 ${address} -> ${end}（npm run check -- --fix 会改）`,
        en: `Write ${address} -> ${end} (npm run check -- --fix does)`,
      },
    ),
  ];
}

function tellVanished(vanished: readonly LedgerLine[]): Finding[] {
  const told = vanished.slice(0, maxTold).map((entry) =>
    findingAt(
      entry,
      'address-vanished',
      {
        zh: `${entry.address} 发布过，现在没有这一页`,
        en: `${entry.address} was published, and there is no such page now`,
      },
      {
        zh: '文件改了名：npm run check -- --fix，或在这一行的网址之后写“-> 新网址”；有意撤下：写“gone 原因”；误删：找回文件；从未发布：删去这一行',
        en: 'If the file was renamed: npm run check -- --fix, or write “-> new address” after the address on this line; withdrawn on purpose: “gone reason”; removed by mistake: put it back; never published: remove this line',
      },
    ),
  );
  if (vanished.length <= maxTold) return told;
  return [
    ...told,
    findingAt(
      vanished[maxTold]!,
      'address-vanished',
      {
        zh: `还有 ${vanished.length - maxTold} 个发布过的网址没有页`,
        en: `${vanished.length - maxTold} more published addresses have no page`,
      },
      {
        zh: '先看是不是误删了整期；再逐个处理',
        en: 'See first whether a whole edition was removed by mistake; then go through them',
      },
    ),
  ];
}

/** Where a line leads in the end; undefined where that is a circle. */
export function endOf(
  address: string,
  byAddress: ReadonlyMap<string, LedgerEntry>,
): string | undefined {
  const seen = new Set<string>();
  for (let at = address; ;) {
    const target = byAddress.get(at.replace(/#.*$/, ''))?.target;
    if (target === undefined) return at;
    if (seen.has(target)) return undefined;
    seen.add(target);
    at = target;
  }
}

/** What is not recorded is not kept: one finding a file of the ledger. */
function checkRecorded(
  recorded: ReadonlyMap<string, unknown>,
  { sound }: StandingAddresses,
): Finding[] {
  const missing = Array.from(sound.keys()).filter((address) => !recorded.has(address));
  return Array.from(Map.groupBy(missing, ledgerFileOf))
    .filter(([path]) => isLedgerFile(path))
    .map(([path, addresses]) => ({
      id: 'address-unrecorded',
      severity: 'review',
      file: path,
      line: 1,
      column: 1,
      excerpt: addresses[0]!,
      ...findingWords(
        {
          zh: `有 ${addresses.length} 个新网址还没有记下，如 ${addresses[0]!}`,
          en: `${addresses.length} new addresses are not noted yet, such as ${addresses[0]!}`,
        },
        {
          zh: '发布之前运行 npm run check -- --fix，连同 addresses/ 一起提交',
          en: 'Run npm run check -- --fix before publishing, and commit addresses/ with it',
        },
      ),
    }));
}
