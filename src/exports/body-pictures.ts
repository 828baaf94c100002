import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** Astro's mark on a picture that is not made yet, as a parser of HTML reads its name. */
const placeholder = '__astro_image_';

/**
 * The file that an `img` of a body stands for, beside the article: `bridge.jpg`.
 *
 * @returns undefined for a picture that is elsewhere
 */
export function pictureFileOf({ properties }: Element): string | undefined {
  const mark = properties[placeholder];
  const src =
    typeof mark === 'string' ? (JSON.parse(mark) as { src?: unknown }).src : properties['src'];
  return typeof src === 'string' && !src.includes(':') ? src.replace(/^\.\//, '') : undefined;
}

/** Alternative text of an `img`, wherever the body keeps it. */
export function pictureAltOf({ properties }: Element): string {
  const mark = properties[placeholder];
  const alt =
    typeof mark === 'string' ? (JSON.parse(mark) as { alt?: unknown }).alt : properties['alt'];
  return typeof alt === 'string' ? alt : '';
}

/** Files of the pictures in a body, in order, each once. */
export function bodyPictures(html: string): string[] {
  if (!html.includes('<img')) return [];
  const files = new Set<string>();
  visit(fromHtml(html, { fragment: true }), 'element', (element) => {
    const file = element.tagName === 'img' ? pictureFileOf(element) : undefined;
    if (file !== undefined) files.add(file);
  });
  return [...files];
}
