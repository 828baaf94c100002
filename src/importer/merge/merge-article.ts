import { createHash } from 'node:crypto';
import { diffArrays } from 'diff';

/*
 * Three-way merge of article files, with digests in the place of the common ancestor.
 *
 * A file is taken apart into what a person edits: the fields of its front matter, each by its name,
 * and the blocks of its body, in order. To tell who has changed what, it is enough to know whether a
 * part is still the one that was imported; so the record of an import holds a short digest of each
 * part (some 400 bytes an article) and not its text a second time.
 */

/** A field of the front matter with its value, or a block of the body with the blank lines after it. */
interface Part {
  /** Name of the field; '' for a block. */
  readonly name: string;
  readonly digest: string;
  readonly text: string;
}

/** An article file taken apart. Parts put together again are the file, but for its line ends. */
export interface ArticleParts {
  readonly front: readonly Part[];
  readonly body: readonly Part[];
}

/** Digests of the parts of an article as it was imported: what a merge must know of it. */
export interface ArticleDigests {
  readonly front: ReadonlyMap<string, string>;
  readonly body: readonly string[];
}

/** The text of a file as it is compared: no byte order mark, lines ending in `\n`. */
export function comparableText(text: string): string {
  return text.replace(/^\u{FEFF}/u, '').replaceAll(/\r\n?/g, '\n');
}

/** 48 bits: two of an article's hundred parts are taken for each other once in 10^10 articles. */
function partDigest(text: string): string {
  return createHash('sha256').update(text.trimEnd()).digest('base64url').slice(0, 8);
}

/**
 * Takes an article file apart.
 *
 * @param text in the form of `comparableText`; where it has no front matter all of it is body
 */
