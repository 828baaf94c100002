/** The desk's page in the browser: keys, writing, and reloading. What it shows was made by render-desk.ts. */
import type { DeskAction } from './desk-action.ts';
import type { DeskClientWording } from './desk-wording.ts';

type Wish = DeskAction | { readonly kind: 'undo' };

const root = document.documentElement;
const { article, digest, edit: editAddress, events } = root.dataset;
const words = JSON.parse(root.dataset['words'] ?? 'null') as DeskClientWording | null;

if (article !== undefined && editAddress !== undefined && words !== null) {
  openDesk(article, digest ?? '', editAddress, words);
}
if (events !== undefined) followChanges(events);

/** A file that was changed elsewhere: the page is made anew, unless somebody is writing on it. */
function followChanges(address: string): void {
  const asked = article === undefined ? '' : `?article=${encodeURIComponent(article)}`;
  const source = new EventSource(address + asked);
  source.addEventListener('message', ({ data }) => {
    const changed = JSON.parse(String(data)) as { article?: string; digest?: string };
    if (changed.article !== undefined && changed.article !== article) return;
    if (changed.digest !== undefined && changed.digest === root.dataset['digest']) return;
    if (isWriting()) say(words?.changedOutside ?? '');
    else location.reload();
  });
}

function isWriting(): boolean {
  return document.querySelector('form.editor, dialog[open]') !== null || noteIsChanged();
}

function noteIsChanged(): boolean {
  const note = document.querySelector<HTMLTextAreaElement>('#note');
  return note !== null && note.value !== note.defaultValue;
}

function say(text: string): void {
  const place = document.querySelector('.said');
  if (place !== null) place.textContent = text;
}

