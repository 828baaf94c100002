import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { contrastRatio, mixColours } from './colour.ts';
import {
  coloursSchema,
  dimmed,
  leastContrast,
  paletteOf,
  softInk,
  tintOf,
  usualInks,
} from './palette.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('contrastRatio', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#767676', '#ffffff', 4.54],
    ['#ffffff', '#ffffff', 1],
  ])('%s and %s', (one, other, ratio) => {
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2);
  });
});

it('mixes', () => {
  expect(mixColours('#000000', '#ffffff', 0.5)).toBe('#808080');
});

describe('coloursSchema', () => {
  it.each([
    [{ light: { accent: '#1f4e79' } }],
    [{ light: { paper: '#f4f7fb', ink: '#10202e' }, dark: { accent: '#8fb8de' } }],
    [{}],
  ])('takes %j', (colours) => {
    expect(coloursSchema.safeParse(colours).success).toBe(true);
  });

  it.each([
    ['a program', { light: { accent: 'red;}body{display:none' } }, ['light', 'accent']],
    ['a name', { light: { accent: 'red' } }, ['light', 'accent']],
    ['three digits', { light: { ink: '#000' } }, ['light', 'ink']],
    ['a line end', { light: { ink: '#000000\n' } }, ['light', 'ink']],
    ['a pale accent', { light: { accent: '#ffcc00' } }, ['light', 'accent']],
    ['a dark paper alone', { light: { paper: '#203040' } }, ['light', 'paper']],
    ['a dim ink by lamplight', { dark: { ink: '#444444' } }, ['dark', 'ink']],
  ])('refuses %s', (_name, colours, path) => {
    const result = coloursSchema.safeParse(colours);
    expect(result.error?.issues[0]?.path).toEqual(path);
  });

  it('says how low the contrast is', () => {
    const { error } = coloursSchema.safeParse({ light: { accent: '#ffcc00' } });
    expect(error?.issues[0]?.message).toMatch(/应不低于 4\.5:1.*现为 1\.2:1/);
  });
});

test('whatever it takes can be read on every ground, and so can all that is made of it', () => {
  fc.assert(
    fc.property(fc.record({ paper: colour, ink: colour, accent: colour }), (light) => {
      if (!coloursSchema.safeParse({ light }).success) return;
      const palette = paletteOf({ light });
      for (const inks of Object.values(palette)) {
        expect(contrastRatio(inks.ink, inks.paper)).toBeGreaterThanOrEqual(leastContrast);
        expect(contrastRatio(inks.accent, inks.paper)).toBeGreaterThanOrEqual(leastContrast);
        expect(contrastRatio(inks.accent, tintOf(inks))).toBeGreaterThanOrEqual(leastContrast);
        expect(contrastRatio(softInk(inks), inks.paper)).toBeGreaterThanOrEqual(leastContrast);
        expect(contrastRatio(dimmed(inks), inks.ink)).toBeGreaterThanOrEqual(leastContrast);
      }
    }),
    { numRuns: 500 },
  );
});

test('the style sheet has the same colours where a paper names none', () => {
  const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
  for (const [ground, { paper, ink, accent }] of Object.entries(usualInks)) {
    const name = ground === 'light' ? '' : `${ground}-`;
    if (ground === 'light' || ground === 'dark') {
      expect(tokens).toContain(`--paper: var(--own-${name}paper, ${paper})`);
      expect(tokens).toContain(`--ink: var(--own-${name}ink, ${ink})`);
    }
    expect(tokens).toContain(`--vermilion: var(--own-${name}accent, ${accent})`);
  }
  expect(tintOf(usualInks.light)).toMatch(/^#/);
});
