import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLeadIn } from './lead-in.ts';

describe('splitLeadIn', () => {
  it.each([
    ['本报讯（记者 王某 李某）12月15日，市里', '本报讯（记者 王某 李某）'],
    ['本报讯（通讯员 赵某）昨日', '本报讯（通讯员 赵某）'],
    ['新华社北京12月18日电（记者钱某）会议', '新华社北京12月18日电（记者钱某）'],
    ['（记者 孙某 报道）近日', '（记者 孙某 报道）'],
    ['本報訊（記者 周某）日前', '本報訊（記者 周某）'],
  ])('%s', (text, leadIn) => {
    expect(splitLeadIn(text)?.leadIn).toBe(leadIn);
  });

  it.each([
    ['一个普通的段落开头，记者（见下）没有到场。'],
    ['（一）加强领导'],
    ['他给家里打电话（长途），说了很久。'],
    ['The reporter (ours) was late.'],
  ])('is not in: %s', (text) => {
    expect(splitLeadIn(text)).toBeNull();
  });

  it('keeps every character', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('本报讯（记者 甲）', '', '（通讯员 乙）'),
        fc.string(),
        (a, b) => {
          const split = splitLeadIn(a + b);
          expect(split ? split.leadIn + split.rest : a + b).toBe(a + b);
        },
      ),
    );
  });
});
