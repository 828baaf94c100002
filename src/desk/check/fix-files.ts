import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../../manuscript/decode-text.ts';
import { applyFixes } from '../../manuscript/prose/apply-fixes.ts';
import type { Finding } from '../../newspaper/finding.ts';
import { replaceFile } from '../put-file.ts';

/**
 * Mends what is safe to mend, each file whole or not at all. Line ends of Windows stay.
 *
 * @param root absolute path of the content folder
 * @returns how many files were written
 */
export function fixFiles(root: string, findings: readonly Finding[]): number {
  let written = 0;
  for (const [file, ofFile] of Map.groupBy(findings, (finding) => finding.file)) {
    const fixes = ofFile.flatMap(({ fix }) => fix ?? []);
    if (fixes.length === 0) continue;
    const bytes = readFileSync(join(root, file));
    const decoded = decodeText(bytes);
    if (!('text' in decoded)) continue;
    const mended = applyFixes(decoded.text, fixes);
    if (mended === decoded.text) continue;
    const ends = bytes.includes('\r\n') ? '\r\n' : '\n';
    replaceFile(join(root, file), mended.replaceAll('\n', ends));
    written += 1;
  }
  return written;
}
