import type { AstroIntegration } from 'astro';

/**
 * The desks of `astro dev`: the proofreading desk, at `/_desk/`, and the make-up desk, at `/_layout/`.
 * They are loaded in dev only: a build has no use for the importer's modules, and would spend 0.4 CPU s
 * on them.
 *
 * @param content absolute path of the content folder
 */
export function desksInDev(content: string): AstroIntegration {
  return {
    name: 'newspaper:desks',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig }) => {
        if (command !== 'dev') return;
        const { proofreadingDesk } = await import('./proofreading/proofreading-desk.ts');
        const { makeUpDesk } = await import('./make-up/make-up-desk.ts');
        updateConfig({ integrations: [proofreadingDesk(content), makeUpDesk(content)] });
      },
    },
  };
}
