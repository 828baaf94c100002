import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit, invertEdit, mergeParagraph, setProof, splitParagraph } from './edit-text.ts';

const article = '---\nheadline: "港口"\nproof: unread # 待校\n---\n\n第一段。第二段。\n';

test('proof is replaced, or added, and nothing else', () => {
  expect(applyEdit(article, setProof(article, 'read')!)).toBe(
    article.replace('proof: unread', 'proof: read'),
  );
  const without = '---\nheadline: "港口"\n---\n\n文\n';
  expect(applyEdit(without, setProof(without, 'doubtful')!)).toBe(
    '---\nheadline: "港口"\nproof: doubtful\n---\n\n文\n',
  );
  expect(setProof('没有', 'read')).toBeUndefined();
});

test('undo restores every byte', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.nat(), fc.string(), (text, a, b, put) => {
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
      const edit = { start: start!, end: end!, text: put };
      expect(applyEdit(applyEdit(text, edit), invertEdit(text, edit))).toBe(text);
    }),
  );
});

test('a paragraph that was split is merged to the same bytes', () => {
  const at = article.indexOf('第二段');
  const split = applyEdit(article, splitParagraph(article, at));
  expect(split).toContain('第一段。\n\n第二段。');
  expect(applyEdit(split, mergeParagraph(split, at + 2)!)).toBe(article);
  expect(mergeParagraph(article, at)).toBeUndefined();
});
