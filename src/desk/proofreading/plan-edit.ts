import type { Decision } from '../../importer/page/decision.ts';
import type { TextFix } from '../../newspaper/finding.ts';
import type { DeskAction } from './desk-action.ts';
import type { DeskArticle } from './desk-article.ts';
import { addAllowance, applyEdit, mergeParagraphs, setField, splitParagraph } from './edit-text.ts';
import { settleStop } from './settle-stop.ts';

/** Why an action cannot be done; the wording has a sentence for each. */
export type Refusal =
  | 'nothing-changed'
  | 'no-such-stop'
  | 'no-remedy'
  | 'first-paragraph'
  | 'not-paragraphs'
  | 'split-at-edge'
  | 'headline-empty'
  | 'allow-unwritable'
  | 'decisions-unreadable'
  | 'note-missing'
  | 'field-unwritable';

export type EditPlan =
  | { readonly edit: TextFix }
  /** To be kept beside the source page; the article stays as it is. */
  | { readonly decisions: readonly Decision[] }
  | { readonly refusal: Refusal }
  /** The text that was to be changed is another by now. */
  | { readonly now: string };

/**
 * Turns what a person wants into one edit of the article's text, or into decisions on its source page. Pure; whether the outcome may be
 * published is for the check.
 */
export function planEdit(article: DeskArticle, action: DeskAction): EditPlan {
  const plan = planAction(article, action);
  return 'edit' in plan && applyEdit(article.text, plan.edit) === article.text
    ? { refusal: 'nothing-changed' }
    : plan;
}

function planAction(article: DeskArticle, action: DeskAction): EditPlan {
  const { text, blocks, data } = article;
  switch (action.kind) {
    case 'text': {
      const block = blocks[action.block];
      if (block?.source !== action.was) return { now: block?.source ?? '' };
      const written = tidy(action.text);
      if (written !== '') return { edit: { start: block.start, end: block.end, text: written } };
      // A paragraph that is taken out takes its empty line with it.
      const next = blocks[action.block + 1];
      return { edit: { start: block.start, end: next?.start ?? block.end, text: '' } };
    }
    case 'split': {
      const block = blocks[action.block];
      if (block?.source !== action.was) return { now: block?.source ?? '' };
      if (!block.isParagraph) return { refusal: 'not-paragraphs' };
      const { source } = block;
      if (source.slice(0, action.at).trim() === '' || source.slice(action.at).trim() === '') {
        return { refusal: 'split-at-edge' };
      }
      return { edit: splitParagraph(text, block.start + action.at) };
    }
    case 'merge': {
      const block = blocks[action.block];
      if (block?.source !== action.was) return { now: block?.source ?? '' };
      const before = blocks[action.block - 1];
      if (before === undefined) return { refusal: 'first-paragraph' };
      if (!block.isParagraph || !before.isParagraph) return { refusal: 'not-paragraphs' };
      const edit = mergeParagraphs(text, before.end, block.start);
      return edit === undefined ? { refusal: 'not-paragraphs' } : { edit };
    }
    case 'field': {
      const now = data[action.field] ?? '';
      if (now !== action.was) return { now };
      const value = action.text.replaceAll(/\s+/g, ' ').trim();
      if (value === '' && action.field === 'headline') return { refusal: 'headline-empty' };
      const edit = setField(text, action.field, value === '' ? null : value);
      return edit === undefined ? { refusal: 'field-unwritable' } : { edit };
    }
    case 'remedy': {
      const stop = article.stops.find(({ key }) => key === action.stop);
      if (stop === undefined) return { refusal: 'no-such-stop' };
      return stop.remedy === undefined ? { refusal: 'no-remedy' } : { edit: stop.remedy };
    }
    case 'accept': {
      const stop = article.stops.find(({ key }) => key === action.stop);
      const decisions = stop === undefined ? [] : settleStop(stop);
      return decisions.length === 0 ? { refusal: 'no-such-stop' } : { decisions };
    }
    case 'allow': {
      const stop = article.stops.find(({ key }) => key === action.stop);
      if (stop?.rule === undefined || stop.canAllow !== true) return { refusal: 'no-such-stop' };
      const edit = addAllowance(text, stop.rule, stop.excerpt.replace(/…$/, ''));
      return edit === undefined ? { refusal: 'allow-unwritable' } : { edit };
    }
    case 'proof':
      return planProof(article, action.status, action.note?.replaceAll(/\s+/g, ' ').trim());
  }
}

/** A note says what is doubtful: a doubtful article has one, and one that has been read has none. */
function planProof(
  { text, data }: DeskArticle,
  status: 'unread' | 'read' | 'doubtful',
  given: string | undefined,
): EditPlan {
  const note = status === 'read' ? '' : given === undefined ? (data.proofNote ?? '') : given;
  if (status === 'doubtful' && note === '') return { refusal: 'note-missing' };
  const first = data.proof === status ? nothing : setField(text, 'proof', status);
  if (first === undefined) return { refusal: 'field-unwritable' };
  const marked = applyEdit(text, first);
  const second =
    (data.proofNote ?? '') === note ? nothing : setField(marked, 'proofNote', note || null);
  if (second === undefined) return { refusal: 'field-unwritable' };
  return { edit: differenceOf(text, applyEdit(marked, second)) };
}

const nothing: TextFix = { start: 0, end: 0, text: '' };

/** The one edit that makes a text of another. */
export function differenceOf(before: string, after: string): TextFix {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (
    tail < shorter - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** As a block stands in a file: no blanks around it, no more than one empty line within. */
function tidy(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/^[ \t\n]+|[ \t\n]+$/g, '');
}
