import { splitBreaths, splitSentences, type Span } from './sentences.ts';

/** One article in the queue; its texts are asked for when its turn comes. */
export interface Recital<Text extends { readonly text: string }> {
  readonly title: string;
  readonly load: () => Promise<readonly Text[]>;
}

export interface RecitalState<Text> {
  readonly speaking: boolean;
  /** Place in the queue, from 0. */
  readonly recital: number;
  readonly text: Text;
  readonly sentence: Span;
}

interface Voices {
  readonly language: string;
  readonly rate: () => number;
}

/** What the browser's speech offers, as far as it is used here. */
export type Speech = Pick<SpeechSynthesis, 'speak' | 'cancel' | 'getVoices'>;

/**
 * A voice that does not say it has ended (Chrome drops the event when a remote voice breaks off) is
 * taken to have ended after this: a second a character at the slowest rate, and a start.
 */
const longestBreath = (breath: string): number => 5_000 + breath.length * 1_000;

/**
 * Reads a queue of articles aloud, a sentence at a time.
 *
 * Pausing cancels and goes back to the beginning of the sentence: `speechSynthesis.pause` does
 * nothing on Android and loses the voice on some desktops.
 */
export class ReadAloud<Text extends { readonly text: string }> {
  readonly #speech: Speech;
  readonly #voices: Voices;
  readonly #report: (state: RecitalState<Text> | null) => void;
  #queue: readonly Recital<Text>[] = [];
  #recital = 0;
  #sentences: { text: Text; span: Span }[] = [];
  #sentence = 0;
  #speaking = false;
  /** Rises with every cancel, so that what an old utterance still reports is not heeded. */
  #turn = 0;

  constructor(speech: Speech, voices: Voices, report: (state: RecitalState<Text> | null) => void) {
    this.#speech = speech;
    this.#voices = voices;
    this.#report = report;
  }

  get speaking(): boolean {
    return this.#speaking;
  }

  get length(): number {
    return this.#queue.length;
  }

  /** Begins a queue; whatever was being read is broken off. */
  async start(queue: readonly Recital<Text>[]): Promise<void> {
    this.stop();
    this.#queue = queue;
    this.#speaking = true;
    await this.#open(0);
  }

  stop(): void {
    this.#silence();
    this.#speaking = false;
    this.#sentences = [];
    this.#queue = [];
    this.#report(null);
  }

  toggle(): void {
    if (this.#sentences.length === 0) return;
    this.#speaking = !this.#speaking;
    if (this.#speaking) void this.#say();
    else {
      this.#silence();
      this.#tell();
    }
  }

  /** To the next sentence or the one before, speaking or not. */
  async step(by: 1 | -1): Promise<void> {
    if (this.#sentences.length === 0) return;
    this.#silence();
    const target = this.#sentence + by;
    if (target >= this.#sentences.length) {
      await this.#open(this.#recital + 1);
      return;
    }
    this.#sentence = Math.max(0, target);
    if (this.#speaking) await this.#say();
    else this.#tell();
  }

  async #open(recital: number): Promise<void> {
    const turn = ++this.#turn;
    const next = this.#queue[recital];
    if (next === undefined) {
      this.stop();
      return;
    }
    const texts = await next.load().catch(() => []);
    if (turn !== this.#turn) return;
    this.#recital = recital;
    this.#sentences = texts.flatMap((text) =>
      splitSentences(text.text).map((span) => ({ text, span })),
    );
    this.#sentence = 0;
    // A page that cannot be fetched is passed over: the reading goes on.
    if (this.#sentences.length === 0) await this.#open(recital + 1);
    else if (this.#speaking) await this.#say();
    else this.#tell();
  }

  async #say(): Promise<void> {
    const turn = ++this.#turn;
    while (turn === this.#turn) {
      const current = this.#sentences[this.#sentence];
      if (current === undefined) {
        await this.#open(this.#recital + 1);
        return;
      }
      this.#tell();
      const { text, span } = current;
      for (const breath of splitBreaths(text.text.slice(span.start, span.end))) {
        await this.#utter(breath);
        if (turn !== this.#turn) return;
      }
      this.#sentence += 1;
    }
  }

  #utter(breath: string): Promise<void> {
    return new Promise((resolve) => {
      const utterance = new SpeechSynthesisUtterance(breath);
      utterance.lang = this.#voices.language;
      utterance.rate = this.#voices.rate();
      const voice = chooseVoice(this.#speech.getVoices(), this.#voices.language);
      if (voice !== undefined) utterance.voice = voice;
      const timer = setTimeout(done, longestBreath(breath));
      function done(): void {
        clearTimeout(timer);
        resolve();
      }
      utterance.onend = done;
      utterance.onerror = done;
      this.#speech.speak(utterance);
    });
  }

  #silence(): void {
    this.#turn += 1;
    this.#speech.cancel();
  }

  #tell(): void {
    const current = this.#sentences[this.#sentence];
    if (current === undefined) return;
    this.#report({
      speaking: this.#speaking,
      recital: this.#recital,
      text: current.text,
      sentence: current.span,
    });
  }
}

/**
 * The tag that voices go by: they know regions and not scripts.
 *
 * @param language of the page, such as zh-Hans
 */
export function speechLanguage(language: string): string {
  const known: Readonly<Record<string, string>> = {
    'zh-Hans': 'zh-CN',
    'zh-Hant': 'zh-TW',
    zh: 'zh-CN',
  };
  return known[language] ?? language;
}

/** A voice of the language, one of this device before one of the network, of the region before any. */
export function chooseVoice(
  voices: readonly SpeechSynthesisVoice[],
  language: string,
): SpeechSynthesisVoice | undefined {
  const tag = language.toLowerCase();
  const own = voices.filter(
    (voice) => voice.lang.toLowerCase().replace('_', '-').split('-')[0] === tag.split('-')[0],
  );
  const score = (voice: SpeechSynthesisVoice): number =>
    (voice.lang.toLowerCase().replace('_', '-') === tag ? 2 : 0) + (voice.localService ? 1 : 0);
  return own.reduce<SpeechSynthesisVoice | undefined>(
    (best, voice) => (best === undefined || score(voice) > score(best) ? voice : best),
    undefined,
  );
}
