import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseArticle } from './parse-article.ts';
import { renderArticle } from './render-article.ts';
import { renderPlainArticle } from './render-plain-article.ts';

function renderInFull(body: string, language: string): unknown {
  const { tree, findings } = parseArticle(body);
  expect(findings).toEqual([]);
  return renderArticle(tree!, { base: '/', edition: '2024-05-06', language });
}

test.each([
  '\n本报讯（记者 张三）昨天，渡口修好了——等了三年……\n\n两岸的人又能坐船往来。（记者 张三）\n',
  '',
  '\n\n\n',
  '一段。',
  '一段。\n\n\n\n二段。\n\n',
  '“引文”，3.5亿元，8:30，50%；#话题；1937—1945年',
  'It was 5 o’clock, and "quiet".',
])('%j gives the bytes of the full renderer', (body) => {
  for (const language of ['zh-Hans', 'en']) {
    const plain = renderPlainArticle(body, language);
    expect(plain).toBeDefined();
    expect(plain).toEqual(renderInFull(body, language));
  }
});

test.each([
  '**甲**',
  '甲\n乙',
  '# 甲',
  '- 甲',
  '1. 甲',
  '甲  ',
  ' 甲',
  '甲\\',
  '&amp;',
  '<Unclear>甲</Unclear>',
  'www.example.org',
  'https://example.org',
  'a@example.org',
  '---',
  '===',
  'import 甲',
  '甲 | 乙',
  '{甲}',
  '[甲](乙)',
])('%j is left to the full renderer', (body) => {
  expect(renderPlainArticle(body, 'zh')).toBeUndefined();
});

test('whatever it takes on, it gives the bytes of the full renderer', () => {
  const piece = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '甲',
        '本报讯（记者 张三）',
        '——',
        '……',
        '。',
        '，',
        ' ',
        '\n\n',
        '\n',
        '1',
        'a',
        '"',
        "'",
        '（记者 乙）',
        '“',
        '”',
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '.',
        ')',
        '#',
        '+',
        '-',
        '=',
        ':',
        '!',
        '%',
        '$',
        '^',
        ';',
        '/',
        '(',
        '　',
        '\u00a0',
        '\u2028',
        '\u200b',
        '😀',
        'www',
        'http:',
        '1. ',
        '---',
        '⸺',
        'é',
        '\u0301',
        'import ',
        'x',
        '»',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  );
  let taken = 0;
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.constantFrom('zh-Hans', 'en'),
      (pieces, language) => {
        // Control characters are refused before anything is rendered.
        const body = pieces
          .join('')
          .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu, '');
        const plain = renderPlainArticle(body, language);
        if (plain === undefined) return;
        taken += 1;
        expect(plain).toEqual(renderInFull(body, language));
      },
    ),
    { numRuns: 2000 },
  );
  expect(taken).toBeGreaterThan(400);
});
