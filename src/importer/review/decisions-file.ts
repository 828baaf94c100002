import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import { z } from 'astro/zod';
import type { Finding } from '../../newspaper/finding.ts';
import { blockRoles, type Decision } from '../page/decision.ts';
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

const line = z.number().int().min(1).describe('识别稿的行号，从 1 起');
const shared = {
  line,
  text: z
    .string()
    .min(1)
    .describe('这一行开头的几个字：识别稿换过以后，字对不上的决定不再照办')
    .optional(),
  note: z.string().min(1).describe('给下一位看的话：为什么这样定').optional(),
};

const decisionSchema = z.discriminatedUnion('action', [
  z.strictObject({
    ...shared,
    action: z.literal('accept').describe('看过了，导入的做法是对的'),
    finding: z.string().min(1).describe('提示的名字，如 ghost-line'),
  }),
  z.strictObject({
    ...shared,
    action: z.literal('edit').describe('改字：把 from 换成 to'),
    from: z.string().min(1).describe('要换的字，照导入后的样子写'),
    to: z.string().describe('换成的字；空的就是删去'),
  }),
  z.strictObject({
    ...shared,
    action: z.literal('role').describe('指定这一块是什么'),
    role: z.enum(blockRoles).describe('角色，如 headline、deck、byline、paragraph'),
  }),
  z.strictObject({ ...shared, action: z.literal('split').describe('从这一块起是另一篇') }),
  z.strictObject({
    ...shared,
    action: z.literal('merge').describe('这一块不另起一篇，并入上一篇'),
  }),
  z.strictObject({
    ...shared,
    action: z.literal('move').describe('把这一块移到另一块之后读'),
    after: z.number().int().min(0).describe('移到第几行那一块之后；0 是移到版首'),
  }),
  z.strictObject({ ...shared, action: z.literal('skip').describe('这一块不是报纸的文字，不要') }),
]);

export const decisionsSchema = z
  .array(decisionSchema)
  .nullish()
  .transform((decisions) => decisions ?? [])
  .describe('人对一版识别稿的决定；再次导入时照办');

/** A person's decisions on a page, with the notes they wrote. */
export type WrittenDecision = z.output<typeof decisionSchema>;

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
  return { decisions: value.map(toDecision), findings: [] };
}

function toDecision({ note: _note, text, ...decision }: WrittenDecision): Decision {
  return text === undefined ? decision : { ...decision, text };
}

/** Two roles for one block, or a block that both begins an item and does not, can only be a slip. */
function findContradictions(
  decisions: readonly WrittenDecision[],
  text: string,
  file: string,
): Finding[] {
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
