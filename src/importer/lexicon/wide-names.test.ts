import { describe, expect, it } from 'vitest';
import { closeCredit, closeWideWord } from './wide-names.ts';
import { isWeatherEar } from './weather-ear.ts';

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

describe('the weather beside a paper’s name', () => {
  it.each(['今日天气 多云 19℃~27℃ 东北风2级', '天气 小雨转多云 15～22℃', '今天 晴 18℃～29℃'])(
    'is %s',
    (text) => {
      expect(isWeatherEar(text)).toBe(true);
    },
  );

  it.each(['今天是个好天气', '天气转冷，供暖提前到11月10日', '今日导读'])('is not %s', (text) => {
    expect(isWeatherEar(text)).toBe(false);
  });
});
