import type { Bilingual } from './bilingual.ts';
import type { FindingWords } from './finding.ts';

/** What a finding says, from its words in both languages. */
export function findingWords(
  message: Bilingual,
  action: Bilingual,
): FindingWords & { readonly english: FindingWords } {
  return {
    message: message.zh,
    action: action.zh,
    english: { message: message.en, action: action.en },
  };
}
