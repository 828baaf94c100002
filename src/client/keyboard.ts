import { changeSettings, currentSettings } from './apply-settings.ts';
import { choices, stepSize } from './settings.ts';

/** Paragraphs of an article; elsewhere whatever has a headline that leads on. */
const stops =
  '.article-text > [id^="p"], main :is(h2, h3) > a[href], main li > a[href]:first-child';

/**
 * Single keys for those who read with the keyboard. Off in fields and with modifiers, and as a whole
 * by a setting (WCAG 2.2, 2.1.4): a voice-control user's dictation is full of single letters.
 */
export function startKeyboard(actions: {
  readonly listen: () => void;
  readonly help: () => void;
  readonly settings: () => void;
  /** What keys do on this page before anything else; each says whether it did. */
  readonly own?: Readonly<Record<string, () => boolean>> | undefined;
}): void {
  const follow = (selector: string): void => {
    document.querySelector<HTMLAnchorElement>(selector)?.click();
  };
  const size = (step: 1 | -1): void =>
    changeSettings({ size: stepSize(currentSettings().size, step) });
  const keys: Readonly<Record<string, () => void>> = {
    j: () => step(1),
    k: () => step(-1),
    n: () => follow('a[rel="next"]'),
    p: () => follow('a[rel="prev"]'),
    h: () => follow('a[rel="home"]'),
    '/': () => {
      const field = document.getElementById('search-query');
      if (field) field.focus();
      else follow('.navigation a[href$="/search/"]');
    },
    l: actions.listen,
    s: actions.settings,
    t: () => {
      const at = choices.theme.indexOf(currentSettings().theme);
      changeSettings({ theme: choices.theme[(at + 1) % choices.theme.length]! });
    },
    v: () => {
      const vertical = currentSettings().writing === 'vertical';
      if (document.querySelector('input[name="writing"]')) {
        changeSettings({ writing: vertical ? 'horizontal' : 'vertical' });
      }
    },
    '+': () => size(1),
    '=': () => size(1),
    '-': () => size(-1),
    '?': actions.help,
    '？': actions.help,
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (currentSettings().keys === 'off') return;
    if ((event.target as Element).closest('input, textarea, select, dialog, [contenteditable]')) {
      return;
    }
    // With Shift an arrow selects.
    const own =
      event.shiftKey && event.key.startsWith('Arrow') ? undefined : actions.own?.[event.key];
    const action = own?.() === true ? () => {} : keys[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}

function step(by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(stops)];
  let at = all.indexOf(document.activeElement as HTMLElement);
  if (at === -1) {
    // From where the reader is: the first stop that is not above the window.
    at = all.findIndex((element) => element.getBoundingClientRect().top >= 0);
    at = by === 1 ? at - 1 : at;
  }
  const next = all[at + by];
  if (next === undefined) return;
  if (next.tabIndex < 0) next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'center', inline: 'center' });
}
