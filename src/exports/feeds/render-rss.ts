import { x } from 'xastscript';
import { paperTimeRfc822 } from '../paper-time.ts';
import { writeXml } from '../write-xml.ts';
import { feedContent } from './feed-content.ts';
import type { Feed } from './feed.ts';

/**
 * RSS 2.0 with the whole text (content:encoded), its authors (dc:creator, because RSS's own `author`
 * is an e-mail address) and its own address (atom:link, which the W3C's validator asks for).
 */
export function renderRss(feed: Feed): string {
  return writeXml(
    x(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      x('channel', [
        x('title', feed.title),
        x('link', feed.address),
        x('description', feed.description),
        x('language', feed.language),
        x('copyright', feed.rights),
        x('pubDate', paperTimeRfc822(feed.updated, feed.timeZone)),
        x('docs', 'https://www.rssboard.org/rss-specification'),
        x('atom:link', { href: feed.files.rss, rel: 'self', type: 'application/rss+xml' }),
        ...feed.items.map((item) =>
          x('item', [
            x('title', item.title),
            x('link', item.address),
            // The address is permanent by contract, and says the same at every build.
            x('guid', { isPermaLink: 'true' }, item.address),
            x('pubDate', paperTimeRfc822(item.date, feed.timeZone)),
            ...item.bylines.map(({ name }) => x('dc:creator', name)),
            ...categories(item).map((name) => x('category', name)),
            x('description', item.description || item.title),
            x('content:encoded', feedContent(item)),
          ]),
        ),
      ]),
    ),
  );
}

/** Section, column and kind, each once. */
export function categories(item: Feed['items'][number]): string[] {
  const names = [item.section?.name, item.column?.name, item.genreName];
  return [...new Set(names.filter((name): name is string => name !== undefined && name !== ''))];
}
