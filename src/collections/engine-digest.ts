import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The rooms whose code decides what becomes of an article. */
const rooms = ['collections', 'manuscript', 'newspaper', 'typography'];

/**
 * Stands for the code that reads, checks and renders content, and for the packages it uses. What was
 * kept under another digest is not used again: Astro itself looks at content.config.ts alone.
 *
 * @param projectRoot absolute path
 * @param more rooms whose code has a part in it besides
 */
export function engineDigest(projectRoot: string, more: readonly string[] = []): string {
  const hash = createHash('sha1');
  for (const room of [...rooms, ...more]) {
    const folder = join(projectRoot, 'src', room);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
      hash.update(`${room}/${name}\0`).update(readFileSync(join(folder, name)));
    }
  }
  return hash.update(readFileSync(join(projectRoot, 'package-lock.json'))).digest('base64url');
}
