import { describe, expect, test } from 'vitest';
import { isAdvertCategory, isPartTitle, isSectionLabel } from './section-label.ts';

describe('what several items stand under', () => {
  test.each([
    '读者来信',
    '來函',
    '讀者心聲',
    '读 者 来 信：',
    '校园文苑',
    '渡口歌壇',
    '港の話題',
    'OBITUARIES',
    'Letters to the Editor',
    'Harbour News Briefs',
    'Around the County',
    'Courrier des lecteurs',
    'Leserbriefe',
    'Kurz notiert',
    'Cartas al director',
  ])('%s', (line) => {
    expect(isSectionLabel(line)).toBe(true);
  });

  test.each([
    '读者来信谈渡口改造',
    '一封读者来信',
    'Letters from the front found in a barn',
    'The deaths of three trawlers',
    'Lettre ouverte au maire',
    'Kurz vor Mitternacht',
  ])('not %s', (line) => {
    expect(isSectionLabel(line)).toBe(false);
  });
});

describe('what small advertisements are sorted by', () => {
  test.each(['HELP WANTED', 'For Sale', 'Yard Sale', 'Offres d’emploi', 'Stellenangebote'])(
    '%s',
    (line) => {
      expect(isAdvertCategory(line)).toBe(true);
    },
  );

  test.each(['Help wanted at the ferry', 'Lost at sea', 'Free boats', '招聘'])('not %s', (line) => {
    expect(isAdvertCategory(line)).toBe(false);
  });
});

describe('what a part of an item is called', () => {
  test.each(['Results', 'The results:', 'Les résultats', 'Zutaten:', 'How They Scored'])(
    '%s',
    (line) => {
      expect(isPartTitle(line)).toBe(true);
    },
  );

  test.each(['RESULTS', 'Results in by noon', 'Director'])('not %s', (line) => {
    expect(isPartTitle(line)).toBe(false);
  });
});
