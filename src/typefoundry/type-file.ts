import { createHash } from 'node:crypto';

/**
 * The name of a cut as it is served: what it is for, and a digest of its characters, so that a
 * browser may keep it for ever.
 *
 * @param purpose `nameplate`, or the date of an edition
 */
export function typeFileName(purpose: string, characters: string): string {
  const digest = createHash('sha256').update(characters).digest('hex').slice(0, 8);
  return `${purpose}.${digest}.woff2`;
}
