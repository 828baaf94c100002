import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earlySettings } from './early-settings.ts';
import {
  choices,
  defaultSettings,
  formatSettings,
  parseSettings,
  settingNames,
  settingsKey,
  stepSize,
  type Settings,
} from './settings.ts';

describe('parseSettings', () => {
  test.each([
    null,
    '',
    'not json',
    '[]',
    'null',
    '"dark"',
    '{"theme":"neon"}',
    '{"theme":1}',
    '{"__proto__":{"theme":"dark"}}',
  ])('%s is as if nothing were set', (stored) => {
    expect(parseSettings(stored)).toEqual(defaultSettings);
  });

  test('what is kept is read again, and only what differs is kept', () => {
    const settings = fc.record(
      Object.fromEntries(settingNames.map((name) => [name, fc.constantFrom(...choices[name])])),
    ) as unknown as fc.Arbitrary<Settings>;
    fc.assert(
      fc.property(settings, (set) => {
        expect(parseSettings(formatSettings(set))).toEqual(set);
      }),
    );
    expect(formatSettings(defaultSettings)).toBe('{}');
  });
});

test.each([
  ['normal', 1, 'large'],
  ['normal', -1, 'small'],
  ['small', -1, 'small'],
  ['largest', 1, 'largest'],
] as const)('one step from %s by %i is %s', (size, step, expected) => {
  expect(stepSize(size, step)).toBe(expected);
});

describe('the script in the head', () => {
  function rootAfter(getItem: () => string | null): Record<string, string> {
    const dataset: Record<string, string> = {};
    runInNewContext(earlySettings, {
      document: { documentElement: { dataset } },
      localStorage: {
        getItem: (key: string) => {
          expect(key).toBe(settingsKey);
          return getItem();
        },
      },
    });
    return dataset;
  }

  test('puts what was kept on the root', () => {
    const kept = formatSettings({
      ...defaultSettings,
      theme: 'sepia',
      mode: 'senior',
      rate: '1.5',
    });
    expect(rootAfter(() => kept)).toEqual({ scripts: 'on', theme: 'sepia', mode: 'senior' });
  });

  test.each(['{', '{"theme":"<img>"}', '{"theme":{}}', '[]', 'null'])(
    'and is not disturbed by %s',
    (kept) => {
      expect(rootAfter(() => kept)).toEqual({ scripts: 'on' });
    },
  );

  test('nor by a browser that keeps nothing', () => {
    expect(
      rootAfter(() => {
        throw new Error('denied');
      }),
    ).toEqual({ scripts: 'on' });
  });

  test('can stand in a script element', () => {
    expect(earlySettings).not.toMatch(/<\/|<!--/);
  });
});
