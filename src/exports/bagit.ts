import { createHash } from 'node:crypto';
import { strToU8, zipSync, type Zippable } from 'fflate';

export interface BagInfo {
  readonly organization: string;
  readonly description: string;
  /** The edition's address: an identifier that does not change. */
  readonly identifier: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

const zipTime = new Date(1980, 0, 1);

/**
 * Packs files as a bag (BagIt, RFC 8493), zipped, so that a library can take an edition in and check
 * years later that it is whole.
 *
 * @param name of the folder that the bag unpacks to; ASCII
 * @param payload by path below `data/`, with `/`; ASCII
 * @returns the same bytes for the same files
 */
export function renderBag(
  name: string,
  payload: ReadonlyMap<string, Uint8Array>,
  info: BagInfo,
): Uint8Array {
  const data = [...payload].sort(([left], [right]) => (left < right ? -1 : 1));
  const octets = data.reduce((sum, [, bytes]) => sum + bytes.byteLength, 0);
  const line = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const tags: [path: string, bytes: Uint8Array][] = [
    ['bagit.txt', strToU8('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
    [
      'bag-info.txt',
      strToU8(
        [
          `Source-Organization: ${line(info.organization)}`,
          `External-Description: ${line(info.description)}`,
          `External-Identifier: ${line(info.identifier)}`,
          `Bagging-Date: ${info.date}`,
          `Payload-Oxum: ${octets}.${data.length}`,
          '',
        ].join('\n'),
      ),
    ],
    [
      'manifest-sha256.txt',
      strToU8(data.map(([path, bytes]) => `${sha256(bytes)}  data/${path}\n`).join('')),
    ],
  ];
  tags.push([
    'tagmanifest-sha256.txt',
    strToU8(tags.map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`).join('')),
  ]);
  const files: Zippable = {};
  for (const [path, bytes] of tags) files[`${name}/${path}`] = [bytes, { mtime: zipTime }];
  for (const [path, bytes] of data) {
    // JPEGs do not shrink.
    const level = path.endsWith('.jpg') ? 0 : 6;
    files[`${name}/data/${path}`] = [bytes, { level, mtime: zipTime }];
  }
  return zipSync(files);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
