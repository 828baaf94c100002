import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  chooseVoice,
  ReadAloud,
  speechLanguage,
  type RecitalState,
  type Speech,
} from './read-aloud.ts';

interface Said {
  readonly text: string;
  readonly lang: string;
  readonly rate: number;
  readonly end: () => void;
}

class Utterance {
  lang = '';
  rate = 1;
  voice: unknown;
  onend: (() => void) | undefined;
  onerror: (() => void) | undefined;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

let said: Said[] = [];
let cancelled = 0;
const speech = {
  speak: (utterance: Utterance) => {
    said.push({
      text: utterance.text,
      lang: utterance.lang,
      rate: utterance.rate,
      end: () => utterance.onend?.(),
    });
  },
  cancel: () => {
    cancelled += 1;
  },
  getVoices: () => [],
} as unknown as Speech;

type Piece = { readonly text: string };
let states: (RecitalState<Piece> | null)[] = [];

beforeEach(() => {
  said = [];
  states = [];
  cancelled = 0;
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
});
afterEach(() => {
  // A reading goes on by its own clock; one that is left would speak into the tests that follow.
  for (const aloud of readers.splice(0)) aloud.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const readers: ReadAloud<Piece>[] = [];
const reader = (): ReadAloud<Piece> => {
  const aloud = new ReadAloud<Piece>(speech, { language: 'zh-CN', rate: () => 1.25 }, (state) =>
    states.push(state),
  );
  readers.push(aloud);
  return aloud;
};

const recital = (
  title: string,
  ...texts: string[]
): { title: string; load: () => Promise<Piece[]> } => ({
  title,
  load: () => Promise.resolve(texts.map((text) => ({ text }))),
});

async function endLast(): Promise<void> {
  said.at(-1)!.end();
  await new Promise((resolve) => setTimeout(resolve));
}

const marked = (): string => {
  const state = states.at(-1);
  return state ? state.text.text.slice(state.sentence.start, state.sentence.end) : '';
};

describe('ReadAloud', () => {
  test('says a sentence at a time, marks it, and goes on to the next text and article', async () => {
    const aloud = reader();
    await Promise.race([
      aloud.start([recital('甲', '一句。二句。', '三句'), recital('乙', '四句。')]),
      new Promise((resolve) => setTimeout(resolve, 5)),
    ]);
    const seen: [string, string, number | undefined][] = [];
    for (let count = 0; count < 4; count += 1) {
      seen.push([said.at(-1)!.text, marked(), states.at(-1)?.recital]);
      await endLast();
    }
    expect(seen).toEqual([
      ['一句。', '一句。', 0],
      ['二句。', '二句。', 0],
      ['三句', '三句', 0],
      ['四句。', '四句。', 1],
    ]);
    expect(states.at(-1)).toBeNull();
    expect(said[0]).toMatchObject({ lang: 'zh-CN', rate: 1.25 });
  });

  test('a long sentence is said in breaths under one mark', async () => {
    const aloud = reader();
    const long = `${'读'.repeat(40)}，${'报'.repeat(40)}。`;
    void aloud.start([recital('甲', long)]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(said.map(({ text }) => text.length)).toEqual([41]);
    await endLast();
    expect(said.map(({ text }) => text.length)).toEqual([41, 41]);
    expect(marked()).toBe(long);
  });

  test('pausing goes back to the beginning of the sentence', async () => {
    const aloud = reader();
    void aloud.start([recital('甲', '一句。二句。')]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await endLast();
    aloud.toggle();
    expect(aloud.speaking).toBe(false);
    expect(cancelled).toBeGreaterThan(0);
    // Some browsers report the end of what was cancelled; it must not count.
    await endLast();
    expect(marked()).toBe('二句。');
    aloud.toggle();
    expect(said.at(-1)!.text).toBe('二句。');
  });

  test('steps to the sentence before and after', async () => {
    const aloud = reader();
    void aloud.start([recital('甲', '一句。二句。三句。')]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    void aloud.step(1);
    void aloud.step(1);
    expect(marked()).toBe('三句。');
    void aloud.step(-1);
    expect(marked()).toBe('二句。');
    expect(said.at(-1)!.text).toBe('二句。');
  });

  test('an article that cannot be fetched is passed over', async () => {
    const aloud = reader();
    void aloud.start([
      { title: '甲', load: () => Promise.reject(new Error('offline')) },
      recital('乙', '在。'),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(marked()).toBe('在。');
  });

  test('a voice that never says it has ended does not stop the reading', async () => {
    vi.useFakeTimers();
    const aloud = reader();
    void aloud.start([recital('甲', '一句。二句。')]);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(said.map(({ text }) => text)).toEqual(['一句。', '二句。']);
  });
});

describe('voices', () => {
  const voice = (lang: string, localService: boolean): SpeechSynthesisVoice =>
    ({ lang, localService }) as SpeechSynthesisVoice;

  test.each([
    ['zh-Hans', 'zh-CN'],
    ['zh-Hant', 'zh-TW'],
    ['en', 'en'],
  ])('%s is asked for as %s', (language, tag) => {
    expect(speechLanguage(language)).toBe(tag);
  });

  test('of the language, of the region, of this device', () => {
    const voices = [
      voice('en-US', true),
      voice('zh-TW', true),
      voice('zh_CN', false),
      voice('zh-CN', true),
    ];
    expect(chooseVoice(voices, 'zh-CN')).toBe(voices[3]);
    expect(chooseVoice(voices.slice(0, 3), 'zh-CN')).toBe(voices[2]);
    expect(chooseVoice(voices.slice(0, 2), 'zh-CN')).toBe(voices[1]);
    expect(chooseVoice(voices.slice(0, 1), 'zh-CN')).toBeUndefined();
  });
});
