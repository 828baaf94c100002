import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packWoff2 } from './woff2.ts';

/**
 * The free heavy Song of each way of writing Chinese characters: the heaviest cut of Noto Serif, which is
 * Source Han Serif by another name. A paper in another language has its headlines in the system's
 * serif; so has one whose package is not installed (`npm ci --omit=optional`).
 */
const packages: readonly { readonly language: RegExp; readonly file: string }[] = [
  {
    language: /^zh(?!-(?:Hant|TW|HK|MO)\b)/,
    file: '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
  },
  {
    language: /^zh-(?:Hant|TW|MO)\b/,
    file: '@expo-google-fonts/noto-serif-tc/900Black/NotoSerifTC_900Black.ttf',
  },
  {
    language: /^zh-HK\b/,
    file: '@expo-google-fonts/noto-serif-hk/900Black/NotoSerifHK_900Black.ttf',
  },
  {
    language: /^ja\b/,
    file: '@expo-google-fonts/noto-serif-jp/900Black/NotoSerifJP_900Black.ttf',
  },
];

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
  const file = packages.find((row) => row.language.test(language))?.file;
  if (file === undefined) return undefined;
  try {
    return createRequire(join(root, 'package.json')).resolve(file);
  } catch {
    return undefined;
  }
}

/** GB 2312 in full, so that nearly every headline is cut from a small font and not from 15 MB. */
function commonCharacters(): string {
  const decoder = new TextDecoder('gb18030');
  let characters = '';
  for (let row = 0xa1; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^[\p{Script=Han}\p{P}\p{S}]$/u.test(character)) characters += character;
    }
  }
  for (let code = 0x21; code <= 0x17f; code += 1) characters += String.fromCharCode(code);
  return characters;
}

/**
 * Cuts the characters out of a font file, packed for the web, and keeps the cut.
 *
 * Takes 350 to 540 ms from the whole font (14.8 MB into the cutter's memory each time), so the
 * first cut of a build makes a case of the common characters (2.5 MB) and the rest come out of that.
 *
 * @param font path of a TrueType font
 * @param cacheFolder where cuts are kept between builds, by what went into them
 * @returns a WOFF2 file; the same bytes for the same characters and font
 */
export async function cutType(
  font: string,
  characters: string,
  cacheFolder: string,
): Promise<Uint8Array> {
  const key = digest([cutVersion, fontIdentity(font), characters]);
  return cached(join(cacheFolder, `${key}.woff2`), async () =>
    packWoff2(await cutGlyphs(await typeCase(font, characters, cacheFolder), characters)),
  );
}

/** The cases of this process, by their files: an archive asks for the same one 1,600 times. */
const cases = new Map<string, Promise<Buffer>>();
let common: { readonly characters: string; readonly within: ReadonlySet<string> } | undefined;

async function typeCase(font: string, characters: string, cacheFolder: string): Promise<Buffer> {
  common ??= { characters: commonCharacters(), within: new Set(commonCharacters()) };
  const { characters: ofCase, within } = common;
  if ([...characters].some((character) => !within.has(character))) return readFileSync(font);
  const file = join(cacheFolder, `case-${digest([cutVersion, fontIdentity(font), ofCase])}.ttf`);
  let known = cases.get(file);
  if (known === undefined) {
    known = cached(file, () => cutGlyphs(readFileSync(font), ofCase)).then((bytes) =>
      Buffer.from(bytes),
    );
    cases.set(file, known);
  }
  return known;
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

async function cached(file: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  if (existsSync(file)) return readFileSync(file);
  const bytes = await make();
  mkdirSync(join(file, '..'), { recursive: true });
  // Two builds may cut the same type at once: each writes its own file, the last one stands.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, bytes);
  renameSync(draft, file);
  return bytes;
}
