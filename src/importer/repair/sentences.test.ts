/**
 * Each repair by itself over text of all kinds: sound sentences, which none may touch; worn ones; and
 * the examples of the other repairs. What it makes of them stands in the snapshot beside this file.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRepairExamples, readBlocks } from './repair-examples.ts';
import { repairBlocks } from './repair-blocks.ts';
import { repairs } from './repairs.ts';
import type { Block } from '../page/block.ts';
import type { Script } from '../lexicon/script.ts';
import type { Repair } from './repair.ts';

const linesOf = (name: string): readonly string[] =>
  readFileSync(new URL(`../../../tests/fixtures/repairs/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .slice(2)
    .filter((line) => line !== '');
const sound = linesOf('sound.txt');
const worn = linesOf('worn.txt');
const examplesOf = ({ id }: Repair) =>
  parseRepairExamples(readFileSync(new URL(`repairs/${id}.ts`, import.meta.url), 'utf8'));
const examples = repairs.map((repair) => ({ repair, examples: examplesOf(repair) }));

const show = (blocks: readonly Block[]): string =>
  blocks.map(({ type, text }) => (type === 'heading' ? `# ${text}` : text)).join(' ⏎ ');
const visible = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(
      /[\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );

function run(repair: Repair, before: readonly Block[]) {
  return repairBlocks(before, repair.stage, { script: repair.scripts[0]! }, [repair]);
}

it('mends worn text step by step', () => {
  const made = worn.map((line) => {
    const [, named, text] = /^(?:(latin|han-traditional): )?(.*)$/s.exec(line)!;
    const script = (named ?? 'han-simplified') as Script;
    let blocks = readBlocks(text!);
    const steps = [visible(show(blocks))];
    for (const repair of repairs) {
      const mended = repairBlocks(blocks, repair.stage, { script }, [repair]);
      const found = mended.notes.map(({ id, line, excerpt }) => ` ! ${id} ${line} ${excerpt}`);
      const after = show(mended.blocks) + found.join('');
      if (after !== show(blocks)) steps.push(`  ${repair.id}: ${visible(after)}`);
      blocks = mended.blocks;
    }
    return steps.join('\n');
  });
  expect(made.join('\n')).toMatchSnapshot();
});

describe.each(repairs.map((repair) => [repair.id, repair] as const))('%s', (id, repair) => {
  it('leaves sound text alone', () => {
    const ofScript = repair.scripts.includes('han-simplified') ? sound : [];
    const touched = ofScript.flatMap((line) => {
      const before = readBlocks(line);
      const { blocks, notes } = run(repair, before);
      const after = show(blocks);
      return notes.length > 0 || after !== show(before) ? [[line, after, notes]] : [];
    });
    expect(touched).toEqual([]);
  });

  it('makes of what others mend', () => {
    const made = examples.flatMap(({ repair: other, examples: theirs }) =>
      other.id === id || other.scripts[0] !== repair.scripts[0]
        ? []
        : theirs.flatMap(({ before }) => {
            const { blocks, notes } = run(repair, before);
            const found = notes.map((note) => ` ! ${note.id} ${note.excerpt}`);
            if (notes.length === 0 && show(blocks) === show(before)) return [];
            return [
              `${other.id}: ${visible(show(before))}`,
              `-> ${visible(show(blocks) + found.join(''))}`,
            ];
          }),
    );
    expect(made.join('\n')).toMatchSnapshot();
  });

  it('says of what it does', () => {
    const notes = examplesOf(repair).flatMap(({ before }) => run(repair, before).notes);
    const ofEach = new Map(notes.map((note) => [note.action + note.severity, note]));
    expect([...ofEach.values()]).toMatchSnapshot();
  });
});
