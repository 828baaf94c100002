import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isLedgerFile, ledgerFolder, readLedger } from '../manuscript/address-ledger.ts';
import { withBase } from '../newspaper/address.ts';

/**
 * Writes `_redirects` for hosts that read one (Cloudflare Pages, Netlify), so that an address that
 * moved answers 301. Other hosts serve the page at the old address, which leads to the new one too.
 * What the paper has in public/_redirects stays before it: the first line that fits counts.
 *
 * @param content absolute path of the content folder
 */
export function layRedirects(content: string): AstroIntegration {
  let base = '/';
  return {
    name: 'newspaper:redirects',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir }) => {
        const lines = redirectLines(content, base);
        if (lines.length === 0) return;
        const file = join(fileURLToPath(dir), '_redirects');
        const own = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : '';
        writeFileSync(file, [...(own === '' ? [] : [own]), ...lines].join('\n') + '\n');
      },
    },
  };
}

/** `/old/ /new/ 301`; the loaders have refused what is wrong in the ledger. */
export function redirectLines(content: string, base: string): string[] {
  const folder = join(content, ledgerFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => `${ledgerFolder}/${name}`)
    .filter(isLedgerFile)
    .sort()
    .flatMap((path) => readLedger(readFileSync(join(content, path), 'utf8'), path).entries)
    .flatMap(({ address, target }) =>
      target === undefined ? [] : [`${withBase(base, address)} ${withBase(base, target)} 301`],
    );
}
