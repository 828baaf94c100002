import { findingWords } from '../newspaper/finding-words.ts';
import type { Bilingual } from '../newspaper/bilingual.ts';
import type { LocalFinding } from '../newspaper/local-finding.ts';
import { excerptOf } from '../newspaper/local-finding.ts';

interface BadCharacters {
  readonly id: string;
  readonly severity: 'error' | 'review';
  readonly shape: RegExp;
  readonly what: Bilingual;
  readonly action: Bilingual;
}

/** Characters that no newspaper printed. The first row that matches a character speaks for it. */
const table: readonly BadCharacters[] = [
  {
    id: 'control-character',
    severity: 'error',
    // RSS and EPUB are XML 1.0, which cannot hold these even escaped (section 2.2, Char).

    shape: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g,
    what: { zh: '控制字符', en: 'a control character' },
    action: { zh: '删去这个看不见的字符', en: 'Remove this invisible character' },
  },
  {
    id: 'bidi-control',
    severity: 'error',
    // "Trojan Source": the text that a person reviews is not the text that is published.
    shape: /[\u202a-\u202e\u2066-\u2069]/g,
    what: {
      zh: '改变文字方向的控制字符',
      en: 'a control character that turns the direction of text',
    },
    action: { zh: '删去这个看不见的字符', en: 'Remove this invisible character' },
  },
  {
    id: 'lone-surrogate',
    severity: 'error',
    shape: /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    what: { zh: '不成对的代理码', en: 'an unpaired surrogate' },
    action: { zh: '重新输入这个字', en: 'Type this character again' },
  },
  {
    id: 'tag-character',
    severity: 'error',
    // Whole sentences can stand in these, seen by machines alone (Unicode 23.9; only flags use them).
    shape: /[\u{e0000}-\u{e007f}]/gu,
    what: { zh: '看不见的标签字符', en: 'an invisible tag character' },
    action: { zh: '删去这个看不见的字符', en: 'Remove this invisible character' },
  },
  {
    id: 'invisible-character',
    severity: 'review',
    // Marks of direction, line separators, Hangul fillers and their like: two names that look alike.
    shape:
      /[\u061c\u115f\u1160\u17b4\u17b5\u180e\u200e\u200f\u2028\u2029\u2061-\u2064\u206a-\u206f\u3164\uffa0]/g,
    what: { zh: '看不见的字符', en: 'an invisible character' },
    action: {
      zh: '多半是复制时带入的，可以删去',
      en: 'Most likely copied along; it can be removed',
    },
  },
  {
    id: 'zero-width-character',
    severity: 'review',
    shape: /[\u00ad\u200b\u2060\ufeff]/g,
    what: { zh: '零宽字符', en: 'a zero-width character' },
    action: {
      zh: '多半是复制时带入的，可以删去',
      en: 'Most likely copied along; it can be removed',
    },
  },
];

/** Of one kind in one file. A hundred thousand on a line took an hour, each with the line to show it in. */
const maxTold = 200;

/**
 * Looks for characters that cannot or should not be published.
 *
 * At most the first 200 of a kind are told.
 *
 * @param text a whole file; line feeds, carriage returns and tabs are fine
 * @param firstLine number of the text's first line in its file
 */
export function checkCharacters(text: string, firstLine = 1): LocalFinding[] {
  const findings: LocalFinding[] = [];
  for (const { id, severity, shape, what, action } of table) {
    if (text.search(shape) === -1) continue;
    let told = 0;
    text.split('\n').forEach((line, index) => {
      if (told === maxTold) return;
      const excerpt = excerptOf(line.replaceAll(shape, '�'));
      for (const match of line.matchAll(shape)) {
        if (told === maxTold) return;
        told += 1;
        const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
        findings.push({
          id,
          severity,
          line: firstLine + index,
          column: match.index + 1,
          excerpt,
          ...findingWords(
            {
              zh: `应为普通文字，现有${what.zh} U+${code}`,
              en: `Plain text was expected; found ${what.en} U+${code}`,
            },
            action,
          ),
        });
      }
    });
  }
  return findings;
}
