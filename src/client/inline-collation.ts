import { inertPage } from './inert-page.ts';
/**
 * Shows the collation in the article itself: fetches the collation of the page, and puts its passages
 * in the place of the article's paragraphs and headline until the reader puts them away.
 *
 * @param button leads nowhere by itself; beside it stands a link to the same collation
 */
export function startInlineCollation(button: HTMLButtonElement, article: HTMLElement): void {
  const { address = '', show = '', hide = '' } = button.dataset;
  const url = new URL(address, location.href);
  let kept: readonly { element: Element; own: readonly Node[] }[] = [];
  const placeOf = (id: string): Element | null =>
    id === 'headline'
      ? article.querySelector('h1')
      : id === 'deck' || id === 'kicker'
        ? article.querySelector(`.article-head .${id}`)
        : article.querySelector(`[id="${CSS.escape(id)}"]`);

  const open = async (): Promise<void> => {
    const html = await (await fetch(url.pathname)).text();
    const section = inertPage(html).getElementById(url.hash.slice(1));
    kept = [...(section?.querySelectorAll<HTMLElement>('[data-of]') ?? [])].flatMap((passage) => {
      const id = passage.dataset['of']!;
      const element = id === '' ? null : placeOf(id);
      const text = passage.querySelector('.collation-text');
      if (element === null || text === null || text.querySelector('.c') === null) return [];
      const own = [...element.childNodes];
      element.replaceChildren(...text.childNodes);
      return [{ element, own }];
    });
    button.textContent = hide;
    button.setAttribute('aria-expanded', 'true');
    kept[0]?.element.scrollIntoView({ block: 'center', inline: 'center' });
  };
  const close = (): void => {
    for (const { element, own } of kept) element.replaceChildren(...own);
    kept = [];
    button.textContent = show;
    button.setAttribute('aria-expanded', 'false');
  };
  button.hidden = false;
  button.textContent = show;
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-expanded') === 'true') close();
    // Without a network the link beside it says so.
    else open().catch(() => location.assign(url));
  });
}
