/**
 * Files that are kept between builds, each with a seal at its end: the digest of what is before it. A
 * file that was torn by a crash, or changed by anything else, is as good as none, and is made anew. (A
 * font with a seal behind it is a font still, for those who want its path.)
 *
 * fsync would prevent tearing and not the rest, and costs 1,400 files 5 s.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** In characters of base64url, behind a line feed. */
const sealLength = 27;

const sealOf = (bytes: Uint8Array): string => hash('sha1', bytes, 'base64url');

/**
 * @param file absolute path
 * @returns what was written; undefined where there is no such file, or its seal is broken
 */
export function readSealed(file: string): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  const content = bytes.subarray(0, Math.max(0, bytes.length - sealLength - 1));
  return bytes.toString('latin1', content.length + 1) === sealOf(content) ? content : undefined;
}

/** The same, of text that is JSON: what it says is taken to be what was written under this path. */
export function readSealedJson(file: string): unknown {
  const content = readSealed(file);
  return content === undefined ? undefined : JSON.parse(content.toString('utf8'));
}

/**
 * Writes a file under a seal, in one step: whoever reads sees the file of before, or this one.
 *
 * Two builds may write one file at once: each writes its own draft, and the last rename stands.
 */
export function writeSealed(file: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const draft = `${file}.${process.pid}.tmp`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(draft, Buffer.concat([bytes, Buffer.from(`\n${sealOf(bytes)}`)]));
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
