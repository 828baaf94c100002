import { expect, test } from 'vitest';
import { readArticle } from './read-article.ts';

const fields = 'kind: article\ngenre: news\nedition: 2024-05-06\npage: 1\norder: 1\n';
const file = (body: string, headline = 'headline: 渡口修好了\n'): string =>
  `---\n${fields}${headline}---\n\n${body}\n`;

function read(text: string, interactive = false) {
  const { entry, findings } = readArticle(text, 'zh-Hans', interactive);
  return { entry, told: findings.map(({ id, line, column }) => `${id} ${line}:${column}`) };
}

test('plain paragraphs are rendered at once', () => {
  const { entry, told } = read(file('昨天，渡口修好了。\n\n两岸通船。'));
  expect(told).toEqual([]);
  expect(entry?.data.headline).toBe('渡口修好了');
  expect(entry).toMatchObject({ bodyLine: 9, pictures: [], links: [], jumps: [] });
  expect(entry?.content).toMatchObject({ plain: { text: '昨天，渡口修好了。\n两岸通船。' } });
});

test('what has marks is a tree, with what another must be asked about', () => {
  const { entry, told } = read(
    file('见[通告](/about/)。<Jump to="2">（下转第二版）</Jump>\n\n![桥](qiao.jpg)'),
  );
  expect(told).toEqual([]);
  expect(entry).toMatchObject({
    content: { tree: { type: 'root' } },
    links: [{ address: '/about/', line: 10, column: 2 }],
    jumps: [{ page: 2, line: 10, column: 16 }],
    pictures: [{ file: 'qiao.jpg', line: 12, column: 1 }],
  });
});

test.each([
  ['a field, with plain paragraphs', file('渡口。', 'headline: 2022\n'), ['field-type 7:11']],
  ['a field, with marks', file('**渡口**。', 'headline: 2022\n'), ['field-type 7:11']],
  ['no headline', file('渡口。', ''), ['field-missing 2:1']],
  ['YAML that cannot be read', file('渡口。', 'headline: @渡口\n'), ['yaml-syntax 7:11']],
  ['YAML, with marks', file('**渡口**。', 'headline: @渡口\n'), ['yaml-syntax 7:11']],
  ['the body', file('甲<5'), ['stray-less-than 10:3']],
  ['what the body may not have', file('<b>甲</b>'), ['html-forbidden 10:1']],
  ['both', file('<b>甲</b>', 'headline: 2022\n'), ['field-type 7:11', 'html-forbidden 10:1']],
  ['a character', file('甲\u0000乙'), ['control-character 10:2']],
  ['no front matter', '渡口\n', ['front-matter-missing 1:1']],
])('a fault of %s: no article, and where it is', (_, text, faults) => {
  const { entry, told } = read(text);
  expect(told).toEqual(faults);
  expect(entry).toBeUndefined();
});

test('what a person should look at does not keep an article back', () => {
  const empty = read(file(''));
  expect(empty.told).toEqual(['body-empty 9:1']);
  expect(empty.entry).toBeDefined();
  const invisible = read(file('甲\u200b乙'));
  expect(invisible.told).toEqual(['zero-width-character 10:2']);
  expect(invisible.entry).toBeDefined();
  expect(read(file('').replace('kind: article', 'kind: photo-news')).told).not.toContain(
    'body-empty 9:1',
  );
});

test('programs are refused, or left out where a maintainer lets them stand', () => {
  const text = file(
    "import Map from '../../../interactive/map.astro'\n\n昨天{1 + 1}船。\n\n<Map />",
  );
  const closed = read(text);
  expect(closed.entry).toBeUndefined();
  expect(closed.told).toContain('code-forbidden 10:1');
  const open = read(text, true);
  expect(open.told).toEqual([]);
  expect(JSON.stringify(open.entry?.content)).toContain('昨天');
  expect(JSON.stringify(open.entry?.content)).not.toContain('mdxjsEsm');
  // Plain paragraphs are read in full as well: a program may stand in any of them.
  expect(read(file('昨天。'), true).entry?.content).toHaveProperty('tree');
});
