import { expect, test } from 'vitest';
import { textBlocksOf } from './text-blocks.ts';

test('every block once, paragraphs under their ids, marks and entities gone', () => {
  const html =
    '<p id="p1"><b class="lead-in">本报讯</b>甲&amp;乙</p>\n<h2>小标题</h2><ul><li>一</li><li><p id="p2">二<a href="#x">三</a></p></li></ul>' +
    '<table><tr><td>格</td></tr></table><hr>';
  expect(textBlocksOf(html).map(({ id, text }) => `${id}:${text}`)).toEqual([
    'p1:本报讯甲&乙',
    ':小标题',
    ':一',
    'p2:二三',
    ':格',
  ]);
});
