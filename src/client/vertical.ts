import { onSettings } from './apply-settings.ts';

/**
 * In vertical setting the article scrolls sideways within its frame: the wheel turns it, and the
 * frame can be reached and moved by keyboard.
 */
export function startVertical(article: HTMLElement): void {
  onSettings(({ writing }) => {
    if (writing === 'vertical') article.tabIndex = 0;
    else article.removeAttribute('tabindex');
  });
  article.addEventListener(
    'wheel',
    (event) => {
      if (document.documentElement.dataset['writing'] !== 'vertical') return;
      if (Math.abs(event.deltaY) <= Math.abs(event.deltaX) || event.ctrlKey) return;
      const before = article.scrollLeft;
      article.scrollLeft -= event.deltaY * (event.deltaMode === 1 ? 24 : 1);
      // At either end the page itself goes on.
      if (article.scrollLeft !== before) event.preventDefault();
    },
    { passive: false },
  );
}
