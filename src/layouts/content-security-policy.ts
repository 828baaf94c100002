import { createHash } from 'node:crypto';
import { earlySettings } from '../client/early-settings.ts';

const scriptHash = hashOf(earlySettings);

/**
 * What a page of the paper may load and run: its own files, and what stands in its head by its
 * hash. A second line behind the check of the articles, which lets no script and no style through
 * (ADR 0003): what slips past it has no hash. CSP 3, sections 6.1 and 6.7.3.
 *
 * `frame-ancestors` counts in a header only (section 6.4.2): public/_headers has it for the hosts
 * that read one, docs/deploying.md for the others.
 *
 * @param styles the texts of the page's own style elements, to the letter
 */
export function contentSecurityPolicy(styles: readonly string[]): string {
  return Object.entries({
    'default-src': "'self'",
    'script-src': `'self' ${scriptHash}`,
    'style-src': ["'self'", ...styles.map(hashOf)].join(' '),
    'img-src': "'self' data:",
    'frame-src': "'none'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
