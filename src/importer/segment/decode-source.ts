import type { Bilingual } from '../../newspaper/bilingual.ts';
import { findingWords } from '../../newspaper/finding-words.ts';
import type { Finding, FindingWords } from '../../newspaper/finding.ts';
import { excerptAt, positionAt, type TextPosition } from '../page/text-position.ts';

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
export function decodeSource(request: DecodeRequest): DecodedSource {
  const { bytes, file, encoding } = request;
  if (bytes.length > maxSourceBytes) return refused([tooLarge(file, bytes.length)]);
  const scan = scans.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  if (scan) {
    return refused([
      error(file, { line: 1, column: 1 }, '', {
        id: 'source-not-text',
        ...findingWords(
          {
            zh: `文件应是识别结果（Markdown、纯文本或 ALTO），实为 ${scan.kind.zh}`,
            en: `The file should be OCR’d text (Markdown, plain text or ALTO); it is ${scan.kind.en}`,
          },
          {
            zh: '先用识别（OCR）工具把它变成文字，再导入',
            en: 'Run it through an OCR tool first, and import what comes out',
          },
        ),
      }),
    ]);
  }

  const reading =
    encoding === undefined ? decideReading(bytes, file) : readAs(bytes, encoding, file);
  if ('refusal' in reading) return refused([reading.refusal]);

  const findings: Finding[] = [...reading.findings];
  let text = reading.text;
  if (text.startsWith('\u{FEFF}')) {
    text = text.slice(1);
    findings.push(
      info(
        file,
        'byte-order-mark',
        {
          zh: '文件开头有字节顺序标记（BOM），已去掉',
          en: 'The byte order mark (BOM) at the beginning was removed',
        },
        nothingToDo,
      ),
    );
  }
  if (text.includes('\r')) {
    const count = text.match(/\r/g)!.length;
    text = text.replaceAll(/\r\n?/g, '\n');
    findings.push(
      info(
        file,
        'carriage-return',
        {
          zh: `${count} 处换行是 CRLF 或 CR，已按 LF 读`,
          en: `${count} line ends are CRLF or CR; they were read as LF`,
        },
        nothingToDo,
      ),
    );
  }

  const forbidden = findForbiddenCharacters(text, file);
  if (forbidden.length > 0) return refused(forbidden);
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
  return error(file, { line: 1, column: 1 }, '', {
    id: 'source-too-large',
    ...findingWords(
      {
        zh: `文件应不超过 ${megabytes(maxSourceBytes)} MB，实为 ${megabytes(byteLength)} MB`,
        en: `A file may have ${megabytes(maxSourceBytes)} MB; this one has ${megabytes(byteLength)} MB`,
      },
      {
        zh: '确认这是识别结果（而非扫描件）；如是多版合并的文件，请按版拆开再导入',
        en: 'See that it is OCR’d text and no scan; part a file of several pages, page by page',
      },
    ),
  });
}

interface Reading {
  readonly text: string;
  readonly encoding: string;
  readonly findings: readonly Finding[];
}
type ReadingOrRefusal = Reading | { readonly refusal: Finding };

function decideReading(bytes: Uint8Array, file: string): ReadingOrRefusal {
  const [b0, b1, b2, b3] = bytes;
  if (
    (b0 === 0xff && b1 === 0xfe && b2 === 0 && b3 === 0) ||
    (b0 === 0 && b1 === 0 && b2 === 0xfe && b3 === 0xff)
  ) {
    return {
      refusal: error(file, { line: 1, column: 1 }, '', {
        id: 'encoding-unknown',
        ...findingWords(
          { zh: '文件是 UTF-32，应为 UTF-8', en: 'The file is UTF-32; it should be UTF-8' },
          {
            zh: '用编辑器另存为 UTF-8 后再导入',
            en: 'Save it as UTF-8 in an editor and import again',
          },
        ),
      }),
    };
  }
  if (b0 === 0xff && b1 === 0xfe) return readAs(bytes, 'utf-16le', file, true);
  if (b0 === 0xfe && b1 === 0xff) return readAs(bytes, 'utf-16be', file, true);

  const utf16 = decideUtf16WithoutMark(bytes);
  if (utf16) return readAs(bytes, utf16, file, true);

  const firstBad = firstInvalidUtf8(bytes);
  if (firstBad === -1) {
    return { text: decodeUtf8(bytes), encoding: 'utf-8', findings: [] };
  }
  if (!isMostlyUtf8(bytes, firstBad)) {
    const guess = guessLegacyEncoding(bytes);
    if (guess?.certain) return readAs(bytes, guess.encoding, file, true);
    return { refusal: notUtf8(bytes, file, firstBad, guess?.encoding) };
  }
  return { refusal: notUtf8(bytes, file, firstBad, undefined) };
}

