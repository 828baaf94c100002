import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import type { Paragraph, Root } from 'mdast';
import { remarkTrimBareAddress } from './remark-trim-bare-address.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkTrimBareAddress);

function read(text: string): readonly (readonly [string, string?])[] {
  const { children } = processor.runSync(processor.parse(text)) as Root;
  const paragraph = children[0] as Paragraph;
  return paragraph.children.map((node) =>
    node.type === 'link' ? ['link', node.url] : ['text', 'value' in node ? node.value : ''],
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
  // What somebody wrote as a link is one, whatever its words.
  ['[www.a.example，详情](https://b.example/)', [['link', 'https://b.example/']]],
  ['[**a，b**](a，b)', [['link', 'a，b']]],
  ['[，甲](，甲)', [['link', '，甲']]],
])('%s', (text, wanted) => {
  expect(read(text)).toEqual(wanted);
});
