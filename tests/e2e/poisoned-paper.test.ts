import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { runBuild } from './run-build.ts';

const gazette = fileURLToPath(new URL('../fixtures/harbour-gazette', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'epaper-poison-'));
const content = join(scratch, 'content');
const dist = join(scratch, 'dist');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Leaves an attribute, a title, a script, a CDATA section and a template, and runs a program. */
const poison = `"'></title></script>]]><img src=x onerror=ran()><script>ran()</script>\${ran()}{ran()}`;

/** Lines of a list, each short enough to be set as one, with the poison in its fields. */
const setPiece = [
  '获奖名单如下：',
  '一等奖（2名）',
  '<script>ran()</script> 王建国 {ran()}',
  '<img src=x onerror=ran()> 李 明 ${ran()}',
];

/** Fields that are printed as they are written, wherever they stand. */
const printed = new Set([
  ...['name', 'nameLatin', 'description', 'place', 'publisher', 'holder', 'notice', 'license'],
  ...['headline', 'kicker', 'deck', 'standfirst', 'alt', 'caption', 'credit', 'label', 'text'],
  ...['parentLabel', 'affiliation', 'disambiguation', 'title', 'role', 'names', 'ears'],
  ...['proofNote', 'dateNote', 'number'],
]);
/** Values of a list that a field of the same name chooses from. */
const chosen = new Set(['reporter', 'correspondent', 'contributor', 'photographer', 'translator']);

function poisoned(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => poisoned(one, field));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, poisoned(one, name)]),
    );
  }
  return typeof value === 'string' && printed.has(field) && !chosen.has(value)
    ? value + poison
    : value;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function poisonFile(path: string): void {
  const text = readFileSync(path, 'utf8');
  const [, front, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
  const data = poisoned(parse(front ?? text)) as Record<string, unknown>;
  if (path.endsWith('publication.yaml')) {
    // English would have its quotation marks set, and be spared half of it.
    Object.assign(data, { language: 'zh-Hans', outputs: { epub: 'horizontal' } });
  }
  if (path.includes('/articles/')) {
    Object.assign(data, {
      proof: 'doubtful',
      proofNote: poison,
      corrections: [{ date: '2024-04-01', text: poison }],
    });
  }
  const attribute = poison.replaceAll('"', '&quot;').replaceAll('{', '&#123;');
  const escaped = (text: string): string => text.replaceAll(/[\\<{}[\]*_$]/g, String.raw`\$&`);
  const words = escaped(poison);
  writeFileSync(
    path,
    front === undefined
      ? stringify(data)
      : `---\n${stringify(data)}---\n${body!}\n${words}\n\n${setPiece.map(escaped).join('\n\n')}\n\n[${words}](https://example.org/?a='%22 "${attribute}")\n`,
  );
}

let said = '';
let code: number | null = -1;
beforeAll(async () => {
  cpSync(gazette, content, { recursive: true });
  for (const path of filesBelow(content)) {
    if (/(?<!zones)\.(?:yaml|mdx)$/.test(path)) poisonFile(join(content, path));
  }
  ({ code, said } = await runBuild(dist, { EPAPER_CONTENT: content }));
});

/** What runs, or stands where only the poison can have put it. */
function faultsOf(tree: Root): string[] {
  const faults: string[] = [];
  visit(tree, 'element', (element) => {
    const { tagName, properties } = element;
    const text = tagName === 'script' || tagName === 'style' ? toString(element) : '';
    for (const name of Object.keys(properties)) if (/^on/i.test(name)) faults.push(name);
    if (tagName === 'img' && properties['src'] === 'x') faults.push('img');
    if (properties['type'] === 'application/ld+json') JSON.parse(text);
    // A name stands in a style as a string, every sign of it escaped.
    else if (tagName === 'style' ? text.includes('<') : text.includes('ran()')) {
      faults.push(`${tagName}: ${text.slice(0, 80)}`);
    }
  });
  return faults;
}

function faultsOfHtml(html: string, fragment: boolean): string[] {
  return faultsOf(fromHtml(html, { fragment }));
}

/** Texts of a parsed JSON or XML document that readers show as HTML. */
function htmlOf(value: unknown, field = ''): string[] {
  if (typeof value === 'string') return /content|summary|html|#text/.test(field) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    htmlOf(one, Array.isArray(value) || name === '#text' ? field : name),
  );
}