/** BOM kept: decodeSource reports and removes it. */
function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function readAs(bytes: Uint8Array, label: string, file: string, guessed = false): ReadingOrRefusal {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  } catch {
    return {
      refusal: error(file, { line: 1, column: 1 }, label, {
        id: 'encoding-unknown',
        ...findingWords(
          {
            zh: `--encoding 应为 utf-8、utf-16le、utf-16be、gb18030、big5、shift_jis、euc-jp、euc-kr 之一，实为 ${label}`,
            en: `--encoding must be utf-8, utf-16le, utf-16be, gb18030, big5, shift_jis, euc-jp or euc-kr; found ${label}`,
          },
          {
            zh: '换一个编码名，或把文件另存为 UTF-8',
            en: 'Give another encoding, or save the file as UTF-8',
          },
        ),
      }),
    };
  }
  const name = decoder.encoding;
  try {
    const text = decoder.decode(bytes);
    const findings = guessed
      ? [
          info(
            file,
            'encoding-converted',
            {
              zh: `文件是 ${name}，已转成 UTF-8 来读`,
              en: `The file is ${name}; it was read as UTF-8`,
            },
            { zh: '无需处理；原文件按原样保存', en: 'Nothing to do; the file is kept as it came' },
          ),
        ]
      : [];
    return { text, encoding: name, findings };
  } catch {
    const offset = firstUndecodable(bytes, name);
    const prefix = normaliseLineEnds(
      new TextDecoder(name, { fatal: true }).decode(bytes.subarray(0, offset)),
    );
    return {
      refusal: error(file, positionAt(prefix, prefix.length), excerptAt(prefix, prefix.length), {
        id: 'encoding-invalid',
        ...findingWords(
          {
            zh: `应为 ${name}，第 ${offset} 字节（从 0 起）${hex(bytes, offset)} 不是`,
            en: `The file should be ${name}; byte ${offset} (from 0), ${hex(bytes, offset)}, is not`,
          },
          {
            zh: '用 --encoding 指明真正的编码，或用编辑器另存为 UTF-8',
            en: 'Give the true encoding with --encoding, or save it as UTF-8 in an editor',
          },
        ),
      }),
    };
  }
}

function notUtf8(
  bytes: Uint8Array,
  file: string,
  offset: number,
  guess: string | undefined,
): Finding {
  const prefix = normaliseLineEnds(decodeUtf8(bytes.subarray(0, offset)));
  const cutOff = bytes.length - offset < 4 && isTruncatedUtf8(bytes.subarray(offset));
  return error(file, positionAt(prefix, prefix.length), excerptAt(prefix, prefix.length), {
    id: 'encoding-invalid',
    ...findingWords(
      cutOff
        ? {
            zh: `应为 UTF-8，文件在第 ${offset} 字节（从 0 起）处断在半个字上，末尾可能丢失`,
            en: `The file should be UTF-8; it breaks off within a character at byte ${offset} (from 0), and its end may be lost`,
          }
        : {
            zh: `应为 UTF-8，第 ${offset} 字节（从 0 起）${hex(bytes, offset)} 不是`,
            en: `The file should be UTF-8; byte ${offset} (from 0), ${hex(bytes, offset)}, is not`,
          },
      cutOff
        ? { zh: '重新取得完整的文件', en: 'Get the whole file again' }
        : guess
          ? {
              zh: `可能是 ${guess}：请核对后加 --encoding ${guess} 再导入，或另存为 UTF-8`,
              en: `It may be ${guess}: check, and import with --encoding ${guess}, or save it as UTF-8`,
            }
          : {
              zh: '如知道编码，请加 --encoding gb18030（或 big5、shift_jis、euc-kr 等）；否则另存为 UTF-8',
              en: 'If you know the encoding, add --encoding gb18030 (or big5, shift_jis, euc-kr …); else save it as UTF-8',
            },
    ),
  });
}

