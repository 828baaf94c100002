import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleEvidence, titleScore } from './title-likeness.ts';

describe('titleEvidence', () => {
  it.each([
    ['我市举行重点项目集中开工仪式'],
    ['激活头雁力量　引领乡村振兴'],
    ['先进事迹报告会在宁川举行'],
    ['小网格托起大民生'],
    ['秋收秋种忙'],
  ])('speaks for %s', (title) => {
    expect(titleEvidence(title)).toBeGreaterThan(0.5);
  });

  it('says little of a title that a sentence could be, and nothing against it', () => {
    expect(titleEvidence('赶制订单忙')).toBeGreaterThan(0);
  });

  it.each([
    ['会议还研究了其他事项'],
    ['据了解，该项目总投资3.5亿元'],
    ['他告诉记者，去年收入翻了一番'],
    ['今年以来，宁川县'],
    ['有关负责同志陪同考察，并听取了意见'],
  ])('speaks against %s', (line) => {
    expect(titleEvidence(line)).toBeLessThan(-0.5);
  });

  it('is bounded, and blind to blanks, quotes and the figures themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(titleEvidence(text)).toBeGreaterThanOrEqual(-2.5);
        expect(titleEvidence(text)).toBeLessThanOrEqual(4);
      }),
    );
    expect(titleScore('小网格 托起“大民生” 36项')).toBe(titleScore('小网格托起大民生4项'));
  });
});
