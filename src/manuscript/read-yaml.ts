import { isAlias, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
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
  /** The same as an offset into the file, in UTF-16 units. */
  readonly offsetOf: (path: readonly PropertyKey[]) => number;
}

/** Far more than the deepest field of any schema here (5); keeps the parser's recursion shallow. */
const maxDepth = 30;
const maxLength = 256 * 1024;
/** The package looks for repeated keys in the square of them: 30,000 on one line take half a minute. */
const maxEntries = 5000;

const syntaxHints: Partial<Record<ErrorCode, readonly [message: string, action: string]>> = {
  DUPLICATE_KEY: ['同一字段写了两次', '只留一个'],
  MULTIPLE_DOCS: ['一个文件里有两份 YAML（中间有一行 ---）', '只留一份'],
  TAB_AS_INDENT: ['缩进用了制表符', '改用空格'],
  BAD_INDENT: ['缩进不齐', '同一层的字段左边对齐'],
  MISSING_CHAR: ['少了一个引号、括号或冒号', '补上；值里有引号时，整个值改用另一种引号括起'],
  BLOCK_AS_IMPLICIT_KEY: ['值里有“: ”，被当成了另一个字段', '给整个值加上引号'],
  UNEXPECTED_TOKEN: ['值里有 YAML 的记号', '给整个值加上引号'],
  BAD_SCALAR_START: ['值的第一个字符是 YAML 的记号（如 @ 或 `）', '给整个值加上引号'],
  BAD_DQ_ESCAPE: ['双引号里的反斜线不成转义', '反斜线写成 \\\\，或改用单引号'],
  NON_STRING_KEY: ['字段名不是文字', '给字段名加上引号'],
  RESOURCE_EXHAUSTION: ['嵌套太深', '减少嵌套'],
};

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
    offsetOf: (path) => inFull().offsetOf(path),
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
  if (tooDeep !== undefined) {
    const offset = tooDeep;
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
          message: `应为至多 ${maxLength / 1024} KB、${maxEntries} 项、嵌套至多 ${maxDepth} 层的 YAML，现在超过了`,
          action: '正文不要写在 YAML 里；减少嵌套',
        },
      ],
      locate: () => ({ line: firstLine, column: 1 }),
      offsetOf: () => textOffset,
    };
  }

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
  const findings: LocalFinding[] = [];
  const report = (id: string, offset: number, message: string, action: string): void => {
    findings.push({
      id,
      severity: 'error',
      ...placeAt(offset),
      excerpt: excerptOf(lineAround(text, offset)),
      message,
      action,
    });
  };
  if (document.directives?.yaml.explicit === true || text.startsWith('%')) {
    report('yaml-syntax', 0, '不得使用 YAML 指令（%）', '删去以 % 开头的行');
  }
  for (const problem of document.errors) {
    const [message, action] = syntaxHints[problem.code] ?? [
      `不成 YAML（${problem.message}）`,
      '检查这一行的缩进、冒号和引号',
    ];
    const id = problem.code === 'DUPLICATE_KEY' ? 'field-duplicate' : 'yaml-syntax';
    report(id, problem.pos[0], message, action);
  }
  visit(document, {
    Node(_key, node) {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node) || ('anchor' in node && node.anchor !== undefined)) {
        report(
          'yaml-anchor',
          offset,
          '不得使用 YAML 的锚（&）与别名（*）',
          '把内容直接写出来，或加上引号',
        );
      } else if (node.tag !== undefined) {
        report('yaml-tag', offset, '不得使用 YAML 标签（!）', '去掉标签，或给值加上引号');
      } else if (isScalar(node) && typeof node.value === 'string') {
        // An escape such as "\0" writes a character that the check of the raw text cannot see.
        for (const found of checkCharacters(node.value)) {
          if (found.severity === 'error') report(found.id, offset, found.message, found.action);
        }
      }
    },
    Pair(_key, pair) {
      const key = isScalar(pair.key) ? pair.key.value : undefined;
      const offset = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
      if (key === '<<') {
        report('yaml-merge-key', offset, '不得使用 YAML 的合并键（<<）', '把字段直接写出来');
      } else if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
        report('field-unknown', offset, `没有“${key}”这个字段`, '删去这一行');
      }
    },
  });
  // One mistyped colon makes three errors of syntax: where a slip is found, it is the whole story.
  const unread = document.errors.length > 0 || isScalar(document.contents);
  const slips = unread ? findYamlSlips(text, firstLine, textOffset) : [];
  const told = slips.length > 0 ? slips : findings;
  return {
    value: told.length > 0 ? undefined : document.toJS(),
    findings: told,
    locate: (path, part = 'value') => placeAt(offsetOf(document, path, part)),
    offsetOf: (path) => textOffset + offsetOf(document, path, 'value'),
  };
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

function offsetOf(document: Document, path: readonly PropertyKey[], part: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  path.forEach((step, index) => {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (!isPair(pair)) {
        node = undefined;
        return;
      }
      const last = index === path.length - 1;
      const target = last && part === 'key' ? pair.key : (pair.value ?? pair.key);
      offset = isNode(target) ? (target.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isNode(node) && 'items' in node && typeof step === 'number') {
      const item: unknown = (node.items as unknown[])[step];
      if (isNode(item)) offset = item.range?.[0] ?? offset;
      node = item;
    } else {
      node = undefined;
    }
  });
  return offset;
}
