import { slugFromText } from '../../../newspaper/slug.ts';
import type { DraftPass, DraftSheet } from '../draft-sheet.ts';

export const chooseSlug: DraftPass = {
  id: 'choose-slug',
  why: 'An article that stands in content/ keeps its address, whatever its headline is now.',
  run(sheet) {
    sheet.slug = sheet.context.slugs.give(sheet.headline, sheet.lines, () => newSlug(sheet));
  },
};

function newSlug({ headline, isPhoto, order }: DraftSheet): string {
  return (
    (headline === undefined ? '' : slugFromText(headline)) ||
    `${isPhoto ? 'photo' : 'article'}-${String(order).padStart(2, '0')}`
  );
}
