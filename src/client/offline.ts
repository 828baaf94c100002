/**
 * Registers the service worker and tells it which edition is being read. An edition's address is
 * taken from the page's own, or on the front from the first link to one.
 *
 * @param base where the site lives, with a slash at both ends
 */
export function startOffline(base: string): void {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  if (document.documentElement.dataset['offline'] === 'off') {
    // What it kept goes with it: retired-service-worker.js.
    void serviceWorker.getRegistration(base).then((registration) => registration?.update());
    return;
  }
  const edition = editionOf(location.pathname, base) ?? firstEdition(base);
  void serviceWorker
    .register(`${base}sw.js`, { scope: base })
    .then(() => serviceWorker.ready)
    .then(({ active }) => {
      if (edition !== undefined) active?.postMessage({ keep: edition });
    })
    // A browser that forbids it (private window, no HTTPS) reads on line only.
    .catch(() => undefined);
}

/** `/paper/2022-12-19/01/x/` -> `/paper/2022-12-19/` */
export function editionOf(path: string, base: string): string | undefined {
  const rest = path.startsWith(base) ? path.slice(base.length) : '';
  const date = /^\d{4}-\d{2}-\d{2}(?=\/)/.exec(rest)?.[0];
  return date === undefined ? undefined : `${base}${date}/`;
}

function firstEdition(base: string): string | undefined {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
    const edition = editionOf(link.pathname, base);
    if (edition !== undefined)
      return document.documentElement.dataset['kind'] === 'front' ? edition : undefined;
  }
  return undefined;
}
