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
 * @returns a phrase that says what is in the way, in Chinese; undefined where nothing is
 */
export function obstacleToVertical(article: HeadlineSetting): string | undefined {
  const { kind, headline, kicker, deck, standfirst } = article;
  if (article.isLead) return '头条用横题';
  if (kind === 'photo-news') return '图片新闻没有竖题';
  if (kicker) return '有引题';
  if (deck) return '有副题';
  if (standfirst) return '有提要';
  if (article.hasColumn) return '有栏头';
  if (article.hasPictures) return '有图片';
  if (!/^[\p{Script=Han}，、：！？“”《》]*$/u.test(headline)) return '题中有汉字以外的字';
  const length = Array.from(headline).length;
  if (length < 4) return '题不足四个字';
  return length > 12 ? '题多于十二个字' : undefined;
}
