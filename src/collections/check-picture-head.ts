import { findingWords } from '../newspaper/finding-words.ts';
import type { LocalFinding } from '../newspaper/local-finding.ts';

/** How many bytes of a file tell its format. */
export const pictureHeadLength = 16;

/** The formats that an article may show, by their first bytes: PNG 5.2, JFIF, RFC 9649, ISO/IEC 23008-12. */
const formats = [
  { name: 'PNG', extension: /\.png$/i, head: /^\x89PNG\r\n\x1a\n/ },
  { name: 'JPEG', extension: /\.jpe?g$/i, head: /^\xff\xd8\xff/ },
  { name: 'WebP', extension: /\.webp$/i, head: /^RIFF....WEBP/s },
  { name: 'AVIF', extension: /\.avif$/i, head: /^....ftyp(?:avi[fs]|mif1|msf1)/s },
] as const;

/**
 * Says what is wrong with a picture whose bytes are not what its name says: sharp would stop the build
 * at it, and name none of ours.
 *
 * @param name of the file
 * @param head its first `pictureHeadLength` bytes, fewer where it has fewer
 */
export function checkPictureHead(name: string, head: Uint8Array): LocalFinding[] {
  const text = String.fromCharCode(...head);
  const said = formats.find(({ extension }) => extension.test(name));
  const found = formats.find(({ head: shape }) => shape.test(text));
  if (said === undefined || said === found) return [];
  return [
    {
      id: 'picture-format',
      severity: 'error',
      line: 1,
      column: 1,
      excerpt: name,
      ...findingWords(
        {
          zh: `${name} 应是 ${said.name} 图片，文件的内容${found === undefined ? '不是图片' : `是 ${found.name}`}`,
          en: `${name} must be a ${said.name} picture: ${found === undefined ? 'it is no picture' : `it is a ${found.name}`}`,
        },
        found === undefined
          ? { zh: '重新导出这张图片，或删去它', en: 'Export the picture anew, or remove it' }
          : {
              zh: `把扩展名改为 .${found.name.toLowerCase()}`,
              en: `Change the extension to .${found.name.toLowerCase()}`,
            },
      ),
    },
  ];
}
