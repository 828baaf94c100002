import { createHash } from 'node:crypto';
import { Document, isMap, isSeq } from 'yaml';
import type { PageZones } from '../../newspaper/zones.ts';

/** Stands first in what an import has written; the digest is of all that comes after. */
const mark = /^# 导入时写的，没有人改过就随导入更新 As imported: ([\da-f]{16})\n/;

/** The file of a page's zones, a box a line. */
export function renderZones(zones: PageZones): string {
  const document = new Document(zones);
  const flow = (node: unknown): void => {
    if (isSeq(node)) node.flow = true;
  };
  flow(document.get('size'));
  const list = document.get('zones');
  if (isSeq(list)) {
    for (const zone of list.items) {
      const boxes = isMap(zone) ? zone.get('boxes') : undefined;
      if (isSeq(boxes)) boxes.items.forEach(flow);
    }
  }
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `# 导入时写的，没有人改过就随导入更新 As imported: ${digestOf(text)}\n${text}`;
}

/** Whether a file of zones is as an import wrote it: then the next import may write it again. */
export function isAsImported(text: string): boolean {
  const plain = text.replaceAll('\r\n', '\n');
  const digest = mark.exec(plain)?.[1];
  return digest !== undefined && digest === digestOf(plain.replace(mark, ''));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
