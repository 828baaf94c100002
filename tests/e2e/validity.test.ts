import { readFileSync } from 'node:fs';
import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { HtmlValidate } from 'html-validate';
import { rehype } from 'rehype';
import { EXIT, visit } from 'unist-util-visit';
import { describe, expect, inject, test } from 'vitest';
import { addressesOf, fileOf } from './site-files.ts';

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
  addresses: addressesOf(directory),
}));

describe.each(papers)('$name', ({ directory, base, addresses }) => {
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

  test('nothing stands behind the end of the page', () => {
    for (const { address, html } of pages) {
      expect(html.slice(html.indexOf('</html>') + 7).trim(), address).toBe('');
    }
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
