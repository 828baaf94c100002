import type { Bilingual } from '../../newspaper/bilingual.ts';
import type { Finding } from '../../newspaper/finding.ts';
import { makeInputFinding, type FindingId, type FindingValues } from '../page/findings.ts';
import { excerptAt, positionAt } from '../page/text-position.ts';

/**
 * More than a thousand broadsheet pages of text in one file (a dense page is 16 kB of Markdown);
 * above it a file is far more likely a scan or a dump than pages.
 */
export const maxSourceBytes = 32 * 1024 * 1024;

export interface DecodeRequest {
  readonly bytes: Uint8Array;
  /** Name shown in findings. */
  readonly file: string;
  /** What the person says the bytes are (`--encoding`): any label of the WHATWG Encoding Standard. */
  readonly encoding?: string | undefined;
}

export type DecodedSource =
  | {
      readonly kind: 'text';
      /** No byte order mark; every line ends in `\n`; no control character but tab and form feed. */
      readonly text: string;
      /** What the bytes were read as, by its name in the Encoding Standard. */
      readonly encoding: string;
      /** What was mended, never an error. */
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

/**
 * Reads the bytes of an OCR page, or says why not. Nothing is guessed away: bytes that are no
 * UTF-8 are read as UTF-16 or GB 18030 only where that is certain, and no byte is ever replaced
 * by U+FFFD.
 *
 * @returns the text with findings for what was mended (byte order mark, line ends, encoding), or
 *   the findings that refuse it, each at line:column
 */
export function decodeSource({ bytes, file, encoding }: DecodeRequest): DecodedSource {
  const refused = (...findings: readonly Finding[]): DecodedSource => ({
    kind: 'refused',
    findings,
  });
  const told = (id: FindingId, values?: FindingValues, text = '', at = 0): Finding =>
    makeInputFinding(file, id, { ...positionAt(text, at), excerpt: excerptAt(text, at) }, values);

  if (bytes.length > maxSourceBytes) return refused(tooLarge(file, bytes.length));
  const scan = scans.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  if (scan) return refused(told('source-not-text', { kind: scan.kind }));

  const reading = encoding === undefined ? decideReading(bytes) : readAs(bytes, encoding);
  if (reading.kind === 'problem') {
    const { id, values, before = '' } = reading;
    const text = before.replaceAll(/\r\n?/g, '\n');
    return refused(told(id, values, text, reading.at ?? text.length));
  }
  const findings: Finding[] = [];
  let { text } = reading;
  if (reading.isConverted) findings.push(told('encoding-converted', { name: reading.encoding }));
  if (text.startsWith('\u{FEFF}')) {
    text = text.slice(1);
    findings.push(told('byte-order-mark'));
  }
  if (text.includes('\r')) {
    findings.push(told('carriage-return', { count: text.match(/\r/g)!.length }));
    text = text.replaceAll(/\r\n?/g, '\n');
  }
  const forbidden = forbiddenCharacters.flatMap(([id, pattern]) => {
    const at = text.search(pattern);
    if (at === -1) return [];
    const count = text.match(pattern)!.length;
    const code = text.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0');
    return [told(id, { count, code }, text, at)];
  });
  if (forbidden.length > 0) return refused(...forbidden);
  return { kind: 'text', text, encoding: reading.encoding, findings };
}

/** Files that people take for a page's text, by the bytes they begin with. */
const scans: readonly { readonly kind: Bilingual; readonly begins: readonly number[] }[] = [
  { kind: { zh: 'PDF', en: 'a PDF' }, begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: { zh: 'PNG 图片', en: 'a PNG picture' }, begins: [0x89, 0x50, 0x4e, 0x47] },
  { kind: { zh: 'JPEG 图片', en: 'a JPEG picture' }, begins: [0xff, 0xd8, 0xff] },
  { kind: { zh: 'GIF 图片', en: 'a GIF picture' }, begins: [0x47, 0x49, 0x46, 0x38] },
  { kind: { zh: 'TIFF 图片', en: 'a TIFF picture' }, begins: [0x49, 0x49, 0x2a, 0x00] },
  { kind: { zh: 'TIFF 图片', en: 'a TIFF picture' }, begins: [0x4d, 0x4d, 0x00, 0x2a] },
  {
    kind: { zh: 'Word 文档或压缩包', en: 'a Word document or an archive' },
    begins: [0x50, 0x4b, 0x03, 0x04],
  },
];

/** The refusal of a file of `byteLength` bytes, for callers that know the size before they read it. */
export function tooLarge(file: string, byteLength: number): Finding {
  const megabytes = (count: number): string => (count / 1024 / 1024).toFixed(1);
  const values = { limit: megabytes(maxSourceBytes), size: megabytes(byteLength) };
  return makeInputFinding(file, 'source-too-large', { line: 1, excerpt: '' }, values);
}

type Reading =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly encoding: string;
      /** True where no person has named the encoding. */
      readonly isConverted: boolean;
    }
  | {
      readonly kind: 'problem';
      readonly id: FindingId;
      readonly values?: FindingValues;
      /** What could be read before it. */
      readonly before?: string;
      /** UTF-16 offset in it; its end where nothing is said. */
      readonly at?: number;
    };

