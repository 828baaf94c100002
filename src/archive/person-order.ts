import { pinyin } from 'pinyin-pro';
import type { Wording } from '../wording/wording.ts';

/** What a person's place in an index is decided by. */
export interface PersonName {
  readonly name: string;
  readonly sortKey?: string | undefined;
}

export interface InitialGroup<Person> {
  /** A Latin capital, or the wording's word for everything else. */
  readonly initial: string;
  readonly people: readonly Person[];
}

/**
 * The reading of a name, syllable by syllable: the family name read as one (曾 zeng, not ceng), so
 * that 仇 stands under Q. Names in Latin letters are their own reading.
 */
export function readingOf({ name, sortKey }: PersonName): string {
  if (sortKey !== undefined) return sortKey.toLowerCase();
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', surname: 'head' })
    .join(' ')
    .toLowerCase();
}

/**
 * Groups people under the initials of their readings, A to Z and then the rest.
 *
 * Names that read alike (章, 张) are told apart by the collation of the language, which for
 * `co-pinyin` goes by tone and then by stroke.
 */
export function groupByInitial<Person extends PersonName>(
  people: readonly Person[],
  wording: Wording,
): InitialGroup<Person>[] {
  const collator = new Intl.Collator(wording.collation);
  const latin = new Intl.Collator('en');
  const read = people.map((person) => {
    const reading = readingOf(person);
    const first = reading.normalize('NFD').charAt(0).toUpperCase();
    return { person, reading, initial: /[A-Z]/.test(first) ? first : '' };
  });
  read.sort(
    (left, right) =>
      compareInitials(left.initial, right.initial) ||
      latin.compare(left.reading, right.reading) ||
      collator.compare(left.person.name, right.person.name),
  );
  const groups: { initial: string; people: Person[] }[] = [];
  for (const { person, initial } of read) {
    const heading = initial === '' ? wording.columnist.otherInitial : initial;
    const last = groups.at(-1);
    if (last?.initial === heading) last.people.push(person);
    else groups.push({ initial: heading, people: [person] });
  }
  return groups;
}

function compareInitials(left: string, right: string): number {
  if (left === right) return 0;
  if (left === '') return 1;
  if (right === '') return -1;
  return left < right ? -1 : 1;
}
