/** Sizes at which a page is read; 1 is as wide as the window. */
const steps = [0.35, 0.5, 0.7, 1, 1.25, 1.5, 2, 2.5, 3] as const;

/**
 * The next size of a page, up or down.
 *
 * @param zoom the size it has; 1 is as wide as the window
 * @param whole the size at which all of it is seen: below that there is nothing to see
 */
export function stepZoom(zoom: number, by: 1 | -1, whole: number): number {
  const least = Math.min(whole, 1);
  const all = [least, ...steps.filter((step) => step > least * 1.1)];
  // A size between two steps is as good as the nearer of them on the way.
  return by === 1
    ? (all.find((step) => step > zoom * 1.01) ?? all.at(-1)!)
    : (all.findLast((step) => step < zoom * 0.99) ?? least);
}
