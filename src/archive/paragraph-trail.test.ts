import { describe, expect, it } from 'vitest';
import { parseArticle } from '../manuscript/parse-article.ts';
import { renderArticle } from '../manuscript/render-article.ts';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { en } from '../wording/en.ts';
import type { ArchivedArticle } from './archive.ts';
import { paragraphHeads, paragraphTrails } from './paragraph-trail.ts';

// Begins on line 14 of its file.
const body = renderArticle(
  parseArticle('One.\n\nTwo.\n').tree!,
  { base: '/', edition: '2024-03-07', language: 'en' },
  14,
);
const article: ArchivedArticle = {
  id: '2024-03-07/01/ferry',
  slug: 'ferry',
  digest: '',
  body,
  source: '',
  isInteractive: false,
  excerpt: '',
  terms: [],
  characters: 0,
  index: 0,
  data: {
    kind: 'article',
    genre: 'news',
    edition: parseIssueDate('2024-03-07'),
    page: 1,
    order: 1,
    headline: 'Ferry',
    bylines: [],
    images: [],
    proof: 'read',
    corrections: [],
  },
};

describe('paragraphTrails', () => {
  it('leads to the scanned lines and to the line of the file', () => {
    const sources = new Map([['p2', { first: 7, last: 9 }]]);
    expect(paragraphTrails(en, article, sources, 'https://git.example/paper/')).toEqual([
      {
        number: 1,
        editAddress:
          'https://git.example/paper/blob/HEAD/content/articles/2024-03-07/01/ferry.mdx?plain=1#L14',
      },
      {
        number: 2,
        sourceText: 'scanned lines 7–9',
        editAddress:
          'https://git.example/paper/blob/HEAD/content/articles/2024-03-07/01/ferry.mdx?plain=1#L16',
      },
    ]);
  });

  it('has none where nothing is known', () => {
    expect(paragraphTrails(en, article, new Map(), undefined)).toEqual([]);
  });
});

describe('paragraphHeads', () => {
  it('are links without text; those with a trail have two', () => {
    const headOf = paragraphHeads(en, [{ number: 2, sourceText: 'x' }]);
    expect(headOf(1)).toBe('<a class="para" href="#p1" data-n="1" aria-label="Paragraph 1"></a>');
    expect(headOf(2)).toContain('href="#s2"');
  });
});
