import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Hands the article's pictures to astro:assets: Astro replaces this attribute by the address, width
 * and height of the optimised picture when a page renders the entry (as for its own Markdown,
 * astro/dist/content/runtime.js, updateImageReferencesInBody).
 */
export function rehypePictures() {
  return (tree: Root, file: VFile): void => {
    const paths = new Set<string>();
    visit(tree, 'element', (node) => {
      const { src, ...properties } = node.properties;
      if (node.tagName !== 'img' || typeof src !== 'string') return;
      const path = src.startsWith('./') ? src : `./${src}`;
      paths.add(path);
      node.properties = { __ASTRO_IMAGE_: JSON.stringify({ ...properties, src: path, index: 0 }) };
    });
    file.data['picturePaths'] = [...paths];
  };
}
