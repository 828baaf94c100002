import { editDistance } from '../lexicon/edit-distance.ts';
import type { KnownName } from './known-paper.ts';

/** A name without blanks, marks and case: two prints of one name differ in these. */
export function bareName(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase();
}

const spellings = new WeakMap<KnownName, readonly string[]>();

/** Every way a name of the paper is known to be written, without marks. */
export function spellingsOf(name: KnownName): readonly string[] {
  let known = spellings.get(name);
  if (!known) {
    known = [name.name, ...name.aliases].map(bareName).filter((one) => one !== '');
    spellings.set(name, known);
  }
  return known;
}

export type NameMatch<Name extends KnownName> =
  | { readonly kind: 'same' | 'misread' | 'similar'; readonly entry: Name }
  | { readonly kind: 'none' };

/**
 * Looks a printed name up among those the paper knows. `misread` is certain enough to act on: at
 * most one character in five differs, nothing else of the paper is as near, and the name has five
 * characters or more. `similar` (one in three) is for a person to say.
 */
export function matchName<Name extends KnownName>(
  printed: string,
  names: readonly Name[],
): NameMatch<Name> {
  const bare = bareName(printed);
  if (bare === '') return { kind: 'none' };
  let nearest: { entry: Name; distance: number } | undefined;
  let rival = Infinity;
  for (const entry of names) {
    const known = spellingsOf(entry);
    if (known.includes(bare)) return { kind: 'same', entry };
    for (const spelling of known) {
      if (Math.abs(spelling.length - bare.length) > 2) continue;
      const distance = editDistance(bare, spelling);
      if (!nearest || distance < nearest.distance) {
        if (nearest && nearest.entry !== entry) rival = nearest.distance;
        nearest = { entry, distance };
      } else if (nearest.entry !== entry) rival = Math.min(rival, distance);
    }
  }
  if (!nearest) return { kind: 'none' };
  const length = Math.max(bare.length, bareName(nearest.entry.name).length);
  if (length >= 5 && nearest.distance * 5 <= length && rival > nearest.distance + 1) {
    return { kind: 'misread', entry: nearest.entry };
  }
  if (length >= 4 && nearest.distance * 3 <= length)
    return { kind: 'similar', entry: nearest.entry };
  return { kind: 'none' };
}