function decideReading(bytes: Uint8Array): Reading {
  const mark = [...bytes.subarray(0, 4)].join(' ');
  if (mark === '255 254 0 0' || mark === '0 0 254 255') {
    return { kind: 'problem', id: 'encoding-unknown:utf-32' };
  }
  const utf16 = mark.startsWith('255 254')
    ? 'utf-16le'
    : mark.startsWith('254 255')
      ? 'utf-16be'
      : decideUtf16WithoutMark(bytes);
  if (utf16) return readAs(bytes, utf16, true);

  const text = decodeBytes(bytes, 'utf-8');
  if (text !== undefined) return { kind: 'text', text, encoding: 'utf-8', isConverted: false };
  const guess = isMostlyUtf8(bytes) ? undefined : guessLegacyEncoding(bytes);
  if (guess?.certain) return readAs(bytes, guess.encoding, true);
  const offset = firstUndecodable(bytes, 'utf-8');
  const rest = bytes.subarray(offset);
  const isCutOff = rest.length < 4 && decodeBytes(rest, 'utf-8', true) !== undefined;
  return {
    kind: 'problem',
    id: isCutOff ? 'encoding-invalid:cut' : guess ? 'encoding-invalid:guessed' : 'encoding-invalid',
    values: { offset, byte: hex(bytes, offset), guess: guess?.encoding ?? '' },
    before: decodeBytes(bytes.subarray(0, offset), 'utf-8')!,
  };
}

function readAs(bytes: Uint8Array, label: string, isConverted = false): Reading {
  let encoding: string;
  try {
    ({ encoding } = new TextDecoder(label));
  } catch {
    return { kind: 'problem', id: 'encoding-unknown', values: { label }, before: label, at: 0 };
  }
  const text = decodeBytes(bytes, encoding);
  if (text !== undefined) return { kind: 'text', text, encoding, isConverted };
  const offset = firstUndecodable(bytes, encoding);
  return {
    kind: 'problem',
    id: 'encoding-invalid:named',
    values: { name: encoding, offset, byte: hex(bytes, offset) },
    before: decodeBytes(bytes.subarray(0, offset), encoding)!,
  };
}

/**
 * Bytes as text, a byte order mark and all; undefined where they are none in this encoding.
 *
 * @param stream whether the last character may be cut off
 */
