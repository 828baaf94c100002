import { readStored, store } from './browser-storage.ts';
import { keepPlace, parsePlaces, placeOf, placesKey } from './reading-position.ts';

/**
 * Notes the paragraph at the top of the window when the reader leaves, and offers it on return. The
 * offer lies over the page and moves nothing; a reader who follows a link to a paragraph is not asked.
 *
 * @param bar holds the text, the link and the button of the offer
 */
export function startKeepingPlace(bar: HTMLElement): void {
  const paragraphs = [...document.querySelectorAll<HTMLElement>('.article-text > p[id^="p"]')];
  if (paragraphs.length < 4) return;
  const seen = new Set<number>();
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const number = Number(target.id.slice(1));
      if (isIntersecting) seen.add(number);
      else seen.delete(number);
    }
  });
  for (const paragraph of paragraphs) watcher.observe(paragraph);

  const path = location.pathname;
  const kept = placeOf(parsePlaces(readStored(placesKey)), path);
  if (kept !== undefined && location.hash === '' && document.getElementById(kept)) {
    const link = bar.querySelector('a')!;
    bar.querySelector('.bar-text')!.textContent = bar.dataset['text']!.replace(
      '{n}',
      kept.slice(1),
    );
    link.href = `#${kept}`;
    bar.hidden = false;
    const close = (): void => {
      bar.hidden = true;
    };
    link.addEventListener('click', close);
    bar.querySelector('button')!.addEventListener('click', close);
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || seen.size === 0) return;
    const places = parsePlaces(readStored(placesKey));
    const first = Math.min(...seen);
    // With the end in the window the article has been read.
    const place = seen.has(paragraphs.length) ? 0 : first;
    store(placesKey, JSON.stringify(keepPlace(places, path, place, paragraphs.length)));
  });
}
