import { findingWords } from '../newspaper/finding-words.ts';
import type { Bilingual } from '../newspaper/bilingual.ts';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, ErrorCode } from 'yaml';
import { parsePlainYaml } from './plain-yaml.ts';
import { findYamlSlips } from './find-yaml-slips.ts';
import { checkCharacters } from './check-characters.ts';
import { excerptOf, type LocalFinding, type Place } from '../newspaper/local-finding.ts';

/** A YAML text that was read, and where in the file each of its values stands. */
export interface YamlSource {
  readonly value: unknown;
  /** Errors only; `value` must not be used where there are any. */
  readonly findings: readonly LocalFinding[];
  /**
   * Where the value at `path` is written, or its key; where there is none, the nearest thing above it.
   */
  readonly locate: (path: readonly PropertyKey[], part?: 'key' | 'value') => Place;
  /** The same as offsets into the file, in UTF-16 units; what stands in quotes, with its quotes. */
  readonly rangeOf: (path: readonly PropertyKey[]) => readonly [start: number, end: number];
}

/** Far more than the deepest field of any schema here (5); keeps the parser's recursion shallow. */
const maxDepth = 30;
const maxLength = 256 * 1024;
/** The package looks for repeated keys in the square of them: 30,000 on one line take half a minute. */
const maxEntries = 5000;

/** What is wrong, and what to do. */
type Words = readonly [message: Bilingual, action: Bilingual];

const anchors: Words = [
  {
    zh: '不得使用 YAML 的锚（&）与别名（*）',
    en: 'YAML anchors (&) and aliases (*) are not allowed',
  },
  { zh: '把内容直接写出来，或加上引号', en: 'Write the contents out, or put it into quotes' },
];
const tags: Words = [
  { zh: '不得使用 YAML 标签（!）', en: 'YAML tags (!) are not allowed' },
  { zh: '去掉标签，或给值加上引号', en: 'Remove the tag, or put the value into quotes' },
];
const directives: Words = [
  { zh: '不得使用 YAML 指令（%）', en: 'YAML directives (%) are not allowed' },
  { zh: '删去以 % 开头的行', en: 'Remove the line that begins with %' },
];
const unclosed: Words = [
  { zh: '少了一个引号、括号或冒号', en: 'A quote, a bracket or a colon is missing' },
  {
    zh: '补上；值里有引号时，整个值改用另一种引号括起',
    en: 'Put it in; where the value has quotes, put the whole into quotes of the other kind',
  },
];

/** Every error of the package, in words of ours: its own are English, and speak of YAML's grammar. */
const syntaxErrors: Readonly<Record<ErrorCode, { readonly id: string; readonly words: Words }>> = {
  DUPLICATE_KEY: {
    id: 'field-duplicate',
    words: [
      { zh: '同一字段写了两次', en: 'A field is written twice' },
      { zh: '只留一个', en: 'Keep one' },
    ],
  },
  MULTIPLE_DOCS: syntaxError(
    {
      zh: '一个文件里有两份 YAML（中间有一行 ---）',
      en: 'Two YAML documents in one file (a line --- between)',
    },
    { zh: '只留一份', en: 'Keep one of them' },
  ),
  TAB_AS_INDENT: syntaxError(
    { zh: '缩进用了制表符', en: 'There is a tab in the indentation' },
    { zh: '改用空格', en: 'Use blanks' },
  ),
  BAD_INDENT: syntaxError(
    { zh: '缩进不齐', en: 'The indentation is uneven' },
    { zh: '同一层的字段左边对齐', en: 'Align the fields of one level on the left' },
  ),
  MISSING_CHAR: { id: 'yaml-syntax', words: unclosed },
  MULTILINE_IMPLICIT_KEY: syntaxError(
    {
      zh: '这一行不是“字段名: 值”：没有冒号和空格',
      en: 'This line is no “field: value”: it has no colon with a blank after it',
    },
    {
      zh: '补上冒号和空格；是上一行的值，就并到上一行',
      en: 'Put a colon and a blank in; if it is part of the value above, join the lines',
    },
  ),
  KEY_OVER_1024_CHARS: syntaxError(
    {
      zh: '字段名超过 1,024 个字符：冒号多半放错了地方',
      en: 'The name of a field has more than 1,024 characters: its colon is probably misplaced',
    },
    { zh: '检查这一行的冒号和引号', en: 'Look at the colons and quotes of this line' },
  ),
  BLOCK_IN_FLOW: syntaxError(
    {
      zh: '方括号、花括号里不能再用缩进或“- ”来分层',
      en: 'Within brackets, neither indentation nor “- ” can make a level',
    },
    {
      zh: '里面的一层也用括号括起，或整个不用括号',
      en: 'Put the inner level into brackets too, or use none at all',
    },
  ),
  BLOCK_AS_IMPLICIT_KEY: syntaxError(
    {
      zh: '值里有“: ”，被当成了另一个字段',
      en: 'The value has “: ” in it, and is taken for another field',
    },
    { zh: '给整个值加上引号', en: 'Put the whole value into quotes' },
  ),
  UNEXPECTED_TOKEN: syntaxError(
    { zh: '值里有 YAML 的记号', en: 'The value has marks of YAML in it' },
    { zh: '给整个值加上引号', en: 'Put the whole value into quotes' },
  ),
  BAD_SCALAR_START: syntaxError(
    {
      zh: '值的第一个字符是 YAML 的记号（如 @ 或 `）',
      en: 'The value begins with a mark of YAML (such as @ or `)',
    },
    { zh: '给整个值加上引号', en: 'Put the whole value into quotes' },
  ),
  BAD_DQ_ESCAPE: syntaxError(
    { zh: '双引号里的反斜线不成转义', en: 'A backslash in double quotes is no escape' },
    {
      zh: '反斜线写成 \\\\，或改用单引号',
      en: 'Write the backslash as \\\\, or use single quotes',
    },
  ),
  NON_STRING_KEY: syntaxError(
    { zh: '字段名不是文字', en: 'The name of a field is no text' },
    { zh: '给字段名加上引号', en: 'Put the field’s name into quotes' },
  ),
  RESOURCE_EXHAUSTION: syntaxError(
    { zh: '嵌套太深', en: 'It is nested too deeply' },
    { zh: '减少嵌套', en: 'Nest less deeply' },
  ),
  BAD_DIRECTIVE: { id: 'yaml-syntax', words: directives },
  ALIAS_PROPS: { id: 'yaml-anchor', words: anchors },
  BAD_ALIAS: { id: 'yaml-anchor', words: anchors },
  BAD_PROP_ORDER: { id: 'yaml-anchor', words: anchors },
  MULTIPLE_ANCHORS: { id: 'yaml-anchor', words: anchors },
  MULTIPLE_TAGS: { id: 'yaml-tag', words: tags },
  TAG_RESOLVE_FAILED: { id: 'yaml-tag', words: tags },
  BAD_COLLECTION_TYPE: { id: 'yaml-tag', words: tags },
  // A fault of the package's own.
  IMPOSSIBLE: { id: 'yaml-syntax', words: unclosed },
};

