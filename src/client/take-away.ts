/**
 * Brings the buttons of an article to life by which a reader takes something along: a reference, a
 * paragraph with its address, the article's address for somebody else. Without this script the same
 * texts stand there to be selected; a button that could do nothing stays hidden.
 *
 * @param article the element that holds text and buttons
 */
export function startTaking(article: HTMLElement): void {
  const canCopy = 'clipboard' in navigator;
  for (const button of article.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const { copy = '' } = button.dataset;
    offer(button, canCopy, () => copyText(button, article.querySelector(`#${copy}`)?.textContent));
  }
  for (const button of article.querySelectorAll<HTMLButtonElement>('button[data-quote]')) {
    const id = `p${button.dataset['quote']}`;
    offer(button, canCopy, () => {
      const paragraph = article.querySelector(`#${id}`)?.cloneNode(true) as HTMLElement | undefined;
      // The number in the margin is no part of the text.
      for (const apart of paragraph?.querySelectorAll('a[href^="#s"], [aria-hidden]') ?? []) {
        apart.remove();
      }
      const address = new URL(`#${id}`, location.href).href;
      return copyText(button, `${paragraph?.textContent.trim() ?? ''}\n${address}`);
    });
  }
  for (const button of article.querySelectorAll<HTMLButtonElement>('button[data-share]')) {
    offer(button, 'share' in navigator, async () => {
      // A reader who thinks better of it is no failure.
      await navigator
        .share({ title: document.title, url: button.dataset['share']! })
        .catch(() => undefined);
    });
  }
}

function offer(button: HTMLButtonElement, can: boolean, act: () => Promise<void>): void {
  if (!can) return;
  button.hidden = false;
  button.addEventListener('click', () => void act());
}

async function copyText(button: HTMLButtonElement, text: string | null | undefined): Promise<void> {
  await navigator.clipboard.writeText(text ?? '');
  const label = button.textContent;
  button.textContent = button.dataset['copied'] ?? label;
  setTimeout(() => {
    button.textContent = label;
  }, 1500);
}
