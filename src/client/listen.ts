import { inertPage } from './inert-page.ts';
import { changeSettings, currentSettings, onSettings } from './apply-settings.ts';
import { chooseVoice, ReadAloud, speechLanguage, type Recital } from './read-aloud.ts';
import { rangeOf, spokenTexts, type SpokenText } from './spoken-text.ts';

/**
 * Binds the button and the player of reading aloud.
 *
 * @returns begins or stops; does nothing where the browser has no speech
 */
export function startListening(button: HTMLButtonElement, player: HTMLElement): () => void {
  const kind = document.documentElement.dataset['kind'] ?? '';
  const label = button.dataset[kind];
  if (!('speechSynthesis' in window) || label === undefined) return () => undefined;
  const language = speechLanguage(document.documentElement.lang);
  const line = player.querySelector('.bar-text')!;
  const pause = player.querySelector<HTMLButtonElement>('[data-do="toggle"]')!;
  const rate = player.querySelector('select')!;
  let queue: (Recital<SpokenText> & { readonly block?: Element | null })[] = [];

  const aloud = new ReadAloud<SpokenText>(
    speechSynthesis,
    { language, rate: () => Number(currentSettings().rate) },
    (state) => {
      unmark();
      player.hidden = state === null;
      button.textContent = (state === null ? label : button.dataset['stop'])!;
      if (state === null) return;
      pause.textContent = pause.dataset[state.speaking ? 'pause' : 'resume']!;
      const { text, sentence } = state;
      const recital = queue[state.recital]!;
      line.textContent =
        queue.length > 1
          ? player.dataset['place']!.replace('{n}', String(state.recital + 1))
              .replace('{count}', String(queue.length))
              .replace('{title}', recital.title)
          : text.text.slice(sentence.start, sentence.end);
      mark(text, sentence.start, sentence.end, recital.block);
    },
  );

  const begin = (): void => {
    if (!player.hidden) {
      aloud.stop();
      player.hidden = true;
      return;
    }
    queue = kind === 'article' ? ownArticle() : articlesOfPage();
    const voices = speechSynthesis.getVoices();
    if (voices.length > 0 && chooseVoice(voices, language) === undefined) {
      line.textContent = player.dataset['silentDevice']!;
      player.hidden = false;
      return;
    }
    void aloud.start(queue);
  };
  const actions: Readonly<Record<string, () => void>> = {
    back: () => void aloud.step(-1),
    next: () => void aloud.step(1),
    toggle: () => aloud.toggle(),
    stop: () => {
      aloud.stop();
      player.hidden = true;
      button.focus();
    },
  };
  player.addEventListener('click', ({ target }) => {
    actions[(target as HTMLElement).dataset['do'] ?? '']?.();
  });
  rate.addEventListener('change', () => {
    changeSettings({ rate: rate.value as ReturnType<typeof currentSettings>['rate'] });
    if (!aloud.speaking) return;
    aloud.toggle();
    aloud.toggle();
  });
  onSettings((settings) => {
    rate.value = settings.rate;
  });
  button.textContent = label;
  button.hidden = false;
  button.addEventListener('click', begin);
  addEventListener('pagehide', () => speechSynthesis.cancel());
  return begin;
}

function ownArticle(): Recital<SpokenText>[] {
  const article = document.querySelector('main article')!;
  return [{ title: document.title, load: () => Promise.resolve(spokenTexts(article)) }];
}

/** Every article that the page leads to, in the order of the page, each fetched when its turn comes. */
function articlesOfPage(): (Recital<SpokenText> & { readonly block: Element | null })[] {
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
    const { origin, pathname } = link;
    if (origin !== location.origin || !/\/\d{4}-\d\d-\d\d\/\d+\/[^/]+\/$/.test(pathname)) continue;
    if (!links.has(pathname)) links.set(pathname, link);
  }
  return [...links].map(([address, link]) => ({
    title: link.textContent.trim(),
    block: link.closest('article, li'),
    load: async () => {
      const html = await (await fetch(address)).text();
      const article = inertPage(html).querySelector('main article');
      return article === null ? [] : spokenTexts(article);
    },
  }));
}

function unmark(): void {
  document.querySelector('[data-spoken]')?.removeAttribute('data-spoken');
  if ('highlights' in CSS) CSS.highlights.delete('spoken');
}

/** Marks the sentence with the Custom Highlight API, which touches no element; else its paragraph. */
function mark(text: SpokenText, start: number, end: number, block?: Element | null): void {
  const here = text.element.ownerDocument === document;
  const element = here ? text.element : (block ?? null);
  if (element === null) return;
  if (here && 'highlights' in CSS)
    CSS.highlights.set('spoken', new Highlight(rangeOf(text, start, end)));
  else element.setAttribute('data-spoken', '');
  const { top, bottom, left, right } = (
    here ? rangeOf(text, start, end) : element
  ).getBoundingClientRect();
  if (top < 0 || bottom > innerHeight * 0.8 || left < 0 || right > innerWidth) {
    element.scrollIntoView({ block: 'center', inline: 'center' });
  }
}
