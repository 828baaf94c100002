import { describe, expect, it } from 'vitest';
import { closeCredit, closeWideWord } from './wide-names.ts';

describe('names and words set wide', () => {
  it.each([
    ['本报记者 时 光 摄', '本报记者 时光 摄'],
    ['方 正 摄', '方正 摄'],
    ['林疏影 摄', '林疏影 摄'],
    ['许 文', '许文'],
  ])('closes the credit %s', (credit, closed) => {
    expect(closeCredit(credit)).toBe(closed);
  });

  it.each([
    ['倡 议 书', '倡议书'],
    ['麦 子（外二首）', '麦子（外二首）'],
    ['老手艺 新市场', '老手艺 新市场'],
  ])('closes the head %s', (head, closed) => {
    expect(closeWideWord(head)).toBe(closed);
  });
});
