import type { Nodes } from 'xast';
import { toXml } from 'xast-util-to-xml';

/**
 * What XML 1.0 has no way to write (2.2, Char), not even escaped: control characters, lone
 * surrogates, U+FFFE and U+FFFF. One of them makes a whole feed unreadable.
 */
const notInXml =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without the characters that XML cannot hold. */
export function xmlText(text: string): string {
  return text.replaceAll(notInXml, '');
}

/**
 * Writes a tree as an XML document of UTF-8, with its declaration.
 *
 * @param tree the root element; `raw` nodes in it hold well-formed XML
 */
export function writeXml(tree: Nodes): string {
  return xmlText(
    `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree, { allowDangerousXml: true, closeEmptyElements: true })}\n`,
  );
}
