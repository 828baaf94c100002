/** The desk's page in the browser: keys, writing, and reloading. What it shows was made by render-desk.ts. */
import type { DeskClientWording } from '../desk-wording.ts';
import { DeskStops, keyOf } from './desk-stops.ts';
import { DeskWriter } from './desk-writer.ts';
import { isWriting, noteArea, say } from './make-element.ts';
import { blockOf, openEditor } from './open-editor.ts';

const root = document.documentElement;
const { article, digest = '', edit, events } = root.dataset;
const wording = JSON.parse(root.dataset['words'] ?? 'null') as DeskClientWording | null;
const placeKey = 'desk:place';

const writer =
  article !== undefined && edit !== undefined && wording !== null
    ? openDesk(article, edit, wording)
    : undefined;
if (events !== undefined) followChanges(events);

/** A file that was changed elsewhere: the page is made anew, unless somebody is writing on it. */
function followChanges(address: string): void {
  const asked = article === undefined ? '' : `?article=${encodeURIComponent(article)}`;
  const source = new EventSource(address + asked);
  source.addEventListener('message', ({ data }) => {
    if (isOwnChange(JSON.parse(String(data)) as Change)) return;
    if (isWriting()) say(wording?.changedOutside ?? '');
    else location.reload();
  });
}

interface Change {
  readonly article?: string;
  readonly decisions?: string;
  readonly digest?: string;
}

/** Whether a change is of another page's files, or was made here. */
function isOwnChange(changed: Change): boolean {
  const { digest: known, decisions, settled } = root.dataset;
  if (changed.decisions !== undefined && article !== undefined) {
    return changed.decisions !== decisions || changed.digest === settled || writer?.isBusy === true;
  }
  if (changed.article === undefined) return false;
  return changed.article !== article || (changed.digest !== undefined && changed.digest === known);
}

function openDesk(id: string, address: string, words: DeskClientWording): DeskWriter {
  const stops = new DeskStops(words);
  const keepPlace = (): void => {
    const { current, waiting } = stops;
    const place = { id, top: scrollY, at: current === undefined ? -1 : waiting.indexOf(current) };
    sessionStorage.setItem(placeKey, JSON.stringify(place));
  };
  const writing = new DeskWriter({ article: id, digest, edit: address }, words, keepPlace);
  resume(id, stops);

  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button?.dataset['do'] !== undefined) act(button.dataset['do'], button);
    if (button?.dataset['mark'] !== undefined) mark(writing, button.dataset['mark']);
  });
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (target instanceof HTMLElement && target.closest('textarea, input, select, dialog')) return;
    const does = keys[key];
    if (does === undefined) return;
    event.preventDefault();
    act(does);
  });
  addEventListener('beforeunload', (event) => {
    if (!writing.isBusy && isWriting()) event.preventDefault();
  });

  function act(does: string, button?: Element): void {
    const stop = button?.closest<HTMLElement>('.stop') ?? stops.current;
    const row =
      button?.closest<HTMLElement>('.row') ??
      document.activeElement?.closest<HTMLElement>('.row') ??
      stops.current?.closest<HTMLElement>('.row') ??
      undefined;
    actions[does]?.({ stop, row, stops, writer: writing, words });
  }

  return writing;
}

interface AtHand {
  readonly stop: HTMLElement | undefined;
  readonly row: HTMLElement | undefined;
  readonly stops: DeskStops;
  readonly writer: DeskWriter;
  readonly words: DeskClientWording;
}

/** What each button and key does; where there is nothing at hand to do it to, nothing. */
const actions: Readonly<Record<string, (at: AtHand) => void>> = {
  next: ({ stops }) => stops.go(1),
  previous: ({ stops }) => stops.go(-1),
  accept,
  allow: accept,
  remedy: ({ stop, writer: to }) => {
    if (stop?.querySelector('[data-do="remedy"]')) to.send({ kind: 'remedy', stop: keyOf(stop) });
  },
  edit: ({ row, stops, writer: to, words }) => {
    if (row?.dataset['source'] === undefined) return;
    // The cursor goes to the letter in question.
    const { current } = stops;
    const at = current?.closest('.row') === row ? Number(current.dataset['at'] ?? 0) : 0;
    openEditor(row, at, to, words);
  },
  merge: ({ row, writer: to }) => {
    if (row?.querySelector('[data-do="merge"]')) to.send({ kind: 'merge', ...blockOf(row) });
  },
  undo: ({ writer: to }) => to.send({ kind: 'undo' }),
  read: ({ writer: to }) => mark(to, 'read'),
  doubtful: ({ writer: to }) => mark(to, 'doubtful'),
  article: () => document.querySelector<HTMLAnchorElement>('a[data-next]')?.click(),
};

const keys: Readonly<Record<string, string>> = {
  n: 'next',
  j: 'next',
  p: 'previous',
  k: 'previous',
  a: 'accept',
  o: 'remedy',
  e: 'edit',
  m: 'merge',
  u: 'undo',
  r: 'read',
  d: 'doubtful',
  '.': 'article',
};

function accept({ stop, stops, writer: to }: AtHand): void {
  if (stop === undefined) return;
  if (stop.querySelector('[data-do="allow"]') !== null) {
    to.send({ kind: 'allow', stop: keyOf(stop) });
  } else if (stops.waiting.includes(stop)) {
    stops.settle(stop, true);
    stops.go(1);
    to.accept(keyOf(stop), () => stops.settle(stop, false));
  }
}

function mark(to: DeskWriter, status: string): void {
  if (status !== 'read' && status !== 'doubtful' && status !== 'unread') return;
  const note = noteArea();
  if (status === 'doubtful' && note?.value.trim() === '') note.focus();
  to.send({ kind: 'proof', status, note: note?.value ?? '' });
}

/** Where the person was: the stop at hand is gone when it has been mended, and the next is in its place. */
function resume(id: string, stops: DeskStops): void {
  const kept = sessionStorage.getItem(placeKey);
  sessionStorage.removeItem(placeKey);
  const place = JSON.parse(kept ?? 'null') as { id: string; top: number; at: number } | null;
  if (place?.id !== id) return;
  scrollTo(0, place.top);
  const stop = place.at < 0 ? undefined : stops.waiting[place.at];
  if (stop !== undefined) stops.show(stop);
}
