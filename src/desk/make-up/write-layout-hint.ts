import { isMap, isScalar, isSeq, parseDocument, stringify, type Pair, type YAMLMap } from 'yaml';
import type { LayoutHint } from '../../newspaper/page.ts';

/**
 * An edition's file with a hint for one article. Nothing else in it changes, not a blank: only the
 * line of the hint is written.
 *
 * @param text of the file
 * @param page its number
 * @param slug of the article
 * @param hint undefined takes the article's hints away
 * @returns undefined where the file cannot be read, has no such page, or has it in one line
 */
export function writeLayoutHint(
  text: string,
  page: number,
  slug: string,
  hint: LayoutHint | undefined,
): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  // Of the nodes: an alias of nothing, or one too many, throws where values are made of them.
  const pages = document.get('pages');
  const map = isSeq(pages)
    ? pages.items.find((entry): entry is YAMLMap => isMap(entry) && entry.get('number') === page)
    : undefined;
  if (map === undefined || map.flow === true) return undefined;
  const layout = pairOf(map, 'layout');
  if (layout !== undefined && (!isMap(layout.value) || layout.value.flow === true)) {
    return undefined;
  }
  const entries = layout?.value as YAMLMap | undefined;
  const entry = entries && pairOf(entries, slug);
  const line = hint && stringify({ [slug]: hint }, { collectionStyle: 'flow', lineWidth: 0 });
  // `{ slug: { … } }` without the outer braces.
  const written = line?.trim().slice(1, -1).trim();
  let next: string;
  if (entry !== undefined) {
    const [from, to] = extentOf(text, entry);
    const isLast = entries!.items.length === 1;
    if (written !== undefined) next = text.slice(0, from) + written + text.slice(to);
    else next = withoutLines(text, ...extentOf(text, isLast ? layout! : entry));
  } else if (written === undefined) next = text;
  else {
    const last = (entries ?? map).items.at(-1)!;
    const [, end] = extentOf(text, last);
    const at = lineEndOf(text, end);
    const indent = ' '.repeat(columnOf(text, (entries ?? map).items[0]!));
    const added =
      entries === undefined ? `${indent}layout:\n${indent}  ${written}` : indent + written;
    next = `${text.slice(0, at)}\n${added}${text.slice(at)}`;
  }
  return parseDocument(next).errors.length > 0 ? undefined : next;
}

type Entry = Pair<unknown, unknown>;

function pairOf(map: YAMLMap, key: string): Entry | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

interface Ranged {
  readonly range?: readonly [start: number, valueEnd: number, nodeEnd: number] | null;
}

/** From the first letter of its key to the last of its value. */
function extentOf(text: string, { key, value }: Entry): [from: number, to: number] {
  const from = (key as Ranged).range![0];
  let to = (value as Ranged | null)?.range?.[1] ?? (key as Ranged).range![1];
  while (to > from && /\s/.test(text[to - 1]!)) to -= 1;
  return [from, to];
}

function lineEndOf(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function columnOf(text: string, { key }: Entry): number {
  const from = (key as Ranged).range![0];
  return from - (text.lastIndexOf('\n', from - 1) + 1);
}

function withoutLines(text: string, from: number, to: number): string {
  return text.slice(0, text.lastIndexOf('\n', from - 1) + 1) + text.slice(lineEndOf(text, to) + 1);
}
