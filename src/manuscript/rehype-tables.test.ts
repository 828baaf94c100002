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

test('a head of empty cells is none', () => {
  expect(render('| | |\n| --- | --- |\n| 开 | 18:30 |')).not.toContain('<th');
});

test('a table with a caption keeps its one frame', () => {
  const html = render('<Table caption="船">\n\n| 甲 |\n| --- |\n| 乙 |\n\n</Table>');
  expect(html.match(/<div/g)).toHaveLength(1);
  expect(html).toContain('<caption>船</caption>');
});
