import { expect, test } from 'vitest';
import { endsWithPhone } from './contact-line.ts';

test.each([
  ['有意者电13800001111', true],
  ['电话：0635-8201234', true],
  ['垂询06358201234', true],
  ['电话13800001111 沈女士', true],
  ['编号2013800001111', false],
  ['注册资本12000000000', false],
])('%s', (text, ends) => {
  expect(endsWithPhone(text)).toBe(ends);
});
