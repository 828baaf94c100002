import type { FindingWords } from '../newspaper/finding.ts';
import type { CommandLanguage } from './command-language.ts';

/** A finding as it is printed: in one language. */
export function inLanguage<Printed extends FindingWords & { readonly english: FindingWords }>(
  { english, ...finding }: Printed,
  language: CommandLanguage,
): Omit<Printed, 'english'> {
  return language === 'zh' ? finding : { ...finding, ...english };
}
