/** What a reader may set. The first value of each is what the paper comes with and is never written. */
export const choices = {
  theme: ['auto', 'light', 'sepia', 'dark'],
  size: ['normal', 'small', 'large', 'larger', 'largest'],
  leading: ['normal', 'tight', 'loose'],
  mode: ['normal', 'senior'],
  writing: ['horizontal', 'vertical'],
  keys: ['on', 'off'],
  rate: ['1', '0.8', '1.25', '1.5'],
} as const;

export type SettingName = keyof typeof choices;
export type Settings = { readonly [Name in SettingName]: (typeof choices)[Name][number] };

/** One entry of the browser's storage for all settings, so that the page's head reads it once. */
export const settingsKey = 'epaper:reading';

export const settingNames = Object.keys(choices) as SettingName[];

export const defaultSettings: Settings = Object.fromEntries(
  settingNames.map((name) => [name, choices[name][0]]),
) as Settings;

/**
 * Reads what the browser kept. Anything that is not one of the choices, as another version of the
 * paper or a person at the console may have left it, counts as not set.
 *
 * @param stored the text of the storage entry, or null where there is none
 */
export function parseSettings(stored: string | null): Settings {
  let kept: unknown;
  try {
    kept = JSON.parse(stored ?? '{}');
  } catch {
    kept = {};
  }
  const record = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  return Object.fromEntries(
    settingNames.map((name) => {
      const known: readonly string[] = choices[name];
      const value = Object.hasOwn(record, name) ? record[name] : undefined;
      return [name, typeof value === 'string' && known.includes(value) ? value : known[0]];
    }),
  ) as Settings;
}

/** The text to keep: only what differs from the paper's own setting. */
export function formatSettings(settings: Settings): string {
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(settings).filter(
        ([name, value]) => value !== defaultSettings[name as SettingName],
      ),
    ),
  );
}

/**
 * The next of the choices in order of size, held at both ends.
 *
 * @param step 1 for larger, -1 for smaller
 */
export function stepSize(size: Settings['size'], step: 1 | -1): Settings['size'] {
  const scale = ['small', 'normal', 'large', 'larger', 'largest'] as const;
  const at = scale.indexOf(size) + step;
  return scale[Math.min(Math.max(at, 0), scale.length - 1)]!;
}
