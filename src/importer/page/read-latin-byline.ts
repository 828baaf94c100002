import type { BylineRole } from '../../newspaper/byline.ts';
import { anyOf } from '../lexicon/any-of.ts';
import { hasLatinWord } from '../lexicon/characters.ts';
import { isGivenName } from '../lexicon/given-names.ts';
import { isLatinOffice } from '../lexicon/latin-office.ts';
import { readNames, type ReadByline } from './read-names.ts';

const calling = anyOf(`
  Writer Reporter Correspondent Editor Columnist Press Contributor Photographer Staff Intern Bureau
  Redakteur(?:in)? Mitarbeiter(?:in)? Korrespondent(?:in)? Correspondante?`);

/** `, Staff Writer`, ` | Associated Press`: behind the name. */
const postBehind = new RegExp(
  `^(.*?)[\\s,|–—-]+((?:${anyOf(`
    Staff Senior Special Associate Contributing Political Business Sports? Science Health National
    Foreign City Chief News Associated to the of`)}\\s+)*${calling}s?)$`,
  'iu',
);

/** What stands on a line of its own under the name: Record Staff Writers, TIDE STAFF, Special to the Herald, an address. */
const postLine = new RegExp(
  `^(?:(?:(?:Of )?[Tt]he )?(?:\\p{Lu}[\\p{L}.'’&-]*\\s){0,4}${calling}s?|` +
    `${anyOf(`Special\\s(?:to|for) For Of From`)} (?:the |The )?\\p{Lu}[\\p{L} .'’&-]{1,40}|` +
    `(?:\\p{Lu}[\\p{L}.'’&-]*\\s){1,3}News Service|[\\w.+-]+@[\\w.-]+\\.\\w+|@\\w{3,30})$`,
  'u',
);

/** Whether a line says what the writer named on the line above is to the paper, and nothing else. */
export function isPostLine(line: string): boolean {
  const text = line.trim();
  return text.length <= 60 && (postLine.test(text) || isCapitalPost(text));
}

const capitalPost = new RegExp(`^(?:[\\p{Lu}.'’&-]+\\s){0,4}${calling}S?$`, 'iu');

/** TIDE STAFF, RECORD STAFF WRITER. */
function isCapitalPost(text: string): boolean {
  return text === text.toUpperCase() && capitalPost.test(text);
}

/** `and Beth Holloway` under `By Curtis Yancey`: more who wrote it. */
const furtherName = /^(?:and|et|und|y|&)\s+(?=\p{Lu})/iu;

/** Whether a printed line goes on with the byline on the line above: another writer, or who they are. */
export function goesOnWithByline(line: string): boolean {
  return (
    isPostLine(line) ||
    (furtherName.test(line) && readNames(line.replace(furtherName, '')) !== undefined)
  );
}

const opening = new RegExp(
  `^(?:(?<by>(?:(?:story|words|text|report(?:ed|ing)?|written|compiled|submitted|contributed|edited|prepared|recorded)\\s+)?by|` +
    `(?:propos\\s+)?recueillis?\\s+par|par|por|von|` +
    `de\\s+(?:notre|nos)\\s+(?:correspondante?s?|envoyée?s?(?:\\s+spéciale?s?)?)\\s*:?|` +
    `von\\s+unser(?:em|er)\\s+(?:\\p{L}+s)?(?:mitarbeiter(?:in)?|redakteur(?:in)?|redaktionsmitglied|korrespondent(?:en|in)?)|` +
    `(?:staff\\s+)?photos?(?:graphs?)?\\s+by)\\s+)(?<names>[\\p{Script=Latin}\\s.'’,&-]+?)$`,
  'iu',
);

