import type { Archive, ArchivedArticle } from '../archive/archive.ts';
import { loadSite } from '../archive/load-site.ts';
import { href } from '../components/href.ts';
import { lastDay } from '../exports/last-change.ts';
import { feedSources, type FeedSource } from '../exports/feeds/feed-sources.ts';
import { newestArticles, type Feed } from '../exports/feeds/feed.ts';
import { addressOf } from '../newspaper/address.ts';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { outputsOf } from '../newspaper/outputs.ts';
import { exportWordingFor } from '../wording/export-wording.ts';
import { articleKey, documentedArticle } from './_article.ts';

/** One path for each thing that has a feed; the three formats share them. */
export async function feedPaths() {
  const { archive, wording, fileKeyOf } = await loadSite();
  if (!outputsOf(archive.publication).feeds) return [];
  return feedSources(archive).map(({ root }) => ({
    params: { root: root.slice(1, -1) === '' ? undefined : root.slice(1, -1) },
    cacheKey: fileKeyOf((digested) =>
      feedOf(
        digested,
        (address) => address,
        sourceAt(digested, root),
        (article) => articleKey(article, digested, wording),
      ),
    ),
  }));
}

/** @param path the parameter of the route: undefined for the paper's own feed */
export async function loadFeed(path: string | undefined, site: URL | undefined): Promise<Feed> {
  const read = await loadSite();
  const { archive } = read;
  const source = sourceAt(archive, path === undefined ? '/' : `/${path}/`);
  const items = new Map(
    await Promise.all(
      newestArticles(source.articles).map(
        async (item) => [item, (await documentedArticle(item, read, site)).article] as const,
      ),
    ),
  );
  const onSite = (address: string): string => new URL(href(address), site).href;
  return feedOf(archive, onSite, source, (article) => items.get(article)!);
}

function sourceAt(archive: Archive, root: string): FeedSource {
  return feedSources(archive).find((candidate) => candidate.root === root)!;
}

function feedOf<Item>(
  { publication, editions }: Archive,
  onSite: (address: string) => string,
  { root, page, name, description, articles }: FeedSource,
  itemOf: (article: ArchivedArticle) => Item,
): Feed<Item> {
  const newest = newestArticles(articles);
  return {
    title: exportWordingFor(publication.language).feeds.titleOf(publication.name, name),
    description: description ?? publication.description,
    language: publication.language,
    timeZone: publication.timeZone,
    rights: publication.rights.notice,
    publisher: publication.publisher ?? publication.name,
    address: onSite(page),
    files: {
      rss: onSite(addressOf.feed(root, 'rss')),
      atom: onSite(addressOf.feed(root, 'atom')),
      json: onSite(addressOf.feed(root, 'json')),
    },
    items: newest.map(itemOf),
    updated: lastDay(newest) ?? editions.at(-1)?.edition.date ?? dawn,
  };
}

/** A paper without an edition has nothing to date its empty feed by. */
const dawn = parseIssueDate('1970-01-01');
