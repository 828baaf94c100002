import { introducesWhatFollows } from '../newspaper/introduces-what-follows.ts';
import type { ArticleBody, BodyBlockKind, BodyParagraph } from './article-body.ts';

/** What of a body can stand elsewhere: on a front, in a description. */
export interface BodyExtract {
  /** From the first one on, in their order. */
  readonly paragraphs: readonly BodyParagraph[];
  /** False where anything of the body is not among them. */
  readonly whole: boolean;
}

/**
 * What stands beside the running text: that goes on behind it as if it were not there. Behind anything
 * else, a list or a table, an extract ends: the next sentence may speak of it.
 */
const besideTheText: ReadonlySet<BodyBlockKind> = new Set([
  'heading',
  'figure',
  'aside',
  'quote',
  'footnotes',
]);

/**
 * Takes the paragraphs that an extract may show. It never ends on a line that leads to what is not
 * shown (请携带：), and never goes on behind such a line.
 */
export function extractBody({
  blocks,
  paragraphs,
}: Pick<ArticleBody, 'blocks' | 'paragraphs'>): BodyExtract {
  const shown: BodyParagraph[] = [];
  let whole = true;
  for (const { kind, number, text } of blocks) {
    if (kind === 'paragraph' && text.trim() !== '') {
      shown.push(paragraphs[number! - 1]!);
    } else if (kind !== 'break') {
      whole = false;
      const last = shown.at(-1);
      if (kind !== 'paragraph' && !besideTheText.has(kind)) break;
      if (last !== undefined && introducesWhatFollows(last.text)) break;
    }
  }
  return { paragraphs: whole ? shown : withoutIntroduction(shown), whole };
}

/** Leaves out what stands last and leads to something behind it. */
export function withoutIntroduction<Text extends { readonly text: string }>(
  texts: readonly Text[],
  introduces: (text: Text) => boolean = ({ text }) => introducesWhatFollows(text),
): readonly Text[] {
  const last = texts.findLastIndex((text) => !introduces(text));
  return texts.slice(0, last + 1);
}
