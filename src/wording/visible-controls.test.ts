import { expect, test } from 'vitest';
import { withVisibleControls } from './visible-controls.ts';

test.each([
  ['清屏\u001b[2J，换标题\u001b]0;x\u0007', '清屏␛[2J，换标题␛]0;x␇'],
  ['回到行首\r，删去\b\u007f，空\0', '回到行首␍，删去␈␡，空␀'],
  ['C1 的 CSI \u009b2J，倒写 \u202eabc', 'C1 的 CSI \ufffd2J，倒写 \ufffdabc'],
  ['两行\n一个\t制表符，𠮷', '两行\n一个\t制表符，𠮷'],
])('%j is shown as %j', (text, shown) => {
  expect(withVisibleControls(text)).toBe(shown);
});
