import { onSettings } from './apply-settings.ts';
import { verticalPieces } from './vertical-pieces.ts';

/**
 * In vertical setting the article scrolls sideways within its frame: the wheel turns it, and the
 * frame can be reached and moved by keyboard. Its figures and marks are made ready when a reader
 * first asks for it: in a page that lies they would be a tenth of its bytes.
 */
export function startVertical(article: HTMLElement): void {
  let ready = false;
  onSettings(({ writing }) => {
    if (writing !== 'vertical') {
      article.removeAttribute('tabindex');
      return;
    }
    article.tabIndex = 0;
    if (ready) return;
    ready = true;
    setUpright(article);
    // As high as the line and as wide as that makes it: without its file a picture has no size, and
    // whoever turned to it would be moved when it comes.
    for (const image of article.querySelectorAll('img')) image.loading = 'eager';
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

/** Puts figures and marks into elements that styles/tools.css sets in vertical lines alone. */
function setUpright(article: HTMLElement): void {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement!.closest('code, pre, .citation, .permanent') !== null) continue;
    const pieces = verticalPieces(text.data);
    if (pieces.every(({ kind }) => kind === 'plain')) continue;
    text.replaceWith(
      ...pieces.map(({ text: own, kind, mark }) => {
        if (kind === 'plain') return own;
        const element = document.createElement('span');
        element.className = `vertical-${kind}`;
        element.textContent = own;
        if (mark !== undefined) {
          element.dataset['mark'] = mark;
          // What is copied and read aloud is the mark of the text.
          const read = document.createElement('span');
          read.append(...element.childNodes);
          element.append(read);
        }
        return element;
      }),
    );
  }
}
