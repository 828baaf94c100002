import { paperTime } from '../paper-time.ts';
import { writeJson } from '../write-json.ts';
import { feedContent } from './feed-content.ts';
import type { Feed } from './feed.ts';
import { categories } from './render-rss.ts';

/** JSON Feed 1.1 (jsonfeed.org/version/1.1) with the whole text. */
export function renderJsonFeed(feed: Feed): string {
  return writeJson({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.address,
    feed_url: feed.files.json,
    description: feed.description,
    language: feed.language,
    icon: feed.icon,
    authors: [{ name: feed.publisher }],
    items: feed.items.map((item) => ({
      id: item.address,
      url: item.address,
      title: item.title,
      content_html: feedContent(item),
      summary: item.description || undefined,
      ...(item.pictures[0] === undefined ? {} : { image: item.pictures[0].src }),
      date_published: paperTime(item.date, feed.timeZone),
      ...(item.updated === item.date
        ? {}
        : { date_modified: paperTime(item.updated, feed.timeZone) }),
      ...(item.bylines.length === 0
        ? {}
        : {
            authors: item.bylines.map(({ name, address }) => ({
              name,
              url: address,
            })),
          }),
      tags: categories(item),
    })),
  });
}
