import type { DeskAction } from '../desk-action.ts';
import type { DeskClientWording } from '../desk-wording.ts';
import { actionLine, buttonElement, noteArea, say, textElement } from './make-element.ts';

export type Wish = DeskAction | { readonly kind: 'undo' };

interface Answer {
  /** Of the article's file, as written or as found. */
  readonly digest?: string;
  /** Of the file of decisions, where it was written. */
  readonly settled?: string;
  readonly now?: string;
  readonly message?: string;
}

/** Sends what a person wants to the desk, one thing after another. */
export class DeskWriter {
  readonly #article: string;
  readonly #address: string;
  readonly #openedDigest: string;
  readonly #wording: DeskClientWording;
  readonly #keepPlace: () => void;
  #acceptances: Promise<void> = Promise.resolve();
  #open = 0;
  #isBusy = false;

  /** @param keepPlace is called before the page is loaded again */
  constructor(
    { article, digest, edit }: { article: string; digest: string; edit: string },
    wording: DeskClientWording,
    keepPlace: () => void,
  ) {
    this.#article = article;
    this.#address = edit;
    this.#openedDigest = digest;
    this.#wording = wording;
    this.#keepPlace = keepPlace;
  }

  /** Whether something is on its way. */
  get isBusy(): boolean {
    return this.#isBusy || this.#open > 0;
  }

  /** Writes to the article, and loads the page again; asks where somebody else has written. */
  send(wish: Wish, withDigest = this.#openedDigest): void {
    if (this.#isBusy) return;
    this.#isBusy = true;
    say(this.#wording.saving);
    void this.#acceptances
      .then(() => this.#write(wish, withDigest))
      .finally(() => {
        this.#isBusy = false;
      });
  }

  /**
   * Keeps that a place was accepted. Nobody waits for it: the next key may follow at once.
   *
   * @param fail is called where it could not be kept
   */
  accept(stop: string, fail: () => void): void {
    this.#open += 1;
    this.#acceptances = this.#acceptances.then(async () => {
      const { response, said } = await this.#post({ kind: 'accept', stop }, this.#openedDigest);
      this.#open -= 1;
      if (response?.ok) {
        // The watcher tells of the same change: it is no other's.
        document.documentElement.dataset['settled'] = said.settled ?? '';
        document.querySelector('[data-do="undo"]')?.removeAttribute('disabled');
        return;
      }
      fail();
      say(said.message ?? '');
    });
  }

  /** Takes the file's text for the one that counts. */
  reload(): void {
    this.#isBusy = true;
    this.#keepPlace();
    location.reload();
  }

  async #post(
    action: Wish,
    digest: string,
  ): Promise<{ readonly response?: Response; readonly said: Answer }> {
    try {
      const response = await fetch(this.#address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ article: this.#article, digest, action }),
      });
      const isJson = response.headers.get('content-type')?.startsWith('application/json');
      return {
        response,
        said: isJson ? ((await response.json()) as Answer) : { message: await response.text() },
      };
    } catch {
      return { said: { message: this.#wording.unreachable } };
    }
  }

  async #write(wish: Wish, withDigest: string): Promise<void> {
    const { response, said } = await this.#post(wish, withDigest);
    const { dataset } = document.documentElement;
    if (response?.ok) {
      // The watcher tells of the same change: it is no other's.
      if (said.digest !== undefined) dataset['digest'] = said.digest;
      if (said.settled !== undefined) dataset['settled'] = said.settled;
      this.#keepPlace();
      for (const editor of document.querySelectorAll('form.editor, dialog')) editor.remove();
      const note = noteArea();
      if (note !== null) note.value = note.defaultValue;
      location.reload();
    } else if (response?.status === 409) this.#askWhichStands(wish, said);
    else say(said.message ?? '');
  }

  /** Shows both texts; nothing is written before the person has chosen. */
  #askWhichStands(wish: Wish, { now = '', digest = '' }: Answer): void {
    say('');
    document.querySelector('dialog')?.remove();
    const wording = this.#wording;
    const dialog = document.createElement('dialog');
    dialog.lang = document.documentElement.lang;
    const title = textElement('h2', wording.changedTitle);
    title.id = 'changed-title';
    dialog.setAttribute('aria-labelledby', title.id);
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
    const theirs = buttonElement(wording.seeNow);
    theirs.addEventListener('click', () => this.reload());
    const cancel = buttonElement(wording.cancel);
    cancel.addEventListener('click', () => dialog.close());
    const buttons = actionLine(theirs, cancel);
    if ('text' in wish && now !== '' && digest !== '') {
      const mine = buttonElement(wording.useMine);
      mine.addEventListener('click', () => {
        dialog.close();
        this.send({ ...wish, was: now }, digest);
      });
      buttons.prepend(mine);
    }
    dialog.append(title, textElement('p', wording.changedText), both, buttons);
    document.body.append(dialog);
    dialog.addEventListener('close', () => dialog.remove());
    dialog.showModal();
  }
}
