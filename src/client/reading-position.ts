/** Where readers left off: the paragraph (`p5`) by the address of the article, the oldest first. */
export type Places = readonly (readonly [path: string, paragraph: string])[];

export const placesKey = 'epaper:places';

/** Enough for some weeks of reading, 6 kB of storage at most. */
export const maxPlaces = 80;

export function parsePlaces(stored: string | null): Places {
  try {
    const kept: unknown = JSON.parse(stored ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter(
      (entry): entry is [string, string] =>
        Array.isArray(entry) &&
        typeof entry[0] === 'string' &&
        typeof entry[1] === 'string' &&
        /^p[1-9]\d*$/.test(entry[1]),
    );
  } catch {
    return [];
  }
}

/**
 * Notes the paragraph a reader has come to, as the newest entry. The first paragraph is no place to
 * come back to, nor is the end: both forget the article.
 *
 * @param paragraph its number from 1, or 0 for none
 * @param count paragraphs of the article
 */
export function keepPlace(places: Places, path: string, paragraph: number, count: number): Places {
  const others = places.filter(([known]) => known !== path);
  if (paragraph <= 1 || paragraph >= count) return others;
  return [...others, [path, `p${paragraph}`] as const].slice(-maxPlaces);
}

export function placeOf(places: Places, path: string): string | undefined {
  return places.find(([known]) => known === path)?.[1];
}