/** `Fay Ingersoll, librarian`: what who wrote it is, in small letters. */
const lowerPost = /,\s(?:the\s)?\p{Ll}[\p{Ll} '’-]{3,40}$/u;
/** `Compiled by Hester Ruland from the files of the Tribune`. */
const fromFiles =
  /,?\s(?:from\s(?:the\s|our\s)?(?:\p{L}+\s)?(?:files|pages|archives|back issues|columns|collections?)|d['’]après\sles\sarchives|aus\sdem\sArchiv)\b.*$/iu;

/** `By JANE DOE`, `By Curtis Yancey` / `and Beth Holloway` / `Staff Writers`, `Par Annick Salaün`, `Von Ute Kern`. */
export function readLatinByline(source: string): ReadByline | undefined {
  if (!hasLatinWord(source)) return undefined;
  const lines = source.split('\n').map((line) => line.trim());
  let named = lines.shift()!;
  while (
    lines[0] !== undefined &&
    (furtherName.test(lines[0]) || /(?:,|\band|\bet|\bund)$/iu.test(named))
  ) {
    named = `${named} ${lines.shift()!}`;
  }
  if (!lines.every(isPostLine)) return undefined;
  const behind = postBehind.exec(named);
  const text = (behind?.[1] ?? named).replace(lowerPost, '').replace(fromFiles, '');
  const match = opening.exec(text);
  if (!match?.groups) return undefined;
  const { by, names } = match.groups;
  const read = readNames(names!);
  if (!read) return undefined;
  const label = behind?.[2] ?? lines[0];
  const role: BylineRole = /photo/iu.test(by!)
    ? 'photographer'
    : /^(?:submitted|contributed)/iu.test(by!)
      ? 'contributor'
      : /correspond/iu.test(`${label ?? ''}${by!}`)
        ? 'correspondent'
        : /contributor|columnist|^(?:special|for)\b/iu.test(label ?? '')
          ? 'contributor'
          : 'reporter';
  return {
    bylines: read.names.map((name) => ({ name, role, label: label || undefined })),
    strength: 'strong',
    certain: true,
  };
}

const honorific =
  /^(?:Mrs?|Ms|Miss|Dr|Rev|Prof|Capt|Col|Sgt|Mme|Mlle|M|MM|Frau|Herr|Sra?|Dra?)\.?$/u;
/** Ruth Ann Miles, Town Clerk signs for an office, and wrote nothing for the paper. */
const officer = new RegExp(
  `\\b${anyOf(`
    Clerk Mayor Secretary Chair(?:man|woman|person)? President Treasurer Director Manager Superintendent
    Chief Commissioner Attorney Execut(?:or|rix) Administrator Trustee Sheriff Judge Warden Agent Maire
    Adjointe? Préfet Président Notaire Bürgermeister(?:in)? Vorsitzende[rs]? Landrat Alcalde`)}\\b`,
  'iu',
);
/** Granby; Stony Hill Road; 14 Elm St.; Ober-Wiesbach: where who signs lives. */
const place =
  /^(?:\d{1,5}[a-z]?\s)?\p{Lu}[\p{L}'’.-]*(?:\s(?:(?:of|the|de|du|des|la|le|les|sur|sous|en|am|an|der|bei|im)\s)*[\p{Lu}\d][\p{L}\d'’.-]*){0,4}(?:,\s\p{Lu}[\p{L}.\s]{1,20})?$/u;

/** `Reporter, Stacy Lutt`, `Stacy Lutt, club reporter`, `Jeannine Kerleau, correspondante`. */
const calledSignature = new RegExp(
  `^(?:(?:--|—|–)\\s*)?(?:(?<before>(?:[\\p{L}-]+\\s){0,2}${calling})\\s*[,:–—-]\\s*(?<name>\\p{Lu}[\\p{L} .'’-]{3,40})|` +
    `(?<name>\\p{Lu}[\\p{L} .'’-]{3,40}),\\s*(?<behind>(?:[\\p{Ll}-]+\\s){0,2}${calling}))\\.?$`,
  'iu',
);

/** The family of Opal Stroud, Familie Kern: several who sign a card of thanks together. */
const family =
  /^(?:(?:the|la|die|his|her|your)\s)?(?:[\p{Lu}][\p{L}'’-]+\s){0,3}(?:famil(?:y|ies|le|ien?)|children|grandchildren|angehörigen|enfants)(?:\s(?:of|de|von|des|et|and)\s.{3,50}|\s[\p{Lu}][\p{L}'’-]+(?:\s[\p{Lu}][\p{L}'’-]+)*)?\.?$/iu;

/**
 * Whether a line at the end of a text says for whom it is signed, which stays its last line: Alma Severance,
 * Clerk; Strode Funeral Home; The family of Opal Stroud.
 */
export function signsForOffice(line: string): boolean {
  const text = line.trim();
  if (!/\p{Script=Latin}{2}/u.test(text)) return false;
  if (text.length > 70 || /[.!?:;]$/u.test(text.replace(/(?<=\p{Lu}\p{L}{0,3})\.$/u, '')))
    return false;
  if (family.test(text) && text.includes(' ')) return true;
  const [name = '', post, ...others] = text.split(/,\s+/u);
  return (
    post !== undefined &&
    others.length <= 2 &&
    officer.test(text.slice(name.length)) &&
    readNames(name)?.names.length === 1
  );
}

/**
 * Reads who signs the end of a text with nothing but the name and perhaps a place: `Yann Quéméner`, `Mrs.
 * Harold Ickes` / `Stony Hill Road`, `Dorothea Abel, Ober-Wiesbach`. By its words it may be the headline of
 * an obituary as well: where it stands tells. Not certain where no word says that it is a person (Gwen
 * Ostrander), as at the end of a letter it is.
 */
export function readLatinSignature(source: string): ReadByline | undefined {
  const called = calledSignature.exec(source.trim())?.groups;
  if (called) {
    const label = called['before'] ?? called['behind']!;
    const named = readNames(called['name']!);
    if (named?.names.length !== 1) return undefined;
    const role = /correspond/iu.test(label)
      ? 'correspondent'
      : /report|redak/iu.test(label)
        ? 'reporter'
        : 'contributor';
    return {
      bylines: [{ name: named.names[0]!, role, label }],
      strength: 'strong',
      certain: true,
    };
  }
  const dashed = /^(?:--|—|–|-)\s*/u.test(source);
  const [first = '', ...rest] = source
    .replace(/^(?:--|—|–|-)\s*/u, '')
    .split('\n')
    .map((line) => line.trim());
  if (first.length > 60 || rest.length > 2 || !rest.every((line) => place.test(line)))
    return undefined;
  const [, name = first, town] =
    /^([^,]+),\s*(\p{Lu}[^,]{1,30}(?:,\s*\p{Lu}[\p{L}.]{1,12})?)$/u.exec(first) ?? [];
  if ([town ?? '', ...rest].some((line) => officer.test(line))) return undefined;
  if (town !== undefined && !place.test(town)) return undefined;
  const read = readNames(name);
  if (read?.names.length !== 1) return undefined;
  const isReader = town !== undefined || rest.length > 0 || honorific.test(name.split(/\s/u)[0]!);
  return {
    bylines: [{ name: read.names[0]!, role: isReader ? 'contributor' : 'reporter' }],
    strength: 'strong',
    certain: isPersonInLatin(name) || (dashed && name.includes(' ') && !isLatinOffice(name)),
  };
}

/** Whether two words or more name a person by one of them: a title, a given name, an initial, a family name in capitals. */
function isPersonInLatin(name: string): boolean {
  const words = name.split(/\s+/u);
  if (words.length < 2 || words.length > 5) return false;
  const last = words.at(-1)!;
  const isFamilySet = last.length > 2 && last === last.toUpperCase() && name !== name.toUpperCase();
  return (
    honorific.test(words[0]!) ||
    /^\p{Lu}\.$/u.test(words[0]!) ||
    isGivenName(words[0]!) ||
    (words.length > 2 && /^\p{Lu}\.$/u.test(words[1]!)) ||
    isFamilySet
  );
}
