import { boundaryScore, completionScore } from '../../ocr/decide-boundary.ts';
import { labelCost } from './column-label.ts';

/**
 * Whether a title that is set in two lines goes on across their end, or two phrases stand there. The
 * two lines of one title are of like length; a first line that could be a name asks for both signs.
 * (Of 590 columns' labels 1 % and of whole phrases of headlines 5 % come so low in completeness, of
 * headlines cut in two 30 %; so high at the boundary come 1 % of both and 16 %.)
 */
export function goesOnInNextLine(line: string, next: string): boolean {
  const [left, right] = [line.trim(), next.trim()];
  if (left.length < 4 || left.length > 24 || /[\p{P}\s]/u.test(left)) return false;
  const ratio = right.length / left.length;
  if (ratio < 0.4 || ratio > 1.8) return false;
  const cut = completionScore(left) < -6.5;
  const joined = boundaryScore(left, right) > 5.5;
  // A line of two phrases is a whole title: over it stands a label.
  const whole = /\S[ \u3000]\S/u.test(right);
  return whole || labelCost(left, false) < 1.2 ? cut && joined : cut || joined;
}
