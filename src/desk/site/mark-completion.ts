import { writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

/** Names the file that the end of a build leaves for the command that began it (build.ts). */
export const completionVariable = 'EPAPER_COMPLETION';

/**
 * Leaves a mark when a build has come to its end: a process that content/ or a package ended on the
 * way answers 0 as well.
 */
export function markCompletion(): AstroIntegration {
  return {
    name: 'newspaper:mark-completion',
    hooks: {
      'astro:build:done': () => {
        const file = process.env[completionVariable];
        if (file !== undefined) writeFileSync(file, 'done');
      },
    },
  };
}
