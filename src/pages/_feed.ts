import { loadSite } from '../archive/load-site.ts';
import { href } from '../components/href.ts';
import { exportKeys } from '../exports/export-keys.ts';
import { feedSources } from '../exports/feeds/feed-sources.ts';
import { newestArticles, type Feed } from '../exports/feeds/feed.ts';
import { addressOf } from '../newspaper/address.ts';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { outputsOf } from '../newspaper/outputs.ts';
import { exportWordingFor } from '../wording/export-wording.ts';
import { exportedArticle } from './_article.ts';

/** One path for each thing that has a feed; the three formats share them. */
export async function feedPaths() {
  const { archive } = await loadSite();
  if (!outputsOf(archive.publication).feeds) return [];
  const keys = exportKeys(archive);
  const newest = archive.editions.at(-1)?.edition.date;
  return feedSources(archive).map(({ root, name, description, articles }) => ({
    params: { root: root.slice(1, -1) === '' ? undefined : root.slice(1, -1) },
    cacheKey: keys.articles(
      newestArticles(articles),
      name,
      description,
      articles.length === 0 ? newest : undefined,
    ),
  }));
}

/** @param path the parameter of the route: undefined for the paper's own feed */
export async function loadFeed(path: string | undefined, site: URL | undefined): Promise<Feed> {
  const read = await loadSite();
  const { archive } = read;
  const { publication } = archive;
  const root = path === undefined ? '/' : `/${path}/`;
  const source = feedSources(archive).find((candidate) => candidate.root === root)!;
  const onSite = (address: string): string => new URL(href(address), site).href;
  const items = await Promise.all(
    newestArticles(source.articles).map((article) => exportedArticle(article, read, site)),
  );
  const updated = items
    .map((item) => item.updated)
    .sort()
    .at(-1);
  return {
    title: exportWordingFor(publication.language).feeds.titleOf(publication.name, source.name),
    description: source.description ?? publication.description,
    language: publication.language,
    timeZone: publication.timeZone,
    rights: publication.rights.notice,
    publisher: publication.publisher ?? publication.name,
    address: onSite(source.page),
    files: {
      rss: onSite(addressOf.feed(root, 'rss')),
      atom: onSite(addressOf.feed(root, 'atom')),
      json: onSite(addressOf.feed(root, 'json')),
    },
    items,
    updated: updated ?? archive.editions.at(-1)?.edition.date ?? dawn,
  };
}

/** A paper without an edition has nothing to date its empty feed by. */
const dawn = parseIssueDate('1970-01-01');
