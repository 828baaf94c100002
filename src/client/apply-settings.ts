import { readStored, store } from './browser-storage.ts';
import {
  choices,
  defaultSettings,
  formatSettings,
  parseSettings,
  settingNames,
  settingsKey,
  type SettingName,
  type Settings,
} from './settings.ts';

let settings: Settings = parseSettings(readStored(settingsKey));
const listeners: ((settings: Settings) => void)[] = [];

export function currentSettings(): Settings {
  return settings;
}

/** Calls back now and at every change, made here or in another window. */
export function onSettings(listener: (settings: Settings) => void): void {
  listeners.push(listener);
  listener(settings);
}

export function changeSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  store(settingsKey, formatSettings(settings));
  apply();
}

/** Binds the form of settings, and keeps the page true to what was set in other windows. */
export function startSettings(form: HTMLFormElement): void {
  form.addEventListener('change', ({ target }) => {
    const input = target as HTMLInputElement;
    const name = input.name as SettingName;
    const value =
      input.type === 'checkbox' && !input.checked
        ? choices[name].find((choice) => choice !== input.value)
        : input.value;
    changeSettings({ [name]: value });
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    changeSettings(defaultSettings);
  });
  addEventListener('storage', ({ key }) => {
    if (key === settingsKey) readAgain();
  });
  // A page that comes back from the browser's cache may be older than the settings.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) readAgain();
  });
  onSettings((now) => {
    for (const input of form.querySelectorAll('input')) {
      input.checked = now[input.name as SettingName] === input.value;
    }
  });
  apply();
}

function readAgain(): void {
  settings = parseSettings(readStored(settingsKey));
  apply();
}

function apply(): void {
  const root = document.documentElement;
  for (const name of settingNames) {
    if (name === 'keys' || name === 'rate') continue;
    if (settings[name] === defaultSettings[name]) root.removeAttribute(`data-${name}`);
    else root.dataset[name] = settings[name];
  }
  for (const listener of listeners) listener(settings);
}