function hex(bytes: Uint8Array, offset: number): string {
  const byte = bytes[offset];
  return byte === undefined ? '' : `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function normaliseLineEnds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/**
 * The offset of the first byte that begins no well-formed UTF-8 sequence (Unicode, table 3-7:
 * no overlong form, no surrogate, nothing above U+10FFFF), or -1.
 */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length;) {
    const length = utf8SequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

/** 1 to 4, or 0 where no well-formed sequence begins at `at`. */
function utf8SequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (lead >= 0xc2 && lead <= 0xdf) return isContinuation(second) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    const low = lead === 0xe0 ? 0xa0 : 0x80;
    const high = lead === 0xed ? 0x9f : 0xbf;
    return second >= low && second <= high && isContinuation(bytes[at + 2]) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const low = lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xf4 ? 0x8f : 0xbf;
    return second >= low &&
      second <= high &&
      isContinuation(bytes[at + 2]) &&
      isContinuation(bytes[at + 3])
      ? 4
      : 0;
  }
  return 0;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

function isTruncatedUtf8(rest: Uint8Array): boolean {
  const lead = rest[0]!;
  const wanted = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  return lead <= 0xf4 && rest.length < wanted && rest.slice(1).every(isContinuation);
}

/** A few bad bytes in UTF-8 are damage, not another encoding: three in four sequences still hold. */
function isMostlyUtf8(bytes: Uint8Array, firstBad: number): boolean {
  let sequences = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length;) {
    const length = at < firstBad || at > firstBad ? utf8SequenceLength(bytes, at) : 0;
    if (length > 1) sequences += 1;
    if (length === 0) bad += 1;
    at += length || 1;
  }
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
 * a fifth of at least twenty Han characters are among the commonest and no other encoding reads
 * half as well: EUC-KR bytes also decode as GB 18030, but to characters spread evenly.
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
      best.letters >= 20 &&
      best.score >= 0.2 &&
      (second?.score ?? 0) < best.score / 2,
  };
}

function scoreReading(bytes: Uint8Array, encoding: string): { score: number; letters: number } {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return { score: 0, letters: 0 };
  }
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

/** The length of the longest prefix that decodes: where the first bad sequence begins. */
function firstUndecodable(bytes: Uint8Array, encoding: string): number {
  const decodes = (length: number): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), {
        stream: true,
      });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  // A streaming decoder holds back an unfinished sequence: step back to where the prefix is whole.
  const whole = (length: number): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length));
      return true;
    } catch {
      return false;
    }
  };
  while (good > 0 && !whole(good)) good -= 1;
  return good;
}

interface ForbiddenKind {
  readonly id: string;
  readonly pattern: RegExp;
  readonly name: Bilingual;
  readonly action: Bilingual;
}

/** Characters no newspaper prints, and that files, feeds or terminals choke on or are deceived by. */
const forbiddenKinds: readonly ForbiddenKind[] = [
  {
    id: 'nul-character',
    pattern: /\0/g,
    name: { zh: '空字符 NUL', en: 'the NUL character' },
    action: {
      zh: '文件可能是二进制文件，或是没有标明的 UTF-16：请确认后另存为 UTF-8，或加 --encoding utf-16le',
      en: 'The file may be binary, or UTF-16 without a mark: check, and save it as UTF-8, or add --encoding utf-16le',
    },
  },
  {
    id: 'control-character',
    // C0 but tab, line feed and form feed (a page's end in pdftotext), DEL, C1.
    pattern: /[\u0001-\u0008\u000B\u000E-\u001F\u007F-\u009F]/g,
    name: { zh: '控制字符', en: 'control characters' },
    action: {
      zh: '在原文件中删去这个字符；成片出现时多半是编码弄错了',
      en: 'Remove it from the file; where there are many, the encoding is likely wrong',
    },
  },
  {
    id: 'noncharacter',
    pattern: /\p{Noncharacter_Code_Point}/gu,
    name: { zh: 'Unicode 非字符', en: 'Unicode noncharacters' },
    action: {
      zh: '文件的字节顺序可能弄反了：请确认后另存为 UTF-8',
      en: 'The bytes may be in the wrong order: check, and save it as UTF-8',
    },
  },
  {
    id: 'bidi-control',
    // Overrides, embeddings and isolates make a text read otherwise than it is stored (CVE-2021-42574).
    pattern: /[\u202A-\u202E\u2066-\u2069]/g,
    name: { zh: '双向文字控制符', en: 'controls of bidirectional text' },
    action: {
      zh: '它能让读到的次序与存的不同，报纸上没有：请在原文件中删去',
      en: 'They make a text read otherwise than it is stored, and no paper prints them: remove them from the file',
    },
  },
];

function findForbiddenCharacters(text: string, file: string): Finding[] {
  return forbiddenKinds.flatMap(({ id, pattern, name, action }) => {
    const firstAt = text.search(pattern);
    if (firstAt === -1) return [];
    const count = text.match(pattern)!.length;
    const code = text.codePointAt(firstAt)!.toString(16).toUpperCase().padStart(4, '0');
    return [
      error(file, positionAt(text, firstAt), excerptAt(text, firstAt), {
        id,
        ...findingWords(
          {
            zh: `文中不应有${name.zh}，实有 ${count} 处，首处为 U+${code}`,
            en: `The text must not have ${name.en}; it has ${count}, the first being U+${code}`,
          },
          action,
        ),
      }),
    ];
  });
}

function refused(findings: readonly Finding[]): DecodedSource {
  return { kind: 'refused', findings };
}

const nothingToDo: Bilingual = { zh: '无需处理', en: 'Nothing to do' };

function info(file: string, id: string, message: Bilingual, action: Bilingual): Finding {
  return {
    id,
    severity: 'info',
    file,
    line: 1,
    column: 1,
    excerpt: '',
    ...findingWords(message, action),
  };
}

function error(
  file: string,
  position: TextPosition,
  excerpt: string,
  what: Pick<Finding, 'id' | 'message' | 'action'> & { readonly english: FindingWords },
): Finding {
  return { severity: 'error', file, ...position, excerpt, ...what };
}
