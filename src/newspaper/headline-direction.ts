import type { Bilingual } from './bilingual.ts';

/** What of an article decides whether its headline may run down. */
export interface HeadlineSetting {
  readonly kind: string;
  readonly headline: string;
  readonly kicker?: string | null | undefined;
  readonly deck?: string | null | undefined;
  readonly standfirst?: string | null | undefined;
  readonly hasColumn: boolean;
  readonly hasPictures: boolean;
  readonly isLead: boolean;
}

/**
 * Why a headline cannot run down (竖题). Figures and Latin would lie on their side (clreq#249), and
 * nothing else than the headline may stand in its column.
 *
 * @returns a phrase that says what is in the way; undefined where nothing is
 */
export function obstacleToVertical(article: HeadlineSetting): Bilingual | undefined {
  const { kind, headline, kicker, deck, standfirst } = article;
  if (article.isLead)
    return { zh: '头条用横题', en: 'The leading article has a horizontal headline' };
  if (kind === 'photo-news')
    return { zh: '图片新闻没有竖题', en: 'Photo news has no vertical headline' };
  if (kicker) return { zh: '有引题', en: 'it has a kicker' };
  if (deck) return { zh: '有副题', en: 'it has a deck' };
  if (standfirst) return { zh: '有提要', en: 'it has a standfirst' };
  if (article.hasColumn) return { zh: '有栏头', en: 'it has a column’s head' };
  if (article.hasPictures) return { zh: '有图片', en: 'it has a picture' };
  if (!/^[\p{Script=Han}，、：！？“”《》]*$/u.test(headline))
    return { zh: '题中有汉字以外的字', en: 'the headline has characters other than Han' };
  const length = Array.from(headline).length;
  if (length < 4) return { zh: '题不足四个字', en: 'the headline has fewer than four characters' };
  return length > 12
    ? { zh: '题多于十二个字', en: 'the headline has more than twelve characters' }
    : undefined;
}
