import { describe, expect, it } from 'vitest';
import { compositionCosts } from './composition-costs.ts';

describe('compositionCosts', () => {
  it.each(compositionCosts.map((row) => [row.id, row] as const))(
    '%s: as its example says',
    (_id, row) => {
      const cost = row.cost as (facts: unknown) => number;
      expect(cost(row.example.facts)).toBeCloseTo(row.example.cost, 6);
      expect(row.example.cost).toBeGreaterThan(0);
      expect(row.weight).toBeGreaterThan(0);
    },
  );

  it('has one row of each name', () => {
    const ids = compositionCosts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
