import { describe, expect, it } from 'vitest';
import type { Finding } from '../../newspaper/finding.ts';
import type { Decision } from '../page/decision.ts';
import { parseDecisions } from './decisions-file.ts';
import { renderTemplate } from './render-template.ts';
import { renderSurroundings, reviewPage, type Reviewer } from './review-page.ts';

const source = `# 河湾社区办起了夜校

本报讯 昨天晚上，河湾社区的夜校开课了。

来上课的人不少。

# 另一则

夜校全年开设十门课。
`;

function finding(line: number, id: string, excerpt: string, message = ''): Finding {
  return {
    id,
    severity: 'review',
    file: 'page.md',
    line,
    column: 1,
    excerpt,
    message,
    action: '核对',
    english: { message, action: 'Compare' },
  };
}
const findings = [
  finding(3, 'byline-unread', '昨天晚上', '像是署名，也可能是正文。'),
  finding(5, 'paragraph-breaks-off', '来上课的人不少'),
];

/** Answers from a list; what is asked for after its end is a person who has left. */
function scripted(answers: readonly string[]): Reviewer & { readonly shown: string[] } {
  const left = [...answers];
  const shown: string[] = [];
  return {
    shown,
    show: (title, text) => void shown.push(`${title}\n${text}`),
    choose<Value extends string>(_question: string, choices: readonly { value: Value }[]) {
      const answer = left.shift();
      if (answer !== undefined && !choices.some(({ value }) => value === answer)) {
        throw new Error(`not offered: ${answer}`);
      }
      return Promise.resolve(answer as Value | undefined);
    },
    ask(_question, _initial, fault) {
      const answer = left.shift();
      if (answer !== undefined) expect(fault(answer)).toBeUndefined();
      return Promise.resolve(answer);
    },
  };
}

async function review(answers: readonly string[], decisionsText?: string) {
  const saved: string[] = [];
  const reviewer = scripted(answers);
  const outcome = await reviewPage({
    reviewer,
    source,
    firstLine: 1,
    language: 'zh',
    decisionsText,
    findWith: (decisions) =>
      findings.filter(
        ({ line, id }) =>
          !decisions.some(
            (one) => one.line === line && one.action === 'accept' && one.finding === id,
          ),
      ),
    save(text) {
      saved.push(text);
      return undefined;
    },
  });
  const decisions: readonly Decision[] =
    saved.length === 0 ? [] : parseDecisions(saved.at(-1)!, '').decisions;
  return { outcome, saved, decisions, shown: reviewer.shown };
}

