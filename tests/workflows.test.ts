import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('../.github/workflows/', import.meta.url));
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(`${folder}${name}`, 'utf8'),
}));

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly 'timeout-minutes'?: number;
        readonly steps: readonly {
          readonly uses?: string;
          readonly with?: Record<string, unknown>;
        }[];
      }
    >
  >;
}

describe.each(workflows)('$name', ({ text }) => {
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test('every action is pinned to a commit, with its version beside it', () => {
    // A tag can be moved to other code after it was reviewed; a commit cannot.
    const lines = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    expect(
      lines.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
    ).toEqual([]);
  });

  test('a foreign pull request gets no rights and no credentials', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  test('no text of an event is pasted into a shell', () => {
    // ${{ github.event.… }} inside `run:` is replaced before the shell reads it.
    const runs = steps.map((step) => String((step as { run?: string }).run ?? ''));
    expect(runs.filter((run) => run.includes('${{'))).toEqual([]);
  });

  test('every job has a time limit', () => {
    expect(jobs.filter((job) => job['timeout-minutes'] === undefined)).toEqual([]);
  });
});
