/**
 * `node bench/site-links.ts [DIST] [--base /paper/]`: reads every page of a built site, whatever its
 * size, and tells links and fragments that lead nowhere, pages without one h1, and titles and
 * descriptions that two pages share. tests/e2e/ holds the same for small papers at each `npm test`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { fromHtml } from 'hast-util-from-html';
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { base: { type: 'string', default: '/' } },
});
const directory = resolve(positionals[0] ?? 'dist');
const base = values.base;
const began = performance.now();

const files = new Set(
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/')),
);
const pages = [...files].filter((file) => file.endsWith('.html')).sort();

/** Fragments that are asked of a page, each with one page that asks. */
const asked = new Map<string, Map<string, string>>();
const ids = new Map<string, ReadonlySet<string>>();
const faults: string[] = [];
const titles = new Map<string, string>();
const descriptions = new Map<string, string>();
let links = 0;
let fragments = 0;

for (const file of pages) {
  const address = base + file.replace(/index\.html$/, '');
  const here = new URL(address, 'http://paper.invalid');
  const own = new Set<string>();
  const head = { title: '', description: '', canonical: '', unlisted: false };
  let headings = 0;
  visit(fromHtml(readFileSync(join(directory, file), 'utf8')), 'element', (element) => {
    const { tagName, properties } = element;
    if (typeof properties['id'] === 'string') own.add(properties['id']);
    if (tagName === 'h1') headings += 1;
    if (tagName === 'title' && head.title === '') head.title = textOf(element);
    if (tagName === 'meta' && properties['name'] === 'description')
      head.description = String(properties['content']);
    if (tagName === 'meta' && properties['name'] === 'robots') head.unlisted = true;
    if (tagName === 'link' && String(properties['rel']) === 'canonical')
      head.canonical = String(properties['href']);
    for (const name of ['href', 'src', 'action', 'poster'] as const) {
      const value = properties[name];
      if (typeof value === 'string') follow(value, here, file);
    }
    const set = properties['srcSet'];
    for (const part of Array.isArray(set) ? set : []) {
      follow(String(part).trim().split(' ')[0]!, here, file);
    }
  });
  ids.set(file, own);
  if (headings !== 1) faults.push(`${file}: ${headings} h1`);
  // The front stands at `/` and under its date, and says so.
  if (head.unlisted || new URL(head.canonical, here).pathname !== here.pathname) continue;
  isOwn(titles, 'title', head.title, file);
  isOwn(descriptions, 'description', head.description, file);
}
for (const [file, wanted] of asked) {
  for (const [fragment, by] of wanted) {
    if (!ids.get(file)!.has(fragment)) faults.push(`${by}: no #${fragment} in ${file}`);
  }
}

console.log(
  `${pages.length} pages, ${links} links, ${fragments} fragments; ${faults.length} faults; ${((performance.now() - began) / 1000).toFixed(0)} s`,
);
// A thousand pages that share a title must not hide one dead link.
const kinds = Object.groupBy(faults, (fault) => kindOf(fault));
for (const [kind, all = []] of Object.entries(kinds)) {
  console.log(`\n${kind}: ${all.length}`);
  for (const fault of all.slice(0, 20)) console.log(`  ${fault}`);
}
process.exitCode = faults.length === 0 ? 0 : 1;

function kindOf(fault: string): string {
  return (
    /: (no file|no address|no #|out of|the title|the description|no title|no description|\d+ h1)/.exec(
      fault,
    )?.[1] ?? ''
  );
}

function textOf(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

function isOwn(seen: Map<string, string>, what: string, text: string, file: string): void {
  const other = seen.get(text);
  if (text.trim() === '') faults.push(`${file}: no ${what}`);
  else if (other !== undefined) faults.push(`${file}: the ${what} of ${other}: ${text}`);
  else seen.set(text, file);
}

function follow(value: string, from: URL, file: string): void {
  const url = URL.canParse(value, from.href) ? new URL(value, from.href) : undefined;
  if (url === undefined) {
    faults.push(`${file}: no address: ${value}`);
    return;
  }
  if (url.host !== from.host) return;
  links += 1;
  if (!url.pathname.startsWith(base)) {
    faults.push(`${file}: out of the base path: ${value}`);
    return;
  }
  const path = decodeURIComponent(url.pathname.slice(base.length));
  const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!files.has(target)) {
    faults.push(`${file}: no file for ${value}`);
    return;
  }
  const fragment = decodeURIComponent(url.hash.slice(1));
  if (fragment === '' || !target.endsWith('.html')) return;
  fragments += 1;
  const wanted = asked.get(target) ?? new Map<string, string>();
  asked.set(target, wanted);
  if (!wanted.has(fragment)) wanted.set(fragment, file);
}
