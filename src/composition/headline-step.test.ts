import { describe, expect, it } from 'vitest';
import { headlineStep, widthInHan } from './headline-step.ts';

describe('headlineStep', () => {
  it.each([
    ['一根水管，连着民生大事', 1],
    ['前11月全市授权专利11335件', 2],
    ['Council votes to keep the old light', 2],
    ['字'.repeat(28), 3],
    ['字'.repeat(29), 4],
  ])('%s', (headline, step) => {
    expect(headlineStep(headline)).toBe(step);
  });

  it('counts Latin and figures as halves', () => {
    expect(widthInHan('前11月')).toBe(3);
  });
});
