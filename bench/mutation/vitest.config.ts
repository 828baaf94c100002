import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests that bench/mutation.ts names for a room, and no other: no site is built for them. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: JSON.parse(process.env['EPAPER_MUTATION_TESTS'] ?? '[]') as string[],
    isolate: false,
    testTimeout: 90_000,
  },
});