const xml = new XMLParser({ ignoreAttributes: false, processEntities: true });

function faultsOfFile(path: string, bytes: Buffer | Uint8Array): string[] {
  const text = (): string => Buffer.from(bytes).toString('utf8');
  const ending = /[^./]+$/.exec(path)?.[0];
  switch (ending) {
    case 'html':
      return faultsOfHtml(text(), false);
    case 'json':
    case 'webmanifest':
      return htmlOf(JSON.parse(text())).flatMap((html) => faultsOfHtml(html, true));
    case 'xml':
    case 'svg':
    case 'opf':
    case 'ncx': {
      const valid = XMLValidator.validate(text());
      if (valid !== true) return [valid.err.msg];
      return htmlOf(xml.parse(text())).flatMap((html) => faultsOfHtml(html, true));
    }
    case 'xhtml': {
      const valid = XMLValidator.validate(text());
      return valid === true ? faultsOfHtml(text(), false) : [valid.err.msg];
    }
    case 'epub':
    case 'zip':
      return Object.entries(unzipSync(bytes)).flatMap(([name, inner]) =>
        faultsOfFile(name, inner).map((fault) => `${name}: ${fault}`),
      );
    case '_headers':
    case '_redirects':
      return text().includes('ran()') ? ['a line of the poison'] : [];
    default:
      return [];
  }
}

describe('a paper whose every text is an attack', () => {
  test('is built: a text is a text', () => {
    expect(code, said).toBe(0);
  });

  test('shows the poison as text on every kind of page', () => {
    for (const path of [
      'index.html',
      '2024-03-14/01/index.html',
      '2024-03-14/01/the-lamp-is-lit-again/index.html',
      '2024-03-14/booklet/index.html',
      'columns/letters/index.html',
      'columnists/ada-marsh/index.html',
      'sections/town/index.html',
      'about/index.html',
      'feeds/index.html',
    ]) {
      const tree = fromHtml(readFileSync(join(dist, path), 'utf8'));
      expect(toString(tree), path).toContain('<script>ran()</script>');
    }
  });

  test('lines of a list are set as such, whatever stands in them', () => {
    const path = '2024-03-14/01/the-lamp-is-lit-again/index.html';
    const classes: string[] = [];
    visit(fromHtml(readFileSync(join(dist, path), 'utf8')), 'element', (element) => {
      const { className } = element.properties;
      if (Array.isArray(className) && toString(element).includes('ran()')) {
        classes.push(className.join(' '));
      }
    });
    expect(classes).toContain('entry wide');
    expect(classes).toContain('field-rest');
  });

  test('runs nothing in any output, and every output can be read', () => {
    const faults: string[] = [];
    const kinds = new Set<string>();
    for (const path of filesBelow(dist)) {
      kinds.add(/[^./]+$/.exec(path)![0]);
      const found = faultsOfFile(path, readFileSync(join(dist, path)));
      faults.push(...found.map((fault) => `${path}: ${fault}`));
    }
    expect(faults).toEqual([]);
    for (const kind of ['html', 'xml', 'json', 'epub', 'zip', 'webmanifest', '_headers']) {
      expect(kinds).toContain(kind);
    }
    expect(strFromU8(readFileSync(join(dist, 'feed.xml')))).toContain('ran()');
  });

  test('the check that finds it would find it', () => {
    expect(faultsOfHtml(`<p title="${poison}">`, true)).toContain('img');
    expect(
      faultsOfHtml(`<script type="application/ld+json">{}</script><script>ran()</script>`, true),
    ).toHaveLength(1);
    expect(faultsOfFile('a.xml', Buffer.from(`<a>${poison}</a>`))).not.toEqual([]);
  });
});
