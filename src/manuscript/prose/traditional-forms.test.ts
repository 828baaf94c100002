import { expect, test } from 'vitest';
import { makeTraditionalForms } from './traditional-forms.ts';

const forms = makeTraditionalForms();

test.each([
  // From the first row of GB 2312 to the last, and from the first cell of a row to its last.
  ...['皚皑', '剝剥', '場场', '兩两', '軋轧', '築筑', '鰲鳌', '鼴鼹'],
  // Two forms of one character, and the ends of the block.
  ...['裡里', '裏里', '丟丢', '龜龟'],
])('%s', (pair) => {
  const [traditional, simplified] = pair;
  expect(forms.get(traditional!)).toBe(simplified);
});

test.each([
  ['simplified text has it too, in a name or an old word', '著乾后於後'],
  ['it is simplified', '两里啊齄座'],
  ['what simplified text has instead is not in GB 2312', '镕鎔锺'],
  ['it is the same in both', '渡口修人入'],
])('%s', (_, characters) => {
  expect([...characters].filter((one) => forms.has(one))).toEqual([]);
});

test('none of them is what another becomes', () => {
  expect(forms.size).toBeGreaterThan(2500);
  expect([...forms.values()].filter((one) => forms.has(one))).toEqual([]);
});
