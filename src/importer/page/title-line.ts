import { boundaryScore, completionScore } from '../models/decide-boundary.ts';
import { labelCost } from '../lexicon/column-label.ts';

/** 我市首条环湖: what there is one of, and not yet what became of it. */
const announces = /^(?:我|全)[市县区省州]首[个条次家批座例届部]\p{Script=Han}{1,5}$/u;

/** 我县新增两家, 队伍夺得全县: counts, or says of where, what stands in the next line. */
const counts =
  /\p{Script=Han}{3}(?:[一二两三四五六七八九十百千万余多]+[家个名项条座所批次支处辆台部]|[全我][市县区省州国镇乡村校])$/u;

/** 大桥合龙让两岸群众: whom it lets do what the next line says. */
const lets = /[让使助令给为]\p{Script=Han}{2,5}$/u;

/**
 * Whether a title that is set in two lines goes on across their end, or two phrases stand there. The
 * two lines of one title are of like length; a first line that could be a column's name asks for more.
 * (Of two whole phrases of headlines 2 % of the news of 2024 and 3 % of local pages score so high, of
 * headlines cut in two 72 and 60 %; the higher limit pass 0.5 and 1 %, and 56 and 40 %.)
 */
export function goesOnInNextLine(line: string, next: string): boolean {
  const [left, right] = [line.trim(), next.trim()];
  if (left.length < 4 || left.length > 24 || /[\p{P}\s]/u.test(left)) return false;
  const ratio = right.length / left.length;
  if (ratio < 0.4 || ratio > 1.8) return false;
  if (announces.test(left) || counts.test(left) || lets.test(left)) return true;
  const score = boundaryScore(left, right) - 0.3 * completionScore(left);
  // A line of two phrases is a whole title: over it stands a label.
  const whole = /\S[ \u3000]\S/u.test(right);
  return score > (whole || labelCost(left, false) < 1.2 ? 6 : 3.8);
}
