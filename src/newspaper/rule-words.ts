import type { Bilingual } from './bilingual.ts';

/**
 * What a rule of a schema says. Zod carries one string a rule: the Chinese is its first line, the English
 * its second, whatever line breaks a value has that they name.
 */
export function ruleWords({ zh, en }: Bilingual): string {
  return [zh, en].map((words) => words.replaceAll(/\s+/g, ' ')).join('\n');
}

/** Reads them back; a message of Zod's own is the same in both languages. */
export function readRuleWords(message: string): Bilingual {
  const [zh, en] = message.split('\n') as [string, string?];
  return { zh, en: en ?? zh };
}
