import { expect, it } from 'vitest';
import type { LayoutHint } from '../newspaper/page.ts';
import { composePage } from './compose-page.ts';
import { inventItems } from './invented-items.ts';
import { unheededHints, type UnheededHint } from './unheeded-hints.ts';

function lost(hints: Readonly<Record<number, LayoutHint>>, columns = 6): UnheededHint[] {
  const items = inventItems(7, 5, 400).map((item, index) =>
    hints[index] === undefined ? item : { ...item, hint: hints[index] },
  );
  return unheededHints(items, [composePage(items, { columns })]);
}

it('says nothing of hints that are kept', () => {
  expect(lost({ 0: { span: 4 }, 4: { position: 'bottom', frame: true } })).toEqual([]);
  // As wide as the sheet is what a hint for a wider one asks of it.
  expect(lost({ 0: { span: 6 } }, 3)).toEqual([]);
});

it('names the article whose hint leaves no room', () => {
  expect(lost({ 0: { position: 'top', span: 6 }, 1: { position: 'top', span: 6 } })).toEqual([
    { id: 'item-2', field: 'position', columns: [6], rival: 'item-1' },
  ]);
});

it('names nobody where the order of reading is what stands in the way', () => {
  expect(lost({ 2: { position: 'top-left' } })).toMatchObject([
    { field: 'position', columns: [6], rival: undefined },
  ]);
});
