import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';

describe('contentSecurityPolicy', () => {
  test('names each style of the page by its hash, and lets no other in', () => {
    const style = '@page{@top-center{content:"港湾晨报"}}';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = contentSecurityPolicy([style]);
    expect(policy).toContain(`style-src 'self' 'sha256-${hash}'`);
    expect(policy).not.toContain('unsafe');
  });

  test.each([
    ['no frames', "frame-src 'none'"],
    ['no plug-ins', "object-src 'none'"],
    ['no other base', "base-uri 'none'"],
    ['nothing from elsewhere', "default-src 'self'"],
  ])('%s', (_what, directive) => {
    expect(contentSecurityPolicy([]).split('; ')).toContain(directive);
  });
});
