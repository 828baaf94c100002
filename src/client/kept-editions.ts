import { dateLocale } from './date-locale.ts';

/** The page for readers without a network: lists the editions that the service worker has kept. */
const place = document.getElementById('kept')!;
const prefix = 'epaper edition ';
const names = 'caches' in window ? await caches.keys() : [];
const addresses = names
  .filter((name) => name.startsWith(prefix))
  .map((name) => name.slice(prefix.length))
  .sort()
  .reverse();

const note = document.createElement('p');
note.textContent = (addresses.length > 0 ? place.dataset['kept'] : place.dataset['none'])!;
const list = document.createElement('ul');
const format = new Intl.DateTimeFormat(dateLocale, { dateStyle: 'full', timeZone: 'UTC' });
for (const address of addresses) {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = format.format(new Date(address.split('/').at(-2)!));
  const item = document.createElement('li');
  item.append(link);
  list.append(item);
}
place.append(note, list);
