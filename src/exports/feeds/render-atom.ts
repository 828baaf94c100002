import { x } from 'xastscript';
import { paperTime } from '../paper-time.ts';
import { writeXml } from '../write-xml.ts';
import { feedContent } from './feed-content.ts';
import type { Feed } from './feed.ts';
import { categories } from './render-rss.ts';

/** Atom (RFC 4287) with the whole text. An unsigned item has the paper for its author (4.2.1). */
export function renderAtom(feed: Feed): string {
  return writeXml(
    x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language }, [
      x('id', feed.files.atom),
      x('title', feed.title),
      x('subtitle', feed.description),
      x('updated', paperTime(feed.updated, feed.timeZone)),
      x('author', [x('name', feed.publisher)]),
      x('rights', feed.rights),
      ...(feed.icon === undefined ? [] : [x('icon', feed.icon)]),
      x('link', { rel: 'self', type: 'application/atom+xml', href: feed.files.atom }),
      x('link', { rel: 'alternate', type: 'text/html', href: feed.address }),
      ...feed.items.map((item) =>
        x('entry', [
          x('id', item.address),
          x('title', item.title),
          x('link', { rel: 'alternate', type: 'text/html', href: item.address }),
          x('published', paperTime(item.date, feed.timeZone)),
          x('updated', paperTime(item.updated, feed.timeZone)),
          ...item.bylines.map(({ name, address }) =>
            x('author', [x('name', name), ...(address === undefined ? [] : [x('uri', address)])]),
          ),
          ...categories(item).map((term) => x('category', { term })),
          ...(item.description === '' ? [] : [x('summary', item.description)]),
          x('content', { type: 'html' }, feedContent(item)),
        ]),
      ),
    ]),
  );
}
