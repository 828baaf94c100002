import { describe, expect, it } from 'vitest';
import { isWeatherEar } from './weather-ear.ts';

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
