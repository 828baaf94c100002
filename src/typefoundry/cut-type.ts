import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readSealed, writeSealed } from '../cache/sealed-file.ts';
import { packWoff2 } from './woff2.ts';

/**
 * The free heavy Song of each way of writing Chinese characters: the heaviest cut of Noto Serif, which is
 * Source Han Serif by another name. A paper in another language has its headlines in the system's
 * serif; so has one whose package is not installed (`npm ci --omit=optional`).
 */
const packages: readonly HeadlineType[] = [
  {
    language: /^zh(?!-(?:Hant|TW|HK|MO)\b)/,
    file: '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
    common: { encoding: 'gb18030', lead: [0xa1, 0xf7], trail: [0xa1, 0xfe] },
  },
  {
    language: /^zh-(?:Hant|TW|MO)\b/,
    file: '@expo-google-fonts/noto-serif-tc/900Black/NotoSerifTC_900Black.ttf',
    common: { encoding: 'big5', lead: [0xa1, 0xf9], trail: [0x40, 0xfe] },
  },
  {
    language: /^zh-HK\b/,
    file: '@expo-google-fonts/noto-serif-hk/900Black/NotoSerifHK_900Black.ttf',
    common: { encoding: 'big5', lead: [0xa1, 0xf9], trail: [0x40, 0xfe] },
  },
  {
    language: /^ja\b/,
    file: '@expo-google-fonts/noto-serif-jp/900Black/NotoSerifJP_900Black.ttf',
    common: { encoding: 'euc-jp', lead: [0xa1, 0xf4], trail: [0xa1, 0xfe] },
  },
];

interface HeadlineType {
  readonly language: RegExp;
  readonly file: string;
  /** What its papers are mostly set with: a national standard, as the two-byte codes that it fills. */
  readonly common: {
    readonly encoding: string;
    readonly lead: readonly [first: number, last: number];
    readonly trail: readonly [first: number, last: number];
  };
}

/** Part of every cache key: raise it when the way of cutting changes. */
const cutVersion = '2';

/**
 * Finds the type that headlines of a language are set in.
 *
 * @param language BCP 47 tag of the publication
 * @param root the project's folder, whose packages are looked at
 * @returns the file's path, or undefined where there is none
 */
export function findHeadlineType(language: string, root: string): string | undefined {
  const key = `${language} ${root}`;
  if (!found.has(key)) found.set(key, resolveHeadlineType(language, root));
  return found.get(key);
}

/** Every page asks; Node's search through the folders takes 0.1 ms. */
const found = new Map<string, string | undefined>();

function resolveHeadlineType(language: string, root: string): string | undefined {
  const file = packages.find((row) => row.language.test(language))?.file;
  if (file === undefined) return undefined;
  try {
    return createRequire(join(root, 'package.json')).resolve(file);
  } catch {
    return undefined;
  }
}

/**
 * GB 2312, Big5 or JIS X 0208 in full, and the blocks of marks, figures and letters that headlines
 * are set with (①, Ⅲ, •, 〇, ％): nearly every headline is cut from this case and not from the whole font.
 */
function commonCharacters(font: string): Set<string> {
  const { encoding, lead, trail } = (
    packages.find(({ file }) => font.endsWith(file)) ?? packages[0]!
  ).common;
  const decoder = new TextDecoder(encoding);
  const characters = new Set<string>();
  for (let row = lead[0]; row <= lead[1]; row += 1) {
    for (let cell = trail[0]; cell <= trail[1]; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^[\p{Script=Han}\p{P}\p{S}]$/u.test(character)) characters.add(character);
    }
  }
  const blocks = [
    [0x20, 0x17f],
    [0x2000, 0x33ff],
    [0xff00, 0xffef],
  ] as const;
  for (const [first, last] of blocks) {
    for (let code = first; code <= last; code += 1) characters.add(String.fromCharCode(code));
  }
  return characters;
}

/**
 * Cuts the characters out of a font file, packed for the web, and keeps the cut.
 *
 * Takes 350 to 540 ms from the whole font (14.8 MB into the cutter's memory each time), so the
 * first cut makes a case of the common characters (3 MB), and the rest come out of that, 3 ms each. What
 * a cut holds does not depend on the case that it came from (cut-type.test.ts).
 *
 * @param font path of a TrueType font
 * @param cacheFolder where cuts are kept between builds, by what went into them; undefined for nowhere
 * @returns a WOFF2 file; the same bytes for the same characters and font
 */
export async function cutType(
  font: string,
  characters: string,
  cacheFolder: string | undefined,
): Promise<Uint8Array> {
  const key = digest([cutVersion, fontIdentity(font), characters]);
  return cached(cacheFolder && join(cacheFolder, `${key}.woff2`), async () =>
    packWoff2(await cutGlyphs(await typeCase(font, characters, cacheFolder), characters)),
  );
}

/**
 * The same as a TrueType file, for what sets pictures. Not kept: it takes 3 ms, and stands in one or
 * two pictures.
 */
export async function cutTrueType(
  font: string,
  characters: string,
  cacheFolder: string | undefined,
): Promise<Uint8Array> {
  return cutGlyphs(await typeCase(font, characters, cacheFolder), characters);
}

/** What stands in the case of a font in this process, and its bytes. */
interface TypeCase {
  readonly within: ReadonlySet<string>;
  readonly bytes: Promise<Buffer>;
}
const cases = new Map<string, TypeCase>();

/**
 * The case that a cut comes from; a character that is not in it (勠, 赟) is put in. Three years of
 * headlines of a national paper ask for four.
 */
function typeCase(
  font: string,
  characters: string,
  cacheFolder: string | undefined,
): Promise<Buffer> {
  const known = cases.get(font) ?? commonCase(font, cacheFolder);
  const missing = [...characters].filter((character) => !known.within.has(character));
  if (missing.length === 0) return known.bytes;
  const within = new Set([...known.within, ...missing]);
  return keepCase(font, { within, bytes: cutGlyphs(readFileSync(font), [...within].join('')) });
}

function commonCase(font: string, cacheFolder: string | undefined): TypeCase {
  const within = commonCharacters(font);
  const characters = [...within].join('');
  const file =
    cacheFolder &&
    join(cacheFolder, `case-${digest([cutVersion, fontIdentity(font), characters])}.ttf`);
  const bytes = cached(file, () => cutGlyphs(readFileSync(font), characters)).then((made) =>
    Buffer.from(made),
  );
  const made = { within, bytes };
  void keepCase(font, made);
  return made;
}

function keepCase(font: string, made: TypeCase): Promise<Buffer> {
  cases.set(font, made);
  // A font that could not be read may be there the next time.
  made.bytes.catch(() => cases.get(font) === made && cases.delete(font));
  return made.bytes;
}

async function cutGlyphs(font: Buffer, characters: string): Promise<Buffer> {
  const { default: subsetFont } = await import('subset-font');
  return subsetFont(font, characters, { targetFormat: 'sfnt' });
}

/** Which font, without reading its 15 MB; the same in two checkouts, so that a cache can be carried over. */
function fontIdentity(font: string): string {
  return `${font.split('node_modules/').at(-1)!} ${statSync(font).size}`;
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 20);
}

async function cached(
  file: string | undefined,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  if (file === undefined) return make();
  const kept = readSealed(file);
  if (kept !== undefined) return kept;
  const bytes = await make();
  writeSealed(file, bytes);
  return bytes;
}