function syntaxError(...words: Words): { readonly id: string; readonly words: Words } {
  return { id: 'yaml-syntax', words };
}

/**
 * Reads YAML 1.2 with the features that hide things switched off: no anchors and aliases, no tags,
 * no merge keys, no repeated keys, no keys that reach into a JavaScript prototype.
 *
 * @param text one document
 * @param firstLine number of the text's first line in its file (2 for front matter)
 * @param textOffset where the text begins in its file, in UTF-16 units
 */
export function readYaml(text: string, firstLine = 1, textOffset = 0): YamlSource {
  const value = text.length > maxLength ? undefined : parsePlainYaml(text);
  if (value === undefined) return readYamlInFull(text, firstLine, textOffset);
  // Places are asked for mistakes only, but for a thousand of them at times.
  let full: YamlSource | undefined;
  const inFull = (): YamlSource => (full ??= readYamlInFull(text, firstLine, textOffset));
  return {
    value,
    findings: [],
    locate: (path, part) => inFull().locate(path, part),
    rangeOf: (path) => inFull().rangeOf(path),
  };
}

/** The same, without the short way for simple texts. */
export function readYamlInFull(text: string, firstLine = 1, textOffset = 0): YamlSource {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const tooDeep = text.length > maxLength ? maxLength : (deepestFlow(text) ?? lastEntry(text));
  if (tooDeep !== undefined) return tooLarge(text, tooDeep, firstLine, textOffset);

  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    merge: false,
    strict: true,
    stringKeys: true,
    uniqueKeys: true,
    prettyErrors: false,
    // 'silent' would also swallow MULTIPLE_DOCS.
    logLevel: 'error',
  });
  const findings = findingsIn(document, text, placeAt);
  // One mistyped colon makes three errors of syntax: where a slip is found, it is the whole story.
  const unread = document.errors.length > 0 || isScalar(document.contents);
  const slips = unread ? findYamlSlips(text, firstLine, textOffset) : [];
  const told = slips.length > 0 ? slips : findings;
  return {
    value: told.length > 0 ? undefined : document.toJS(),
    findings: told,
    locate: (path, part = 'value') => placeAt(rangeOf(document, path, part)[0]),
    rangeOf: (path) => {
      const [start, end] = rangeOf(document, path, 'value');
      return [textOffset + start, textOffset + end];
    },
  };
}

