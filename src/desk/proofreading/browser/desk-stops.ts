import type { DeskClientWording } from '../desk-wording.ts';
import { say } from './make-element.ts';

/** The places of a desk page where a person has to look, in their order, and the one at hand. */
export class DeskStops {
  readonly #wording: DeskClientWording;
  readonly #all = [...document.querySelectorAll<HTMLElement>('.stop[data-key]')];
  readonly #settled = new Set<HTMLElement>();

  constructor(wording: DeskClientWording) {
    this.#wording = wording;
  }

  get current(): HTMLElement | undefined {
    return this.#all.find((stop) => stop.getAttribute('aria-current') === 'true');
  }

  get waiting(): HTMLElement[] {
    return this.#all.filter((stop) => !this.#settled.has(stop));
  }

  /** Goes to the next one that waits, or the one before; round the end to the other. */
  go(step: 1 | -1): void {
    const { waiting, current } = this;
    if (waiting.length === 0) {
      say(this.#wording.noStops);
      document.querySelector<HTMLElement>('[data-mark="read"]')?.focus();
      return;
    }
    const at = current === undefined ? -1 : this.#all.indexOf(current);
    const rest =
      step === 1 ? this.#all.slice(at + 1) : this.#all.slice(0, Math.max(at, 0)).reverse();
    this.show(rest.find((stop) => waiting.includes(stop)) ?? waiting.at(step === 1 ? 0 : -1)!);
  }

  show(stop: HTMLElement): void {
    for (const other of this.#all) other.removeAttribute('aria-current');
    stop.setAttribute('aria-current', 'true');
    stop.focus({ preventScroll: true });
    // The passage and what is said of it, both; a tall row begins at the top.
    const row = stop.closest('.row') ?? stop;
    const isTall = row.getBoundingClientRect().height > innerHeight * 0.6;
    (isTall ? stop : row).scrollIntoView({ block: 'center' });
    say('');
  }

  /** Shows that a place is done with, or that it is not after all. */
  settle(stop: HTMLElement, isSettled: boolean): void {
    if (isSettled) this.#settled.add(stop);
    else this.#settled.delete(stop);
    stop.classList.toggle('is-accepted', isSettled);
    const button = stop.querySelector<HTMLButtonElement>('[data-do="accept"]');
    if (button !== null) {
      button.disabled = isSettled;
      button.textContent = isSettled ? `✓ ${this.#wording.accepted}` : this.#wording.accept;
    }
    const place = document.querySelector('.waiting');
    const count = String(this.waiting.length);
    if (place !== null) place.textContent = (place.textContent ?? '').replace(/\d+/, count);
  }
}

export function keyOf(stop: HTMLElement): string {
  return stop.dataset['key'] ?? '';
}
