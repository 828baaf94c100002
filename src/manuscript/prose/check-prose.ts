import type { Root } from 'mdast';
import type { Bilingual } from '../../newspaper/bilingual.ts';
import { findingWords } from '../../newspaper/finding-words.ts';
import { excerptOf, type LocalFinding } from '../../newspaper/local-finding.ts';
import { literalBlock, proseBlocksOf, type ProseBlock } from './prose-block.ts';
import type { ProseFault, ProseRule } from './prose-rule.ts';
import { proseRules } from './prose-rules.ts';

/** A fault that a person has looked at and lets stand: the rule, and the words it is about. */
export interface AllowedFault {
  readonly rule: string;
  /** The words in the article; without them, the rule is off for the whole article. */
  readonly text?: string | undefined;
}

export interface ProseInput {
  /** The decoded file. */
  readonly text: string;
  /** Where the front matter and the body begin in it; UTF-16 units from 0. */
  readonly frontMatterOffset: number;
  readonly frontMatter: string;
  readonly bodyOffset: number;
  readonly body: string;
  /** The body's tree; undefined where it is nothing but paragraphs, one a line. */
  readonly tree: Root | undefined;
  /** BCP 47, of the publication. */
  readonly language: string;
  readonly allow: readonly AllowedFault[];
}

const titleLine = /^(headline|kicker|deck|standfirst): *(["']?)(.*?)\2[ \t]*$/gm;

/**
 * Finds the faults of an article's prose, title and body.
 *
 * @returns findings of severity review, with a fix where that is safe; an exception that nothing
 *   needs any more is one too
 */
export function checkProse(input: ProseInput): LocalFinding[] {
  const { text, frontMatter, frontMatterOffset, body, bodyOffset, tree, language, allow } = input;
  const titles = Array.from(frontMatter.matchAll(titleLine), (match) =>
    literalBlock(
      'title',
      match[3]!,
      frontMatterOffset + match.index + match[0].indexOf(match[3]!, match[1]!.length + 1),
    ),
  );
  const blocks = [
    ...titles,
    ...(tree === undefined ? plainBlocks(body, bodyOffset) : proseBlocksOf(tree, body, bodyOffset)),
  ];
  const rules = proseRules.filter(({ language: wanted }) => reads(language, wanted));
  const used = new Set<AllowedFault>();
  const findings: LocalFinding[] = [];
  for (const rule of rules) {
    blocks.forEach((block, index) => {
      for (const fault of rule.find(block, { blocks, index })) {
        const allowed = allow.find((one) => one.rule === rule.id && covers(one, block, fault));
        if (allowed === undefined) findings.push(findingOf(rule, block, fault, text));
        else used.add(allowed);
      }
    });
  }
  for (const one of allow) {
    const known = proseRules.some(({ id }) => id === one.rule);
    if (known && used.has(one)) continue;
    findings.push(unusedException(one, known, frontMatter, text, frontMatterOffset));
  }
  return findings;
}

function reads(language: string, wanted: ProseRule['language']): boolean {
  if (wanted === 'any') return true;
  if (!/^zh\b/.test(language)) return false;
  return wanted === 'zh' || !/^zh-(?:Hant|TW|HK|MO)\b/i.test(language);
}

function plainBlocks(body: string, bodyOffset: number): ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let offset = bodyOffset;
  for (const line of body.split('\n')) {
    if (line.trim() !== '') blocks.push(literalBlock('paragraph', line, offset));
    offset += line.length + 1;
  }
  return blocks;
}

function covers({ text }: AllowedFault, block: ProseBlock, fault: ProseFault): boolean {
  if (text === undefined) return true;
  for (let at = block.text.indexOf(text); at !== -1; at = block.text.indexOf(text, at + 1)) {
    if (at <= fault.start && fault.end <= at + text.length) return true;
  }
  // A fault of a whole paragraph is named by its beginning.
  return fault.start === 0 && block.text.startsWith(text) && fault.end === block.text.length;
}

function findingOf(
  rule: ProseRule,
  block: ProseBlock,
  fault: ProseFault,
  text: string,
): LocalFinding {
  const { start, end, instead } = fault;
  const values: Readonly<Record<string, string | number>> = {
    found: block.text.slice(start, end),
    ...(instead === undefined ? {} : { instead }),
    ...fault.values,
  };
  const filled = (sentence: string): string =>
    sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  const fill = ({ zh, en }: Bilingual): Bilingual => ({ zh: filled(zh), en: filled(en) });
  const offset = block.offsetAt(start);
  const from = Math.max(0, start - 10);
  return {
    id: rule.id,
    severity: 'review',
    ...placeAt(text, offset),
    excerpt: excerptOf(block.text.slice(from, Math.max(end, from + 40))),
    ...findingWords(fill(rule.message), fill(rule.action)),
    ...(instead !== undefined && block.isLiteral(start, end)
      ? { fix: { start: offset, end: block.offsetAt(end - 1) + 1, text: instead } }
      : {}),
  };
}

function unusedException(
  { rule, text: allowed }: AllowedFault,
  known: boolean,
  frontMatter: string,
  text: string,
  frontMatterOffset: number,
): LocalFinding {
  const at = Math.max(0, frontMatter.search(/^allow:/m));
  return {
    id: known ? 'allow-unused' : 'allow-unknown',
    severity: 'review',
    ...placeAt(text, frontMatterOffset + at),
    excerpt: excerptOf(`${rule} ${allowed ?? ''}`),
    ...(known
      ? findingWords(
          {
            zh: `allow 里的 ${rule} 已经没有用处`,
            en: `The exception ${rule} covers nothing any more`,
          },
          { zh: '删去这一条，或改正其中的 text', en: 'Remove it, or mend its text' },
        )
      : findingWords(
          { zh: `allow 里的 ${rule} 不是文字检查的规则`, en: `There is no rule ${rule} to allow` },
          {
            zh: `规则有：${proseRules.map(({ id }) => id).join('、')}`,
            en: `Rules: ${proseRules.map(({ id }) => id).join(', ')}`,
          },
        )),
  };
}

function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
