// Keeps the editions that are read, whole, and nothing else. Plain JavaScript without imports: it is
// served as it stands, with two constants before it (pages/sw.js.ts): BASE, where the site lives, with
// a slash at both ends, and VERSION, which changes with the site's own pages.
//
// Pages come from the network first, always: a kept page is for when there is none. The front is never
// kept, so that yesterday's paper is not read as today's. Files with a digest in their name never change
// and come from what is kept.

/* global BASE, VERSION, self, caches, clients */

const shell = `epaper shell ${VERSION}`;
const editionPrefix = 'epaper edition ';
const offlinePage = `${BASE}offline/`;
/** Without a network it searches the kept editions (client/open-search.ts). */
const searchPage = `${BASE}search/`;
/** By it traditional and simplified characters find each other there; 17 kB. */
const foldTable = `${BASE}search/fold.bin`;
/** How many editions are kept; some 0.5 MB each. */
const editionLimit = 7;
/** A network that gives no answer in this time is none, for a page that is kept. */
const patience = 5_000;
/** An answer that does not end by then is given up: while a worker waits, no newer one takes its place. */
const keepingLimit = 60_000;

/** BASE is text, not a pattern: it may hold brackets. */
const editionOf = (path) => {
  const rest = path.startsWith(BASE) ? path.slice(BASE.length) : '';
  const date = /^\d{4}-\d{2}-\d{2}\//.exec(rest)?.[0];
  return date && BASE + date;
};
const isSealed = (path) => /\/(?:_astro|type)\/[^/]+\.[\w-]{8,}\.\w+$/.test(path);

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('epaper shell ') && name !== shell)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  const edition = event.data?.keep;
  if (typeof edition === 'string' && editionOf(edition) === edition) {
    event.waitUntil(keepEdition(edition));
  }
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (isSealed(pathname)) event.respondWith(kept(request).then((known) => known ?? fetch(request)));
  else if (request.mode === 'navigate') event.respondWith(page(request, pathname));
  else if (editionOf(pathname)) event.respondWith(fresh(request));
});

async function page(request, pathname) {
  try {
    return await fresh(request, editionOf(pathname) !== undefined || pathname === searchPage);
  } catch {
    return (await caches.match(offlinePage)) ?? Response.error();
  }
}

/** From the network, and from what is kept when there is none. */
async function fresh(request, mayBeKept = true) {
  const { pathname } = new URL(request.url);
  const known = mayBeKept ? await kept(request) : undefined;
  const answer = fetch(request);
  if (known === undefined) {
    // While Chromium writes an entry it is not found; by now it may be there.
    return answer.catch(async (error) => {
      const written = mayBeKept ? await kept(request) : undefined;
      if (written) return written;
      throw error;
    });
  }
  // A network that answers late still brings what is kept up to date.
  const late = answer.then(async (response) => {
    // A server that fails has said nothing about the page.
    if (response.status >= 500) return known;
    const edition = editionOf(pathname);
    if (edition) {
      const cache = await caches.open(editionPrefix + edition);
      if (response.ok) await put(cache, pathname, response, await response.clone().arrayBuffer());
      // Withdrawn: not to be read from store for ever.
      else if (response.status === 404 || response.status === 410) await cache.delete(pathname);
    }
    return response;
  });
  const patient = new Promise((resolve) => {
    setTimeout(resolve, patience, known);
  });
  return Promise.race([late, patient]).catch(() => known);
}

/**
 * Chromium takes the kept page away before the new one has come: a network that broke off meanwhile left
 * neither. So a page has come in full before it is put.
 */
async function put(cache, path, { status, statusText, headers }, body) {
  await cache.put(path, new Response(body, { status, statusText, headers }));
}

function kept(request) {
  return caches.match(new URL(request.url).pathname);
}

async function keepShell() {
  const cache = await caches.open(shell);
  await keepPage(cache, offlinePage, () => false);
  await keepPage(cache, searchPage, () => false);
  await keepPage(cache, foldTable, () => false);
}

/** An edition's front, every page and article it leads to, and what they are set with. */
async function keepEdition(edition) {
  const name = editionPrefix + edition;
  const others = (await caches.keys()).filter(
    (known) => known.startsWith(editionPrefix) && known !== name,
  );
  await Promise.all(
    others.slice(0, Math.max(0, others.length - editionLimit + 1)).map((old) => caches.delete(old)),
  );
  const cache = await caches.open(name);
  await keepPage(cache, edition, (path) => path.startsWith(edition) && path.endsWith('/'));
}

/**
 * What a file leads to. A script's parts stand in no page: the bundler moves what two scripts share
 * into a file of its own, and without it neither runs.
 */
const linksIn = {
  'text/html': /(?:href|src)="?([^"\s>#?]+)/g,
  'text/javascript': /\b(?:from|import)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)/g,
  'application/javascript': /\b(?:from|import)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)/g,
};

/**
 * Puts a page into a cache, with its files, and the pages it leads to that are wanted; each once, one
 * after the other, so that what the reader asks for meanwhile comes first.
 */
async function keepPage(cache, first, wants) {
  const waiting = [first];
  const seen = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (isSealed(path) && (await cache.match(path))) continue;
    const signal = AbortSignal.timeout(keepingLimit);
    const answer = await fetch(path, { cache: 'no-cache', signal }).catch(() => undefined);
    if (!answer?.ok) continue;
    const links = linksIn[answer.headers.get('content-type')?.split(';')[0] ?? ''];
    // A network that breaks off within a file leaves what is kept of it, and the next ones are tried.
    const body = await answer.arrayBuffer().catch(() => undefined);
    if (body === undefined) continue;
    const text = links ? await new Response(body).text() : '';
    // While Chromium writes an entry, a reader who asks for it finds none: what is equal stays.
    const standing = links ? await cache.match(path) : undefined;
    if ((await standing?.text()) !== text) await put(cache, path, answer, body);
    for (const [, link] of links ? text.matchAll(links) : []) {
      const here = new URL(path, self.location.href);
      if (!URL.canParse(link, here)) continue;
      const url = new URL(link, here);
      // As the browser writes it: decodeURI would throw at an address that is no URI.
      const found = url.pathname;
      const isFile = isSealed(found) || /\.(?:svg|png|jpe?g|webp|avif|webmanifest)$/.test(found);
      if (url.origin !== self.location.origin || seen.has(found)) continue;
      if (!isFile && !wants(found)) continue;
      seen.add(found);
      waiting.push(found);
    }
  }
}
