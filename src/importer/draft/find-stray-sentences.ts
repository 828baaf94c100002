import { closers, sentenceStops } from '../lexicon/stops.ts';
import { decideBoundary, openingScore } from '../models/decide-boundary.ts';
import type { Script } from '../lexicon/script.ts';
import type { ArticleDraft, BodyBlock } from '../page/article-draft.ts';
import { makeFinding, type PageFinding } from '../page/findings.ts';
import { readLeadIn } from '../page/lead-in.ts';

interface Place {
  readonly article: number;
  readonly block: BodyBlock & { readonly type: 'paragraph' };
  readonly before: string | undefined;
}

const ended = new RegExp(`[${sentenceStops}…：:][${closers}]*$`, 'u');
/** `联系人：尚先生`: a notice ends so. */
const field = /[：:][^，。：:]{1,16}$/u;
/** `报名时间：6月15日至6月25日` goes on nothing. */
const fieldName = /^\p{Script=Han}{2,6}[：:]/u;
/** A page has a handful of cut paragraphs; one that has more is damaged beyond this. */
const mostCuts = 30;

/**
 * How much a paragraph must go on a cut sentence and not open as paragraphs do, where it is the only
 * one (of 8,000 cuts the true rest reaches it in 87 of 100, a paragraph that has nothing to do with the
 * cut in 11), and how much more where there are several to choose from.
 */
const surplus = 1.5;
const perChoice = 2;

/**
 * Finds paragraphs that go on a sentence of another item: tools that read columns across leave the
 * rest of a sentence behind the text that stands beside it. Nothing is moved; a person is told.
 */
export function findStraySentences(
  articles: readonly ArticleDraft[],
  script: Script,
): readonly PageFinding[] {
  if (script !== 'han-simplified') return [];
  const places = articles.flatMap(({ body }, article) =>
    body.flatMap((block, index): Place[] => {
      if (block.type !== 'paragraph') return [];
      const before = body[index - 1];
      return [{ article, block, before: before?.type === 'paragraph' ? before.text : undefined }];
    }),
  );
  const cuts = places
    .filter(({ block }) => {
      const text = block.text.trim();
      return !block.isListLine && text.length > 20 && !ended.test(text) && !field.test(text);
    })
    .slice(0, mostCuts);
  const findings: PageFinding[] = [];
  for (const cut of cuts) {
    const left = cut.block.text.trim().slice(-60);
    const rests = places
      .filter(
        ({ article, block, before }) =>
          article !== cut.article &&
          !block.isListLine &&
          before !== undefined &&
          ended.test(before.trim()) &&
          readLeadIn(block.text) === undefined &&
          !fieldName.test(block.text),
      )
      .map((place) => ({ place, score: likeness(left, place) }))
      .sort((one, other) => other.score - one.score);
    const [rest] = rests;
    if (rest === undefined || rest.score < surplus + perChoice * Math.log(rests.length)) continue;
    const { block } = rest.place;
    // Two cuts have not one rest: the first of them is told.
    if (findings.some(({ line }) => line === block.lines.first)) continue;
    findings.push(
      makeFinding(
        'sentence-elsewhere',
        { line: block.lines.first, excerpt: block.text.slice(0, 60) },
        { left: left.slice(-16) },
      ),
    );
  }
  return findings;
}

function likeness(left: string, { block, before }: Place): number {
  const right = block.text.slice(0, 60);
  return decideBoundary(left, right).score - openingScore(before!.slice(-60), right);
}
