import { startSettings } from './apply-settings.ts';
import { startTaking } from './take-away.ts';
import { startInlineCollation } from './inline-collation.ts';
import { startKeepingPlace } from './keep-place.ts';
import { startKeyboard } from './keyboard.ts';
import { startListening } from './listen.ts';
import { markHits } from './mark-hits.ts';
import { startOffline } from './offline.ts';
import { startVertical } from './vertical.ts';
import { startZoom } from './zoom-page.ts';

// The one script of every page. What it works on is in components/ReadingTools.astro.
const byId = <Type extends HTMLElement>(id: string): Type => document.getElementById(id) as Type;

const form = byId<HTMLFormElement>('settings');
const keys = byId<HTMLDialogElement>('keys');
startSettings(form);
const listen = startListening(byId('listen'), byId('player'));
const help = (): void => {
  form.hidePopover();
  keys.showModal();
};
byId('show-keys').addEventListener('click', help);
const pageFrame = document.querySelector<HTMLElement>('#page-frame');
startKeyboard({
  listen,
  help,
  settings: () => form.togglePopover(),
  own: pageFrame === null ? undefined : startZoom(pageFrame),
});

const article = document.querySelector<HTMLElement>('[data-kind="article"] main article');
if (article !== null) {
  startVertical(article);
  markHits(article);
  startKeepingPlace(byId('place'));
  startTaking(article);
  const collation = article.querySelector<HTMLButtonElement>('button[data-address]');
  if (collation !== null) startInlineCollation(collation, article);
}
// Vite's server changes files under a worker's feet.
if (import.meta.env.PROD) addEventListener('load', () => startOffline(import.meta.env.BASE_URL));
