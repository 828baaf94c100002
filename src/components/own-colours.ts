import { mixColours } from '../newspaper/colour.ts';
import { dimmed, paletteOf, softInk, tintOf, type Inks } from '../newspaper/palette.ts';
import type { Publication } from '../newspaper/publication.ts';

/**
 * The style of a paper's own colours, for the head of every page; empty where it has none. It sets what
 * styles/tokens.css asks for first: print, forced colours and the reader's choices stand above it.
 * What is written was matched against `#rrggbb` when publication.yaml was read.
 */
export function ownColours({ colours }: Publication): string {
  if (colours?.light === undefined && colours?.dark === undefined) return '';
  const { light, dark, sepia, print } = paletteOf(colours);
  const declarations = {
    ...inksFor('--own', light),
    '--own-rule': mixColours(light.paper, light.ink, 0.2),
    ...inksFor('--own-dark', dark),
    '--own-dark-rule': mixColours(dark.paper, dark.ink, 0.22),
    '--own-dark-rule-strong': mixColours(dark.paper, dark.ink, 0.55),
    '--own-dark-banner': dimmed(dark),
    '--own-sepia-accent': sepia.accent,
    '--own-print-accent': print.accent,
  };
  return `:root{${Object.entries(declarations)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`;
}

function inksFor(prefix: string, inks: Inks): Readonly<Record<string, string>> {
  return {
    [`${prefix}-paper`]: inks.paper,
    [`${prefix}-tint`]: tintOf(inks),
    [`${prefix}-ink`]: inks.ink,
    [`${prefix}-ink-soft`]: softInk(inks),
    [`${prefix}-accent`]: inks.accent,
  };
}
