import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import type { Paragraph, Root } from 'mdast';
import { remarkBareAddresses } from './remark-bare-addresses.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkBareAddresses);

function read(text: string): readonly (readonly [string, string?])[] {
  const { children } = processor.runSync(processor.parse(text)) as Root;
  const paragraph = children[0] as Paragraph;
  return paragraph.children.map((node) =>
    node.type === 'link' ? ['link', node.url] : [node.type, 'value' in node ? node.value : ''],
  );
}

test.each([
  [
    '详见https://www.example.org/a，谢谢',
    [
      ['text', '详见'],
      ['link', 'https://www.example.org/a'],
      ['text', '，谢谢'],
    ],
  ],
  ['https://港报.example，谢谢', [['text', 'https://港报.example，谢谢']]],
  ['<https://www.example.org/>', [['link', 'https://www.example.org/']]],
  ['https://a.example', [['link', 'https://a.example']]],
  [
    'www.a.example，谢谢',
    [
      ['link', 'http://www.a.example'],
      ['text', '，谢谢'],
    ],
  ],
  [
    'https://a.example/?b=1&c=~d（甲）',
    [
      ['link', 'https://a.example/?b=1&c=~d'],
      ['text', '（甲）'],
    ],
  ],
  [
    '见：www.a.example，和https://b.example/（甲）；',
    [
      ['text', '见：'],
      ['link', 'http://www.a.example'],
      ['text', '，和'],
      ['link', 'https://b.example/'],
      ['text', '（甲）；'],
    ],
  ],
  [
    '（www.a.example/b_(c).），“www.b.example”!',
    [
      ['text', '（'],
      ['link', 'http://www.a.example/b_(c)'],
      ['text', '.），“'],
      ['link', 'http://www.b.example'],
      ['text', '”!'],
    ],
  ],
  ['见www.a.example，1www.a.example', [['text', '见www.a.example，1www.a.example']]],
  [
    '见https://a.example，**粗**，[文](b)，www.c.example：`码`',
    [
      ['text', '见'],
      ['link', 'https://a.example'],
      ['text', '，'],
      ['strong', ''],
      ['text', '，'],
      ['link', 'b'],
      ['text', '，'],
      ['link', 'http://www.c.example'],
      ['text', '：'],
      ['inlineCode', '码'],
    ],
  ],
  // What somebody wrote as a link is one, whatever its words.
  ['[www.a.example，详情](https://b.example/)', [['link', 'https://b.example/']]],
  ['[**a，b**](a，b)', [['link', 'a，b']]],
  ['[，甲](，甲)', [['link', '，甲']]],
])('%s', (text, wanted) => {
  expect(read(text)).toEqual(wanted);
});

test('50,000 of them are read as fast as prose', () => {
  for (const one of [
    '见www.a.example，',
    '：www.a.example，',
    '见https://a.example/，',
    'www.!!',
  ]) {
    const since = process.cpuUsage();
    expect(read(one.repeat(50_000)).length).toBeGreaterThan(0);
    expect(process.cpuUsage(since).user / 1e6, one).toBeLessThan(3);
  }
});