function decodeBytes(bytes: Uint8Array, encoding: string, stream = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

function hex(bytes: Uint8Array, offset: number): string {
  const byte = bytes[offset];
  return byte === undefined ? '' : `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The length of the longest prefix that decodes: where the first bad sequence begins. */
export function firstUndecodable(bytes: Uint8Array, encoding: string): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodeBytes(bytes.subarray(0, middle), encoding, true) === undefined) bad = middle;
    else good = middle;
  }
  // A streaming decoder holds back an unfinished sequence: step back to where the prefix is whole.
  while (good > 0 && decodeBytes(bytes.subarray(0, good), encoding) === undefined) good -= 1;
  return good;
}

/** A few bad bytes in UTF-8 are damage, not another encoding: three in four sequences still hold. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.match(/\u{FFFD}/gu)?.length ?? 0;
  const sequences = (text.match(/[^\x00-\x7f]/gu)?.length ?? 0) - bad;
  return sequences > bad * 3;
}

/**
 * UTF-16 without a mark is certain only where nearly every unit is a character that newspapers
 * print, read in one byte order, and there is some that every text has (a blank, a line end, a stop).
 */
function decideUtf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 16 || bytes.length % 2 !== 0) return undefined;
  const share = (highByte: 0 | 1): number => {
    let printed = 0;
    let usual = 0;
    const units = Math.min(bytes.length / 2, 50_000);
    for (let index = 0; index < units; index += 1) {
      const high = bytes[index * 2 + highByte]!;
      const unit = high * 256 + bytes[index * 2 + (1 - highByte)]!;
      if (isPrintedUnit(unit)) printed += 1;
      if (unit === 0x0a || unit === 0x20 || unit === 0x3002 || unit === 0xff0c) usual += 1;
    }
    return usual === 0 ? 0 : printed / units;
  };
  const [big, little] = [share(0), share(1)];
  if (little >= 0.98 && big < 0.5) return 'utf-16le';
  if (big >= 0.98 && little < 0.5) return 'utf-16be';
  return undefined;
}

function isPrintedUnit(unit: number): boolean {
  return (
    unit === 0x09 ||
    unit === 0x0a ||
    unit === 0x0d ||
    (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 0xa0 && unit < 0x180) ||
    (unit >= 0x2010 && unit < 0x2027) ||
    (unit >= 0x2460 && unit < 0x2500) ||
    (unit >= 0x25a0 && unit < 0x2600) ||
    (unit >= 0x3000 && unit < 0x3100) ||
    (unit >= 0x4e00 && unit < 0xa000) ||
    (unit >= 0xac00 && unit < 0xd7a4) ||
    (unit >= 0xff00 && unit < 0xffef)
  );
}

/**
 * The commonest characters of modern Chinese, simplified and traditional: in 7.8 million Han
 * characters of a Chinese daily (2022) these simplified ones are 45 %, where a text read in the wrong
 * encoding falls evenly on some thousands.
 */
const commonHan = new Set(
  '的国中新发会大人在和全一展年作日进地业动平主方行文联央同要民化建家为出部加以近成强实高工合总了生共力开播重习等月持上时天多政产区对推代党视关闻有个体原军查长今设表消网现看是来务经面美息员议机增通不系保好各能领理提量我' +
    '國發會進業動聯為實總產對黨視關聞個體軍長設網現來務經員議機不這說學們',
);

/** The commonest syllables of Korean prose; Chinese bytes read as EUC-KR give any of 2,350 evenly. */
const commonHangul = new Set(
  '이다의에는가을하고지로은사도한기대를인서시자정부일원아전수해들있과보장',
);

interface LegacyGuess {
  readonly encoding: string;
  readonly certain: boolean;
}

/**
 * Tries the legacy encodings of East Asia. Certain is GB 18030 alone, where the whole file decodes,
 * a fifth of at least twenty Han characters are among the commonest, or three in ten of eight, and no
 * other encoding reads half as well: EUC-KR bytes also decode as GB 18030, but to characters spread
 * evenly. (Of 2,000 cuts of Chinese news of 8 to 19 characters 1,337 are read so, of 3,000 of Japanese
 * and Korean news and 3,000 in Big5 none; a fifth of eight would take two in Japanese.)
 */
function guessLegacyEncoding(bytes: Uint8Array): LegacyGuess | undefined {
  const scores = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'euc-jp']
    .map((encoding) => ({ encoding, ...scoreReading(bytes, encoding) }))
    .filter(({ score }) => score >= 0.15)
    .sort((left, right) => right.score - left.score);
  const [best, second] = scores;
  if (!best) return undefined;
  return {
    encoding: best.encoding,
    certain:
      best.encoding === 'gb18030' &&
      (best.letters >= 20 ? best.score >= 0.2 : best.letters >= 8 && best.score >= 0.3) &&
      (second?.score ?? 0) < best.score / 2,
  };
}

function scoreReading(bytes: Uint8Array, encoding: string): { score: number; letters: number } {
  const text = decodeBytes(bytes, encoding) ?? '';
  let letters = 0;
  let common = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) continue;
    if (code >= 0xe000 && code < 0xf900) return { score: 0, letters: 0 };
    letters += 1;
    // Kana is as telling as common Han; half-width katakana is what Chinese bytes look like in
    // Shift_JIS.
    if (
      commonHan.has(character) ||
      commonHangul.has(character) ||
      (code >= 0x3041 && code <= 0x30fe)
    ) {
      common += 1;
    }
    if (code >= 0xff61 && code <= 0xff9f) common -= 1;
  }
  return { score: letters === 0 ? 0 : common / letters, letters };
}

/** Characters no newspaper prints, and that files, feeds or terminals choke on or are deceived by. */
const forbiddenCharacters: readonly (readonly [FindingId, RegExp])[] = [
  ['nul-character', /\0/g],
  // C0 but tab, line feed and form feed (a page's end in pdftotext), DEL, C1.
  ['control-character', /[\u0001-\u0008\u000B\u000E-\u001F\u007F-\u009F]/g],
  ['noncharacter', /\p{Noncharacter_Code_Point}/gu],
  // Overrides, embeddings and isolates make a text read otherwise than it is stored (CVE-2021-42574).
  ['bidi-control', /[\u202A-\u202E\u2066-\u2069]/g],
];
