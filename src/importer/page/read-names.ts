import type { Byline } from '../../newspaper/byline.ts';
import { isGivenNameAlone } from '../lexicon/person-names.ts';
import { surnameOf } from '../lexicon/surnames.ts';

/** A line of names as it was read: who they are, and how sure it is that the line says so. */
export interface ReadByline {
  readonly bylines: readonly Byline[];
  /**
   * strong: a role word or a printer's mark says so. weak: names alone, which are a byline only
   * where one is expected. faint: one word that could be a name as well as any other word.
   */
  readonly strength: 'strong' | 'weak' | 'faint';
  /** False where names were told apart without a blank between them. */
  readonly certain: boolean;
}

export interface ReadNames {
  readonly names: readonly string[];
  /** False where names stood without a blank between them and were told apart by family name. */
  readonly certain: boolean;
}

const hanName = /^\p{Script=Han}{2,4}$/u;
/** 阿依古丽·买买提, 让·雅克: one dot or more, each side two letters at least. */
const dottedName = /^\p{Script=Han}{1,8}(?:[·・•]\p{Script=Han}{1,8}){1,3}$/u;
const kanaName =
  /^(?=.*[\p{Script=Katakana}\p{Script=Hiragana}])[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]{2,10}$/u;
const latinName =
  /^(?:\p{Lu}[\p{L}'’.-]*)(?:\s+(?:(?:de|da|do|dos|del|della|du|van|von|vom|zu|der|den|ter|la|le|af|bin|al)\s+)*(?:[dDlL]['’])?\p{Lu}[\p{L}'’.-]*){1,3}$/u;

/**
 * Reads a run of names as a byline prints them: `林知远 何敏`, `刘　敏`, `张三、李四`, `Jane Doe and
 * John Roe`. A blank between two lone characters sets a name of two wide: `刘 敏` is one person.
 *
 * @returns undefined where anything in the run is no name
 */
export function readNames(text: string): ReadNames | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (/^[\p{Script=Latin}\s.,'’&-]+$/u.test(trimmed)) return readLatinNames(trimmed);
  const tokens = trimmed
    .split(/[\s\u3000、，,；;／/&＆]+|(?<=\p{Script=Han}{2})[和與与](?=\p{Script=Han}{2})/u)
    .filter((token) => token !== '');
  if (tokens.length === 0 || tokens.length > 12) return undefined;
  const names: string[] = [];
  let certain = true;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    const next = tokens[index + 1];
    // A paper or a role is nobody, whatever line its names went to.
    if (/^(?:本报|本報|新华社|新華社)(?:记者?|記者?|通讯员|通訊員)?$/u.test(token))
      return undefined;
    // 之七 numbers a series: 走基层 之七.
    if (/^之[一二三四五六七八九十]{1,3}$/u.test(token)) return undefined;
    if (/^\p{Script=Han}$/u.test(token)) {
      if (next === undefined || !/^\p{Script=Han}{1,2}$/u.test(next)) return undefined;
      // 林 疏 影: one of three, set wide, where an even count would be two of two.
      const third = tokens[index + 2];
      if (
        next.length === 1 &&
        third !== undefined &&
        /^\p{Script=Han}$/u.test(third) &&
        (tokens.length - index) % 2 === 1 &&
        (surnameOf(token) !== '' || tokens.length === 3)
      ) {
        names.push(token + next + third);
        index += 2;
        continue;
      }
      names.push(token + next);
      index += 1;
    } else if (hanName.test(token) && (token.length < 4 || surnameOf(token).length === 2)) {
      names.push(token);
    } else if (dottedName.test(token) || kanaName.test(token) || isGivenNameAlone(token)) {
      names.push(token);
    } else {
      const parted = partNames(token);
      if (parted) {
        names.push(...parted);
        certain = false;
      } else if (hanName.test(token)) {
        names.push(token);
        certain = surnameOf(token) !== '' && certain;
      } else return undefined;
    }
  }
  return { names, certain };
}

function readLatinNames(text: string): ReadNames | undefined {
  const names = text
    .split(/\s*(?:,|&|\band\b)\s*/i)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map(lowerCapitals);
  return names.length > 0 && names.length <= 8 && names.every((name) => latinName.test(name))
    ? { names, certain: true }
    : undefined;
}

/** `JANE O'NEIL-DOE` -> `Jane O'Neil-Doe`, `Yves LE GOFF` -> `Yves Le Goff`: capitals are how a name is set, not how one is called. */
function lowerCapitals(name: string): string {
  if (name === name.toUpperCase()) return capitalise(name);
  return / \p{Lu}[\p{Lu}'’-]{2,}$/u.test(name)
    ? name.replaceAll(/(?<!\S)\p{Lu}[\p{Lu}'’-]+(?!\S)/gu, capitalise)
    : name;
}

function capitalise(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(
      /(^|[\s'’.-])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
}

/** Parts `林知远何敏` where exactly one division gives names of two or three characters each. */
function partNames(run: string): string[] | undefined {
  if (!/^\p{Script=Han}{4,9}$/u.test(run)) return undefined;
  const found: string[][] = [];
  const walk = (start: number, names: readonly string[]): void => {
    if (found.length > 1) return;
    if (start === run.length) {
      found.push([...names]);
      return;
    }
    for (const length of [2, 3]) {
      const name = run.slice(start, start + length);
      if (name.length === length && surnameOf(name) !== '') walk(start + length, [...names, name]);
    }
  };
  walk(0, []);
  return found.length === 1 ? found[0] : undefined;
}

/** Whether a text alone, with no role word beside it, is likely one person's name or two. */
export function looksLikeNames(text: string): boolean {
  const read = readNames(text);
  return (
    read !== undefined &&
    read.certain &&
    read.names.length <= 4 &&
    read.names.every((name) => /[·・]/.test(name) || beginsAsName(name))
  );
}

/** Whether a Han name begins with a family name, and is no longer than such names are. */
export function beginsAsName(name: string): boolean {
  const family = surnameOf(name).length;
  return family > 0 && name.length <= family + 2;
}

/** Whether a text could be one name and nothing else, family name known or not: 束怀瑾, 薄荷. */
export function couldBeName(text: string): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(text.trim()) || dottedName.test(text.trim());
}
