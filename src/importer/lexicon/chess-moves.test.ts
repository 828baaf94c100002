import { expect, test } from 'vitest';
import { chessMoves, endsInMoves } from './chess-moves.ts';

test('moves of Chinese chess, two and more', () => {
  expect('红先 炮二平五 马8进7 马二进三，黑缓'.match(chessMoves)).toEqual([
    '炮二平五 马8进7 马二进三',
  ]);
  expect('一步车三进五就够'.match(chessMoves)).toBeNull();
});

test.each([
  ['红方走 兵七进一', true],
  ['车前进三', false],
  ['红方走 兵七进一。', false],
])('%s', (text, ends) => {
  expect(endsInMoves(text)).toBe(ends);
});
