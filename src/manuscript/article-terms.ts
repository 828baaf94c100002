/** How many terms stand for an article: the rare ones among them are not known before all are read. */
const mostTerms = 24;
/** A headline's word counts as often as one that stands so many times in the text. */
const headWeight = 4;
/** Of a long text no more is read: a report says what it is about at its beginning. */
const mostCharacters = 2_000;

/**
 * Characters that stand alone between words and are part of no name. The segmenter takes most names
 * apart into single characters, so that a run of other single characters is one term: 江望舒.
 */
const between = new Set(
  '的了是在和与及或对为把被从向由等将也都就又并而其这那有不上下中里外前后内间年月日时个名位次项条只各每该本我你他她它们说要会能可以到去来给让使用以之于则但却还再更最很已曾正着过地得所者如若因此即至同跟比按据经称达超近约共总仅第两一二三四五六七八九十百千万亿多几余元',
);
const isHan = /^[\p{Script=Han}々〇]+$/u;
const isWord = /^[\p{L}\p{M}][\p{L}\p{M}\p{N}'’·-]{2,}$/u;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * What an article is about, in words that another article may share: names, and words that stand in
 * its headline or again and again in its text. Common ones are among them; how rare each is, the
 * archive knows (archive/related-reading.ts).
 *
 * @param head headline, kicker, deck
 * @param language BCP 47
 * @returns at most 24, the most telling first, none twice; the same for the same text
 */
export function articleTerms(head: readonly string[], text: string, language: string): string[] {
  const counts = new Map<string, number>();
  const add = (term: string, weight: number): void => {
    counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  for (const line of head) for (const term of termsIn(line, language)) add(term, headWeight);
  for (const term of termsIn(text.slice(0, mostCharacters), language)) add(term, 1);
  return (
    Array.from(counts, ([term, count], order) => ({ term, score: count * weightOf(term), order }))
      // Equal ones as they stand in the article: an order that no locale changes.
      .sort((left, right) => right.score - left.score || left.order - right.order)
      .slice(0, mostTerms)
      .map(({ term }) => term)
  );
}

/** A word of four characters says more than one of two, and a name of three is one of them. */
function weightOf(term: string): number {
  return isHan.test(term) ? Math.min(term.length, 4) : 3;
}

function* termsIn(text: string, language: string): Generator<string> {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  let single = '';
  for (const { segment } of segmenter.segment(text)) {
    const ofHan = isHan.test(segment);
    if (ofHan && segment.length === 1 && !between.has(segment)) {
      single += segment;
      continue;
    }
    if (single.length >= 2 && single.length <= 4) yield single;
    single = '';
    if (ofHan ? segment.length > 1 : isWord.test(segment)) yield segment.toLowerCase();
  }
  if (single.length >= 2 && single.length <= 4) yield single;
}
