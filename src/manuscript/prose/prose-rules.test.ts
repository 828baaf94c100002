import { describe, expect, test } from 'vitest';
import type { LocalFinding } from '../../newspaper/local-finding.ts';
import { applyFixes } from './apply-fixes.ts';
import { checkProse, type AllowedFault } from './check-prose.ts';
import { parseArticle } from '../parse-article.ts';
import { proseRules } from './prose-rules.ts';

/** A rule's example: paragraphs of a body, each on its line. */
function check(paragraphs: string, allow: readonly AllowedFault[] = []): readonly LocalFinding[] {
  const body = paragraphs.replaceAll('\n', '\n\n');
  return checkProse(inputOf(body, allow, /[[`*<]/.test(body)));
}

function inputOf(body: string, allow: readonly AllowedFault[], parsed: boolean) {
  return {
    text: body,
    frontMatter: '',
    frontMatterOffset: 0,
    bodyOffset: 0,
    body,
    tree: parsed ? parseArticle(body).tree : undefined,
    language: 'zh-Hans',
    allow,
  };
}

describe.each(proseRules)('$id', ({ id, examples, clean, why }) => {
  test.each(examples)('finds $wrong', ({ wrong, right }) => {
    const found = check(wrong).filter((finding) => finding.id === id);
    expect(found.length).toBeGreaterThan(0);
    for (const { message, action } of found) expect(message + action).not.toMatch(/[{}]/);
    const body = wrong.replaceAll('\n', '\n\n');
    const mended = applyFixes(
      body,
      found.flatMap(({ fix }) => fix ?? []),
    );
    expect(mended).toBe((right ?? wrong).replaceAll('\n', '\n\n'));
    if (right === undefined) return;
    expect(check(right).filter((finding) => finding.id === id)).toEqual([]);
  });

  test.each(clean)('lets %s be', (text) => {
    expect(check(text).filter((finding) => finding.id === id)).toEqual([]);
  });

  test('says why, and can be allowed', () => {
    expect(why.length).toBeGreaterThan(20);
    const { wrong } = examples[0]!;
    expect(check(wrong, [{ rule: id }]).map((finding) => finding.id)).not.toContain(id);
  });
});

test('marks, code, addresses and escapes are not prose', () => {
  const body = [
    '**昨天**,渡口\\*修\\*好了,大家`a,b`看。',
    '[https://example.org/a](https://example.org/a)了解。&amp;两岸,通船。',
    '<Unclear note="折痕,处">渡口,□□</Unclear>修好了。',
  ].join('\n\n');
  const findings = checkProse(inputOf(body, [], true));
  expect(new Set(findings.map(({ id }) => id))).toEqual(new Set(['half-width-punctuation']));
  expect(
    applyFixes(
      body,
      findings.flatMap(({ fix }) => fix ?? []),
    ),
  ).toBe(body.replace('**,', '**，').replace('了,大', '了，大').replace('岸,通', '岸，通'));
});

test('an exception that nothing needs is told, and one for no rule', () => {
  const ids = check('昨天，渡口修好了。', [{ rule: 'ghost-line' }, { rule: 'gost-line' }]).map(
    ({ id }) => id,
  );
  expect(ids).toEqual(['allow-unused', 'allow-unknown']);
});

test('an exception covers the words it names and no others', () => {
  const found = check('工作入员到了，工作入员走了。', [
    { rule: 'misread-ren', text: '工作入员到了' },
  ]);
  expect(found.map(({ id, column }) => [id, column])).toEqual([['misread-ren', 8]]);
});
