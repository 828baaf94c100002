/**
 * Brings the buttons of an article to life by which a reader takes something along: a reference, a
 * paragraph with its address, the article's address for somebody else. Without this script the same
 * texts stand there to be selected; a button that could do nothing stays hidden.
 *
 * @param article the element that holds text and buttons
 */
export function startTaking(article: HTMLElement): void {
  for (const button of article.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const { copy = '' } = button.dataset;
    offer(button, () =>
      copyText(button, article.querySelector(`#${copy}`)?.textContent.trim() ?? ''),
    );
  }
  const shareLabel = article.querySelector('button[data-share]')?.textContent ?? '';
  for (const button of article.querySelectorAll<HTMLButtonElement>('button[data-quote]')) {
    const number = button.dataset['quote']!;
    offer(button, () => {
      const { text, url } = quotationOf(article, number);
      return copyText(button, `${text}\n${url}`);
    });
    if (!canShare) continue;
    const share = document.createElement('button');
    share.type = 'button';
    share.className = 'tool';
    share.textContent = shareLabel;
    const described = button.id || `quote-${number}`;
    button.id = described;
    share.setAttribute('aria-describedby', described);
    share.addEventListener('click', () => void shareWith(quotationOf(article, number)));
    button.after(' ', share);
  }
  for (const button of article.querySelectorAll<HTMLButtonElement>('button[data-share]')) {
    if (canShare) offer(button, () => shareWith({ url: button.dataset['share']! }));
  }
}

const canShare = 'share' in navigator;

function offer(button: HTMLButtonElement, act: () => Promise<void>): void {
  button.hidden = false;
  button.addEventListener('click', () => void act());
}

/** A reader who thinks better of it is no failure. */
async function shareWith(what: { readonly text?: string; readonly url: string }): Promise<void> {
  await navigator.share({ title: document.title, ...what }).catch(() => undefined);
}

/** A paragraph as it reads, and where it stands. */
function quotationOf(article: HTMLElement, number: string): { text: string; url: string } {
  const id = `p${number}`;
  const paragraph = article.querySelector(`#${id}`)?.cloneNode(true) as HTMLElement | undefined;
  // The number in the margin is no part of the text.
  for (const apart of paragraph?.querySelectorAll('a[href^="#s"], [aria-hidden]') ?? []) {
    apart.remove();
  }
  return {
    text: paragraph?.textContent.trim() ?? '',
    url: new URL(`#${id}`, location.href).href,
  };
}

/**
 * Copies, and says so on the button. Browsers have no clipboard to give where the site comes without
 * TLS or the reader said no: the old command is tried, and at last the text stands there, selected.
 */
async function copyText(button: HTMLButtonElement, text: string): Promise<void> {
  document.querySelector('.to-copy')?.remove();
  const copied = await Promise.resolve()
    .then(() => navigator.clipboard.writeText(text))
    .then(
      () => true,
      () => copyFromField(button, text),
    );
  if (!copied) return;
  const label = button.textContent;
  const { copied: said } = button.dataset;
  if (said === undefined || said === label) return;
  button.textContent = said;
  tell(button, said);
  setTimeout(() => {
    button.textContent = label;
  }, 1500);
}

/** @returns whether the text was copied; else it is in a field behind the button, selected */
function copyFromField(button: HTMLButtonElement, text: string): boolean {
  const field = document.createElement('textarea');
  field.className = 'to-copy';
  field.readOnly = true;
  field.rows = 3;
  field.value = text;
  field.setAttribute('aria-label', button.textContent);
  button.after(field);
  field.select();
  // Deprecated, and all that there is without TLS.
  if (!document.execCommand('copy')) return false;
  field.remove();
  button.focus();
  return true;
}

/** For who does not see the button change. */
function tell(button: HTMLButtonElement, text: string): void {
  const status = document.createElement('span');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  button.after(status);
  setTimeout(() => {
    status.textContent = text;
  }, 100);
  setTimeout(() => {
    status.remove();
  }, 3000);
}
