import { expect, test } from 'vitest';
import { repairs } from '../ocr/repairs.ts';
import { repairNames } from './report.ts';

test('every repair has a name that a person can read', () => {
  expect(repairs.map(({ id }) => id).filter((id) => repairNames[id] === undefined)).toEqual([]);
});
