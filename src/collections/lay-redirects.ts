import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isLedgerFile, ledgerFolder, readLedger } from '../manuscript/address-ledger.ts';
import { withBase } from '../newspaper/address.ts';

/** An address of the site that answers under another one, both from the root `/`. */
interface Move {
  readonly address: string;
  readonly target: string;
}

/**
 * Keeps alive what is given away with a page that moved: its .md and .json, a list's feeds and older
 * pages, an edition's book. Where the old address has no file of its own, the new one's is laid there.
 *
 * Writes `_redirects` for hosts that read one (Cloudflare Pages, Netlify), so that an address that
 * moved answers 301. Other hosts serve the page at the old address, which leads to the new one too,
 * and the files that were laid.
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
        const outDir = fileURLToPath(dir);
        const pages = movedPages(content);
        if (pages.length === 0) return;
        const files = pages.flatMap((page) => filesMovedWith(outDir, page));
        for (const { address, target } of files) {
          const to = join(outDir, fileAt(address));
          mkdirSync(dirname(to), { recursive: true });
          writeFileSync(to, readFileSync(join(outDir, fileAt(target))));
        }
        const file = join(outDir, '_redirects');
        const own = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : '';
        // A host that counts its lines (Cloudflare, 2,000) drops the last ones: those of files.
        const lines = redirectLines([...pages, ...files], base);
        writeFileSync(file, [...(own === '' ? [] : [own]), ...lines].join('\n') + '\n');
      },
    },
  };
}

/** The pages that the ledger leads on; the loaders have refused what is wrong in it. */
function movedPages(content: string): Move[] {
  const folder = join(content, ledgerFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => `${ledgerFolder}/${name}`)
    .filter(isLedgerFile)
    .sort()
    .flatMap((path) => readLedger(readFileSync(join(content, path), 'utf8'), path).entries)
    .flatMap(({ address, target }) => (target === undefined ? [] : [{ address, target }]));
}

/** `/old/ /new/ 301`, as `_redirects` has it. */
export function redirectLines(moves: readonly Move[], base: string): string[] {
  return moves.map(
    ({ address, target }) => `${withBase(base, address)} ${withBase(base, target)} 301`,
  );
}

/**
 * What stands beside or below the new page in the built site, and is missing at the old one.
 *
 * An edition's pages and a page's articles have lines of their own in the ledger. A page that became a
 * paragraph of another (`/new/#p3`) or a page of another kind gives nothing away under its old name.
 *
 * @param outDir absolute path of the built site
 */
export function filesMovedWith(outDir: string, { address, target }: Move): Move[] {
  if (target.includes('#') || kindOf(address) !== kindOf(target)) return [];
  const beside = ['.md', '.json'].map((ending) => ({
    address: address.replace(/\/$/, ending),
    target: target.replace(/\/$/, ending),
  }));
  const ownLines: Readonly<Record<string, RegExp>> = { edition: /^\d{2,3}\//, page: /./ };
  const below = filesBelow(join(outDir, target))
    .filter((path) => path !== 'index.html')
    .filter((path) => ownLines[kindOf(target)]?.test(path) !== true)
    .map((path) => path.replace(/(?<=^|\/)index\.html$/, ''))
    .map((path) => ({ address: address + path, target: target + path }));
  return [...beside, ...below].filter(
    (move) =>
      existsSync(join(outDir, fileAt(move.target))) &&
      !existsSync(join(outDir, fileAt(move.address))),
  );
}

/** The file that a plain host answers an address with. */
const fileAt = (address: string): string =>
  address.endsWith('/') ? `${address}index.html` : address;

const kindOf = (address: string): string => {
  const [first = '', ...rest] = address.split('/').slice(1, -1);
  if (!/^\d{4}-/.test(first)) return rest.length === 0 ? 'text' : first;
  return ['edition', 'page', 'article'][rest.length] ?? 'article';
};

/** Paths of the files below a folder, with `/`, sorted; none where there is no folder. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(join(folder, entry.name)).map((path) => `${entry.name}/${path}`)
        : [entry.name],
    )
    .sort();
}
