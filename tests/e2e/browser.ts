import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';

/** Connects to the run's Chromium. Closing what it gives closes its windows, not the browser. */
export function openBrowser(): Promise<Browser> {
  return chromium.connect(inject('chromium'));
}
