import { describe, expect, it } from 'vitest';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { citeGbt7714, type CitedArticle } from './citation.ts';

const article: CitedArticle = {
  headline: '一根水管，连着民生大事',
  deck: '——城乡供水优化服务',
  bylines: [{ name: '王某', role: 'reporter' }],
  paper: '某日报',
  date: parseIssueDate('2024-03-07'),
  page: 1,
};

describe('citeGbt7714', () => {
  it('joins a deck that opens with a dash to its headline', () => {
    expect(citeGbt7714(article, true)).toBe(
      '王某. 一根水管，连着民生大事——城乡供水优化服务[N]. 某日报, 2024-03-07(01).',
    );
  });

  it('sets any other deck as a subtitle', () => {
    expect(citeGbt7714({ ...article, deck: '今年已通三村' }, true)).toContain(
      '民生大事：今年已通三村[N]',
    );
  });

  it('names three authors at most', () => {
    const bylines = ['甲', '乙', '丙', '丁', '甲'].map((name) => ({
      name,
      role: 'reporter' as const,
    }));
    expect(citeGbt7714({ ...article, bylines }, true)).toMatch(/^甲, 乙, 丙, 等\. /);
    expect(citeGbt7714({ ...article, bylines }, false)).toMatch(/^甲, 乙, 丙, et al\. /);
  });

  it('begins with the title where nobody signed', () => {
    expect(citeGbt7714({ ...article, bylines: [], deck: undefined }, true)).toBe(
      '一根水管，连着民生大事[N]. 某日报, 2024-03-07(01).',
    );
  });
});
