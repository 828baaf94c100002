import { existsSync, readFileSync } from 'node:fs';
import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { HtmlValidate } from 'html-validate';
import { rehype } from 'rehype';
import { EXIT, visit } from 'unist-util-visit';
import { describe, expect, inject, test } from 'vitest';
import { addressesOf, fileOf } from './site-files.ts';

/** What each paper is written in: see its publication.yaml. */
const languages: Readonly<Record<string, string>> = {
  sample: 'zh-Hans',
  gazette: 'en',
  chenbao: 'zh-Hans',
  ribao: 'zh-Hant',
};

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Bodies are well-formed as XML too, for feeds and books: `<br/>` is HTML as good as `<br>`.
    'void-style': 'off',
    // The form of reading settings acts at each change; it has nothing to send.
    'wcag/h32': 'off',
  },
});

const papers = Object.entries(inject('papers')).map(([name, { directory, base }]) => ({
  name,
  base,
  directory,
  language: languages[name],
  addresses: addressesOf(directory),
}));

describe.each(papers)('$name', ({ directory, base, language, addresses }) => {
  const pages = addresses.map((address) => {
    const html = readFileSync(fileOf(directory, address), 'utf8');
    return { address, html, tree: rehype().parse(html) };
  });

  test('every page is valid HTML', async () => {
    const wrong: string[] = [];
    for (const { address, html } of pages) {
      const { results } = await validator.validateString(html);
      for (const { messages } of results) {
        wrong.push(
          ...messages.map(
            ({ ruleId, message, line, column }) =>
              `${address}:${line}:${column} ${ruleId}: ${message}`,
          ),
        );
      }
    }
    expect(wrong).toEqual([]);
  });

  test('every page has one h1', () => {
    for (const { address, tree } of pages) {
      let headings = 0;
      visit(tree, 'element', ({ tagName }: Element) => {
        if (tagName === 'h1') headings += 1;
      });
      expect(headings, address).toBe(1);
    }
  });

  test('nothing stands behind the end of the page', () => {
    for (const { address, html } of pages) {
      expect(html.slice(html.indexOf('</html>') + 7).trim(), address).toBe('');
    }
  });

  test('every page has one heading, one main part, a title and the language of its paper', () => {
    const wrong: unknown[] = [];
    for (const { address, tree } of pages) {
      const found = { h1: 0, main: 0, language: '' };
      visit(tree, 'element', ({ tagName, properties }: Element) => {
        if (tagName === 'h1' || tagName === 'main') found[tagName] += 1;
        if (tagName === 'html') found.language = String(properties['lang']);
      });
      const { title } = headOf(tree);
      if (found.h1 !== 1 || found.main !== 1 || found.language !== language || title.trim() === '')
        wrong.push({ address, title, ...found });
    }
    expect(wrong).toEqual([]);
  });

  test('no link, image, style or script of a page leads nowhere', () => {
    const read = (tree: Root): { links: string[]; ids: Set<string> } => {
      const links: string[] = [];
      const ids = new Set<string>();
      visit(tree, 'element', ({ properties: { href, src, id } }: Element) => {
        if (typeof id === 'string') ids.add(id);
        for (const link of [href, src]) if (typeof link === 'string') links.push(link);
      });
      return { links, ids };
    };
    const known = new Map(
      pages.map(({ address, tree }) => [fileOf(directory, address), read(tree)]),
    );
    const broken: string[] = [];
    for (const { address } of pages) {
      for (const link of known.get(fileOf(directory, address))!.links) {
        const target = new URL(link, `http://site${base.slice(0, -1)}${address}`);
        if (target.host !== 'site') continue;
        const path = decodeURIComponent(target.pathname);
        const file = path.startsWith(base) ? fileOf(directory, path.slice(base.length - 1)) : '';
        if (file === '' || !existsSync(file)) broken.push(`${address} -> ${link}`);
        else if (target.hash.length > 1) {
          const ids = known.get(file)?.ids;
          if (ids !== undefined && !ids.has(decodeURIComponent(target.hash.slice(1))))
            broken.push(`${address} -> ${link} (no such id)`);
        }
      }
    }
    expect(broken).toEqual([]);
  });

  test('every page that is to be found has a title and a description of its own', () => {
    const titles = new Map<string, string[]>();
    const descriptions = new Map<string, string[]>();
    for (const { address, tree } of pages) {
      const { title, description, unlisted, canonical } = headOf(tree);
      // The front stands at `/` and under its date, and says so.
      const here = base.slice(0, -1) + address;
      if (unlisted || new URL(canonical).pathname !== here) continue;
      titles.set(title, [...(titles.get(title) ?? []), address]);
      descriptions.set(description, [...(descriptions.get(description) ?? []), address]);
    }
    const repeated = (all: ReadonlyMap<string, string[]>): (readonly [string, string[]])[] =>
      [...all].filter(([text, places]) => text === '' || places.length > 1);
    expect(repeated(titles)).toEqual([]);
    expect(repeated(descriptions)).toEqual([]);
  });
});

function headOf(tree: Root): {
  title: string;
  description: string;
  canonical: string;
  unlisted: boolean;
} {
  const head = { title: '', description: '', canonical: '', unlisted: false };
  visit(tree, 'element', (element: Element) => {
    const { tagName, properties } = element;
    if (tagName === 'body') return EXIT;
    if (tagName === 'title') head.title = toString(element);
    if (tagName === 'link' && String(properties['rel']) === 'canonical')
      head.canonical = String(properties['href']);
    if (tagName === 'meta' && properties['name'] === 'description')
      head.description = String(properties['content']);
    if (tagName === 'meta' && properties['name'] === 'robots') head.unlisted = true;
    return undefined;
  });
  return head;
}
