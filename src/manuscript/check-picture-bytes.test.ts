import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { checkPictureBytes, maxPictureBytes, pictureSize } from './check-picture-bytes.ts';

const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#c33' } });
const good = {
  'a.png': await picture.png().toBuffer(),
  'a.jpg': await picture.jpeg().toBuffer(),
  'a.webp': await picture.webp().toBuffer(),
  'lossless.webp': await picture.webp({ lossless: true }).toBuffer(),
  'a.avif': await picture.avif().toBuffer(),
};
const png = good['a.png'];

/** A PNG that says it is this large; nothing of it is there. */
function pngOf(width: number, height: number): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** Between the header and the data stands the chunk that makes a PNG an animation. */
const animatedPng = Buffer.concat([
  png.subarray(0, 33),
  Buffer.from([0, 0, 0, 8]),
  Buffer.from('acTL\x00\x00\x00\x02\x00\x00\x00\x00....', 'latin1'),
  png.subarray(33),
]);

const twoFrames = await sharp(
  await Promise.all(
    ['#c33', '#3c3'].map((background) =>
      sharp({ create: { width: 4, height: 4, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  ),
  { join: { animated: true } },
)
  .webp()
  .toBuffer();

test.each(Object.entries(good))('%s is good, whatever its name says', (_name, bytes) => {
  expect(checkPictureBytes(bytes, 'x.png')).toBeUndefined();
  expect(pictureSize(bytes)).toEqual({ width: 40, height: 30 });
});

/** Large enough that each byte of a width and a height tells. */
const large = sharp({ create: { width: 1300, height: 520, channels: 3, background: '#c33' } });
const extended = await large
  .clone()
  .withExif({ IFD0: { Copyright: '海港' } })
  .webp()
  .toBuffer();
const jpg = good['a.jpg'];

test.each<[string, Buffer]>([
  ['a PNG', await large.clone().png().toBuffer()],
  ['a JPEG', await large.clone().jpeg().toBuffer()],
  ['a progressive JPEG', await large.clone().jpeg({ progressive: true }).toBuffer()],
  ['a WebP', await large.clone().webp().toBuffer()],
  ['a WebP without loss', await large.clone().webp({ lossless: true }).toBuffer()],
  ['an extended WebP', extended],
  ['an AVIF', await large.clone().avif({ effort: 0 }).toBuffer()],
])('the size of %s', (_name, bytes) => {
  expect(pictureSize(bytes)).toEqual({ width: 1300, height: 520 });
  expect(checkPictureBytes(bytes, 'x.png')).toBeUndefined();
});

test.each<[string, Buffer]>([
  ['more behind the end of a JPEG', Buffer.concat([jpg, Buffer.from('from the camera')])],
  // T.81, B.1.1.2: any marker may have fill bytes before it.
  [
    'fill bytes in a JPEG',
    Buffer.concat([jpg.subarray(0, 2), Buffer.from([0xff, 0xff]), jpg.subarray(2)]),
  ],
  ['more behind the end of a PNG', Buffer.concat([png, Buffer.from('from the camera')])],
  ['more behind the end of a WebP', Buffer.concat([good['a.webp'], Buffer.from('..')])],
  ['the longest side there may be', pngOf(16_384, 1)],
  ['the longest other side', pngOf(1, 16_384)],
  ['as many pixels as there may be', pngOf(7500, 8000)],
])('%s is good', (_name, bytes) => {
  expect(checkPictureBytes(bytes, 'x.png')).toBeUndefined();
});

describe('refused by its bytes', () => {
  test.each<[string, Buffer, string]>([
    ['an empty file', Buffer.alloc(0), '空文件'],
    ['one of too many bytes', Buffer.alloc(maxPictureBytes + 1), '应不超过 30 MB，现为 31 MB'],
    ['one as large as may be, of zeros', Buffer.alloc(maxPictureBytes), '不是图片'],
    ['one a pixel too wide', pngOf(16_385, 1), '16385 × 1'],
    ['one a pixel too high', pngOf(1, 16_385), '1 × 16385'],
    ['one without height', pngOf(5, 0), '为零'],
    ['one row of pixels too many', pngOf(7500, 8001), '7500 × 8001'],
    ['what begins nearly as a JPEG', Buffer.from([0xff, 0xd8, 0, 0xff, 0xd9]), '不是图片'],
    ['what goes on as a JPEG', Buffer.from([0, 0xd8, 0xff, 0xff, 0xd9]), '不是图片'],
    ['what ends as a JPEG', Buffer.from([0xff, 0, 0xff, 0xff, 0xd9]), '不是图片'],
    ['a JPEG without its end', jpg.subarray(0, -2), '不完整'],
    ['a RIFX', Buffer.from('RIFX\0\0\0\0WEBPVP8 '), '不是图片'],
    ...['VP8X', 'VP8 ', 'VP8L'].map((kind): [string, Buffer, string] => [
      `a WebP that breaks off behind ${kind}`,
      Buffer.from(`RIFF\x04\0\0\0WEBP${kind}\0\0\0\0`),
      '不完整',
    ]),
    ['a WebP of another kind', Buffer.from(`RIFF\x04\0\0\0WEBPVP9 ${'.'.repeat(20)}`), '不完整'],
    ['an extended WebP without its end', extended.subarray(0, -1), '不完整'],
    ['a PNG without its end', png.subarray(0, -12), '不完整'],
    [
      'a PNG that begins with another chunk',
      Buffer.from(png.toString('latin1').replace('IHDR', 'IDAT'), 'latin1'),
      '不完整',
    ],
    ['a TIFF of the other order', Buffer.from('MM\0*'), 'TIFF'],
    ['a page without a declaration', Buffer.from('  <html>'), '网页'],
    ['what begins as a PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), '不完整'],
    ['what begins as a WebP', Buffer.from('RIFF\0\0\0\0WEBP'), '不完整'],
    ['a RIFF of sound', Buffer.from('RIFF\0\0\0\0WAVEfmt '), '不是图片'],
    ['a JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9]), '不完整'],
    ['a sequence of AVIF', Buffer.from('\0\0\0\x10ftypavis\0\0\0\0', 'latin1'), '动画'],
    ['an AVIF without a size', Buffer.from('\0\0\0\x10ftypavif\0\0\0\0', 'latin1'), '不完整'],
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'SVG',
    ],
    [
      'an SVG behind a declaration',
      Buffer.from('<?xml version="1.0"?>\n<!-- x -->\n<svg/>'),
      'SVG',
    ],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00'), 'GIF'],
    ['a page', Buffer.from('<!DOCTYPE html><html></html>'), '网页'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'PDF'],
    ['a TIFF', Buffer.from('II*\0'), 'TIFF'],
    ['a BMP', Buffer.from('BM......'), 'BMP'],
    ['text', Buffer.from('图'), '不是图片'],
    [
      'a pointer of Git LFS',
      Buffer.from('version https://git-lfs.github.com/spec/v1'),
      'git lfs pull',
    ],
    ['half a PNG', png.subarray(0, 60), '不完整'],
    ['the beginning of a PNG', png.subarray(0, 12), '不完整'],
    ['half a JPEG', good['a.jpg'].subarray(0, good['a.jpg'].length - 20), '不完整'],
    ['half a WebP', good['a.webp'].subarray(0, -10), '不完整'],
    ['half an AVIF', good['a.avif'].subarray(0, -10), '不完整'],
    ['a decompression bomb', pngOf(30_000, 30_000), '30000 × 30000'],
    ['a very long one', pngOf(100_000, 1), '100000 × 1'],
    ['one without width', pngOf(0, 5), '为零'],
    ['an animated PNG', animatedPng, '动画'],
    ['an animated WebP', twoFrames, '动画'],
    ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), '不是图片'],
  ])('%s', (_name, bytes, says) => {
    const finding = checkPictureBytes(bytes, 'x.png');
    expect(finding?.id).toMatch(/^picture-(?:bytes|format)$/);
    expect(finding?.message).toContain(says);
    expect(finding).toMatchSnapshot();
  });
});
