import { expect, test } from 'vitest';
import { checkArticle } from './check-article.ts';
import { parseArticle } from './parse-article.ts';

function gathered(body: string) {
  const { pictures, links, jumps } = checkArticle(parseArticle(body).tree!, body, 10);
  const at = (name: string) => (one: { line: number; column: number }) =>
    `${one.line}:${one.column} ${String(one[name as keyof typeof one])}`;
  return {
    pictures: pictures.map(at('file')),
    links: links.map(at('address')),
    jumps: jumps.map(at('page')),
  };
}

const nothing = { pictures: [], links: [], jumps: [] };

test.each([
  ['渡口修好了。', nothing],
  [
    '见[通告](https://a.example/)，[上文](#p1)。\n\n见[下文][一]， www.b.example 。\n\n[一]: /about/',
    {
      ...nothing,
      links: ['10:2 https://a.example/', '10:27 #p1', '12:11 http://www.b.example', '14:1 /about/'],
    },
  ],
  // A wrong address is told, and followed like another.
  ['[看](ftp://a.example/)', { ...nothing, links: ['10:1 ftp://a.example/'] }],
  [
    '![桥](./qiao.jpg)\n\n甲![船](chuan.png)\n\n<Photo src="./du-kou.webp" alt="渡口" />',
    { ...nothing, pictures: ['10:1 qiao.jpg', '12:2 chuan.png', '14:1 du-kou.webp'] },
  ],
  // What is no picture's name is told; nobody looks for its file.
  ['![桥](qiao.gif)\n\n<Photo src="../a.jpg" alt="桥" />\n\n<Photo alt="桥" />', nothing],
  ['<Photo src={a} alt="桥" />\n\n<Aside title="src.jpg">甲</Aside>', nothing],
  ['<Aside src="a.jpg">甲</Aside>', nothing],
  [
    '甲<Jump to="3">（下转）</Jump>乙<Jump from="12">（上接）</Jump>',
    { ...nothing, jumps: ['10:2 3', '10:27 12'] },
  ],
  [
    '甲<Jump to="三">（下转）</Jump><Jump to>乙</Jump><Jump {...a}>丙</Jump><Jump>丁</Jump>',
    nothing,
  ],
  ['甲<Unclear note="3">乙</Unclear>', nothing],
])('what another must be asked about: %j', (body, expected) => {
  expect(gathered(body)).toEqual(expected);
});
