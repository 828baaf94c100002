import type { ComposedItem } from './composed-item.ts';

const words = [
  ...[
    '春耕',
    '灌渠',
    '社区',
    '书屋',
    '大桥',
    '渔港',
    '丰收',
    '校园',
    '夜市',
    '公交',
    '义诊',
    '古树',
  ],
  ...[
    '开工',
    '修好',
    '开放',
    '启用',
    '改造',
    '上新',
    '提速',
    '迎客',
    '惠民',
    '增收',
    '换新',
    '亮灯',
  ],
];

/** A row of numbers below 1 that is the same for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** What tests and benchmarks set where there is no paper: articles of invented words. */
export interface InventedArticle {
  readonly headline: readonly string[];
  readonly kicker?: string | undefined;
  readonly deck?: string | undefined;
  readonly genre: ComposedItem['genre'];
  readonly paragraphs: readonly string[];
}

/**
 * Articles with headlines of 6 to 26 characters and texts of the length asked for.
 *
 * @param length about as many characters in an article
 * @returns the same for the same seed
 */
export function inventArticles(seed: number, count: number, length: number): InventedArticle[] {
  const next = numbersFrom(seed);
  const word = (): string => words[Math.floor(next() * words.length)]!;
  const phrase = (most: number): string[] =>
    Array.from({ length: 3 + Math.floor(next() * (most - 2)) }, word);
  const genres = ['news', 'feature', 'news', 'commentary', 'essay', 'service'] as const;
  return Array.from({ length: count }, (_item, index) => {
    const whole = length * (index === 0 ? 1.8 : 0.5 + next());
    const paragraphs: string[] = [];
    for (let characters = 0; characters < whole;) {
      let text = '';
      const end = 30 + next() * 150;
      while (text.length < end) {
        text += `${phrase(6).join('')}，${Math.floor(next() * 900)}户${word()}${next() < 0.2 ? `“${word()}”` : ''}。`;
      }
      paragraphs.push(text);
      characters += text.length;
    }
    return {
      headline: phrase(13),
      kicker: next() < 0.2 ? phrase(8).join('') : undefined,
      deck: next() < 0.3 ? `——${phrase(10).join('')}` : undefined,
      genre: index === 0 ? 'feature' : genres[Math.floor(next() * genres.length)]!,
      paragraphs,
    };
  });
}

/** The same as the engine sees them. */
export function inventItems(seed: number, count: number, length: number): ComposedItem[] {
  return inventArticles(seed, count, length).map(({ paragraphs, ...article }, index) => ({
    ...article,
    id: `item-${index + 1}`,
    rank: index + 1,
    kind: 'article',
    byline: '■ 本报记者 某某',
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', texts: [text] })),
    figures: [],
    pictureMissing: false,
    tailLines: 0,
  }));
}
