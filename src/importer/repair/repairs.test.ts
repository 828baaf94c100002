import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseExampleLines, parseRepairExamples } from './repair-examples.ts';
import { repairBlocks } from './repair-blocks.ts';
import { repairs } from './repairs.ts';
import type { Block } from '../page/block.ts';

const show = (blocks: readonly Block[]): string =>
  blocks.map(({ type, text }) => (type === 'heading' ? `# ${text}` : text)).join(' ⏎ ');

describe('the table of repairs', () => {
  it('runs each repair after those it builds on', () => {
    for (const [index, repair] of repairs.entries()) {
      const done = repairs
        .slice(0, index)
        .filter(({ stage }) => stage === repair.stage || stage === 'page');
      for (const id of repair.after) {
        expect(
          done.map((other) => other.id),
          `${repair.id} after ${id}`,
        ).toContain(id);
      }
    }
  });

  it('is told of in docs/repairs.md, repair by repair', () => {
    const page = readFileSync(new URL('../../../docs/repairs.md', import.meta.url), 'utf8');
    for (const { id } of repairs) expect(page).toContain(`\n## ${id}\n`);
  });

  it('has one row for each file, named after it', () => {
    const files = readdirSync(new URL('repairs', import.meta.url)).filter(
      (name) => !name.includes('.test.'),
    );
    expect(repairs.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });
});

/** Repair, and a script that is not its first -> its examples from either side of its limits. */
const limits = new Map(
  readFileSync(new URL('../../../tests/fixtures/repairs/limits.txt', import.meta.url), 'utf8')
    .split(/^== /m)
    .map((section) => {
      const [id = '', ...lines] = section.split('\n');
      return [id, parseExampleLines(lines)] as const;
    }),
);

describe.each(repairs.map((repair) => [repair.id, repair] as const))('%s', (id, repair) => {
  const source = readFileSync(new URL(`repairs/${id}.ts`, import.meta.url), 'utf8');
  const examples = parseRepairExamples(source);

  it('has pairs, and cases that must not change', () => {
    expect(examples.filter(({ line }) => !line.includes('-> ==')).length).toBeGreaterThan(0);
    expect(examples.filter(({ line }) => line.includes('-> ==')).length).toBeGreaterThan(0);
  });

  const all = repair.scripts.flatMap((script, index) => {
    const here = limits.get(index === 0 ? id : `${id} ${script}`) ?? [];
    return (index === 0 ? [...examples, ...here] : here).map((example) => ({ script, example }));
  });
  it.each(all.map((row) => [row.example.line, row] as const))(
    '%s',
    (_line, { script, example }) => {
      const context = { script };
      const once = repairBlocks(example.before, repair.stage, context, [repair]);
      expect(show(once.blocks)).toBe(show(example.after));
      expect(once.notes.map((note) => note.id)).toEqual(example.notes);
      const twice = repairBlocks(once.blocks, repair.stage, context, [repair]);
      expect(show(twice.blocks)).toBe(show(once.blocks));
    },
  );
});
