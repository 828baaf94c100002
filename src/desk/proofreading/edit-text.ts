import { isMap, isScalar, isSeq, parseDocument, Scalar, stringify, type Pair } from 'yaml';
import { splitFrontMatter } from '../../manuscript/front-matter.ts';
import type { TextFix } from '../../newspaper/finding.ts';

/** Puts one replacement into a text. Everything outside it stays byte for byte. Offsets are UTF-16 units. */
export function applyEdit(text: string, edit: TextFix): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

/** The edit that undoes `edit`, to be applied to the text that `edit` gave. */
export function invertEdit(text: string, edit: TextFix): TextFix {
  return {
    start: edit.start,
    end: edit.start + edit.text.length,
    text: text.slice(edit.start, edit.end),
  };
}

/**
 * An edit of the decoded text (`decodeText`: no byte order mark, `\n` alone) as one of the file's own
 * text. New lines end as those of the file do.
 *
 * @param fileText the file's UTF-8, with its byte order mark and its line ends
 */
export function toFileEdit(fileText: string, edit: TextFix): TextFix {
  const lineEnd = /\r\n?|\n/.exec(fileText)?.[0] ?? '\n';
  return {
    start: fileOffset(fileText, edit.start),
    end: fileOffset(fileText, edit.end),
    text: edit.text.replaceAll('\n', lineEnd),
  };
}

function fileOffset(fileText: string, offset: number): number {
  let at = fileText.startsWith('\ufeff') ? 1 : 0;
  for (let passed = 0; passed < offset; passed += 1) at += fileText.startsWith('\r\n', at) ? 2 : 1;
  return at;
}

/**
 * Sets a field of the front matter to a text: in the place of its value, in the same kind of quotes
 * (a comment behind it stays), or as a new last line.
 *
 * @param value null takes the field out
 * @returns undefined where there is no front matter that could be read
 */
export function setField(text: string, field: string, value: string | null): TextFix | undefined {
  const front = readFrontMatter(text);
  if (front === undefined) return undefined;
  const { offset, end, find } = front;
  const pair = find(field);
  if (pair === undefined) {
    const line = value === null ? '' : `${field}: ${stringifyLine(value)}\n`;
    return { start: end, end, text: line };
  }
  const key = pair.key as Scalar;
  if (value === null) {
    const next = text.indexOf('\n', offset + rangeOf(pair.value)[1] - 1);
    return { start: offset + key.range![0], end: Math.min(next + 1, end), text: '' };
  }
  const [from, to] = rangeOf(pair.value);
  const replaced = text.slice(offset + from, offset + to);
  const written = stringifyLine(value, isScalar(pair.value) ? pair.value.type : undefined);
  return {
    start: offset + from,
    end: offset + to,
    text: (from === key.range![1] + 1 ? ' ' : '') + written + (replaced.endsWith('\n') ? '\n' : ''),
  };
}

/**
 * Adds to the front matter's `allow` that a person has looked at a fault and lets it stand.
 *
 * @param words as they stand in the article
 * @returns undefined where `allow` is written in a way that no line can be added to
 */
export function addAllowance(text: string, rule: string, words: string): TextFix | undefined {
  const front = readFrontMatter(text);
  if (front === undefined) return undefined;
  const { offset, end, find } = front;
  const entry = (indent: string): string =>
    `${indent}- rule: ${rule}\n${indent}  text: ${stringifyLine(words)}\n`;
  const pair = find('allow');
  if (pair === undefined) return { start: end, end, text: `allow:\n${entry('  ')}` };
  const list = pair.value;
  if (!isSeq(list) || list.flow === true || list.items.length === 0) return undefined;
  const first = offset + list.range![0];
  const indent = text.slice(text.lastIndexOf('\n', first - 1) + 1, first);
  if (indent.trim() !== '') return undefined;
  const last = text.indexOf('\n', offset + list.range![1] - 1) + 1;
  const at = Math.min(last, end);
  return { start: at, end: at, text: entry(indent) };
}

/** Parts the paragraph at an offset: an empty line goes in there, in the place of blanks. */
export function splitParagraph(text: string, offset: number): TextFix {
  const before = /[ \t\n]*$/.exec(text.slice(0, offset))![0].length;
  const after = /^[ \t\n]*/.exec(text.slice(offset))![0].length;
  return { start: offset - before, end: offset + after, text: '\n\n' };
}

/** Letters and signs that are set with blanks between words. */
const narrow = /[\u0021-\u024f\u0370-\u052f]/;

/**
 * Joins what ends at `end` to what begins at `start`, by a blank where both sides are written with
 * blanks.
 *
 * @returns undefined where something else than blanks stands between them
 */
export function mergeParagraphs(text: string, end: number, start: number): TextFix | undefined {
  if (text.slice(end, start).trim() !== '') return undefined;
  const isLatin = narrow.test(text[end - 1] ?? '') && narrow.test(text[start] ?? '');
  return { start: end, end: start, text: isLatin ? ' ' : '' };
}

interface FrontMatter {
  /** Where the YAML begins in the text, and where its closing fence does. */
  readonly offset: number;
  readonly end: number;
  readonly find: (field: string) => Pair | undefined;
}

function readFrontMatter(text: string): FrontMatter | undefined {
  const split = splitFrontMatter(text);
  if ('finding' in split) return undefined;
  const { frontMatter, frontMatterOffset: offset } = split.parts;
  const document = parseDocument(frontMatter);
  const { contents } = document;
  if (document.errors.length > 0 || (contents !== null && !isMap(contents))) return undefined;
  const last = offset + frontMatter.length;
  return {
    offset,
    end: text[last] === '\n' ? last + 1 : last,
    find: (field) =>
      contents?.items.find(({ key }) => isScalar(key) && key.value === field) as Pair | undefined,
  };
}

function rangeOf(node: unknown): readonly [number, number] {
  const [start, end] = (node as Scalar).range!;
  return [start, end];
}

/** One line of YAML that is read as this text. */
function stringifyLine(value: string, type?: string): string {
  const scalar = new Scalar(value);
  if (type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE) scalar.type = type;
  return stringify(scalar, { lineWidth: 0, blockQuote: false }).trimEnd();
}