describe('reviewPage', () => {
  it('goes through the findings and writes each decision at once', async () => {
    const { outcome, saved, decisions } = await review(['accept', 'accept']);
    expect(outcome).toEqual({ decisions });
    expect(saved).toHaveLength(2);
    expect(parseDecisions(saved[0]!, '').decisions).toHaveLength(1);
    expect(decisions).toEqual([
      { line: 3, text: '昨天晚上', action: 'accept', finding: 'byline-unread' },
      { line: 5, text: '来上课的人不少', action: 'accept', finding: 'paragraph-breaks-off' },
    ]);
  });

  it('shows the place with its neighbours, what is the matter and what to do', async () => {
    const { shown } = await review(['quit']);
    expect(shown[0]).toBe(
      `第 3 行 · byline-unread（还有 2 处）
  1 │ # 河湾社区办起了夜校
  2 │ 
▶ 3 │ 本报讯 昨天晚上，河湾社区的夜校开课了。
  4 │ 
  5 │ 来上课的人不少。
  6 │ 

像是署名，也可能是正文。
核对`,
    );
  });

  it.each<[readonly string[], Decision]>([
    [['split'], { line: 5, text: '来上课的人不少。', action: 'split' }],
    [['merge'], { line: 5, text: '来上课的人不少。', action: 'merge' }],
    [['skip'], { line: 5, text: '来上课的人不少。', action: 'skip' }],
    [
      ['role', 'crosshead'],
      { line: 5, text: '来上课的人不少。', action: 'role', role: 'crosshead' },
    ],
    [
      ['edit', '不少', '很多'],
      { line: 5, text: '来上课的人不少。', action: 'edit', from: '不少', to: '很多' },
    ],
    [['move', '9'], { line: 5, text: '来上课的人不少。', action: 'move', after: 9 }],
    [['move', '0'], { line: 5, text: '来上课的人不少。', action: 'move', after: 0 }],
  ])('%j', async (answers, decision) => {
    const { decisions, outcome } = await review(['later', ...answers]);
    expect(decisions[0]).toEqual(decision);
    // The finding that is still there after it counts as seen.
    expect(decisions[1]).toMatchObject({ line: 5, action: 'accept' });
    expect(outcome).toEqual({ decisions });
  });

  it('offers first what the finding itself takes for possible', async () => {
    let offered: readonly string[] = [];
    const reviewer = scripted(['role', 'paragraph']);
    const { choose } = reviewer;
    reviewer.choose = (question, choices) => {
      offered = choices.map(({ value }) => value);
      return choose(question, choices);
    };
    await reviewPage({
      reviewer,
      source,
      firstLine: 1,
      language: 'zh',
      decisionsText: undefined,
      findWith: (decisions) => (decisions.length === 0 ? findings.slice(0, 1) : []),
      save: () => undefined,
    });
    expect(offered.slice(0, 2)).toEqual(['byline', 'paragraph']);
  });

  it('keeps what was decided when the person leaves in the middle, even of a question', async () => {
    for (const answers of [['accept'], ['accept', 'quit'], ['accept', 'edit', '不少']]) {
      const { outcome, decisions } = await review(answers);
      expect(outcome).toEqual({ decisions });
      expect(decisions).toHaveLength(1);
    }
  });

  it('takes decisions back, with what went with them', async () => {
    const { decisions, outcome } = await review(['split', 'undo', 'accept', 'later']);
    expect(decisions).toEqual([
      { line: 3, text: '昨天晚上', action: 'accept', finding: 'byline-unread' },
    ]);
    expect(outcome).toEqual({ decisions });
  });

  it('gives back a decision that the one taken back had replaced', async () => {
    const before = '- line: 3\n  action: skip\n';
    const { decisions, saved } = await review(['role', 'paragraph', 'undo'], before);
    expect(parseDecisions(saved[0]!, '').decisions).toMatchObject([{ action: 'role' }]);
    expect(decisions).toEqual([{ line: 3, action: 'skip' }]);
  });

  it('lets a second thought take the place of the first, and keeps notes', async () => {
    const before =
      '# 周文\n- line: 5\n  action: skip\n- line: 3\n  action: split\n  note: 看过原报\n';
    const { decisions, saved } = await review(['later', 'role', 'paragraph'], before);
    expect(decisions.map(({ line, action }) => [line, action])).toEqual([
      [3, 'split'],
      [5, 'role'],
      [5, 'accept'],
    ]);
    expect(saved.at(-1)).toContain('看过原报');
  });

  it('stops where the file cannot be written, and says so', async () => {
    const failure = finding(1, 'disk-failure', '');
    const outcome = await reviewPage({
      reviewer: scripted(['accept', 'accept']),
      source,
      firstLine: 1,
      language: 'zh',
      decisionsText: undefined,
      findWith: () => findings,
      save: () => failure,
    });
    expect(outcome).toEqual({ decisions: [], failure });
  });
});

describe('renderSurroundings', () => {
  it('counts lines in the input and cuts long ones', () => {
    const lines = ['甲'.repeat(80), '乙'];
    expect(renderSurroundings(lines, { line: 2, lastLine: 2 }, 99)).toBe(
      `   99 │ ${'甲'.repeat(60)}…\n▶ 100 │ 乙`,
    );
  });

  it('marks all lines of a place, and shows as many as a screen has room for', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `第${index + 1}`);
    expect(renderSurroundings(lines, { line: 5, lastLine: 6 }, 1)).toBe(
      '  2 │ 第2\n  3 │ 第3\n  4 │ 第4\n▶ 5 │ 第5\n▶ 6 │ 第6\n  7 │ 第7\n  8 │ 第8\n  9 │ 第9',
    );
    expect(renderSurroundings(lines, { line: 5, lastLine: 30 }, 1).split('\n')).toHaveLength(19);
  });
});

describe('renderTemplate', () => {
  it('gives entries that work as soon as their # is taken off', () => {
    const text = renderTemplate('sources/2030-05-01/01.decisions.yaml', findings, 1, 'zh');
    expect(text).toContain('sources/2030-05-01/01.decisions.yaml');
    const entries = text
      .split('\n')
      .filter((line) => /^# (?:- |  \w+:)/.test(line))
      .map((line) => line.slice(2))
      .join('\n');
    expect(parseDecisions(entries, '')).toEqual({
      decisions: [
        { line: 3, text: '昨天晚上', action: 'accept', finding: 'byline-unread' },
        { line: 5, text: '来上课的人不少', action: 'accept', finding: 'paragraph-breaks-off' },
      ],
      findings: [],
    });
  });

  it('says so where nothing is open', () => {
    expect(renderTemplate('x', [], 1, 'zh')).toBe('# 没有要人看的提示。\n');
  });
});
