import { expect, test } from 'vitest';
import { isForEditors } from './terminal-logger.ts';

test.each([
  ['newspaper:press', 'info', '印 12 页', true],
  ['vite', 'info', '✓ built in 200ms', false],
  [null, 'info', 'watching for file changes...', false],
  ['content', 'error', 'Failed to create data store', true],
  ['content', 'warn', 'The collection "columns" does not exist or is empty. Please check', false],
  ['content', 'warn', 'Content config not loaded', true],
])('[%s] %s: %s', (label, level, message, shown) => {
  expect(isForEditors({ label, level, message, newLine: true })).toBe(shown);
});
