import { titleFeatures } from './title-features.ts';
import table from './title-table.json' with { type: 'json' };
import { LinearModel } from './weight-table.ts';

const model = new LinearModel(table);

/**
 * Log odds, in nats, that `text` (one line or a paragraph as short as one) is a title rather than a
 * piece of running text of the same length, by its words alone: a linear model trained on broadcast
 * and local news (bench/ocr-train-titles.ts). Of the titles of a year not trained on 98 % score -2 or
 * more, of sentences without their stop 31 %, of lines cut out of paragraphs 8 %; on local pages 86, 24
 * and 11 %. Headlines of features and of
 * notices score lower than those of news: what speaks for a title is sure, what speaks against less.
 */
export function titleScore(text: string): number {
  return model.sum(titleFeatures(text));
}

/**
 * What the words say for a title (above 0) or against one, in nats and bounded, as a page's other
 * evidence is weighed. The longer a line, the more its words tell: where as many headlines of local
 * pages as lines of text score lies at -1.4 for five characters and at -5.3 for 26 (the news of 2024
 * and the pages of tests/fixtures), and one step of the score is worth more.
 */
export function titleEvidence(text: string): number {
  const length = Math.min(Math.max(text.replaceAll(/\s/gu, '').length, 4), 26);
  const even = -0.4 - 0.19 * length;
  return Math.max(-2.5, Math.min(4, (titleScore(text) - even) * (0.35 + 0.01 * length)));
}
