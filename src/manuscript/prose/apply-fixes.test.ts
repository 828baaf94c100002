import { expect, test } from 'vitest';
import { applyFixes } from './apply-fixes.ts';

const fix = (start: number, end: number, text: string) => ({ start, end, text });

test.each([
  ['none', [], '渡口修好了'],
  ['one', [fix(2, 4, '通船')], '渡口通船了'],
  ['in any order', [fix(4, 5, '啦'), fix(0, 1, '津')], '津口修好啦'],
  ['of other lengths', [fix(0, 2, '码头边'), fix(4, 5, '')], '码头边修好'],
  ['side by side', [fix(0, 2, '桥'), fix(2, 4, '通')], '桥通了'],
  ['put in between', [fix(2, 2, '，'), fix(5, 5, '。')], '渡口，修好了。'],
  // Of two that touch one place the first given is made.
  ['on one another', [fix(1, 3, '一'), fix(2, 4, '二')], '渡一好了'],
  ['on one another, the later first', [fix(2, 4, '二'), fix(1, 3, '一')], '渡口二了'],
  ['one within another', [fix(0, 5, '桥'), fix(2, 3, '二')], '桥'],
  ['the same twice', [fix(4, 5, '啦'), fix(4, 5, '啦')], '渡口修好啦'],
])('fixes: %s', (_, fixes, mended) => {
  expect(applyFixes('渡口修好了', fixes)).toBe(mended);
});