export function takeApart(text: string): ArticleParts {
  const match = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text);
  const isFront = match?.index === 0;
  const frontText = isFront ? match[1]! : '';
  const bodyText = isFront ? text.slice(match[0].length) : text;

  const front: Part[] = [];
  for (const field of frontText.split(/^(?=[^\s#-][^\n]*:)/m)) {
    if (field === '') continue;
    const name = /^([^\s:#-][^\n:]*):/.exec(field)?.[1] ?? '#';
    front.push({ name, digest: partDigest(field), text: field });
  }
  const body = [...bodyText.matchAll(/[^\n][\s\S]*?(?:\n(?:[ \t]*\n)+|$(?![\s\S]))/g)].map(
    ([block]): Part => ({ name: '', digest: partDigest(block), text: block }),
  );
  return { front, body };
}

/** The digests to be kept of an article as it was imported. */
export function digestParts(parts: ArticleParts): ArticleDigests {
  return {
    front: new Map(parts.front.map(({ name, digest }) => [name, digest])),
    body: parts.body.map(({ digest }) => digest),
  };
}

/**
 * Fields that say where an article stands and not what it says: they follow the import even in an
 * article that a person has proofread.
 */
const bookkeeping = new Set(['edition', 'page', 'order', 'source']);

/**
 * Merges what a person and a new import have changed in an article since it was last imported: only
 * where both have changed different fields and different blocks; a proofread article
 * (`proof: read`) takes nothing from an import but where it stands.
 *
 * @param base digests of the article as it was last imported
 * @param ours as it stands, edited by a person
 * @param theirs as the import would write it now
 * @returns the article, its lines ending in `\n`; undefined where it cannot be merged
 */
export function mergeArticle(
  base: ArticleDigests,
  ours: ArticleParts,
  theirs: ArticleParts,
): string | undefined {
  const front = mergeFront(base.front, ours.front, theirs.front);
  const body = mergeBody(base.body, ours.body, theirs.body);
  if (!front || !body) return undefined;
  const isProofread = ours.front.some(({ text }) => /^proof:\s*(['"]?)read\1\s*$/.test(text));
  const saidIn = (fields: readonly Part[]): Part[] =>
    fields
      .filter(({ name }) => !bookkeeping.has(name))
      .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  const isTouched =
    !sameDigests(body, ours.body) || !sameDigests(saidIn(front), saidIn(ours.front));
  if (isProofread && isTouched) return undefined;
  return putTogether(front, body);
}

function sameDigests(left: readonly Part[], right: readonly Part[]): boolean {
  return (
    left.length === right.length &&
    left.every((part, index) => part.digest === right[index]!.digest)
  );
}

function putTogether(front: readonly Part[], body: readonly Part[]): string {
  const fields = front.map(({ text }) => (text.endsWith('\n') ? text : `${text}\n`)).join('');
  const blocks = body.map(({ text }, index) => {
    if (index === body.length - 1) return `${text.trimEnd()}\n`;
    return /\n[ \t]*\n$/.test(text) ? text : `${text.trimEnd()}\n\n`;
  });
  return `---\n${fields}---\n\n${blocks.join('')}`;
}

/** Field by field, in the person's order; a field new in the import goes after the one it follows there. */
function mergeFront(
  base: ReadonlyMap<string, string>,
  ours: readonly Part[],
  theirs: readonly Part[],
): Part[] | undefined {
  const merged: Part[] = [];
  for (const part of ours) {
    if (ours.filter(({ name }) => name === part.name).length > 1) return undefined;
    const was = base.get(part.name);
    const incoming = theirs.find(({ name }) => name === part.name);
    const isEdited = part.digest !== was;
    const isChanged = incoming?.digest !== was;
    if (isEdited && isChanged && incoming?.digest !== part.digest) return undefined;
    if (isEdited || !isChanged) merged.push(part);
    else if (incoming) merged.push(incoming);
  }
  for (const [index, part] of theirs.entries()) {
    if (ours.some(({ name }) => name === part.name)) continue;
    const was = base.get(part.name);
    if (was === part.digest) continue;
    // Taken away by the person, changed by the import.
    if (was !== undefined) return undefined;
    const before = theirs
      .slice(0, index)
      .findLast(({ name }) => merged.some((m) => m.name === name));
    const at = before ? merged.findIndex(({ name }) => name === before.name) + 1 : 0;
    merged.splice(at, 0, part);
  }
  return merged;
}

/** `parts` in the place of the base's blocks from `start` to before `end`. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Part[];
}

function mergeBody(
  base: readonly string[],
  ours: readonly Part[],
  theirs: readonly Part[],
): Part[] | undefined {
  const oursHunks = findHunks(base, ours);
  const theirsHunks = findHunks(base, theirs);
  const hunks: Hunk[] = [...oursHunks];
  for (const hunk of theirsHunks) {
    const rivals = oursHunks.filter((other) => isRival(hunk, other));
    if (rivals.length === 0) hunks.push(hunk);
    else if (!rivals.every((other) => isSame(hunk, other))) return undefined;
  }
  hunks.sort((left, right) => left.start - right.start || left.end - right.end);

  // Blocks that stay are taken as they stand in the person's file, with its blank lines.
  const merged: Part[] = [];
  let baseAt = 0;
  let oursAt = 0;
  for (const hunk of hunks) {
    const kept = hunk.start - baseAt;
    merged.push(...ours.slice(oursAt, oursAt + kept), ...hunk.parts);
    oursAt += kept;
    oursAt += oursHunks.includes(hunk) ? hunk.parts.length : hunk.end - hunk.start;
    baseAt = hunk.end;
  }
  merged.push(...ours.slice(oursAt));
  return merged;
}

/**
 * Two changes that cannot both be made: they touch the same block, or they meet where something was
 * put in, so that its place beside the other is not certain.
 */
function isRival(left: Hunk, right: Hunk): boolean {
  if (left.start < right.end && right.start < left.end) return true;
  if (left.start === right.start) return true;
  const [first, second] = left.start < right.start ? [left, right] : [right, left];
  if (first.end < second.start) return false;
  const keepsCount = (hunk: Hunk): boolean =>
    hunk.start < hunk.end && hunk.parts.length === hunk.end - hunk.start;
  return !(keepsCount(first) && keepsCount(second));
}

function isSame(left: Hunk, right: Hunk): boolean {
  return (
    left.start === right.start && left.end === right.end && sameDigests(left.parts, right.parts)
  );
}

/** Texts that differ in more blocks are different texts: to compare them in full would take seconds. */
const maxDifferences = 2000;

/** What has changed from `base` to `parts`. */
function findHunks(base: readonly string[], parts: readonly Part[]): Hunk[] {
  const digests = parts.map(({ digest }) => digest);
  const changes = diffArrays([...base], digests, { maxEditLength: maxDifferences });
  if (changes === undefined) return [{ start: 0, end: base.length, parts }];
  const hunks: Hunk[] = [];
  let [start, from] = [0, 0];
  let [end, to] = [0, 0];
  for (const { added, removed, count } of [
    ...changes,
    { added: false, removed: false, count: 0 },
  ]) {
    if (removed) end += count;
    else if (added) to += count;
    else {
      if (end > start || to > from) hunks.push({ start, end, parts: parts.slice(from, to) });
      [start, from] = [end, to] = [end + count, to + count];
    }
  }
  return hunks;
}

/** One place where two texts of an article differ, as a person would be shown it. */
export interface Difference {
  /** `headline`, or `第 3 段`. */
  readonly where: string;
  /** Absent where only the other text has it. */
  readonly ours?: string | undefined;
  readonly theirs?: string | undefined;
}

/** Where an article as it stands differs from what an import would write. */
export function listDifferences(ours: ArticleParts, theirs: ArticleParts): Difference[] {
  const names = [...new Set([...ours.front, ...theirs.front].map(({ name }) => name))];
  const fields = names.flatMap((where): Difference[] => {
    const left = ours.front.find(({ name }) => name === where);
    const right = theirs.front.find(({ name }) => name === where);
    return left?.digest === right?.digest ? [] : [difference(where, left, right)];
  });
  const blocks = findHunks(
    ours.body.map(({ digest }) => digest),
    theirs.body,
  ).flatMap(({ start, end, parts }) =>
    Array.from({ length: Math.max(end - start, parts.length) }, (_, index) =>
      difference(
        `第 ${Math.min(start + index, Math.max(end - 1, start)) + 1} 段`,
        start + index < end ? ours.body[start + index] : undefined,
        parts[index],
      ),
    ),
  );
  return [...fields, ...blocks];
}

function difference(where: string, ours: Part | undefined, theirs: Part | undefined): Difference {
  return {
    where,
    ours: ours && ours.text.trim(),
    theirs: theirs && theirs.text.trim(),
  };
}