function openDesk(
  id: string,
  openedDigest: string,
  address: string,
  wording: DeskClientWording,
): void {
  const acceptedKey = `desk:${id}`;
  const accepted = new Set(JSON.parse(localStorage.getItem(acceptedKey) ?? '[]') as string[]);
  const stops = [...document.querySelectorAll<HTMLElement>('.stop[data-key]')];
  const keyOf = (stop: HTMLElement): string => stop.dataset['key'] ?? '';
  let isBusy = false;

  for (const stop of stops) if (accepted.has(keyOf(stop))) showAccepted(stop, wording);
  showWaiting();
  resume();

  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button === null) return;
    if (button.dataset['do'] !== undefined) act(button.dataset['do'], button);
    if (button.dataset['mark'] !== undefined) mark(button.dataset['mark']);
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
    if (!isBusy && isWriting()) event.preventDefault();
  });

  function act(does: string, button?: Element): void {
    const stop = button?.closest<HTMLElement>('.stop') ?? currentStop();
    const row = button?.closest<HTMLElement>('.row') ?? currentRow();
    switch (does) {
      case 'next':
        go(1);
        break;
      case 'previous':
        go(-1);
        break;
      case 'accept':
      case 'allow':
        if (stop === undefined) break;
        if (stop.querySelector('[data-do="allow"]') !== null) {
          send({ kind: 'allow', stop: keyOf(stop) });
        } else {
          accept(stop);
        }
        break;
      case 'remedy':
        if (stop?.querySelector('[data-do="remedy"]')) send({ kind: 'remedy', stop: keyOf(stop) });
        break;
      case 'edit':
        if (row?.dataset['source'] !== undefined) edit(row);
        break;
      case 'merge':
        if (row?.querySelector('[data-do="merge"]')) send({ kind: 'merge', ...blockOf(row) });
        break;
      case 'undo':
        send({ kind: 'undo' });
        break;
      case 'read':
      case 'doubtful':
        mark(does);
        break;
      case 'article':
        document.querySelector<HTMLAnchorElement>('a[data-next]')?.click();
        break;
    }
  }

  function currentStop(): HTMLElement | undefined {
    return stops.find((stop) => stop.getAttribute('aria-current') === 'true');
  }

  function currentRow(): HTMLElement | undefined {
    return (
      document.activeElement?.closest<HTMLElement>('.row') ??
      currentStop()?.closest<HTMLElement>('.row') ??
      undefined
    );
  }

  function waitingStops(): HTMLElement[] {
    return stops.filter((stop) => !accepted.has(keyOf(stop)));
  }

  function go(step: 1 | -1): void {
    const waiting = waitingStops();
    if (waiting.length === 0) {
      say(wording.noStops);
      document.querySelector<HTMLElement>('[data-mark="read"]')?.focus();
      return;
    }
    const current = currentStop();
    const at = current === undefined ? -1 : stops.indexOf(current);
    const rest = step === 1 ? stops.slice(at + 1) : stops.slice(0, Math.max(at, 0)).reverse();
    const next = rest.find((stop) => waiting.includes(stop)) ?? waiting.at(step === 1 ? 0 : -1)!;
    show(next);
  }

  function show(stop: HTMLElement): void {
    for (const other of stops) other.removeAttribute('aria-current');
    stop.setAttribute('aria-current', 'true');
    stop.focus({ preventScroll: true });
    // The passage and what is said of it, both; a tall row begins at the top.
    const row = stop.closest('.row') ?? stop;
    const isTall = row.getBoundingClientRect().height > innerHeight * 0.6;
    (isTall ? stop : row).scrollIntoView({ block: 'center' });
    say('');
  }

  function accept(stop: HTMLElement): void {
    accepted.add(keyOf(stop));
    localStorage.setItem(acceptedKey, JSON.stringify([...accepted]));
    showAccepted(stop, wording);
    showWaiting();
    go(1);
  }

  function showWaiting(): void {
    const place = document.querySelector('.waiting');
    const count = waitingStops().length;
    if (place !== null) place.textContent = (place.textContent ?? '').replace(/\d+/, String(count));
  }

  function mark(status: string): void {
    const note = document.querySelector<HTMLTextAreaElement>('#note');
    if (status !== 'read' && status !== 'doubtful' && status !== 'unread') return;
    if (status === 'doubtful' && note?.value.trim() === '') note.focus();
    send({ kind: 'proof', status, note: note?.value ?? '' });
  }

  /** The block's own MDX, to be written over. */
  function edit(row: HTMLElement): void {
    if (row.querySelector('form.editor') !== null) return;
    const source = row.dataset['source'] ?? '';
    const form = document.createElement('form');
    form.className = 'editor';
    const area = document.createElement('textarea');
    area.value = source;
    area.rows = Math.max(2, Math.ceil(source.length / 28));
    const hint = textElement('p', wording.editHint);
    hint.className = 'soft';
    hint.lang = root.lang;
    area.setAttribute('aria-describedby', (hint.id = `${row.id}-hint`));
    area.setAttribute('aria-label', row.querySelector('.standing .label')?.textContent ?? '');
    const buttons = document.createElement('p');
    buttons.className = 'actions';
    buttons.lang = root.lang;
    const save = buttonElement(wording.save);
    save.type = 'submit';
    const cancel = buttonElement(wording.cancel);
    buttons.append(save, cancel);
    const { block, field } = row.dataset;
    if (block !== undefined) {
      const split = buttonElement(wording.splitHere);
      split.addEventListener('click', () => {
        const { selectionStart, value } = area;
        if (value === source) {
          send({ kind: 'split', ...blockOf(row), at: Math.max(1, selectionStart) });
          return;
        }
        const parted = `${value.slice(0, selectionStart)}\n\n${value.slice(selectionStart)}`;
        send({ kind: 'text', ...blockOf(row), text: parted });
      });
      buttons.append(split);
    }
    const close = (): void => {
      form.remove();
      row.classList.remove('is-edited');
      row.querySelector<HTMLElement>('[data-do="edit"]')?.focus();
    };
    cancel.addEventListener('click', close);
    area.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Escape') close();
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || field !== undefined)) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (area.value === source) close();
      else if (field === undefined) send({ kind: 'text', ...blockOf(row), text: area.value });
      else {
        send({ kind: 'field', field: field as 'headline', was: source, text: area.value });
      }
    });
    form.append(area, hint, buttons);
    row.querySelector('.standing')?.append(form);
    row.classList.add('is-edited');
    area.focus();
    // The cursor goes to the letter in question.
    const stop = currentStop();
    const at = stop?.closest('.row') === row ? Number(stop.dataset['at'] ?? 0) : 0;
    area.setSelectionRange(at, at);
  }

  function blockOf(row: HTMLElement): { block: number; was: string } {
    return { block: Number(row.dataset['block']), was: row.dataset['source'] ?? '' };
  }

  function send(wish: Wish, withDigest = openedDigest): void {
    if (isBusy) return;
    isBusy = true;
    say(wording.saving);
    post(wish, withDigest).finally(() => {
      isBusy = false;
    });
  }

  async function post(wish: Wish, withDigest: string): Promise<void> {
    let response: Response;
    let said: { digest?: string; now?: string; message?: string };
    try {
      response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ article: id, digest: withDigest, action: wish }),
      });
      said = response.headers.get('content-type')?.startsWith('application/json')
        ? ((await response.json()) as typeof said)
        : { message: await response.text() };
    } catch {
      say(wording.unreachable);
      return;
    }
    if (response.ok) {
      // The watcher tells of the same change: it is no other's.
      root.dataset['digest'] = said.digest ?? '';
      keepPlace();
      for (const editor of document.querySelectorAll('form.editor, dialog')) editor.remove();
      const note = document.querySelector<HTMLTextAreaElement>('#note');
      if (note !== null) note.value = note.defaultValue;
      location.reload();
      return;
    }
    if (response.status === 409) askWhichStands(wish, said.now ?? '', said.digest ?? '');
    else say(said.message ?? '');
  }

  /** Shows both texts; nothing is written before the person has chosen. */
  function askWhichStands(wish: Wish, now: string, digestNow: string): void {
    say('');
    document.querySelector('dialog')?.remove();
    const dialog = document.createElement('dialog');
    dialog.lang = root.lang;
    const title = textElement('h2', wording.changedTitle);
    title.id = 'changed-title';
    dialog.setAttribute('aria-labelledby', title.id);
    dialog.append(title, textElement('p', wording.changedText));
    const yours = 'text' in wish ? wish.text : wish.kind === 'proof' ? wish.status : '';
    const both = document.createElement('div');
    both.className = 'both';
    const shown: (readonly [string, string])[] = [
      [wording.changedNow, now],
      [wording.changedYours, yours],
    ];
    for (const [label, text] of shown) {
      if (text === '') continue;
      const side = document.createElement('section');
      side.append(textElement('h3', label), textElement('pre', text));
      both.append(side);
    }
    const buttons = document.createElement('p');
    buttons.className = 'actions';
    if ('text' in wish && now !== '' && digestNow !== '') {
      const mine = buttonElement(wording.useMine);
      mine.addEventListener('click', () => {
        dialog.close();
        send({ ...wish, was: now }, digestNow);
      });
      buttons.append(mine);
    }
    const theirs = buttonElement(wording.seeNow);
    theirs.addEventListener('click', () => {
      isBusy = true;
      keepPlace();
      location.reload();
    });
    const cancel = buttonElement(wording.cancel);
    cancel.addEventListener('click', () => dialog.close());
    buttons.append(theirs, cancel);
    dialog.append(both, buttons);
    document.body.append(dialog);
    dialog.addEventListener('close', () => dialog.remove());
    dialog.showModal();
  }

  function keepPlace(): void {
    const at = currentStop();
    const place = { id, top: scrollY, at: at === undefined ? -1 : waitingStops().indexOf(at) };
    sessionStorage.setItem('desk:place', JSON.stringify(place));
  }

  /** Where the person was: the stop at hand is gone when it has been mended, and the next is in its place. */
  function resume(): void {
    const kept = sessionStorage.getItem('desk:place');
    sessionStorage.removeItem('desk:place');
    const place = JSON.parse(kept ?? 'null') as { id: string; top: number; at: number } | null;
    if (place?.id !== id) return;
    scrollTo(0, place.top);
    const stop = place.at < 0 ? undefined : waitingStops()[place.at];
    if (stop !== undefined) show(stop);
  }
}

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

function showAccepted(stop: HTMLElement, { accepted }: DeskClientWording): void {
  stop.classList.add('is-accepted');
  const button = stop.querySelector<HTMLButtonElement>('[data-do="accept"]');
  if (button === null) return;
  button.disabled = true;
  button.textContent = `✓ ${accepted}`;
}

function textElement(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function buttonElement(text: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  return button;
}
