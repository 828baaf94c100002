import { describe, expect, test } from 'vitest';
import { scriptOfPage } from '../segment/script-of-page.ts';
import { segmentPage } from '../segment/segment-page.ts';
import { readBlockPlace, type BlockPlace } from './block-place.ts';
import { readBlockShape } from '../page/block-shape.ts';
import { measurePage } from './page-shape.ts';
import { placeShape } from './placed-shape.ts';
import { lineAbove } from './head-signs.ts';
import type { Weight } from './weight.ts';
import * as captions from './weights/caption-weights.ts';
import * as crossheads from './weights/crosshead-weights.ts';
import * as furniture from './weights/furniture-weights.ts';
import * as heads from './weights/head-weights.ts';
import * as texts from './weights/text-weights.ts';
import * as titles from './weights/title-weights.ts';

const paper = {
  columns: [{ id: 'minsheng', name: '民生直通车', aliases: [] }],
  paperName: '宁川日报',
};

/** Every block of an example in its place, and which of them is behind ▶. */
function readExample(example: string): { places: readonly BlockPlace[]; marked: BlockPlace } {
  const parts = example.split(' ⏎ ');
  const markdown = parts.map((part) => part.replace('▶', '').replaceAll('\\n', '\n'));
  const context = { ...paper, script: scriptOfPage(markdown.join('\n\n')) };
  const { blocks } = segmentPage(markdown.join('\n\n'), context.script);
  expect(blocks, example).toHaveLength(parts.length);
  const own = blocks.map((block) => readBlockShape(block, context));
  const page = measurePage(own, context.script);
  const shapes = own.map((_, at) => placeShape(own, at, page, context));
  const places = shapes.map((_, at) => readBlockPlace(shapes, at, page));
  return { places, marked: places[parts.findIndex((part) => part.startsWith('▶'))]! };
}

/** Some tables are asked only where their role can stand at all (block-costs). */
function isAsked(role: Weight['role'], place: BlockPlace): boolean {
  if (role === 'headline-line' || role === 'deck') return lineAbove(place) !== undefined;
  if (role === 'kicker' || role === 'column-label') return place.after !== undefined;
  return place.shape.block.type !== 'image';
}

const tables = [captions, crossheads, furniture, heads, texts, titles].flatMap((module) =>
  Object.values(module).filter((value): value is readonly Weight[] => Array.isArray(value)),
);
const weights = tables.flat();
const places = weights.flatMap(({ example }) => readExample(example).places);

describe('the weights of roles', () => {
  test('have one name each and say why', () => {
    expect(new Set(weights.map(({ id }) => id)).size).toBe(weights.length);
    for (const { why } of weights) expect(why).toMatch(/[.:]$/);
  });

  for (const table of tables) {
    test.each(table.map((weight) => [weight.id, weight] as const))('%s', (_, weight) => {
      const { marked } = readExample(weight.example);
      expect(isAsked(weight.role, marked), 'its table is asked').toBe(true);
      // No row before it answers the same question, or all of them.
      const first = table.find(
        (row) =>
          row === weight ||
          ((row.alone || (row.of !== undefined && row.of === weight.of)) && row.when(marked)),
      );
      expect(first?.id).toBe(weight.id);
      expect(weight.when(marked)).toBe(true);
    });
  }

  test.each(weights.map((weight) => [weight.id, weight] as const))(
    '%s does not hold of everything, unless it is the last answer',
    (_, { when, role }) => {
      const asked = places.filter((place) => isAsked(role, place));
      const holding = asked.filter(when).length;
      expect(holding).toBeGreaterThan(0);
      if (when.name !== 'otherwise') expect(holding).toBeLessThan(asked.length);
    },
  );
});
