/**
 * Clean news to train on and to measure on: the broadcast news of 2022 to 2024, a tar archive of
 * one Markdown file a day. It is not ours to hand on: nothing of it is kept in the repository.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decideScript } from '../src/importer/lexicon/script.ts';
import { loadFixturePages } from '../tests/page-truth.ts';

export interface NewsArticle {
  /** yyyymmdd */
  readonly day: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

/** Where the unpacked archive lies, for the training scripts; benches are given their folder. */
export const newsFolder = process.env['EPAPER_CORPUS'] ?? '';

/** The articles of the days whose name begins with one of `years`; an empty list without the archive. */
export function loadNews(years: readonly string[], folder = newsFolder): NewsArticle[] {
  if (!existsSync(folder)) return [];
  const articles: NewsArticle[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.md') || !years.some((year) => name.startsWith(year))) continue;
    const [, details = ''] = readFileSync(join(folder, name), 'utf8').split('## 详细新闻');
    for (const part of details.split(/^### /m).slice(1)) {
      const [headline = '', ...lines] = part.split('\n');
      const paragraphs = lines
        .map((line) =>
          line.replaceAll('**', '').replaceAll('\\', '').replaceAll('\u00a0', ' ').trim(),
        )
        .filter((line) => !/^(?:$|<!--|\[查看原文\]|#|!\[|\||---|更新时间)/.test(line))
        .map((line) => line.replace(/^央视网消息（新闻联播）：/, ''))
        .filter((line) => line !== '');
      if (paragraphs.length > 0) {
        articles.push({ day: name.slice(0, 8), headline: headline.trim(), paragraphs });
      }
    }
  }
  return articles;
}

/**
 * Invented news in the manner of prefecture-level dailies, written for this repository (and nobody's
 * text): one article after another, a `## ` before the headline, a `~ ` before kicker and deck, a `# `
 * before a crosshead, a paragraph a line.
 */
export function loadLocalNews(
  folder = new URL('./corpus/local-news/', import.meta.url),
): NewsArticle[] {
  const articles: NewsArticle[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.txt')) continue;
    const text = `\n${readFileSync(new URL(name, folder), 'utf8')}`;
    for (const part of text.split('\n## ').slice(1)) {
      const [headline = '', ...lines] = part.split('\n').map((line) => line.trim());
      const paragraphs = lines
        .filter((line) => line !== '' && !/^[~#]/.test(line))
        .map((line) => line.replace(leadIn, ''))
        .filter((line) => line !== '');
      if (paragraphs.length > 0) articles.push({ day: '', headline, paragraphs });
    }
  }
  return articles;
}

/** Local news as the pages of tests/fixtures have it, to try a model on: it is not trained on. */
export function loadFixtureNews(
  folder = new URL('../tests/fixtures/pages/', import.meta.url),
): NewsArticle[] {
  const articles: NewsArticle[] = [];
  for (const { truth } of loadFixturePages(folder)) {
    for (const { headline = '', body } of truth.items) {
      const paragraphs = body
        .filter((block) => typeof block === 'string')
        .filter((text) => decideScript(text) === 'han-simplified')
        .map((text) => text.replace(leadIn, ''))
        .filter((text) => text !== '');
      if (paragraphs.length > 0) articles.push({ day: '', headline, paragraphs });
    }
  }
  return articles;
}

/** 本报讯（记者 简宁）, 【新华社北京电】: what the importer knows without a model. */
const leadIn = /^(?:.{0,14}?[讯电][（(][^）)]*[）)]|【[^】]*电】)/;
