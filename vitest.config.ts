import { existsSync, statfsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/**
 * Linux's folder in memory, where it is roomy (a container's may hold 64 MB). Tests of what a kill or a
 * full disk leaves wait for the disk some ten thousand times: in memory they cost half, and no wait.
 */
function temporaryFolder(): Record<string, string> {
  const memory = '/dev/shm';
  if (process.env['TMPDIR'] !== undefined || !existsSync(memory)) return {};
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 ** 30 ? { TMPDIR: memory } : {};
}
const env = temporaryFolder();

// Two projects, so that `npx vitest --project unit` answers in seconds while someone edits.
export default defineConfig({
  test: {
    projects: [
      {
        root: import.meta.dirname,
        test: {
          name: 'unit',
          env,
          include: ['src/**/*.test.ts', 'tests/*.test.ts', 'bench/**/*.test.ts'],
          // One process reads Astro's, remark's and the dictionary's modules once for all files: 61 CPU s
          // become 38. What a test leaves in a module or in process.env, the next one finds.
          isolate: false,
          // Generous: a loaded machine is no failure of the code.
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        root: import.meta.dirname,
        test: {
          name: 'e2e',
          env,
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/build-sites.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // A page that follows a file waits for the disk, the server and the browser.
          expect: { poll: { timeout: 15_000 } },
          // One Chromium at a time: two cores serve one browser well and two badly.
          fileParallelism: false,
          isolate: false,
        },
      },
    ],
  },
});
