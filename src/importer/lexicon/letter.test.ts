import { describe, expect, test } from 'vitest';
import { isClosingFormula, isSalutation } from './letter.ts';

describe('isSalutation', () => {
  test.each([
    '编辑同志：',
    '尊敬的各位读者：',
    '各位家长：',
    '张桂兰：',
    '王强、李敏：',
    'To the Editor:',
  ])('%s', (line) => {
    expect(isSalutation(line)).toBe(true);
  });
  test.each(['会议要求：', '中奖号码：', '各位家长来到学校', '停电范围：'])('not %s', (line) => {
    expect(isSalutation(line)).toBe(false);
  });
});

describe('isClosingFormula', () => {
  test.each(['此致', '敬礼！', '携全家叩谢', 'Yours truly,'])('%s', (line) => {
    expect(isClosingFormula(line)).toBe(true);
  });
  test.each(['叩谢', '致谢', '他向我们敬礼'])('not %s', (line) => {
    expect(isClosingFormula(line)).toBe(false);
  });
});
