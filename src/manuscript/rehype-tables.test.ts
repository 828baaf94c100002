import { expect, test } from 'vitest';
import { parseArticle } from './parse-article.ts';
import { renderArticle } from './render-article.ts';

function render(body: string): string {
  const { tree } = parseArticle(body);
  return renderArticle(tree!, {
    base: '/',
    edition: '2024-05-06',
    language: 'zh-Hans',
  }).html.replaceAll('\n', '');
}

test('a table stands in a frame of its own, its columns aligned by class, its heads with their scope', () => {
  expect(render('| 船 | 时 | 名 |\n| --- | ---: | :---: |\n| 东 | 4 | 1 |')).toBe(
    '<div class="table" tabindex="0"><table><thead><tr><th scope="col">船</th>' +
      '<th class="end" scope="col">时</th><th class="middle" scope="col">名</th></tr></thead>' +
      '<tbody><tr><td>东</td><td class="end">4</td><td class="middle">1</td></tr></tbody></table></div>',
  );
});

test.each([
  ['| | |\n| --- | --- |\n| 开 | 18:30 |', 0],
  // Blanks that are written out are no words either.
  ['| &#32; | &nbsp; |\n| --- | --- |\n| 开 | 18:30 |', 0],
  ['| | 时 |\n| --- | --- |\n| 开 | 18:30 |', 2],
  ['| | **时** |\n| --- | --- |\n| 开 | 18:30 |', 2],
  ['| | `时` |\n| --- | --- |\n| 开 | 18:30 |', 2],
  // A head of pictures alone is one: what stands in it is not lost.
  ['| ![船](a.jpg) | |\n| --- | --- |\n| 开 | 18:30 |', 2],
  ['| **![船](a.jpg)** | |\n| --- | --- |\n| 开 | 18:30 |', 2],
])('the head of %j has %i cells', (body, cells) => {
  const html = render(body);
  expect(html.match(/<th[ >]/g) ?? []).toHaveLength(cells);
  expect(html.match(/<thead/g) ?? []).toHaveLength(cells > 0 ? 1 : 0);
  expect(html.match(/<img/g) ?? []).toHaveLength(body.includes('![') ? 1 : 0);
});

test.each([
  ['六个字的一格', ''],
  [' 六个字的一格 ', ''],
  ['七个字就要地方', ' class="words"'],
  ['**七个字**就要地方', ' class="words"'],
])('a cell of %j is marked by%s', (cell, attribute) => {
  expect(render(`| 船 |\n| --- |\n| ${cell} |`)).toContain(`<td${attribute}>`);
});

test('words in a column that is aligned', () => {
  const html = render('| 船 | 时 |\n| ---: | :---: |\n| 七个字就要地方 | 七个字就要地方 |');
  expect(html).toContain('<td class="end">七个字就要地方</td><td class="middle">');
});

test('a table with a caption keeps its one frame', () => {
  const html = render('<Table caption="船">\n\n| 甲 |\n| --- |\n| 乙 |\n\n</Table>');
  expect(html.match(/<div/g)).toHaveLength(1);
  expect(html).toContain('<caption>船</caption>');
});