/** A text with more in it than any file of content has; the offset is where it begins to be too much. */
function tooLarge(text: string, offset: number, firstLine: number, textOffset: number): YamlSource {
  const before = text.slice(0, offset).split('\n');
  return {
    value: undefined,
    findings: [
      {
        id: 'yaml-too-large',
        severity: 'error',
        line: before.length + firstLine - 1,
        column: before.at(-1)!.length + 1,
        excerpt: excerptOf(text.slice(offset, offset + 40)),
        ...findingWords(
          {
            zh: `应为至多 ${maxLength / 1024} KB、${maxEntries} 项、嵌套至多 ${maxDepth} 层的 YAML，现在超过了`,
            en: `A YAML text may have ${maxLength / 1024} KB, ${maxEntries} entries, and nest ${maxDepth} deep; this has more`,
          },
          {
            zh: '正文不要写在 YAML 里；减少嵌套',
            en: 'Keep the article out of the YAML; nest less deeply',
          },
        ),
      },
    ],
    locate: () => ({ line: firstLine, column: 1 }),
    rangeOf: () => [textOffset, textOffset],
  };
}

type Report = (id: string, offset: number, words: Words) => void;

/** What is wrong with a document: its errors of syntax, and what it may not use. */
function findingsIn(
  document: Document,
  text: string,
  placeAt: (offset: number) => Place,
): LocalFinding[] {
  const findings: LocalFinding[] = [];
  const told = new Set<string>();
  const excerptAt = (offset: number): string => excerptOf(lineAround(text, offset));
  // What the parser finds later on a line follows from the first.
  const report: Report = (id, offset, [message, action]) => {
    const place = placeAt(offset);
    const kind = `${id} ${place.line}`;
    if (told.has(kind)) return;
    told.add(kind);
    findings.push({
      id,
      severity: 'error',
      ...place,
      excerpt: excerptAt(offset),
      ...findingWords(message, action),
    });
  };
  if (document.directives?.yaml.explicit === true || text.startsWith('%')) {
    report('yaml-syntax', 0, directives);
  }
  for (const { code, pos } of document.errors) {
    const { id, words } = syntaxErrors[code];
    report(id, pos[0], words);
  }
  findRefused(document, report, (offset, value) => {
    // An escape such as "\0" writes a character that the check of the raw text cannot see.
    for (const found of checkCharacters(value)) {
      if (found.severity === 'error')
        findings.push({ ...found, ...placeAt(offset), excerpt: excerptAt(offset) });
    }
  });
  return findings;
}

/**
 * Looks for the features of YAML that hide things.
 *
 * @param onText is given each scalar that is a text
 */
function findRefused(
  document: Document,
  report: Report,
  onText: (offset: number, value: string) => void,
): void {
  visit(document, {
    Node(_key, node) {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node) || ('anchor' in node && node.anchor !== undefined)) {
        report('yaml-anchor', offset, anchors);
      } else if (node.tag !== undefined) {
        report('yaml-tag', offset, tags);
      } else if (isScalar(node) && typeof node.value === 'string') {
        onText(offset, node.value);
      }
    },
    Pair(_key, pair) {
      const key = isScalar(pair.key) ? pair.key.value : undefined;
      const offset = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
      if (key === '<<') {
        report('yaml-merge-key', offset, [
          { zh: '不得使用 YAML 的合并键（<<）', en: 'YAML merge keys (<<) are not allowed' },
          { zh: '把字段直接写出来', en: 'Write the fields out' },
        ]);
      } else if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
        report('field-unknown', offset, [
          { zh: `没有“${key}”这个字段`, en: `There is no field “${key}”` },
          { zh: '删去这一行', en: 'Remove this line' },
        ]);
      }
    },
  });
}

/** The offset where flow collections or dashes on one line nest deeper than any content here. */
function deepestFlow(text: string): number | undefined {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset];
    if (character === '\n') depth = 0;
    else if (character === '[' || character === '{') depth += 1;
    else if ((character === '-' || character === '?') && text[offset + 1] === ' ') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > maxDepth) return offset;
  }
  // Block nesting: a level needs one more column of indentation.
  const deep = new RegExp(`^ {${maxDepth * 8},}`, 'm').exec(text);
  return deep?.index;
}

/** The offset of what begins one entry more than there may be: every line, every comma of a flow collection. */
function lastEntry(text: string): number | undefined {
  let entries = 0;
  let flow = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset];
    if (character === '[' || character === '{') flow += 1;
    if (character === '\n' || (character === ',' && flow > 0)) entries += 1;
    if (entries > maxEntries) return offset;
  }
  return undefined;
}

function lineAround(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end === -1 ? text.length : end);
}

/** Start and end of what is found at the path, or of the nearest thing above it. */
function rangeOf(
  document: Document,
  path: readonly PropertyKey[],
  part: 'key' | 'value',
): readonly [number, number] {
  let node: unknown = document.contents;
  let found = isNode(node) ? node : undefined;
  for (const [index, step] of path.entries()) {
    let target: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      const last = index === path.length - 1;
      target = last && part === 'key' ? pair?.key : (pair?.value ?? pair?.key);
      node = pair?.value;
    } else if (isSeq(node) && typeof step === 'number') {
      target = node = node.items[step];
    } else break;
    if (isNode(target)) found = target;
  }
  return [found?.range?.[0] ?? 0, found?.range?.[1] ?? 0];
}
