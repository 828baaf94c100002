import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endOf, type LedgerLine } from '../../collections/check-addresses.ts';
import type { PaperAddresses } from '../../collections/standing-addresses.ts';
import { ledgerFileOf, writeLedger, type LedgerEntry } from '../../manuscript/address-ledger.ts';
import type { Finding } from '../../newspaper/finding.ts';
import { placeNewFile, replaceFile } from '../put-file.ts';

type Entry = Omit<LedgerEntry, 'line'>;

/**
 * Brings a ledger up to date: records what is new, leads addresses whose file was renamed to where it
 * went, shortens chains, and frees addresses that have a page again. What a person must decide stays.
 *
 * @returns all entries, in any order
 */
export function recordAddresses({ ledger = [], sound, has }: PaperAddresses): Entry[] {
  const recorded = new Map(ledger.map((entry) => [entry.address, entry]));
  const fresh = Array.from(sound.keys()).filter((address) => !recorded.has(address));
  const vanished = ledger.filter(
    ({ address, target, gone }) => target === undefined && gone === undefined && !has(address),
  );
  const renamed = findRenamed(vanished, fresh, sound);
  const after = new Map<string, LedgerEntry>(recorded);
  for (const [address, target] of renamed) after.set(address, { address, target, line: 0 });
  return [
    ...Array.from(after.values(), ({ address, mark, target, gone }): Entry => {
      if (has(address)) return withMark(address, mark ?? sound.get(address));
      if (gone !== undefined) return { address, gone };
      if (target === undefined) return withMark(address, mark);
      const end = endOf(target, after);
      return { address, target: end !== undefined && has(end.replace(/#.*$/, '')) ? end : target };
    }),
    ...fresh.map((address) => withMark(address, sound.get(address))),
  ];
}

function withMark(address: string, mark: string | undefined): Entry {
  return mark === undefined ? { address } : { address, mark };
}

/** @returns pairs of which nobody could say that another was meant */
function findRenamed(
  vanished: readonly LedgerLine[],
  fresh: readonly string[],
  sound: ReadonlyMap<string, string | undefined>,
): Map<string, string> {
  const renamed = new Map<string, string>();
  const before = new Map(vanished.map(({ address, mark }) => [address, mark]));
  const marks: readonly ((address: string) => string | undefined)[] = [
    (address) => before.get(address) ?? sound.get(address),
    // Moved to another page or edition under its name.
    (address) => /^\/\d[^/]*\/\d+\/([^/]+)\/$/.exec(address)?.[1],
  ];
  for (const mark of marks) {
    const taken = new Set(renamed.values());
    const byMark = (addresses: readonly string[]): Map<string, string[]> => {
      const found = Map.groupBy(
        addresses,
        (address) => `${kindOf(address)} ${mark(address) ?? ''}`,
      );
      return new Map(
        Array.from(found).filter(([key, same]) => !key.endsWith(' ') && same.length === 1),
      );
    };
    const now = byMark(fresh.filter((address) => !taken.has(address)));
    for (const [key, [address]] of byMark([...before.keys()].filter((one) => !renamed.has(one)))) {
      const target = now.get(key)?.[0];
      if (target !== undefined) renamed.set(address!, target);
    }
  }
  for (const address of before.keys()) {
    const target = renamed.has(address) ? undefined : movedFolder(address, renamed, fresh);
    if (target !== undefined) renamed.set(address, target);
  }
  return renamed;
}

function kindOf(address: string): string {
  const steps = address.split('/').length;
  return /^\/\d/.test(address) ? `date ${steps}` : steps === 3 ? 'page' : address.split('/')[1]!;
}

/** An edition or a page all of whose renamed articles went to one other. */
function movedFolder(
  address: string,
  renamed: ReadonlyMap<string, string>,
  fresh: readonly string[],
): string | undefined {
  const steps = address.split('/').length;
  if (!/^\/\d/.test(address) || steps > 4) return undefined;
  const targets = new Set(
    Array.from(renamed)
      .filter(([old]) => old.startsWith(address))
      .map(
        ([, target]) =>
          `${target
            .split('/')
            .slice(0, steps - 1)
            .join('/')}/`,
      ),
  );
  const [target] = targets;
  return targets.size === 1 && fresh.includes(target!) ? target : undefined;
}

/** Mistakes that `recordAddresses` can see; a file with any other is left to a person. */
const mendable: ReadonlySet<string> = new Set([
  'address-vanished',
  'address-unrecorded',
  'address-taken',
  'address-chain',
  'address-target',
  'address-loop',
]);

/**
 * Writes the files of the ledger that `recordAddresses` changes, each whole or not at all.
 *
 * @param root absolute path of the content folder
 * @returns how many files were written
 */
export function writeAddresses(
  root: string,
  ledger: readonly LedgerLine[],
  entries: readonly Entry[],
  findings: readonly Finding[],
): number {
  const damaged = new Set(findings.filter(({ id }) => !mendable.has(id)).map(({ file }) => file));
  const recorded = new Map(ledger.map((entry) => [entry.address, entry]));
  let written = 0;
  for (const [path, ofFile] of Map.groupBy(entries, ({ address }) => ledgerFileOf(address))) {
    const isSame = ofFile.every(({ address, target, gone }) => {
      const known = recorded.get(address);
      return known !== undefined && known.target === target && known.gone === gone;
    });
    if (isSame || damaged.has(path)) continue;
    const file = join(root, path);
    if (existsSync(file)) replaceFile(file, writeLedger(ofFile, readFileSync(file, 'utf8')));
    else placeNewFile(file, writeLedger(ofFile, undefined));
    written += 1;
  }
  return written;
}
