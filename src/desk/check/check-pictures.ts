import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { findingWords } from '../../newspaper/finding-words.ts';
import type { LocalFinding } from '../../newspaper/local-finding.ts';

/** What a picture should have and may lack; `alt` is required, and an error elsewhere. */
const wanted = [
  { id: 'picture-caption', attribute: 'caption', zh: '图说', en: 'caption' },
  { id: 'picture-credit', attribute: 'credit', zh: '摄影者或来源', en: 'photographer or source' },
] as const;

/**
 * Looks for pictures in a body without caption or credit.
 *
 * @param bodyLine number of the body's first line in its file
 */
export function checkPictures(tree: Root, bodyLine: number): LocalFinding[] {
  const findings: LocalFinding[] = [];
  visit(tree, 'mdxJsxFlowElement', (node) => {
    if (node.name !== 'Photo') return;
    for (const { id, attribute, ...name } of wanted) {
      const isThere = node.attributes.some(
        (one) => one.type === 'mdxJsxAttribute' && one.name === attribute,
      );
      if (isThere) continue;
      findings.push({
        id,
        severity: 'review',
        line: (node.position?.start.line ?? 1) + bodyLine - 1,
        column: node.position?.start.column ?? 1,
        excerpt: '<Photo>',
        ...findingWords(
          { zh: `图片没有${name.zh}`, en: `The picture has no ${name.en}` },
          { zh: `照原版写 ${attribute}="…"`, en: `Write ${attribute}="…" as printed` },
        ),
      });
    }
  });
  return findings;
}
