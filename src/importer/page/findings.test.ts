import { describe, expect, test } from 'vitest';
import { findingCatalogue, makeFinding, type FindingId } from './findings.ts';

const valuesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();

describe('the catalogue of findings', () => {
  test.each(Object.entries(findingCatalogue))('%s says the same in English', (_, kind) => {
    const { message, action, english } = kind;
    // The digit that is told of is no Chinese text.
    expect(`${english.message}${english.action}`).not.toMatch(/(?!一)\p{Script=Han}/u);
    expect(valuesIn(english.message + english.action)).toEqual(valuesIn(message + action));
  });

  test('a value that differs by language is put into each', () => {
    const made = makeFinding(
      'role-unsure' satisfies FindingId,
      { line: 3, excerpt: '渡口' },
      {
        found: '渡口',
        role: { zh: '标题', en: 'a headline' },
        alternatives: { zh: '署名', en: 'a byline' },
      },
    );
    expect(made.message).toBe('“渡口”读作标题，也可能是署名。');
    expect(made.english.message).toBe('“渡口” was read as a headline; it may also be a byline.');
  });
});
