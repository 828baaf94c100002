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
    expect(error?.issues).toHaveLength(1);
  });
});

describe('paletteOf', () => {
  it('is the usual where a paper names nothing', () => {
    expect(paletteOf(undefined)).toEqual(usualInks);
    expect(paletteOf({})).toEqual(usualInks);
    expect(paletteOf({ light: {}, dark: {} })).toEqual(usualInks);
  });

  it('takes what is named, and of an accent by day makes those of the other grounds', () => {
    const { light, dark, sepia, print } = paletteOf({ light: { accent: '#1f4e79' } });
    expect(light).toEqual({ ...usualInks.light, accent: '#1f4e79' });
    // Dark enough for paper as it is; by lamplight it has to be lighter.
    expect(sepia).toEqual({ ...usualInks.sepia, accent: '#1f4e79' });
    expect(print).toEqual({ ...usualInks.print, accent: '#1f4e79' });
    expect(dark.paper).toBe(usualInks.dark.paper);
    expect(contrastRatio('#1f4e79', dark.paper)).toBeLessThan(leastContrast);
    expect(contrastRatio(dark.accent, dark.paper)).toBeGreaterThan(leastContrast);
    expect(dark.accent).not.toBe(dark.ink);
  });

  it('lets an accent by lamplight stand as it is written', () => {
    const own = { light: { accent: '#1f4e79' }, dark: { accent: '#8fb8de', paper: '#101418' } };
    expect(paletteOf(own).dark).toEqual({ ...usualInks.dark, ...own.dark });
    expect(paletteOf({ dark: { ink: '#ffffff' } })).toEqual({
      ...usualInks,
      dark: { ...usualInks.dark, ink: '#ffffff' },
    });
  });
});

test('what is made of the usual inks stands between them', () => {
  for (const ground of ['light', 'dark'] as const) {
    const inks = usualInks[ground];
    const full = contrastRatio(inks.ink, inks.paper);
    const soft = contrastRatio(softInk(inks), inks.paper);
    expect(soft).toBeLessThan(full * 0.75);
    expect(soft).toBeGreaterThan(leastContrast);
    const tint = contrastRatio(tintOf(inks), inks.paper);
    expect(tint).toBeGreaterThan(1);
    expect(tint).toBeLessThan(1.25);
  }
  const banner = dimmed(usualInks.dark);
  expect(contrastRatio(banner, usualInks.dark.ink)).toBeGreaterThanOrEqual(leastContrast);
  // Still the accent, and not the paper.
  expect(contrastRatio(banner, usualInks.dark.paper)).toBeGreaterThan(1.3);
});

test('an ink that can just be read is not thinned; an accent that is the ink’s own needs no help', () => {
  expect(softInk({ paper: '#ffffff', ink: '#707070', accent: '#707070' })).toBe('#707070');
  expect(dimmed({ paper: '#808080', ink: '#808080', accent: '#808080' })).toBe('#808080');
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
