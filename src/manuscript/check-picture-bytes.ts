import { findingWords } from '../newspaper/finding-words.ts';
import type { Bilingual } from '../newspaper/bilingual.ts';
import type { LocalFinding } from '../newspaper/local-finding.ts';

/** A photograph of a newspaper is 24 million pixels; decoding takes four bytes for each. */
const maxPixels = 60_000_000;
const maxSide = 16_384;
export const maxPictureBytes = 30 * 1024 * 1024;

interface Header {
  /** In pixels; undefined where the file breaks off before it says so. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
  readonly animated?: boolean;
  /** Whether the file ends as its format says it does. */
  readonly whole: boolean;
}

/**
 * Says what is wrong with a picture, by its bytes: its name is what somebody wrote. An SVG named
 * z.png was published as an SVG, and its script ran.
 *
 * @param bytes the whole file
 * @param name shown in the message
 * @returns undefined for a good one; the finding has no place yet
 */
export function checkPictureBytes(
  bytes: Buffer,
  name: string,
): Omit<LocalFinding, 'line' | 'column'> | undefined {
  const wrong = (message: Bilingual, action: Bilingual, id = 'picture-bytes') => ({
    id,
    severity: 'error' as const,
    excerpt: name,
    ...findingWords({ zh: `${name}：${message.zh}`, en: `${name}: ${message.en}` }, action),
  });
  if (bytes.length === 0)
    return wrong(
      { zh: '是空文件', en: 'it is empty' },
      { zh: '放回图片', en: 'Put the picture back' },
    );
  if (bytes.length > maxPictureBytes) {
    return wrong(
      {
        zh: `应不超过 ${maxPictureBytes / 1024 / 1024} MB，现为 ${Math.ceil(bytes.length / 1024 / 1024)} MB`,
        en: `it may have ${maxPictureBytes / 1024 / 1024} MB; it has ${Math.ceil(bytes.length / 1024 / 1024)} MB`,
      },
      { zh: '缩小图片', en: 'Make the picture smaller' },
    );
  }
  const header = readHeader(bytes);
  if (header === undefined) {
    return wrong(
      {
        zh: `内容应为 PNG、JPEG、WebP 或 AVIF，现${guessFormat(bytes).zh}`,
        en: `It must be a PNG, JPEG, WebP or AVIF; ${guessFormat(bytes).en}`,
      },
      { zh: '另存为这四种格式之一', en: 'Save it as one of these four' },
      'picture-format',
    );
  }
  if (header.animated === true)
    return wrong(
      { zh: '应为静止的图片，现为动画', en: 'it must be a still picture; it moves' },
      { zh: '另存一幅静止的', en: 'Save a still picture' },
    );
  if (header.size === undefined || !header.whole)
    return wrong(
      { zh: '文件不完整', en: 'the file is not whole' },
      { zh: '重新放一份', en: 'Put a fresh copy there' },
    );
  const { width, height } = header.size;
  if (width === 0 || height === 0)
    return wrong(
      { zh: '宽或高为零', en: 'its width or height is zero' },
      { zh: '重新放一份', en: 'Put a fresh copy there' },
    );
  if (width > maxSide || height > maxSide || width * height > maxPixels) {
    return wrong(
      {
        zh: `应不超过 ${maxPixels / 1e6} 百万像素、每边 ${maxSide} 像素，现为 ${width} × ${height}`,
        en: `it may have ${maxPixels / 1e6} megapixels and ${maxSide} pixels a side; it has ${width} × ${height}`,
      },
      { zh: '缩小图片', en: 'Make the picture smaller' },
    );
  }
  return undefined;
}

/** The size of a picture in pixels, where its bytes tell it. @param bytes the whole file */
export function pictureSize(bytes: Buffer): Header['size'] {
  return readHeader(bytes)?.size;
}

