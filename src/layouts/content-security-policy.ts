import { createHash } from 'node:crypto';
import { earlySettings } from '../client/early-settings.ts';

/**
 * What a page of the paper may load and run: its own files, and the one script in its head by its
 * hash. A second line behind the check of the articles, which lets no script through (ADR 0003).
 *
 * Styles may stand in the page: the @font-face of an edition's type and the running head of its
 * print differ from page to page. `frame-ancestors` counts in a header only, which is the host's to send.
 */
export const contentSecurityPolicy = makePolicy();

function makePolicy(): string {
  const hash = createHash('sha256').update(earlySettings).digest('base64');
  return Object.entries({
    'default-src': "'self'",
    'script-src': `'self' 'sha256-${hash}'`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'object-src': "'none'",
    'frame-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}
