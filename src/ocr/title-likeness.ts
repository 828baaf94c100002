import { titleFeatures } from './title-features.ts';
import table from './title-table.json' with { type: 'json' };

let weights: Int8Array | undefined;

/**
 * Log odds, in nats, that `text` (one line or a paragraph as short as one) is a title rather than a
 * piece of running text of the same length, by its words alone: a linear model trained on broadcast
 * news (bench/ocr-train-titles.ts). Of the titles of a year not trained on 93 % score -2 or more, of
 * sentences without their stop 23 %, of lines cut out of paragraphs 8 %. Headlines of features and of
 * notices score lower than those of news: what speaks for a title is sure, what speaks against less.
 */
export function titleScore(text: string): number {
  weights ??= Int8Array.from(atob(table.weights), (unit) => unit.charCodeAt(0));
  let sum = 0;
  for (const feature of titleFeatures(text)) sum += weights[feature]!;
  return sum * table.scale;
}

/**
 * What the words say for a title (above 0) or against one, in nats and bounded, as a page's other
 * evidence is weighed. On local pages in another style than the trained one 89 % of the headlines, 15 %
 * of the sentences and 8 % of the lines of a column score over -6: there the evidence turns, and it is
 * never more than an odd headline could be wronged by.
 */
export function titleEvidence(text: string): number {
  return Math.max(-2.5, Math.min(2.5, (titleScore(text) + 6.5) * 0.6));
}
