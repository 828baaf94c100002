import { describe, expect, it } from 'vitest';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { en } from '../wording/en.ts';
import type { ArchivedArticle } from './archive.ts';
import { numberParagraphs, paragraphTrails } from './paragraph-trail.ts';

const article: ArchivedArticle = {
  id: '2024-03-07/01/ferry',
  slug: 'ferry',
  digest: '',
  html: '<p id="p1">One.</p><p id="p2">Two.</p>',
  hasPicturesInBody: false,
  isInteractive: false,
  excerpt: '',
  characters: 0,
  paragraphLines: [14, 16],
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

describe('numberParagraphs', () => {
  it('adds links without text, and leaves the text alone', () => {
    const html = numberParagraphs(article.html, en, [{ number: 2, sourceText: 'x' }]);
    expect(html.match(/class="para"/g)).toHaveLength(2);
    expect(html.match(/href="#s2"/g)).toHaveLength(1);
    expect(html.replaceAll(/<a [^>]*><\/a>/g, '')).toBe(article.html);
  });
});
