import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutSnippet, findPhrases } from './find-phrase.ts';
import { parseQuery } from './parse-query.ts';

const same = (character: string): string => character;

function snippetOf(text: string, query: string, room: number): string {
  const hits = findPhrases(text, parseQuery(query, same).wanted, same);
  const { text: cut, hits: marked } = cutSnippet(text, hits, room);
  return Array.from(marked)
    .toReversed()
    .reduce(
      (made, { start, end }) =>
        `${made.slice(0, start)}[${made.slice(start, end)}]${made.slice(end)}`,
      cut,
    );
}

describe('cutSnippet', () => {
  test.each([
    ['短的不动，河边的柳树绿了。', '柳树', 40, '短的不动，河边的[柳树]绿了。'],
    [
      '（记者）：春天来了，河边的柳树绿了，孩子们在树下跑来跑去，老人坐着说话。',
      '柳树',
      20,
      '…了，河边的[柳树]绿了，孩子们在树下跑来跑去…',
    ],
    // Not with the end of what is left out.
    [
      '春天来了（真的）：全城的柳树都绿了，孩子们在树下跑来跑去。',
      '柳树',
      16,
      '…全城的[柳树]都绿了，孩子们在树下…',
    ],
    // An ellipsis does not take the place of a character or two, at either end.
    [
      '本报讯，河堤上的柳树都绿了，孩子们在树下跑来跑去。',
      '柳树',
      23,
      '本报讯，河堤上的[柳树]都绿了，孩子们在树下跑来跑去。',
    ],
    ['In the beginning there were willows by the river.', 'willows', 12, '…were [willows] by…'],
  ])('%s', (text, query, room, cut) => {
    expect(snippetOf(text, query, room)).toBe(cut);
  });

  test('shows the first hit, whole, and marks nothing else', () => {
    const text = fc.string({ unit: fc.constantFrom('柳', '树', '，', '（', '）', 'a', ' ', '😀') });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 4, max: 30 }), (before, after, room) => {
        const whole = `${before}，柳树，${after}`;
        const hits = findPhrases(whole, parseQuery('柳树', same).wanted, same);
        const cut = cutSnippet(whole, hits, room);
        expect(cut.hits.length).toBeGreaterThan(0);
        for (const { start, end } of cut.hits) expect(cut.text.slice(start, end)).toBe('柳树');
      }),
    );
  });
});
