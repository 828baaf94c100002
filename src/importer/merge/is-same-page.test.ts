import { describe, expect, test } from 'vitest';
import { isSamePage } from './is-same-page.ts';

const wheat =
  '# 甲县小麦开镰\n\n本报讯（记者 周末）5月9日，甲县小麦开镰，四十万亩小麦陆续进入收割期，农机手们连夜下田。';
const water =
  '# 乙县水库开闸\n\n本报讯（记者 周末）5月9日，乙县水库开闸放水，下游六个乡镇的春灌用水有了着落。';

describe('isSamePage', () => {
  test('another reading of the page, with other marks, line ends and misread glyphs', () => {
    expect(
      isSamePage(wheat, wheat.replace('# ', '**').replace('，甲', '\n甲').replace('麦', '夌')),
    ).toBe(true);
  });

  test('a part of the page', () => {
    expect(isSamePage(wheat, `${wheat}\n\n${water}`)).toBe(true);
  });

  test('another page of the same day', () => {
    expect(isSamePage(wheat, water)).toBe(false);
  });

  test('a text too short to tell', () => {
    expect(isSamePage(wheat, '更正')).toBe(true);
  });
});
