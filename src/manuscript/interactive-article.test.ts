import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { readInteractive, type InteractiveArticle } from './interactive-article.ts';
import { parseArticle } from './parse-article.ts';

function read(body: string): InteractiveArticle {
  const { tree, findings } = parseArticle(body, 10);
  expect(findings).toEqual([]);
  return readInteractive(tree!, body, 10);
}
const texts = (body: string): string[] => read(body).prose.children.map((node) => toString(node));

describe('readInteractive', () => {
  it('leaves the prose, and what stands between the tags of components', () => {
    const body = `import Tides from '../../../interactive/Tides.astro'
export const harbour = '北港'

今日两次高潮。

<Tides harbour={harbour}>
高潮六时十二分，低潮十二时四十分。
</Tides>

最高 {2 + 1} 米，<b>据港务局</b>。

<Tides harbour="南港" />

<PullQuote>潮水不等人。</PullQuote>`;
    expect(texts(body)).toEqual([
      '今日两次高潮。',
      '高潮六时十二分，低潮十二时四十分。',
      '最高  米，据港务局。',
      '潮水不等人。',
    ]);
    expect(read(body).findings).toEqual([]);
  });

  it.each([
    ["import fs from 'node:fs'", 'node:fs'],
    ["import x from '../../../../secret.js'", '../../../../secret.js'],
    ["import x from '../../../../package.json'", 'package.json'],
    ["export { y } from 'left-pad'", 'left-pad'],
    ["import './beside.css'", './beside.css'],
  ])('an article takes from interactive/ and nowhere else: %s', (body, names) => {
    const [finding] = read(`${body}\n\n正文。`).findings;
    expect(finding).toMatchObject({ id: 'interactive-article', line: 10, column: 1 });
    expect(finding!.message).toContain(names);
  });

  it('says how pictures are written', () => {
    const { findings } = read('正文。\n\n<Photo src="a.jpg" alt="桥" />');
    expect(findings).toMatchObject([{ line: 12, action: expect.stringContaining('![替代文字]') }]);
  });
});
