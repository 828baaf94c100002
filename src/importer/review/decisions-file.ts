import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import { z } from 'astro/zod';
import type { Finding } from '../../newspaper/finding.ts';
import { decisionSchema, type Decision } from '../page/decision.ts';
import { makeInputFinding } from '../page/findings.ts';
import { readYamlAs } from '../../manuscript/read-yaml-as.ts';

/** Where a person's decisions on a page are kept, relative to the content folder. */
export function decisionsPath(date: string, page2: string): string {
  return `sources/${date}/${page2}.decisions.yaml`;
}

/** The same for the kept source page itself, `sources/<date>/<page>.md`. */
export function decisionsOf(sourceFile: string): string {
  return sourceFile.replace(/\.md$/, '.decisions.yaml');
}

const decisionsSchema = z
  .array(decisionSchema)
  .nullish()
  .transform((decisions) => decisions ?? [])
  .describe('人对一版识别稿的决定；再次导入时照办');

export interface ParsedDecisions {
  readonly decisions: readonly Decision[];
  /** Severity error: a file with a fault in it is not used in part. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a decisions file.
 *
 * @param file name shown in findings
 */
export function parseDecisions(text: string, file: string): ParsedDecisions {
  const { value, findings } = readYamlAs(text, decisionsSchema);
  if (!value) return { decisions: [], findings: findings.map((found) => ({ ...found, file })) };
  const contradictions = findContradictions(value, text, file);
  if (contradictions.length > 0) return { decisions: [], findings: contradictions };
  return { decisions: value, findings: [] };
}

/** Two roles for one block, or a block that both begins an item and does not, can only be a slip. */
function findContradictions(decisions: readonly Decision[], text: string, file: string): Finding[] {
  const first = new Map<string, number>();
  return decisions.flatMap((decision, index): Finding[] => {
    const topic = topicOf(decision);
    if (topic === undefined) return [];
    const key = `${decision.line} ${topic}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, index);
      return [];
    }
    const document = parseDocument(text);
    const node = isSeq(document.contents) ? document.contents.items[index] : undefined;
    const offset = (node as { range?: readonly number[] } | undefined)?.range?.[0] ?? 0;
    const place = {
      line: text.slice(0, offset).split('\n').length,
      excerpt: `line: ${decision.line}, action: ${decision.action}`,
    };
    const { action } = decisions[earlier]!;
    const values = { line: decision.line, entry: earlier + 1, action };
    return [makeInputFinding(file, 'decision-twice', place, values)];
  });
}

/** What a second decision on the same line would contradict. */
function topicOf(decision: Pick<Decision, 'action'>): string | undefined {
  switch (decision.action) {
    case 'role':
    case 'skip':
      return 'role';
    case 'split':
    case 'merge':
      return 'begins';
    case 'move':
      return 'place';
    case 'accept':
    case 'edit':
      return undefined;
  }
}

/** A file of no decisions: what it is for. */
export const noDecisions = `# 人对这一版识别稿的决定；每次导入都照办。行号是识别稿（同名 .md）的行号。
# accept 无误 · edit 改字 · role 定角色 · split 另起一篇 · merge 并入上一篇 · move 移动 · skip 不要
# 每一条都可以写 note；各字段见 docs/importing.md。

`;

/**
 * The decisions file with one more decision; what a person has written in it, comments and all,
 * stays.
 *
 * @param text the file as it stands; undefined: there is none
 * @throws where the file is broken: call parseDecisions first
 */
export function addDecision(text: string | undefined, decision: Decision): string {
  const fresh = stringify([decision], { lineWidth: 0 });
  if (text === undefined || text.trim() === '') return noDecisions + fresh;
  const document = parseDocument(text);
  if (document.errors.length > 0) throw document.errors[0]!;
  if (!isSeq(document.contents)) return `${text.trimEnd()}\n\n${fresh}`;
  document.add(document.createNode(decision));
  return document.toString({ lineWidth: 0 });
}

/**
 * The decisions file with one more decision in the place of those that it contradicts: a second
 * thought counts.
 */
export function replaceRivals(text: string | undefined, decision: Decision): string {
  const topic = topicOf(decision);
  const isRival = (other: Decision): boolean =>
    topic !== undefined && other.line === decision.line && topicOf(other) === topic;
  const { decisions } = parseDecisions(text ?? '', '');
  if (text === undefined || !decisions.some(isRival)) return addDecision(text, decision);
  const document = parseDocument(text);
  if (!isSeq(document.contents)) return addDecision(text, decision);
  document.contents.items = document.contents.items.filter(
    (_, index) => !isRival(decisions[index]!),
  );
  if (document.contents.items.length === 0) return addDecision(undefined, decision);
  return addDecision(document.toString({ lineWidth: 0 }), decision);
}

/**
 * The decisions file without the last entry that says each of these; undefined where nothing but its
 * header would be left.
 */
export function takeBackDecisions(
  text: string,
  decisions: readonly Decision[],
): string | undefined {
  const document = parseDocument(text);
  if (!isSeq(document.contents)) return text;
  const { items } = document.contents;
  for (const decision of decisions) {
    const wanted = JSON.stringify(sorted(decision));
    const at = items.findLastIndex(
      (item) => isMap(item) && JSON.stringify(sorted(item.toJS(document) as object)) === wanted,
    );
    if (at !== -1) items.splice(at, 1);
  }
  if (items.length > 0) return document.toString({ lineWidth: 0 });
  document.contents = null;
  const left = document.toString().replace(/^null\s*$/m, '');
  return left.trim() === noDecisions.trim() || left.trim() === ''
    ? undefined
    : `${left.trimEnd()}\n`;
}

function sorted(decision: object): unknown {
  return Object.entries(decision)
    .filter(([, value]) => value !== undefined)
    .sort();
}
