import { findingWords } from '../newspaper/finding-words.ts';
import { isUtf8 } from 'node:buffer';
import { excerptOf, type LocalFinding } from '../newspaper/local-finding.ts';

/** A text file as everything after it reads it: no byte order mark, lines ended by `\n` alone. */
export type DecodedText = { readonly text: string } | { readonly finding: LocalFinding };

/**
 * Decodes a file of content/, which is UTF-8. Line ends of Windows and old Macs are taken as such.
 *
 * @param bytes the whole file
 */
export function decodeText(bytes: Buffer): DecodedText {
  if (!isUtf8(bytes)) {
    const offset = firstInvalidByte(bytes);
    const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset)).split('\n');
    const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
    return {
      finding: {
        id: 'encoding',
        severity: 'error',
        line: before.length,
        column: before.at(-1)!.length + 1,
        excerpt: excerptOf(before.at(-1)!),
        ...findingWords(
          {
            zh: `应为 UTF-8 编码，第 ${offset + 1} 个字节起不是${utf16 ? '（像是 UTF-16）' : '（可能是 GBK）'}`,
            en: `The file must be UTF-8; from byte ${offset + 1} on it is not${utf16 ? ' (it looks like UTF-16)' : ' (perhaps GBK)'}`,
          },
          { zh: '用编辑器另存为 UTF-8', en: 'Save it as UTF-8 in an editor' },
        ),
      },
    };
  }
  const marked = bytes.toString('utf8');
  const text = marked.startsWith('\ufeff') ? marked.slice(1) : marked;
  return { text: text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text };
}

/** 0-based; by halving, since a decoder only says that there is an error. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    try {
      // A sequence cut in its middle is not an error of the file: `stream` forgives it.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      valid = middle;
    } catch {
      invalid = middle;
    }
  }
  return valid;
}
