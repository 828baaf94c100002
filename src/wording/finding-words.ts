import type { FindingWords } from '../newspaper/finding.ts';
import { englishOf } from './english-of-findings.ts';
import type { Bilingual, CommandLanguage } from './command-language.ts';

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

/** A finding as it is printed: in one language. What brings no English is looked up in the catalogue. */
export function inLanguage<
  Printed extends FindingWords & { readonly english?: FindingWords | undefined },
>({ english, ...finding }: Printed, language: CommandLanguage): Omit<Printed, 'english'> {
  if (language === 'zh') return finding;
  return {
    ...finding,
    ...(english ?? { message: englishOf(finding.message), action: englishOf(finding.action) }),
  };
}
