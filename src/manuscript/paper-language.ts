import { parse } from 'yaml';

/**
 * The language that a publication.yaml names, before anything in it is checked.
 *
 * @returns BCP 47, or whatever text stands there; undefined where none can be read
 */
export function paperLanguageOf(publication: string): string | undefined {
  try {
    const { language } = parse(publication) as { language?: unknown };
    return typeof language === 'string' ? language : undefined;
  } catch {
    return undefined;
  }
}
