import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { visit } from 'unist-util-visit';
import { checkArticle } from './check-article.ts';
import { parseArticle } from './parse-article.ts';

/** Each text and link of a body with what stands at its place. */
function placed(body: string): [string, string][] {
  const found: [string, string][] = [];
  visit(parseArticle(body).tree!, (node: Nodes) => {
    if (node.type !== 'text' && node.type !== 'link') return;
    const { start, end } = node.position!;
    const lines = body.slice(0, start.offset).split('\n');
    expect([start.line, start.column]).toEqual([lines.length, lines.at(-1)!.length + 1]);
    const name = node.type === 'text' ? node.value : node.url;
    found.push([name, body.slice(start.offset, end.offset)]);
  });
  return found;
}

test.each([
  ['见：www.a.example，谢谢', '见： http://www.a.example www.a.example ，谢谢'],
  ['写信desk@a.example吧', '写信 mailto:desk@a.example desk@a.example 吧'],
  ['## 见：www.a.example吧', '见： http://www.a.example www.a.example 吧'],
  ['**见：www.a.example吧**，好', '见： http://www.a.example www.a.example 吧 ，好'],
  ['甲\n\n> 见：www.a.example吧', '甲 见： http://www.a.example www.a.example 吧'],
  ['- 甲\n- 见：www.a.example吧', '甲 见： http://www.a.example www.a.example 吧'],
  [
    '| 见：www.a.example吧 | 乙 |\n| --- | --- |\n| 1 | 2 |',
    '见： http://www.a.example www.a.example 吧 乙 1 2',
  ],
  [
    '一，www.a.example二，`码`三，www.b.example四',
    '一， http://www.a.example www.a.example 二， 三， http://www.b.example www.b.example 四',
  ],
  ['one\nand见：www.a.example吧', 'one\nand见： http://www.a.example www.a.example 吧'],
])('each piece of %j stands at its place', (body, wanted) => {
  const found = placed(body);
  expect(found.map(([name]) => name).join(' ')).toBe(wanted);
  for (const [name, source] of found) expect(name.endsWith(source)).toBe(true);
});

test('where escapes stand in a piece, all of them are its own', () => {
  expect(placed('见\\*：www.a.example，谢谢')[0]).toEqual(['见*：', '见\\*：']);
});

test('what is told beside an address is told, and at its place', () => {
  const body = '甲\n\n见[^1]，www.a.example，加粗**没有完';
  const { findings, links } = checkArticle(parseArticle(body).tree!, body);
  expect(findings.map(({ id, line, column }) => `${id} ${line}:${column}`)).toEqual([
    'footnote-undefined 3:1',
    'emphasis-unpaired 3:20',
  ]);
  expect(links.map(({ line, column }) => `${line}:${column}`)).toEqual(['3:7']);
});
