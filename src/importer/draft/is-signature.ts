import { isClosingFormula } from '../lexicon/letter.ts';
import { isOffice } from '../lexicon/office.ts';

/** An office, a date, or a bracket about the author, as it stands under a text. */
export function isSignature(text: string): boolean {
  const shown = text.trim();
  return (
    isOffice(shown) ||
    isClosingFormula(shown) ||
    /^(?:\d{4}年)?\d{1,2}月\d{1,2}日$|^[〇零一二三四五六七八九]{4}年.{1,3}月.{1,3}日$/u.test(
      shown,
    ) ||
    /^[（(](?:作者|本文作者|编译|整理|据)[^（()）]{2,60}[)）]$/u.test(shown)
  );
}
