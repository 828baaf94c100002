import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockRoles, type Decision } from '../page/decision.ts';
import { addDecision, parseDecisions, takeBackDecisions } from './decisions-file.ts';

const parse = (text: string) => parseDecisions(text, '01.decisions.yaml');

describe('parseDecisions', () => {
  it('reads every kind of decision, with its guard and its note', () => {
    const { decisions, findings } = parse(`# 夜校那一版
- { line: 3, action: accept, finding: role-unsure }
- line: 5
  text: 昨天晚上
  action: edit
  from: 人园
  to: 入园
  note: 对照原报
- { line: 7, action: role, role: headline }
- { line: 9, action: split }
- { line: 11, action: merge }
- { line: 13, action: move, after: 0 }
- { line: 15, action: skip }
`);
    expect(findings).toEqual([]);
    expect(decisions).toEqual([
      { line: 3, action: 'accept', finding: 'role-unsure' },
      {
        line: 5,
        text: '昨天晚上',
        note: '对照原报',
        action: 'edit',
        from: '人园',
        to: '入园',
      },
      { line: 7, action: 'role', role: 'headline' },
      { line: 9, action: 'split' },
      { line: 11, action: 'merge' },
      { line: 13, action: 'move', after: 0 },
      { line: 15, action: 'skip' },
    ]);
  });

  it('takes an empty file, or one of comments, for no decisions', () => {
    for (const text of ['', '\n', '# 还没有决定\n']) {
      expect(parse(text)).toEqual({ decisions: [], findings: [] });
    }
  });

  it.each([
    ['an unknown action', '- { line: 3, action: frobnicate }\n', 'field-value', 1],
    ['a missing line', '- { line: 3, action: split }\n- { action: split }\n', 'field-missing', 2],
    ['line 0', '- line: 0\n  action: split\n', 'field-value', 1],
    ['an unknown role', '- line: 3\n  action: role\n  role: title\n', 'field-value', 3],
    ['an unknown field', '- line: 3\n  action: split\n  whence: 4\n', 'field-unknown', 3],
    ['no list', 'line: 3\naction: split\n', 'field-type', 1],
    ['broken YAML', '- line: 3\n  action: "split\n', 'yaml-quote-open', 2],
    [
      'two roles for one block',
      '- { line: 3, action: role, role: deck }\n\n- { line: 3, action: skip }\n',
      'decision-twice',
      3,
    ],
    [
      'a block that begins an item and does not',
      '- { line: 3, action: split }\n- { line: 3, action: merge }\n',
      'decision-twice',
      2,
    ],
  ])('refuses %s as a whole, at its line', (_name, text, id, line) => {
    const { decisions, findings } = parse(text);
    expect(decisions).toEqual([]);
    expect(findings).toMatchObject([{ id, line, severity: 'error', file: '01.decisions.yaml' }]);
  });
});

describe('takeBackDecisions', () => {
  it('takes out what was added, and leaves what stood there', () => {
    const mine = {
      line: 9,
      action: 'accept',
      finding: 'letter-changed',
      text: '亮了起来',
    } as const;
    const others = '# 一句话\n- line: 3\n  action: skip # 广告\n';
    expect(takeBackDecisions(addDecision(others, mine), [mine])).toBe(others);
    expect(takeBackDecisions(addDecision(undefined, mine), [mine])).toBeUndefined();
    expect(takeBackDecisions(others, [mine])).toBe(others);
  });
});

describe('addDecision', () => {
  it('begins a file that says what it is', () => {
    const text = addDecision(undefined, { line: 3, action: 'split' });
    expect(text).toMatch(/^# 人对这一版识别稿的决定/);
    expect(text).toMatch(/\n- line: 3\n {2}action: split\n$/);
  });

  it('keeps what a person has written', () => {
    const text = '# 周文写的\n- line: 3 # 看原报\n  action: split\n  note: 另一篇\n';
    const longer = addDecision(text, { line: 9, action: 'skip' });
    expect(longer).toContain('# 周文写的\n');
    expect(longer).toContain('# 看原报');
    expect(longer).toContain('note: 另一篇');
    expect(parse(longer).decisions).toHaveLength(2);
  });

  it('writes what parseDecisions reads, whatever the text', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    const decision: fc.Arbitrary<Decision> = fc.integer({ min: 1, max: 999 }).chain((line) =>
      fc.oneof(
        fc.record({
          line: fc.constant(line),
          action: fc.constant('edit' as const),
          from: text,
          to: text,
          text,
        }),
        fc.record({
          line: fc.constant(line),
          action: fc.constant('accept' as const),
          finding: text,
        }),
        fc.record({
          line: fc.constant(line),
          action: fc.constant('role' as const),
          role: fc.constantFrom(...blockRoles),
        }),
        fc.record({
          line: fc.constant(line),
          action: fc.constant('move' as const),
          after: fc.nat(),
        }),
      ),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(decision, { selector: ({ line }) => line, maxLength: 6 }),
        (decisions) => {
          let file: string | undefined;
          for (const one of decisions) file = addDecision(file, one);
          expect(parse(file ?? '')).toEqual({ decisions, findings: [] });
        },
      ),
    );
  });
});
