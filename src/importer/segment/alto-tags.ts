import { parseTag, type HtmlTag } from './html-tags.ts';

/** A tag or comment of ALTO, with what stands before it. */
export interface AltoTag {
  /** Text between the tag before and this one. */
  readonly before: string;
  /** As it is written, `<String CONTENT="…"/>`; '' behind the last tag of the file. */
  readonly source: string;
  /** Undefined for a comment, a declaration, and behind the last tag. */
  readonly tag: HtmlTag | undefined;
  /** Lower case, without a prefix of its namespace: `textline` for `<alto:TextLine>`. */
  readonly name: string | undefined;
  /** Line that it begins on, from 1. */
  readonly line: number;
}

/** Takes a file of ALTO apart, tag by tag; nothing of it is left out. */
export function* altoTags(text: string): Generator<AltoTag, void> {
  let line = 1;
  let position = 0;
  for (const { 0: source, index } of text.matchAll(/<!--[\s\S]*?-->|<[^<>]+>/g)) {
    const before = text.slice(position, index);
    line += countBreaks(before);
    const tag = parseTag(source.replace(/^(<\/?)\w+:/, '$1').replace(/\/>$/, '>'));
    yield { before, source, tag, name: tag?.name, line };
    line += countBreaks(source);
    position = index + source.length;
  }
  const before = text.slice(position);
  yield { before, source: '', tag: undefined, name: undefined, line: line + countBreaks(before) };
}

function countBreaks(text: string): number {
  return text.split('\n').length - 1;
}
