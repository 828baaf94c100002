import { stepZoom } from './zoom-steps.ts';

type View = 'width' | 'page' | 'free';
const key = 'page-view';

function keepView(view: string): void {
  try {
    sessionStorage.setItem(key, view);
  } catch {
    // The next page starts as wide as the window.
  }
}

function keptView(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function openArticleAt(target: Element): void {
  if (target.closest('a, button, summary') || !getSelection()?.isCollapsed) return;
  target.closest('article')?.querySelector<HTMLElement>('h2 a')?.click();
}

/** Where on the sheet the middle of the window is, as parts of its width and height. */
function middleOf(scroll: HTMLElement, sheet: HTMLElement): { x: number; y: number } {
  const box = sheet.getBoundingClientRect();
  const middle = scroll.getBoundingClientRect();
  return {
    x: (middle.left + middle.width / 2 - box.left) / box.width,
    y: (Math.max(0, middle.top) + innerHeight / 2 - box.top) / box.height,
  };
}

/** @returns whether there is such a page */
function turnPage(to: 'prev' | 'next'): boolean {
  const link = document.querySelector<HTMLElement>(`main a[rel="${to}"]`);
  link?.click();
  return link !== null;
}

/** The button of each view is pressed while the page is seen so. */
function markButtons(tools: HTMLElement, view: View): void {
  for (const button of tools.querySelectorAll<HTMLElement>('[aria-pressed]')) {
    button.setAttribute('aria-pressed', String(button.dataset['do'] === view));
  }
}

/**
 * Lets a reader go closer to a composed page or step back from it (layouts/NewspaperPage.astro). The
 * size of its type is all that changes: text stays text. On a narrow screen, where the articles
 * follow one another, there is nothing to zoom.
 *
 * @param frame what holds the tools and the page
 * @returns what keys do here; each says whether it did anything
 */
export function startZoom(frame: HTMLElement): Readonly<Record<string, () => boolean>> {
  const scroll = frame.querySelector<HTMLElement>('.page-scroll')!;
  const sheet = frame.querySelector<HTMLElement>('.page-sheet')!;
  const tools = frame.querySelector<HTMLElement>('.page-tools')!;
  const said = tools.querySelector('output')!;
  let zoom = 1;
  let view: View = 'width';

  const isComposed = (): boolean => getComputedStyle(sheet).display === 'grid';
  const whole = (): number =>
    Math.min(1, ((innerHeight - tools.offsetHeight - 24) * zoom) / sheet.offsetHeight);
  const show = (next: number, nextView: View): void => {
    // What stands in the middle of the window stays there.
    const { x, y } = middleOf(scroll, sheet);
    zoom = next;
    view = nextView;
    sheet.style.setProperty('--zoom', String(zoom));
    scroll.dataset['view'] = zoom > 1 ? 'close' : view;
    // Only what scrolls by itself is a stop of the Tab key.
    if (zoom > 1) scroll.tabIndex = 0;
    else scroll.removeAttribute('tabindex');
    said.textContent = `${Math.round(zoom * 100)} %`;
    markButtons(tools, view);
    if (zoom > 1) {
      scroll.scrollLeft = x * sheet.offsetWidth - scroll.clientWidth / 2;
      scroll.scrollTop = y * sheet.offsetHeight - scroll.clientHeight / 2;
    } else if (view === 'page') tools.scrollIntoView({ block: 'start' });
    keepView(view === 'free' ? String(zoom) : view);
  };
  /** Small type is rounded to pixels: where a line more has come of it, the page takes another step back. */
  const showWhole = (): void => {
    show(whole(), 'page');
    if (whole() < zoom * 0.99) show(whole(), 'page');
  };
  const step = (by: 1 | -1): void => {
    const least = whole();
    const next = stepZoom(zoom, by, least);
    if (next === least && next < 1) showWhole();
    else show(next, next === 1 ? 'width' : 'free');
  };
  const actions: Readonly<Record<string, () => void>> = {
    in: () => step(1),
    out: () => step(-1),
    width: () => show(1, 'width'),
    page: showWhole,
  };
  tools.addEventListener('click', (event) => {
    actions[(event.target as HTMLElement).dataset['do'] ?? '']?.();
  });
  // Where the page is too small to be read, it is there to choose from; else a click is the text's.
  sheet.addEventListener('click', ({ target }) => {
    if (zoom <= 0.7) openArticleAt(target as Element);
  });
  addEventListener('resize', () => {
    if (view === 'page' && isComposed()) showWhole();
  });

  const kept = keptView();
  if (isComposed() && kept !== null && kept !== 'width') {
    if (kept === 'page') showWhole();
    else if (Number(kept) > 0.1 && Number(kept) <= 3) show(Number(kept), 'free');
  }

  const composed = (action: () => void) => (): boolean => {
    if (!isComposed()) return false;
    action();
    return true;
  };
  /** A page that goes beyond its frame is moved by the arrows; any other is turned. */
  const turn = (to: 'prev' | 'next') => (): boolean => zoom <= 1 && isComposed() && turnPage(to);
  return {
    '+': composed(actions['in']!),
    '=': composed(actions['in']!),
    '-': composed(actions['out']!),
    '0': composed(() => actions[view === 'width' ? 'page' : 'width']!()),
    ArrowLeft: turn('prev'),
    ArrowRight: turn('next'),
  };
}
