/** `#rrggbb`, the one way in which a colour is written. */
export type Colour = string;

/** Black and white have 21:1 (WCAG 2.2, relative luminance and contrast ratio). */
export function contrastRatio(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * A colour between two.
 *
 * @param share of the second, 0 to 1
 */
export function mixColours(one: Colour, other: Colour, share: number): Colour {
  const to = channels(other);
  return `#${channels(one)
    .map((value, index) => Math.round(value + (to[index]! - value) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}

function channels(colour: Colour): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function luminance(colour: Colour): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
