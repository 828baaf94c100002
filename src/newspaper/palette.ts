import { ruleWords } from './rule-words.ts';
import { z } from 'astro/zod';
import { contrastRatio, mixColours, type Colour } from './colour.ts';

/** The three colours that a paper is printed with; the rest are made of them. */
export interface Inks {
  readonly paper: Colour;
  readonly ink: Colour;
  /** Nameplate, banners, the current place. */
  readonly accent: Colour;
}

/** Those of a paper that names none: styles/tokens.css has the same, which a test holds. */
export const usualInks = {
  light: { paper: '#faf7f0', ink: '#1c1815', accent: '#b0231a' },
  dark: { paper: '#1b1814', ink: '#e6dccb', accent: '#e2775f' },
  sepia: { paper: '#f1e4ca', ink: '#33270f', accent: '#982414' },
  print: { paper: '#ffffff', ink: '#000000', accent: '#a01c14' },
} as const satisfies Readonly<Record<string, Inks>>;

/** Text on its ground (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

const colour = z.string().regex(
  /^#[0-9a-f]{6}$/i,
  ruleWords({
    zh: '应为 # 后六位十六进制数，如 "#1f4e79"（要加引号：YAML 里 # 是注释）',
    en: 'must be # and six hexadecimal digits, such as "#1f4e79" (in quotes: # begins a comment in YAML)',
  }),
);
const inks = z.strictObject({
  paper: colour.describe('纸色：底色').optional(),
  ink: colour.describe('墨色：正文').optional(),
  accent: colour.describe('套色：报头、栏头、当前位置').optional(),
});

export const coloursSchema = z
  .strictObject({
    light: inks.describe('白天').optional(),
    dark: inks.describe('夜间；不写 accent 的，由白天的套色调亮').optional(),
  })
  .superRefine((colours, context) => {
    const palette = paletteOf(colours);
    for (const theme of ['light', 'dark'] as const) {
      for (const part of ['ink', 'accent'] as const) {
        const { paper } = palette[theme];
        const ratio = onWorstGround(palette[theme][part], palette[theme]);
        if (ratio >= leastContrast) continue;
        // Said at the colour that was written: of a paper alone, at the paper.
        const at = colours[theme]?.[part] === undefined ? 'paper' : part;
        context.addIssue({
          code: 'custom',
          path: [theme, at],
          message: ruleWords({
            zh: `看不清：${part}（${palette[theme][part]}）与 paper（${paper}，连同它的底纹）的对比度应不低于 ${leastContrast}:1（WCAG 1.4.3），现为 ${Math.floor(ratio * 10) / 10}:1；${theme === 'light' ? '把纸色调浅，或把墨色、套色调深' : '把纸色调深，或把墨色、套色调亮'}`,
            en: `Hard to read: ${part} (${palette[theme][part]}) on paper (${paper}, and on its tint) must have a contrast of ${leastContrast}:1 at least (WCAG 1.4.3); found ${Math.floor(ratio * 10) / 10}:1; ${theme === 'light' ? 'make the paper lighter, or ink and accent darker' : 'make the paper darker, or ink and accent lighter'}`,
          }),
        });
      }
    }
  });

export type Colours = z.output<typeof coloursSchema>;

/** All that is printed with, by the ground: what a paper does not name is the usual, or follows from what it names. */
export type Palette = Readonly<Record<keyof typeof usualInks, Inks>>;

export function paletteOf(colours: Colours | undefined): Palette {
  const light = inksOf(usualInks.light, colours?.light);
  const own = colours?.light?.accent;
  const follow = (usual: Inks): Inks =>
    own === undefined ? usual : { ...usual, accent: legibleOn(usual, own) };
  const dark = follow(inksOf(usualInks.dark, { ...colours?.dark, accent: undefined }));
  return {
    light,
    dark: inksOf(dark, colours?.dark),
    sepia: follow(usualInks.sepia),
    print: follow(usualInks.print),
  };
}

function inksOf(usual: Inks, own: z.output<typeof inks> | undefined): Inks {
  return {
    paper: own?.paper ?? usual.paper,
    ink: own?.ink ?? usual.ink,
    accent: own?.accent ?? usual.accent,
  };
}

/** Contrast of a colour with the paper or, where that is less, with the tint of what stands apart. */
function onWorstGround(colour: Colour, ground: Pick<Inks, 'paper' | 'ink'>): number {
  return Math.min(contrastRatio(colour, ground.paper), contrastRatio(colour, tintOf(ground)));
}

/** A colour moved towards the ink of a ground until it can be read there. */
function legibleOn({ paper, ink }: Inks, accent: Colour): Colour {
  for (let share = 0; share < 1; share += 0.05) {
    const moved = mixColours(accent, ink, share);
    if (onWorstGround(moved, { paper, ink }) >= leastContrast + 0.2) return moved;
  }
  return ink;
}

/**
 * The softer ink of the apparatus: the ink thinned with paper as far as it can be read, on a tint too.
 */
export function softInk({ paper, ink }: Inks): Colour {
  const tint = tintOf({ paper, ink });
  for (let share = 0.35; share > 0; share -= 0.05) {
    const soft = mixColours(ink, paper, share);
    if (contrastRatio(soft, tint) >= leastContrast + 0.3) return soft;
  }
  return ink;
}

/** The ground of what stands apart. */
export function tintOf({ paper, ink }: Pick<Inks, 'paper' | 'ink'>): Colour {
  return mixColours(paper, ink, 0.05);
}

/** The ground of a column's banner by lamplight, where a full accent would glare: the ink stands on it. */
export function dimmed({ paper, ink, accent }: Inks): Colour {
  for (let share = 0.3; share < 1; share += 0.05) {
    const ground = mixColours(accent, paper, share);
    if (contrastRatio(ground, ink) >= leastContrast) return ground;
  }
  return paper;
}
