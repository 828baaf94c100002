import { boundaryFeatures, completionFeatures, openingFeatures } from './boundary-features.ts';
import table from './boundary-table.json' with { type: 'json' };

let weights: Int8Array | undefined;

/** The trained weights, decoded once. */
function loadWeights(): Int8Array {
  weights ??= Int8Array.from(atob(table.weights), (unit) => unit.charCodeAt(0));
  return weights;
}

function sumOf(features: readonly number[]): number {
  const all = loadWeights();
  let sum = 0;
  for (const feature of features) sum += all[feature]!;
  return sum * table.scale;
}

/** What the setting tells beside the words. Each is absent where the page does not say. */
export interface BoundaryEvidence {
  /** The left text's last printed line fills its column: nothing says that a paragraph ended there. */
  readonly leftLineFull?: boolean;
  /** The left text's last printed line stops well short of the column's edge. */
  readonly leftLineShort?: boolean;
  /** The right text's first printed line is indented (or is not, where false). */
  readonly rightIndented?: boolean;
}

export interface BoundaryDecision {
  readonly decision: 'join' | 'break' | 'unsure';
  /** Log odds of a join; the further from 0, the surer. */
  readonly score: number;
}

/** Joined silently above this: of paragraphs that have lost their full stop, 3.7 % come so high. */
export const sureJoin = 4;
/** Left apart silently below this: of paragraphs that a column has cut, 0.2 % come so low. */
export const sureBreak = -2;
/**
 * How much the left text's incompleteness counts for a join, beside the boundary's own score. On the
 * held-out year (4,521 paragraphs' ends, 5,762 cuts at printed lines' ends) cuts that look like ends
 * fall from 4.0 % to 0.9 %, with as many ends seen for what they are.
 */
const incompleteness = 0.7;

/**
 * A silent join asks this much of the words themselves: where a paragraph's last line is lost, its
 * text is as incomplete as can be, and yet the next one does not go on (12 % of such places were
 * joined silently without this, 4 % with it).
 */
const sureAcross = 1;

/** No paragraph ends so: where the model or the setting says break, a person should look. */
const unfinished = /[，、,—]["”’]?$/;
const finished = /[。！？…](?:[”’」』）)"'】]*)$/;

/**
 * Decides whether the sentence of `left` goes on in `right`, two blocks that follow one another in
 * one article (in either width of punctuation; blanks do not matter).
 *
 * The score is that of a linear model over characters, words, open marks and lengths at the
 * boundary, trained on clean news (bench/ocr-train-boundary.ts), plus what the setting tells.
 * A left text with a full stop is finished, whatever the words say, unless the setting contradicts.
 */
export function decideBoundary(
  left: string,
  right: string,
  evidence: BoundaryEvidence = {},
): BoundaryDecision {
  let score = 0;
  let goesOn = true;
  if (finished.test(left)) {
    // Only the setting can show a column break that fell between two sentences.
    score = evidence.leftLineFull === true && evidence.rightIndented === false ? 2 : -6;
  } else {
    const across = boundaryScore(left, right);
    goesOn = across >= sureAcross || evidence.rightIndented === false;
    score = across - incompleteness * completionScore(left);
    if (evidence.leftLineShort === true) score -= 3;
    if (evidence.rightIndented === true) score -= 3;
    if (evidence.rightIndented === false) score += 2;
    if (unfinished.test(left)) score = Math.max(score, 1);
  }
  const decision = score >= sureJoin && goesOn ? 'join' : score <= sureBreak ? 'break' : 'unsure';
  return { decision, score };
}

/** Log odds that words at a boundary go on across it, whatever is complete before it. */
export function boundaryScore(left: string, right: string): number {
  return sumOf(boundaryFeatures(left, right));
}

/** Log odds that `left` is a whole sentence that has only lost its full stop. */
export function completionScore(left: string): number {
  return sumOf(completionFeatures(left));
}

/** Log odds that `right` opens a paragraph, after `before`, which ends with a full stop. */
export function openingScore(before: string, right: string): number {
  return sumOf(openingFeatures(before, right));
}
