import { ruleWords } from './rule-words.ts';
import { pinyin } from 'pinyin-pro';
import { z } from 'astro/zod';

/**
 * What a name in an address or a file name may be: ASCII lower case, digits and single hyphens.
 * Stricter than any file system asks, so that no slug can leave its folder or differ by case only.
 */
const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Device names that Windows refuses whatever the extension. */
const reservedOnWindows = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Long enough for any headline, short enough for a 255-byte file name and a readable address. */
export const maxSlugLength = 80;

export function isSlug(text: string): boolean {
  return text.length <= maxSlugLength && slugShape.test(text) && !reservedOnWindows.test(text);
}

export const slugSchema = z.string().refine(isSlug, {
  message: ruleWords({
    zh: `应只有小写字母、数字和单个连字符，至多 ${maxSlugLength} 个字符`,
    en: `may have lower-case letters, digits and single hyphens only, ${maxSlugLength} characters at most`,
  }),
});

/**
 * Makes the ASCII slug of a headline: Han to pinyin without tones, one syllable a word, Latin
 * letters stripped of their accents, everything else a hyphen. Cuts at a hyphen, never in a syllable.
 *
 * @param headline any text; other scripts than Han and Latin leave nothing
 * @returns a slug, or '' where nothing of the text can be written in ASCII (the caller then names
 *   the article by page and order)
 */
export function slugFromText(headline: string): string {
  const syllables = pinyin(headline.normalize('NFC'), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  });
  const words = syllables
    .join('-')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, maxSlugLength) : `${slug}-${word}`;
    if (longer.length > maxSlugLength) break;
    slug = longer;
  }
  return reservedOnWindows.test(slug) ? `${slug}-1` : slug;
}

/**
 * The id of a person: the pinyin of the whole name run together (`yintengshu`), family name read
 * as a family name (曾 zeng, 单 shan).
 *
 * @returns a slug, or '' where nothing of the name can be written in ASCII
 */
export function slugFromPersonName(name: string): string {
  const syllables = pinyin(name.normalize('NFC'), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    surname: 'head',
    v: true,
  });
  return /\p{Script=Han}/u.test(name)
    ? slugFromText(syllables.join('')).replaceAll('-', '')
    : slugFromText(name);
}

/**
 * Picks the first of `base`, `base-2`, `base-3` … that is not taken, and stays a slug.
 *
 * @param taken says whether a slug is in use
 * @param from the first number that may be free
 */
export function distinctSlug(base: string, taken: (slug: string) => boolean, from = 2): string {
  if (!taken(base)) return base;
  for (let number = from; ; number += 1) {
    const suffix = `-${number}`;
    const candidate = base.slice(0, maxSlugLength - suffix.length).replace(/-+$/, '') + suffix;
    if (!taken(candidate)) return candidate;
  }
}
