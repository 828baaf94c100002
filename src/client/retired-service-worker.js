// Stands at sw.js where publication.yaml says `offline: false`. A browser that has the worker of before
// asks for it once a day: it takes that one's place, removes what was kept, and goes.

/* global self, caches */

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith('epaper ')).map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.registration.unregister()),
  );
});
