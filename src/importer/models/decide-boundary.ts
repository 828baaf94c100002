import { endsSentence } from '../lexicon/stops.ts';
import { boundaryFeatures, completionFeatures, openingFeatures } from './boundary-features.ts';
import table from './boundary-table.json' with { type: 'json' };
import { isNameList } from '../lexicon/person-names.ts';
import { LinearModel } from './weight-table.ts';

const model = new LinearModel(table);

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

/**
 * Joined silently from here. Measured on cuts, on paragraphs that lost their full stop and on
 * paragraphs that lost their last line, without any help of the setting: of the news of a year that
 * was not trained on 81, 0.2 and 5 % come so high, of the local news of tests/fixtures 76, 1 and 15 %.
 */
export const sureJoin = 4;
/** Left apart silently up to here: 2 % of the cuts come so low, in either kind of news. */
export const sureBreak = -1.2;
/**
 * How much the left text's incompleteness and the right text's likeness to an opening count beside
 * the boundary's own score, and where joining and leaving apart are equally often wrong: near the
 * best of a fit to each kind of news (5.0 % wrong of one, 9.5 % of the other), at 75 cuts to 17 lost
 * stops and 8 lost lines.
 */
const incompleteness = 0.3;
const likenessOfOpening = 0.2;
const even = 2;

/** No paragraph ends so: where the model or the setting says break, a person should look. */
const unfinished = /[，、,—]["”’]?$/;
/** “……。”梁石头说: who said it ends a paragraph, and lost its stop. */
const endsWithSpeaker = /”[^，。“”]{1,10}(?:说|表示|介绍|坦言|回忆道?|感慨道?|笑道)$/;
/** 老唐也笑：“……”, all that was said is said. */
const closesSpeech = /：“[^”]{6,}”$/;
/** An item of a list, or a field of a notice, begins a line of its own. */
const isListed =
  /^(?:\d{1,2}[.．、](?!\d)|[①-⑳]|[（(][一二三四五六七八九十\d]{1,2}[)）]|(?:联系|咨询|报名|投稿|监督|举报|服务)?(?:电话|地址|邮箱|方式|网址)[：:]|联系人[：:])/;
/** 电话：6210077, ▶3版: nothing goes on behind these. */
const endsField = /[：:]\s?[\w@.-]{6,}$|[▶►→>]\s*\d{1,2}\s*版$/u;
/** 编辑同志： stands on a line of its own over its letter. */
const salutation =
  /^(?:(?:尊敬|敬爱|亲爱)的)?\p{Script=Han}{0,6}(?:编辑|同志|先生|女士|朋友|同学|居民|市民|读者)(?:同志|们|部|先生|老师)*[：:]$/u;
/** 各社区：, 各镇党委，县直各单位：: whom a notice is sent to; 名单如下： leads to lines of their own. */
const leadsTo =
  /(?:^|[，、])(?:各|县直各|市直各)[^。，]{1,16}[：:]$|(?:如下|以下\p{Script=Han}{0,6})[：:]$/u;
/** 一要尽快排水, 二是及时追肥: points set apart. */
const counts = /^[一二三四五六七八九十](?:要|是|、)/;
/** A quotation goes on after these, or within a sentence. */
const leadsToSpeech = /[说道：，、的为在了以是称叫和与对]$/;
const brokenOff = /——[”’」』]$/;

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
  let score: number;
  if (endsSentence(left) || brokenOff.test(left)) {
    // Only the setting can show a column break that fell between two sentences; how the next one
    // opens speaks for or against it, and it is never sure.
    score =
      evidence.leftLineFull === true && evidence.rightIndented === false
        ? Math.min(sureJoin - 0.5, 2 - 0.8 * Math.max(-2, openingScore(left, right) + 1.5))
        : -6;
  } else {
    score =
      boundaryScore(left, right) -
      incompleteness * completionScore(left) -
      likenessOfOpening * Math.max(-2, openingScore(`${left}。`, right)) -
      even;
    if (evidence.leftLineShort === true) score -= 3;
    if (evidence.rightIndented === true) score -= 3;
    if (evidence.rightIndented === false) score += 2;
    if (
      isListed.test(right) ||
      salutation.test(left) ||
      leadsTo.test(left) ||
      endsField.test(left) ||
      (isNameList(left) && isNameList(right)) ||
      (/[：:；;]$/.test(left) && counts.test(right))
    )
      score -= 8;
    else if (!/^[，、。；：！？,;:!?]/.test(right)) {
      if (endsWithSpeaker.test(left)) score -= 6;
      else if (closesSpeech.test(left)) score -= 5;
      else if (/^[“"]/.test(right) && /[”"]$/.test(left)) score -= 6;
      else if (/^[“"]/.test(right) && !leadsToSpeech.test(left)) score -= 2;
    }
    if (unfinished.test(left)) score = Math.max(score, 1);
  }
  const decision = score >= sureJoin ? 'join' : score <= sureBreak ? 'break' : 'unsure';
  return { decision, score };
}

/** Log odds that words at a boundary go on across it, whatever is complete before it. */
export function boundaryScore(left: string, right: string): number {
  return model.sum(boundaryFeatures(left, right));
}

/** Log odds that `left` is a whole sentence that has only lost its full stop. */
export function completionScore(left: string): number {
  return model.sum(completionFeatures(left));
}

/** Log odds that `right` opens a paragraph, after `before`, which ends with a full stop. */
export function openingScore(before: string, right: string): number {
  return model.sum(openingFeatures(before, right));
}