function readHeader(bytes: Buffer): Header | undefined {
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')))
    return readPng(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return readJpeg(bytes);
  if (tag(bytes, 0) === 'RIFF' && tag(bytes, 8) === 'WEBP') return readWebp(bytes);
  if (tag(bytes, 4) === 'ftyp') return readAvif(bytes);
  return undefined;
}

function tag(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at, at + 4);
}

/** PNG, third edition: chunks of length, type, data, CRC; `acTL` before `IDAT` makes it an animation. */
function readPng(bytes: Buffer): Header {
  if (bytes.length < 33 || tag(bytes, 12) !== 'IHDR') return { whole: false };
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  let animated = false;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = tag(bytes, at + 4);
    if (type === 'acTL') animated = true;
    if (type === 'IEND') return { size, animated, whole: true };
    at += 12 + length;
  }
  return { size, animated, whole: false };
}

/** ITU-T T.81, Annex B: segments of marker and length up to the start of the scan. */
function readJpeg(bytes: Buffer): Header {
  let at = 2;
  let size: Header['size'];
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && at + 9 <= bytes.length) {
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    if (marker === 0xda) break;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  // Cameras write more behind the end of the picture.
  return { size, whole: bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > at };
}

/** RFC 9649: `VP8X` tells size and animation, `VP8 ` and `VP8L` their size. */
function readWebp(bytes: Buffer): Header {
  const whole = bytes.length >= 30 && bytes.readUInt32LE(4) + 8 <= bytes.length;
  if (bytes.length < 30) return { whole };
  switch (tag(bytes, 12)) {
    case 'VP8X':
      return {
        whole,
        animated: (bytes[20]! & 0x02) !== 0,
        size: { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 },
      };
    case 'VP8 ':
      return {
        whole,
        size: { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff },
      };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return {
        whole,
        size: { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 },
      };
    }
    default:
      return { whole };
  }
}

/** ISO/IEC 23000-22: brand `avif` (`avis` is a sequence); the size stands in the `ispe` box. */
function readAvif(bytes: Buffer): Header | undefined {
  const brands = bytes.toString(
    'latin1',
    8,
    Math.min(bytes.length, Math.max(16, bytes.readUInt32BE(0))),
  );
  if (tag(bytes, 8) === 'avis') return { whole: true, animated: true };
  if (!brands.includes('avif')) return undefined;
  const at = bytes.indexOf('ispe', 0, 'latin1');
  const size =
    at === -1 || at + 16 > bytes.length
      ? undefined
      : { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
  let end = 0;
  while (end + 8 <= bytes.length) {
    const length = bytes.readUInt32BE(end);
    // 0 runs to the end of the file; 1 has its length in eight bytes, which no picture here needs.
    if (length === 0) return { size, whole: true };
    if (length < 8) break;
    end += length;
  }
  return { size, whole: end === bytes.length };
}

function guessFormat(bytes: Buffer): Bilingual {
  const head = bytes.toString('latin1', 0, 1024);
  if (head.startsWith('GIF8')) return { zh: '为 GIF', en: 'it is a GIF' };
  if (head.startsWith('%PDF')) return { zh: '为 PDF', en: 'it is a PDF' };
  if (head.startsWith('BM')) return { zh: '为 BMP', en: 'it is a BMP' };
  if (head.startsWith('II*') || head.startsWith('MM\0*'))
    return { zh: '为 TIFF', en: 'it is a TIFF' };
  if (head.includes('<svg'))
    return { zh: '为 SVG（里面可以有程序）', en: 'it is an SVG (which may hold a program)' };
  if (head.includes('<html') || head.includes('<!DOCTYPE'))
    return { zh: '为网页', en: 'it is a web page' };
  if (head.startsWith('version https://git-lfs'))
    return {
      zh: '为 Git LFS 的指针（先 git lfs pull）',
      en: 'it is a pointer of Git LFS (git lfs pull first)',
    };
  return { zh: '不是图片', en: 'it is no picture' };
}
